/* SPDX-License-Identifier: Apache-2.0 */
/* PAD and PADV2: the input inside a larger output that is otherwise one value. */
#ifndef MOTE_OPS_COMMON_PAD_H
#define MOTE_OPS_COMMON_PAD_H

#include "strided.h"

typedef struct mote_pad_params {
  mote_strided_params inside;
  uint32_t count;         /* of elements of y */
  uint32_t element_bytes; /* 1, 2, 4 or 8 */
  int32_t value;          /* PAD's: the lowest element_bytes of it */
} mote_pad_params;

/* Fills y with the element at `value`, then copies x into it. */
void mote_pad(const mote_pad_params *p, const mote_strided_axis *axes, const void *x, const void *value, void *y);

/* Input 1, constants: element 2 * d is how many to add before dimension d of x, the next one how many after. */
mote_status mote_lower_paddings(mote_lowering *l, const mote_tensor *x, mote_tensor *paddings);

/* infer() and lower() of both. */
mote_status mote_infer_pad(mote_lowering *l, uint32_t output, mote_shape *shape);
mote_status mote_lower_pad(mote_lowering *l);

#endif
