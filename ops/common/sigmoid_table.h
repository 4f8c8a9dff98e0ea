/* SPDX-License-Identifier: Apache-2.0 */
/*
 * sigmoid(i / 24) in Q16, each sample moved by half the error that linear interpolation makes in the middle of the
 * interval after it; the last one saturates. These are the values of TFLite's sigmoid_table_uint16, on which the int16
 * LOGISTIC and TANH depend (tanh(x) = 2 sigmoid(2x) - 1). Constant, for all the operators that need it: 512 bytes of
 * flash cost less than as much RAM and the code to compute it.
 */
#ifndef MOTE_OPS_COMMON_SIGMOID_TABLE_H
#define MOTE_OPS_COMMON_SIGMOID_TABLE_H

#include <stdint.h>

extern const uint16_t mote_sigmoid_table[256];

#endif
