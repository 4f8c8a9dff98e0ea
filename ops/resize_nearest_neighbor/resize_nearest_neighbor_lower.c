/* SPDX-License-Identifier: Apache-2.0 */
#include "../../runtime/real.h"
#include "resize_nearest_neighbor.h"

enum { ALIGN_CORNERS, HALF_PIXEL_CENTERS };

static const mote_option options[] = {
    [ALIGN_CORNERS] = {MOTE_NAME("align_corners"), 0, MOTE_OPTION_BOOL, 0, 0, 1},
    [HALF_PIXEL_CENTERS] = {MOTE_NAME("half_pixel_centers"), 1, MOTE_OPTION_BOOL, 0, 0, 1},
};

static const mote_op resize_nearest_neighbor = {
    .name = "RESIZE_NEAREST_NEIGHBOR",
    .code = 97,
    .options_type = 74,
    .option_count = MOTE_COUNT_OF(options),
    .min_inputs = 2,
    .max_inputs = 2,
    .min_outputs = 1,
    .max_outputs = 1,
    .options = options,
    .infer = mote_infer_resize,
};

/* (i + offset) * scale in float, to the nearest integer with aligned corners, else the next lower one. */
static int32_t nearest_to(int32_t i, const mote_real *scale, bool align_corners, bool half_pixel_centers,
                          int32_t limit) {
  mote_real position;
  mote_real_from_int(&position, 2 * (int64_t)i + (half_pixel_centers ? 1 : 0));
  position.exponent -= 1;
  mote_real_mul(&position, &position, scale);
  mote_real_round_to_float(&position);
  int32_t index = align_corners ? mote_real_round(&position) : mote_real_truncate(&position);
  return mote_clamp(index, 0, limit - 1);
}

static void find_nearest(const mote_lowering *l, int32_t x_size, int32_t y_size, uint16_t *nearest) {
  bool align_corners = l->option[ALIGN_CORNERS] != 0, half_pixel_centers = l->option[HALF_PIXEL_CENTERS] != 0;
  mote_resize_ratio ratio = mote_resize_steps(x_size, y_size, align_corners);
  mote_real scale, divisor;
  mote_real_from_int(&scale, ratio.x);
  mote_real_from_int(&divisor, ratio.y);
  mote_real_div(&scale, &scale, &divisor);
  mote_real_round_to_float(&scale);
  for (int32_t i = 0; nearest && i < y_size; i++) {
    nearest[i] = (uint16_t)nearest_to(i, &scale, align_corners, half_pixel_centers, x_size);
  }
}

/* io[]: x, size, y, nearest */
static mote_status lower(mote_lowering *l) {
  mote_resize_nearest_params p;
  mote_resize_geometry *g = &p.g;
  /* TFLite allows both here: it rounds, with the offset. */
  bool half = l->option[HALF_PIXEL_CENTERS] != 0 && l->option[ALIGN_CORNERS] == 0;
  MOTE_TRY(mote_lower_resize(l, l->option[ALIGN_CORNERS] != 0, half, g));
  uint16_t *nearest = mote_lower_alloc(l, 0, (uint32_t)(g->y.height + g->y.width) * (uint32_t)sizeof *nearest);
  find_nearest(l, g->x.height, g->y.height, nearest);
  find_nearest(l, g->x.width, g->y.width, nearest ? nearest + g->y.height : NULL);
  mote_lower_params(l, &p);
  return MOTE_OK;
}

#define NEAREST (const uint16_t *)io[3],
MOTE_RESIZE_RUN(run, mote_resize_nearest_neighbor, mote_resize_nearest_params, uint8_t, NEAREST)

MOTE_KERNEL(resize_nearest_neighbor, resize_nearest_neighbor, MOTE_TYPES(MOTE_NONE, MOTE_INT32, MOTE_NONE, MOTE_NONE),
            mote_resize_nearest_params, 1, lower, run);
