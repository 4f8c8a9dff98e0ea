/* SPDX-License-Identifier: Apache-2.0 */
/* From one quantisation to another: QUANTIZE between integers, and activations that cut. */
#ifndef MOTE_OPS_COMMON_RESCALE_H
#define MOTE_OPS_COMMON_RESCALE_H

#include "lowering.h"
#include "scale.h"

/* y = clamp(scale(x) / scale(y) * (x - x_zero_point) + y_zero_point, min, max) */
typedef struct mote_rescale_params {
  int32_t count;
  int32_t multiplier, shift; /* scale(x) / scale(y) = multiplier * 2^(shift - 31) */
  int32_t min, max;
  int16_t x_zero_point, y_zero_point;
} mote_rescale_params;

/* Is the quantisation of both the same, so that only the range is left? */
static inline bool mote_rescale_keeps_scale(const mote_rescale_params *p) {
  return p->multiplier == 1 << 30 && p->shift == 1 && p->x_zero_point == p->y_zero_point;
}

/* The output for a difference to the input's zero point. */
static inline int32_t mote_rescale(const mote_rescale_params *p, int32_t difference) {
  int32_t y = mote_multiply(difference, p->multiplier, p->shift);
  return mote_clamp(y, p->min - p->y_zero_point, p->max - p->y_zero_point) + p->y_zero_point;
}

/* y[i] = rescale(function(x[i] - x_zero_point)) */
#define MOTE_RESCALE_KERNEL(kernel, x_type, y_type, function)                            \
  void kernel(const mote_rescale_params *p, int32_t count, const x_type *x, y_type *y) { \
    const mote_rescale_params q = *p; /* a copy, which no store to y can change */       \
    for (int32_t i = 0; i < count; i++) {                                                \
      y[i] = (y_type)mote_rescale(&q, function(x[i] - q.x_zero_point));                  \
    }                                                                                    \
  }

void mote_rescale_s8_s8_c(const mote_rescale_params *p, int32_t count, const int8_t *x, int8_t *y);
void mote_rescale_s8_u8_c(const mote_rescale_params *p, int32_t count, const int8_t *x, uint8_t *y);
void mote_rescale_s8_s16_c(const mote_rescale_params *p, int32_t count, const int8_t *x, int16_t *y);
void mote_rescale_s8_s32_c(const mote_rescale_params *p, int32_t count, const int8_t *x, int32_t *y);
void mote_rescale_u8_s8_c(const mote_rescale_params *p, int32_t count, const uint8_t *x, int8_t *y);
void mote_rescale_u8_u8_c(const mote_rescale_params *p, int32_t count, const uint8_t *x, uint8_t *y);
void mote_rescale_s16_s8_c(const mote_rescale_params *p, int32_t count, const int16_t *x, int8_t *y);
void mote_rescale_s16_s16_c(const mote_rescale_params *p, int32_t count, const int16_t *x, int16_t *y);
void mote_rescale_s16_s32_c(const mote_rescale_params *p, int32_t count, const int16_t *x, int32_t *y);
void mote_rescale_s32_s8_c(const mote_rescale_params *p, int32_t count, const int32_t *x, int8_t *y);
void mote_rescale_s32_s16_c(const mote_rescale_params *p, int32_t count, const int32_t *x, int16_t *y);

#define mote_rescale_s8_s8   mote_rescale_s8_s8_c
#define mote_rescale_s8_u8   mote_rescale_s8_u8_c
#define mote_rescale_s8_s16  mote_rescale_s8_s16_c
#define mote_rescale_s8_s32  mote_rescale_s8_s32_c
#define mote_rescale_u8_s8   mote_rescale_u8_s8_c
#define mote_rescale_u8_u8   mote_rescale_u8_u8_c
#define mote_rescale_s16_s8  mote_rescale_s16_s8_c
#define mote_rescale_s16_s16 mote_rescale_s16_s16_c
#define mote_rescale_s16_s32 mote_rescale_s16_s32_c
#define mote_rescale_s32_s8  mote_rescale_s32_s8_c
#define mote_rescale_s32_s16 mote_rescale_s32_s16_c

/* How scale(x) / scale(y) is derived: in double, or rounded to float. */
typedef enum mote_ratio_form { MOTE_RATIO_DOUBLE, MOTE_RATIO_FLOAT } mote_ratio_form;

/* Checks the tensors and fills in `p`, with the range of the output's type. */
mote_status mote_lower_rescale(mote_lowering *l, mote_ratio_form form, mote_rescale_params *p);
/* Hands over the params of a kernel mote_rescale_*(), which may well have nothing to do. */
void mote_lower_rescale_params(mote_lowering *l, const mote_rescale_params *p);

#endif
