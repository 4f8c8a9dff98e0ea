/* SPDX-License-Identifier: Apache-2.0 */
#include "../../runtime/real.h"
#include "resize_bilinear.h"

enum { ALIGN_CORNERS, HALF_PIXEL_CENTERS };

static const mote_option options[] = {
    [ALIGN_CORNERS] = {MOTE_NAME("align_corners"), 2, MOTE_OPTION_BOOL, 0, 0, 1},
    [HALF_PIXEL_CENTERS] = {MOTE_NAME("half_pixel_centers"), 3, MOTE_OPTION_BOOL, 0, 0, 1},
};

static const mote_op resize_bilinear = {
    .name = "RESIZE_BILINEAR",
    .code = 23,
    .options_type = 15,
    .option_count = MOTE_COUNT_OF(options),
    .min_inputs = 2,
    .max_inputs = 2,
    .min_outputs = 1,
    .max_outputs = 1,
    .options = options,
    .infer = mote_infer_resize,
};

/* Steps in 1/1024 pixel, to the nearest. */
static int32_t fixed_scale(const mote_lowering *l, int32_t x_size, int32_t y_size) {
  mote_resize_ratio ratio = mote_resize_steps(x_size, y_size, l->option[ALIGN_CORNERS] != 0);
  return (1024 * ratio.x + ratio.y / 2) / ratio.y;
}

static float float_scale(const mote_lowering *l, int32_t x_size, int32_t y_size) {
  mote_resize_ratio ratio = mote_resize_steps(x_size, y_size, l->option[ALIGN_CORNERS] != 0);
  mote_real scale, divisor;
  mote_real_from_int(&scale, ratio.x);
  mote_real_from_int(&divisor, ratio.y);
  mote_real_div(&scale, &scale, &divisor);
  return mote_float_from_bits(mote_real_to_float(&scale));
}

/* io[]: x, size, y */
static mote_status lower_integer(mote_lowering *l) {
  mote_resize_bilinear_params p;
  mote_tensor y;
  bool half_pixel_centers = l->option[HALF_PIXEL_CENTERS] != 0;
  mote_lower_output(l, 0, &y);
  MOTE_TRY(mote_lower_resize(l, l->option[ALIGN_CORNERS] != 0, half_pixel_centers, &p.g));
  p.row_scale = fixed_scale(l, p.g.x.height, p.g.y.height);
  p.column_scale = fixed_scale(l, p.g.x.width, p.g.y.width);
  p.half_pixel_centers = half_pixel_centers;
  /* Products of a place and a step stay below 31 bits. */
  int64_t furthest_row = (int64_t)p.row_scale * (p.g.y.height + 1);
  int64_t furthest_column = (int64_t)p.column_scale * (p.g.y.width + 1);
  MOTE_CHECK(l, furthest_row < INT32_MAX / 2 && furthest_column < INT32_MAX / 2, MOTE_TOO_LARGE, &y, INT16_MAX,
             p.g.y.height, "the images are too large");
  mote_lower_params(l, &p);
  return MOTE_OK;
}

static mote_status lower_f32(mote_lowering *l) {
  mote_resize_bilinear_f32_params p;
  bool half_pixel_centers = l->option[HALF_PIXEL_CENTERS] != 0;
  MOTE_TRY(mote_lower_resize(l, l->option[ALIGN_CORNERS] != 0, half_pixel_centers, &p.g));
  p.row_scale = float_scale(l, p.g.x.height, p.g.y.height);
  p.column_scale = float_scale(l, p.g.x.width, p.g.y.width);
  p.half_pixel_centers = half_pixel_centers;
  mote_lower_params(l, &p);
  return MOTE_OK;
}

#define NOTHING
MOTE_RESIZE_RUN(run_s8, mote_resize_bilinear_s8, mote_resize_bilinear_params, int8_t, NOTHING)
MOTE_RESIZE_RUN(run_s16, mote_resize_bilinear_s16, mote_resize_bilinear_params, int16_t, NOTHING)
MOTE_RESIZE_RUN(run_f32, mote_resize_bilinear_f32, mote_resize_bilinear_f32_params, float, NOTHING)

MOTE_KERNEL(resize_bilinear_s8, resize_bilinear, MOTE_TYPES(MOTE_INT8, MOTE_INT32, MOTE_NONE, MOTE_INT8),
            mote_resize_bilinear_params, 0, lower_integer, run_s8);
MOTE_KERNEL(resize_bilinear_s16, resize_bilinear, MOTE_TYPES(MOTE_INT16, MOTE_INT32, MOTE_NONE, MOTE_INT16),
            mote_resize_bilinear_params, 0, lower_integer, run_s16);
MOTE_KERNEL(resize_bilinear_f32, resize_bilinear, MOTE_TYPES(MOTE_FLOAT32, MOTE_INT32, MOTE_NONE, MOTE_FLOAT32),
            mote_resize_bilinear_f32_params, 0, lower_f32, run_f32);
