/* SPDX-License-Identifier: Apache-2.0 */
#include "reduce_sum.h"
#include "scale.h"

/* multiplier * 2^bits / count, bit by bit: a long division of 64 bits is a function that nothing else needs. */
static int32_t divide(int32_t multiplier, int32_t bits, int32_t count) {
  uint32_t divisor = (uint32_t)count;
  uint32_t quotient = (uint32_t)multiplier / divisor, remainder = (uint32_t)multiplier % divisor;
  for (; bits > 0; bits--) {
    remainder *= 2;
    quotient = quotient * 2 + (remainder >= divisor);
    remainder -= remainder >= divisor ? divisor : 0;
  }
  return (int32_t)quotient;
}

/* The multiplier of a mean takes in the division by `count`, as in TFLite; its shift stays above -32. */
static void divide_scale(mote_reduce_sum_params *p, int32_t count) {
  int32_t bits = 31 - __builtin_clz((uint32_t)count);
  bits = bits < 31 + p->shift ? bits : 31 + p->shift;
  p->multiplier = divide(p->multiplier, bits, count);
  p->shift = (int16_t)(p->shift - bits);
}

mote_status mote_lower_reduce_sum(mote_lowering *l, bool is_mean) {
  mote_reduce_sum_params p;
  mote_tensor x, y;
  mote_real scale;
  int32_t count;
  int8_t shift;
  mote_lower_input(l, 0, &x);
  mote_lower_output(l, 0, &y);
  MOTE_TRY(mote_check_per_tensor(l, &x));
  MOTE_TRY(mote_check_per_tensor(l, &y));
  MOTE_TRY(mote_lower_reduce(l, &p.shape, &count));
  mote_scale_ratio(&scale, &x, &y);
  MOTE_TRY(mote_lower_multiplier(l, &y, &scale, 30, &p.multiplier, &shift));
  p.shift = shift;
  p.y_offset = (int16_t)y.zero_point;
  p.offset = (int32_t)(0 - (uint32_t)x.zero_point * (uint32_t)count);
  if (is_mean) {
    divide_scale(&p, count);
  }
  l->in_place = count == 1;
  mote_lower_params(l, &p);
  return MOTE_OK;
}

mote_status mote_lower_reduce_sum_f32(mote_lowering *l, bool is_mean) {
  mote_reduce_sum_f32_params p;
  int32_t count;
  MOTE_TRY(mote_lower_reduce(l, &p.shape, &count));
  p.divisor = is_mean ? (float)count : 1.0f;
  l->view = count == 1;
  mote_lower_params(l, &p);
  return MOTE_OK;
}
