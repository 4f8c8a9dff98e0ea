/* SPDX-License-Identifier: Apache-2.0 */
#include "fully_connected.h"

#include "../common/matvec.h"

/* sum (x - x_zp) * (w - w_zp) = sum (x - x_zp) * w - w_zp * sum (x - x_zp), and the last sum is the same for all units. */
static int32_t start_of(const mote_fully_connected_params *p, const int8_t *x) {
  int32_t sum = 0;
  for (int32_t d = 0; d < p->depth; d++) {
    sum += x[d] - p->x_zero_point;
  }
  return -p->w_zero_point * sum;
}

static void multiply(const mote_fully_connected_params *p, mote_rows units, const int8_t *x, const void *w,
                     const int32_t *bias, const int32_t *scales, int8_t *y, mote_matvec_fn *compute) {
  mote_matvec m;
  m.compute = compute;
  m.vectors = p->w_zero_point == 0 ? p->batches : 1;
  m.x_bytes = p->depth;
  m.y_bytes = p->units;
  m.w = w;
  m.depth = p->depth;
  m.x_zero_point = p->x_zero_point;
  mote_outputs_set_bias(&m.outputs, bias);
  mote_outputs_set_requant(&m.outputs, &p->q, scales, p->units);
  for (int32_t b = 0; b < p->batches; b += m.vectors) {
    m.start = p->w_zero_point == 0 ? 0 : start_of(p, x);
    mote_matvec_run(&m, units, x, y);
    x += p->depth;
    y += p->units;
  }
}

void mote_fully_connected_s8_c(const mote_fully_connected_params *p, mote_rows units, const int8_t *x, const int8_t *w,
                               const int32_t *bias, const int32_t *scales, int8_t *y) {
  multiply(p, units, x, w, bias, scales, y, mote_matvec_s8);
}

void mote_fully_connected_s4_c(const mote_fully_connected_params *p, mote_rows units, const int8_t *x, const void *w,
                               const int32_t *bias, const int32_t *scales, int8_t *y) {
  multiply(p, units, x, w, bias, scales, y, mote_matvec_s4);
}

void mote_fully_connected_s16_c(const mote_fully_connected_params *p, mote_rows units, const int16_t *x,
                                const int8_t *w, const void *bias, const int32_t *scales, int16_t *y) {
  mote_matvec m;
  m.compute = mote_matvec_s16;
  m.vectors = p->batches;
  m.x_bytes = p->depth * (int32_t)sizeof *x;
  m.y_bytes = p->units * (int32_t)sizeof *y;
  m.w = w;
  m.depth = p->depth;
  m.x_zero_point = p->x_zero_point;
  mote_outputs_set_bias(&m.outputs, bias);
  mote_outputs_set_requant(&m.outputs, &p->q, scales, p->units);
  m.outputs.wide = p->wide != 0;
  mote_matvec_run(&m, units, x, y);
}

void mote_fully_connected_f32_c(const mote_fully_connected_f32_params *p, mote_rows units, const float *x,
                                const float *w, const float *bias, float *y) {
  mote_matvec m;
  m.compute = mote_matvec_f32;
  m.vectors = p->batches;
  m.x_bytes = p->depth * (int32_t)sizeof *x;
  m.y_bytes = p->units * (int32_t)sizeof *y;
  m.w = w;
  m.depth = p->depth;
  mote_outputs_set_bias(&m.outputs, bias);
  m.outputs.min = p->min;
  m.outputs.max = p->max;
  mote_matvec_run(&m, units, x, y);
}

void mote_fully_connected_hybrid_c(const mote_fully_connected_hybrid_params *p, mote_rows units, const int8_t *x,
                                   float x_scale, int32_t x_zero_point, const int8_t *w, const float *w_scales,
                                   const float *bias, float *y) {
  mote_matvec m;
  m.compute = mote_matvec_hybrid;
  m.vectors = 1;
  m.x_bytes = 0;
  m.y_bytes = 0;
  m.w = w;
  m.depth = p->depth;
  m.x_zero_point = x_zero_point;
  mote_outputs_set_bias(&m.outputs, bias);
  m.outputs.min = p->min;
  m.outputs.max = p->max;
  m.outputs.x_scale = x_scale;
  m.outputs.w_scale = w_scales;
  m.outputs.scale_step = p->per_channel;
  mote_matvec_run(&m, units, x, y);
}
