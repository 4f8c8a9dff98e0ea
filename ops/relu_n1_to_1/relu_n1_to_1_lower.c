/* SPDX-License-Identifier: Apache-2.0 */
/* RELU_N1_TO_1: y = min(max(x, -1), 1) */
#include "../common/relu.h"

MOTE_RELU_OPERATOR(relu_n1_to_1, "RELU_N1_TO_1", 20, MOTE_ACT_RELU_N1_TO_1, MOTE_ACT_RELU_N1_TO_1);
