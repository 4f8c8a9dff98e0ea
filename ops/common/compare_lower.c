/* SPDX-License-Identifier: Apache-2.0 */
#include "compare.h"
#include "scale.h"

/* The largest shift of what is left of 16 bits and the 8 more that does not overflow. */
enum { MAX_SHIFT = 6 };

/* `plain`: the elements as they are. */
static mote_status lower_input(mote_lowering *l, uint32_t i, bool plain, int32_t *multiplier, int8_t *shift,
                               int16_t *zero_point) {
  mote_tensor x;
  mote_real scale;
  mote_lower_input(l, i, &x);
  mote_real_from_int(&scale, 1);
  *zero_point = 0;
  if (!plain) {
    MOTE_TRY(mote_check_per_tensor(l, &x));
    mote_scale_of(&scale, &x);
    *zero_point = (int16_t)x.zero_point;
  }
  return mote_lower_multiplier(l, &x, &scale, MAX_SHIFT, multiplier, shift);
}

static mote_status lower(mote_lowering *l, bool plain) {
  mote_compare_params p;
  MOTE_TRY(lower_input(l, 0, plain, &p.a_multiplier, &p.a_shift, &p.a_zero_point));
  MOTE_TRY(lower_input(l, 1, plain, &p.b_multiplier, &p.b_shift, &p.b_zero_point));
  p.unused = 0;
  mote_lower_broadcast(l, &p.shape);
  mote_lower_params(l, &p);
  return MOTE_OK;
}

/* Neither input has a scale. */
static bool is_plain(const mote_tensor *a, const mote_tensor *b) {
  return a->scale_count == 0 && b->scale_count == 0;
}

mote_status mote_lower_compare_quantized(mote_lowering *l) {
  mote_tensor a, b;
  mote_lower_input(l, 0, &a);
  mote_lower_input(l, 1, &b);
  return lower(l, is_plain(&a, &b));
}

mote_status mote_lower_compare_s16(mote_lowering *l) {
  mote_tensor a, b;
  mote_lower_input(l, 0, &a);
  mote_lower_input(l, 1, &b);
  bool same = a.scale_count == 1 && b.scale_count == 1 && a.zero_point == b.zero_point &&
              mote_float_bits(a.scale[0]) == mote_float_bits(b.scale[0]);
  return lower(l, same || is_plain(&a, &b));
}
