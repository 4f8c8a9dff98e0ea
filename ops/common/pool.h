/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Pooling: y[oy][ox][c] = act(f of x[iy][ix][c] over the part of the window that lies in the image).
 *
 * x: height × width × channels, y: height × width × channels. Rows are rows of y. A call is about one image: batches are
 * run()'s loop.
 */
#ifndef MOTE_OPS_COMMON_POOL_H
#define MOTE_OPS_COMMON_POOL_H

#include "image.h"

typedef struct mote_pool_geometry {
  mote_image x, y;
  mote_window window;
  int32_t batches;
} mote_pool_geometry;

typedef struct mote_pool_params {
  mote_pool_geometry g;
  int16_t min, max;
} mote_pool_params;

typedef struct mote_pool_f32_params {
  mote_pool_geometry g;
  float min, max;
} mote_pool_f32_params;

/* infer() and lower(); the options of all pooling operators. */
enum { MOTE_POOL_OPTIONS = 6 };
extern const mote_option mote_pool_options[MOTE_POOL_OPTIONS];
mote_status mote_infer_pool(mote_lowering *l, uint32_t output, mote_shape *shape);
mote_status mote_lower_pool(mote_lowering *l);
mote_status mote_lower_pool_f32(mote_lowering *l);

/* The fields of a mote_op. */
#define MOTE_POOL_OP(op_name, op_code)                                                                     \
  .name = op_name, .code = op_code, .options_type = 5, .option_count = MOTE_POOL_OPTIONS, .min_inputs = 1, \
  .max_inputs = 1, .min_outputs = 1, .max_outputs = 1, .options = mote_pool_options, .infer = mote_infer_pool

/* The pixels of the image that a window covers: rows from y_first on, pixels from x_offset (bytes) in each. */
typedef struct mote_pool_patch {
  int32_t height, width;
  int32_t y_first, x_offset;
} mote_pool_patch;

/* The rows and columns of the window of output (oy, ox) that lie in the image; at least one of each. */
mote_pool_patch mote_pool_window(const mote_pool_geometry *g, int32_t oy, int32_t ox);

/*
 * A kernel. Four channels at a time, then one: `start` begins, `step(a, x)` takes in an element, `finish(a, count, p)` makes
 * the output of `count` elements.
 */
#define MOTE_POOL_KERNEL(kernel, params_type, type, sum_type, start, step, finish)                           \
  static inline void kernel##_channels(const params_type *p, const mote_pool_patch *patch, const uint8_t *x, \
                                       int32_t blocks, type *y) {                                            \
    const int32_t count = patch->height * patch->width, pixel_bytes = p->g.x.pixel_bytes;                    \
    sum_type a[4] = {start, start, start, start};                                                            \
    for (int32_t row = 0; row < patch->height; row++) {                                                      \
      const uint8_t *from = x + mote_image_row(&p->g.x, patch->y_first + row) + patch->x_offset;             \
      if (blocks == 4) {                                                                                     \
        sum_type a0 = a[0], a1 = a[1], a2 = a[2], a3 = a[3];                                                 \
        for (int32_t i = patch->width; i > 0; i--) {                                                         \
          const type *e = (const type *)(const void *)from;                                                  \
          a0 = step(a0, e[0]);                                                                               \
          a1 = step(a1, e[1]);                                                                               \
          a2 = step(a2, e[2]);                                                                               \
          a3 = step(a3, e[3]);                                                                               \
          from += pixel_bytes;                                                                               \
        }                                                                                                    \
        a[0] = a0, a[1] = a1, a[2] = a2, a[3] = a3;                                                          \
      } else {                                                                                               \
        for (int32_t i = patch->width; i > 0; i--) {                                                         \
          a[0] = step(a[0], *(const type *)(const void *)from);                                              \
          from += pixel_bytes;                                                                               \
        }                                                                                                    \
      }                                                                                                      \
    }                                                                                                        \
    for (int32_t i = 0; i < blocks; i++) {                                                                   \
      y[i] = finish(a[i], count, p);                                                                         \
    }                                                                                                        \
  }                                                                                                          \
  void kernel(const params_type *p, mote_rows rows, const type *x, type *y) {                                \
    const int32_t channels = p->g.x.channels;                                                                \
    for (int32_t oy = rows.first; oy < rows.end; oy++) {                                                     \
      uint8_t *to = (uint8_t *)y + mote_image_row(&p->g.y, oy);                                              \
      for (int32_t ox = 0; ox < p->g.y.width; ox++) {                                                        \
        mote_pool_patch patch = mote_pool_window(&p->g, oy, ox);                                             \
        type *out = (type *)(void *)to;                                                                      \
        for (int32_t c = 0; c < channels;) {                                                                 \
          int32_t blocks = channels - c >= 4 ? 4 : 1;                                                        \
          kernel##_channels(p, &patch, (const uint8_t *)(x + c), blocks, out + c);                           \
          c += blocks;                                                                                       \
        }                                                                                                    \
        to += p->g.y.pixel_bytes;                                                                            \
      }                                                                                                      \
    }                                                                                                        \
  }

/* run() of a descriptor with that kernel. io[]: x, y */
#define MOTE_POOL_RUN(run, kernel, params_type, type)                                    \
  static mote_status run(const void *params, void *const *io, mote_instance *instance) { \
    (void)instance;                                                                      \
    const params_type *p = params;                                                       \
    const uint8_t *x = io[0];                                                            \
    uint8_t *y = io[1];                                                                  \
    mote_rows all = {0, p->g.y.height};                                                  \
    for (int32_t b = 0; b < p->g.batches; b++) {                                         \
      kernel(p, all, (const type *)(const void *)x, (type *)(void *)y);                  \
      x += p->g.x.row_bytes * p->g.x.height;                                             \
      y += p->g.y.row_bytes * p->g.y.height;                                             \
    }                                                                                    \
    return MOTE_OK;                                                                      \
  }

#endif
