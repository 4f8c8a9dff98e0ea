/* SPDX-License-Identifier: Apache-2.0 */
/* CONCATENATION: the inputs side by side along an axis: mote_join(). Quantised inputs have the output's scale. */
#ifndef MOTE_OPS_CONCATENATION_H
#define MOTE_OPS_CONCATENATION_H

#include "../common/join.h"

#endif
