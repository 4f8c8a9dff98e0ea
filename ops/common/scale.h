/* SPDX-License-Identifier: Apache-2.0 */
/* What lower() needs to derive multipliers from the scales of tensors, in the reference's own order of operations. */
#ifndef MOTE_OPS_COMMON_SCALE_H
#define MOTE_OPS_COMMON_SCALE_H

#include "lowering.h"
#include "runtime/real.h"

/* The scale of a tensor that mote_check_per_tensor() has accepted. */
void mote_scale_of(mote_real *r, const mote_tensor *t);

/* scale(x) / scale(y) as a double. */
void mote_scale_ratio(mote_real *r, const mote_tensor *x, const mote_tensor *y);

/*
 * scale = multiplier * 2^(shift - 31). Fails, naming `t`, when the shift would be more than `max_shift` (at most 30).
 * The scale may be negative.
 */
mote_status mote_lower_multiplier(mote_lowering *l, const mote_tensor *t, const mote_real *scale, int32_t max_shift,
                                  int32_t *multiplier, int8_t *shift);

/* Fails unless the tensor's zero point is `zero_point`. */
mote_status mote_check_zero_point(mote_lowering *l, const mote_tensor *t, int32_t zero_point);

/* The limits of a quantised type. */
void mote_type_range(mote_type type, int32_t *min, int32_t *max);

#endif
