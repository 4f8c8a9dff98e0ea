/* SPDX-License-Identifier: Apache-2.0 */
#include "dot.h"
#include "int4.h"
#include "matvec.h"

/* One unit; its first weight is the high half of a byte if is_odd. */
static int32_t dot(const int8_t *x, int32_t x_zero_point, const int8_t *w, bool is_odd, int32_t depth) {
  int32_t sum = 0;
  if (is_odd) {
    sum += (*x++ - x_zero_point) * mote_high_half(*w++);
    depth--;
  }
  for (const int8_t *end = x + (depth & ~1); x < end; x += 2) {
    int8_t pair = *w++;
    sum += (x[0] - x_zero_point) * mote_low_half(pair);
    sum += (x[1] - x_zero_point) * mote_high_half(pair);
  }
  if ((depth & 1) != 0) {
    sum += (*x - x_zero_point) * mote_low_half(*w);
  }
  return sum;
}

/* Four units of whole bytes. */
static void dot_bytes(const int8_t *x, int32_t x_zero_point, const int8_t *w, int32_t depth,
                      int32_t sums[MOTE_DOT_UNITS]) {
  const int32_t bytes = depth >> 1;
  const int8_t *w0 = w, *w1 = w0 + bytes, *w2 = w1 + bytes, *w3 = w2 + bytes;
  int32_t s0 = 0, s1 = 0, s2 = 0, s3 = 0;
  for (const int8_t *end = x + depth; x < end; x += 2) {
    const int32_t even = x[0] - x_zero_point, odd = x[1] - x_zero_point;
    const int8_t p0 = *w0++, p1 = *w1++, p2 = *w2++, p3 = *w3++;
    s0 += even * mote_low_half(p0) + odd * mote_high_half(p0);
    s1 += even * mote_low_half(p1) + odd * mote_high_half(p1);
    s2 += even * mote_low_half(p2) + odd * mote_high_half(p2);
    s3 += even * mote_low_half(p3) + odd * mote_high_half(p3);
  }
  sums[0] = s0;
  sums[1] = s1;
  sums[2] = s2;
  sums[3] = s3;
}

void mote_matvec_s4(const mote_matvec *m, int32_t first, int32_t count, const void *x, void *y) {
  int32_t sums[MOTE_DOT_UNITS];
  int32_t position = first * m->depth; /* of the first weight, in the tensor */
  if (count == MOTE_DOT_UNITS && (m->depth & 1) == 0) {
    dot_bytes(x, m->x_zero_point, (const int8_t *)m->w + (position >> 1), m->depth, sums);
  } else {
    for (int32_t i = 0; i < count; i++) {
      sums[i] = dot(x, m->x_zero_point, (const int8_t *)m->w + (position >> 1), (position & 1) != 0, m->depth);
      position += m->depth;
    }
  }
  for (int32_t i = 0; i < count; i++) {
    sums[i] += m->start;
  }
  mote_finish_s8(&m->outputs, first, count, sums, y);
}
