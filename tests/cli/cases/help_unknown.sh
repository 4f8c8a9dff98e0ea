# SPDX-License-Identifier: Apache-2.0
mote help rnu
