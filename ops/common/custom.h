/* SPDX-License-Identifier: Apache-2.0 */
/* What custom operators have in common. */
#ifndef MOTE_OPS_COMMON_CUSTOM_H
#define MOTE_OPS_COMMON_CUSTOM_H

#include "lowering.h"

/* The fields of a mote_op with so many operands, all of them required. */
#define MOTE_CUSTOM_OP(custom_code, inputs, outputs)                                                            \
  .name = custom_code, .code = MOTE_CUSTOM, .min_inputs = inputs, .max_inputs = inputs, .min_outputs = outputs, \
  .max_outputs = outputs

/* Fails unless the tensor has the type and `count` elements. */
mote_status mote_check_elements(mote_lowering *l, const mote_tensor *t, mote_type type, uint32_t count);

#endif
