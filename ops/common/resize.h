/* SPDX-License-Identifier: Apache-2.0 */
/* What the resizing operators have in common: x and y are images of the same batches and channels. */
#ifndef MOTE_OPS_COMMON_RESIZE_H
#define MOTE_OPS_COMMON_RESIZE_H

#include "image.h"

typedef struct mote_resize_geometry {
  mote_image x, y;
  int32_t batches;
} mote_resize_geometry;

/* infer(): height and width are the two constants of input 1. */
mote_status mote_infer_resize(mote_lowering *l, uint32_t output, mote_shape *shape);

/* What lower() begins with: images of one type, and at most one of the two ways to place the pixels. */
mote_status mote_lower_resize(mote_lowering *l, bool align_corners, bool half_pixel_centers, mote_resize_geometry *g);

/* Steps in x for a step in y as a fraction; with aligned corners the first and last pixels of both meet. */
typedef struct mote_resize_ratio {
  int32_t x, y;
} mote_resize_ratio;

mote_resize_ratio mote_resize_steps(int32_t x_size, int32_t y_size, bool align_corners);

/* run() of a descriptor: an image after the other. io[]: x, size, y, and what `...` names. The params begin with `g`. */
#define MOTE_RESIZE_RUN(run, kernel, params_type, type, ...)                             \
  static mote_status run(const void *params, void *const *io, mote_instance *instance) { \
    (void)instance;                                                                      \
    const params_type *p = params;                                                       \
    const uint8_t *x = io[0];                                                            \
    uint8_t *y = io[2];                                                                  \
    mote_rows all = {0, p->g.y.height};                                                  \
    for (int32_t b = 0; b < p->g.batches; b++) {                                         \
      kernel(p, all, (const type *)(const void *)x, __VA_ARGS__(type *)(void *) y);      \
      x += p->g.x.row_bytes * p->g.x.height;                                             \
      y += p->g.y.row_bytes * p->g.y.height;                                             \
    }                                                                                    \
    return MOTE_OK;                                                                      \
  }

#endif
