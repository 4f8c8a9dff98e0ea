/* SPDX-License-Identifier: Apache-2.0 */
#include "scale.h"
#include "sum.h"

/* As the kernel wants it: one halving at least. A scale of exactly 1/2 is 2^30 with none in the reference; 2^31 - 1
 * with one gives the same bits for the values that a narrow input has. */
static mote_status halving_multiplier(mote_lowering *l, const mote_tensor *t, const mote_real *scale,
                                      int32_t *multiplier, int8_t *halvings) {
  int8_t shift;
  MOTE_TRY(mote_lower_multiplier(l, t, scale, 0, multiplier, &shift));
  if (shift == 0 && *multiplier == 1 << 30) {
    *multiplier = INT32_MAX;
    shift = -1;
  }
  MOTE_CHECK(l, shift < 0 || *multiplier == 0, MOTE_QUANTIZATION, t, 0, 0, "the output's scale is too small");
  *halvings = (int8_t)(shift < 0 ? -shift - 1 : 0);
  return MOTE_OK;
}

static mote_status lower_scales(mote_lowering *l, const mote_tensor *wide, const mote_tensor *narrow,
                                const mote_tensor *y, int32_t left, mote_sum_form form, mote_sum_params *p) {
  mote_real twice, scale;
  mote_scale_of(&twice, wide);
  twice.exponent++;
  mote_scale_of(&scale, narrow);
  mote_real_div(&scale, &scale, &twice);
  if (form == MOTE_SUM_FLOAT) {
    mote_real_round_to_float(&scale);
  }
  MOTE_TRY(halving_multiplier(l, narrow, &scale, &p->narrow_multiplier, &p->narrow_halvings));
  mote_scale_of(&scale, y);
  scale.exponent += left;
  mote_real_div(&scale, &twice, &scale);
  if (form == MOTE_SUM_FLOAT) {
    mote_real_round_to_float(&scale);
  }
  return halving_multiplier(l, y, &scale, &p->y_multiplier, &p->y_halvings);
}

mote_status mote_lower_sum(mote_lowering *l, int32_t sign, mote_sum_form form) {
  mote_sum_params p;
  mote_requant q;
  mote_tensor x[2], y;
  mote_lower_output(l, 0, &y);
  const bool is_s16 = y.type == MOTE_INT16;
  const int32_t left = is_s16 ? 15 : 20;
  for (uint32_t i = 0; i < 2; i++) {
    mote_lower_input(l, i, &x[i]);
    MOTE_TRY(mote_check_per_tensor(l, &x[i]));
    MOTE_CHECK(l, !is_s16 || x[i].zero_point == 0, MOTE_QUANTIZATION, &x[i], 0, x[i].zero_point,
               "an int16 input's zero point must be 0");
  }
  MOTE_TRY(mote_lower_activation(l, &y, l->option[0], &q));
  p.wide = mote_float_bits(x[1].scale[0]) > mote_float_bits(x[0].scale[0]);
  const mote_tensor *wide = &x[p.wide], *narrow = &x[1 - p.wide];
  p.wide_zero_point = (int16_t)wide->zero_point;
  p.narrow_zero_point = (int16_t)narrow->zero_point;
  p.y_zero_point = q.y_offset;
  p.min = q.min;
  p.max = q.max;
  p.unused = 0;
  mote_lower_broadcast(l, &p.shape);
  MOTE_TRY(lower_scales(l, wide, narrow, &y, left, form, &p));
  p.narrow_multiplier *= sign;
  p.y_multiplier *= p.wide == 1 ? sign : 1;
  mote_lower_params(l, &p);
  return MOTE_OK;
}
