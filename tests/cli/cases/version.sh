# SPDX-License-Identifier: Apache-2.0
mote --version
mote -V
