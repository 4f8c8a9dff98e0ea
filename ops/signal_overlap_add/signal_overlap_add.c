/* SPDX-License-Identifier: Apache-2.0 */
#include "signal_overlap_add.h"

#include <string.h>

#include "../common/saturate.h"

static inline int16_t add_s16(int16_t a, int16_t b) {
  return mote_saturate_s16(a + b);
}

static inline float add_f32(float a, float b) {
  return a + b;
}

#define DEFINE_KERNEL(name, type, add)                                                          \
  void name(const mote_signal_overlap_add_params *p, const type *x, type *overlap, type *y) {   \
    const int32_t size = p->size, step = p->step, kept = size - step;                           \
    const int32_t y_overlap = kept < step ? kept : step, kept_overlap = kept - y_overlap;       \
    for (int32_t row = 0; row < p->rows; row++) {                                               \
      for (int32_t frame = 0; frame < p->frames; frame++) {                                     \
        memcpy(y, x, (size_t)step * sizeof *y);                                                 \
        for (int32_t i = 0; i < y_overlap; i++) {                                               \
          y[i] = add(overlap[i], x[i]);                                                         \
        }                                                                                       \
        for (int32_t i = 0; i < kept_overlap; i++) {                                            \
          overlap[i] = add(overlap[i + step], x[i + step]);                                     \
        }                                                                                       \
        memcpy(overlap + kept_overlap, x + step + kept_overlap, (size_t)y_overlap * sizeof *x); \
        x += size;                                                                              \
        y += step;                                                                              \
      }                                                                                         \
      overlap += kept;                                                                          \
    }                                                                                           \
  }

DEFINE_KERNEL(mote_signal_overlap_add_s16_c, int16_t, add_s16)
DEFINE_KERNEL(mote_signal_overlap_add_f32_c, float, add_f32)
