/* SPDX-License-Identifier: Apache-2.0 */
/* RELU: y = max(x, 0) */
#include "../common/relu.h"

MOTE_RELU_OPERATOR(relu, "RELU", 19, MOTE_ACT_RELU, MOTE_ACT_NONE);
