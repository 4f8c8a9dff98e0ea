/* SPDX-License-Identifier: Apache-2.0 */
/* RELU_0_TO_1: y = min(max(x, 0), 1) */
#include "../common/relu.h"

MOTE_RELU_OPERATOR(relu_0_to_1, "RELU_0_TO_1", 152, MOTE_ACT_RELU, MOTE_ACT_RELU_N1_TO_1);
