/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/int4.h"
#include "conv_2d_finish.h"

#define STEP(weight, d)           \
  {                               \
    const int32_t value = weight; \
    s0 += x[2 * (d)] * value;     \
    s1 += x[2 * (d) + 1] * value; \
  }

/* One unit; its first weight is number `position` of the tensor. */
static void dot(const int16_t *x, const int8_t *w, int32_t position, int32_t depth, int32_t *sum0, int32_t *sum1) {
  int32_t s0 = 0, s1 = 0;
  w += position >> 1;
  if ((position & 1) != 0 && depth > 0) {
    STEP(mote_high_half(*w++), 0)
    x += 2;
    depth--;
  }
  for (int32_t n = depth >> 1; n > 0; n--) {
    const int8_t pair = *w++;
    STEP(mote_low_half(pair), 0)
    STEP(mote_high_half(pair), 1)
    x += 4;
  }
  if ((depth & 1) != 0) {
    STEP(mote_low_half(*w), 0)
  }
  *sum0 = s0;
  *sum1 = s1;
}

static void compute(const mote_conv_2d_call *c, int32_t first, int32_t count) {
  int32_t sums[2][MOTE_CONV_2D_UNITS];
  for (int32_t i = 0; i < count; i++) {
    dot(c->gathered, c->w, (first + i) * c->stride + c->first, c->depth, &sums[0][i], &sums[1][i]);
  }
  mote_conv_2d_finish_s8(c, first, count, sums);
}

void mote_conv_2d_s4_c(const mote_conv_2d_params *p, mote_rows rows, const int8_t *x, const void *w,
                       const int32_t *bias, const int32_t *scales, int8_t *y, void *scratch) {
  mote_conv_2d_call c;
  c.spread = mote_conv_2d_spread_s8;
  c.compute = compute;
  c.x_element_bytes = 1;
  mote_conv_2d_set_integers(&c, p, x, w, bias, scales);
  mote_conv_2d_walk(&c, rows, y, scratch);
}
