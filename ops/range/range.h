/* SPDX-License-Identifier: Apache-2.0 */
/* RANGE: y = start, start + delta, … up to but without limit. */
#ifndef MOTE_OPS_RANGE_H
#define MOTE_OPS_RANGE_H

#include "mote/kernel.h"

typedef struct mote_range_params {
  int32_t count; /* of y, which the file says beforehand */
} mote_range_params;

/* MOTE_DATA when the range has another number of elements. */
mote_status mote_range_s32_c(const mote_range_params *p, int32_t start, int32_t limit, int32_t delta, int32_t *y);
mote_status mote_range_f32_c(const mote_range_params *p, float start, float limit, float delta, float *y);

#define mote_range_s32 mote_range_s32_c
#define mote_range_f32 mote_range_f32_c

#endif
