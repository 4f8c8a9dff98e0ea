/* SPDX-License-Identifier: Apache-2.0 */
/*
 * FULLY_CONNECTED as TensorFlow Lite's reference kernels compute it, for goldens that only they have given: the operator
 * is lowered by the library, and its accumulators are rounded once. Plain loops: this is the specification.
 */
#include "check.h"
#include "ops/fully_connected/fully_connected.h"

extern const mote_kernel mote_kernel_fully_connected_s8;

/* x * multiplier * 2^(shift - 31) to the nearest, halves up (TFLITE_SINGLE_ROUNDING). */
static int32_t multiply_once(int32_t x, int32_t multiplier, int32_t shift) {
  int32_t total = 31 - shift;
  return (int32_t)(((int64_t)x * multiplier + ((int64_t)1 << (total - 1))) >> total);
}

/* io[]: x, w, bias, y, scales */
static mote_status run_s8(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  const mote_fully_connected_params *p = params;
  const int8_t *x = io[0], *w = io[1];
  const int32_t *bias = io[2], *scales = io[4];
  const int8_t *shifts = mote_scale_shifts(scales, p->q.per_channel ? p->units : 1);
  int8_t *y = io[3];
  for (int32_t b = 0; b < p->batches; b++) {
    for (int32_t u = 0; u < p->units; u++) {
      int32_t sum = bias ? bias[u] : 0;
      for (int32_t d = 0; d < p->depth; d++) {
        sum += (x[b * p->depth + d] + p->x_offset) * w[u * p->depth + d];
      }
      int32_t channel = p->q.per_channel ? u : 0;
      int32_t value = multiply_once(sum, scales[channel], shifts[channel]) + p->q.y_offset;
      y[b * p->units + u] = (int8_t)mote_clamp(value, p->q.min, p->q.max);
    }
  }
  return MOTE_OK;
}

/* The first kernel whose types fit an operator is taken: the own ones stand before the library's. */
const mote_kernel *const *check_single_rounding_kernels(void) {
  static mote_kernel own;
  static const mote_kernel *list[512];
  if (list[0] == NULL) {
    own = mote_kernel_fully_connected_s8;
    own.run = run_s8;
    size_t count = 0;
    list[count++] = &own;
    for (size_t i = 0; mote_all_kernels[i] && count + 1 < sizeof list / sizeof list[0]; i++) {
      list[count++] = mote_all_kernels[i];
    }
  }
  return list;
}
