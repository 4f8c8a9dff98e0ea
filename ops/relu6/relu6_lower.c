/* SPDX-License-Identifier: Apache-2.0 */
/* RELU6: y = min(max(x, 0), 6) */
#include "../common/relu.h"

MOTE_RELU_OPERATOR(relu6, "RELU6", 21, MOTE_ACT_RELU, MOTE_ACT_RELU6);
