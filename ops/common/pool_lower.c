/* SPDX-License-Identifier: Apache-2.0 */
#include "pool.h"
#include "scale.h"

enum { PADDING, STRIDE_W, STRIDE_H, FILTER_WIDTH, FILTER_HEIGHT, ACTIVATION };

const mote_option mote_pool_options[MOTE_POOL_OPTIONS] = {
    [PADDING] = MOTE_OPTION_PADDING(0),
    [STRIDE_W] = {MOTE_NAME("stride_w"), 1, MOTE_OPTION_INT32, 0, 1, INT16_MAX},
    [STRIDE_H] = {MOTE_NAME("stride_h"), 2, MOTE_OPTION_INT32, 0, 1, INT16_MAX},
    [FILTER_WIDTH] = {MOTE_NAME("filter_width"), 3, MOTE_OPTION_INT32, 0, 1, INT16_MAX},
    [FILTER_HEIGHT] = {MOTE_NAME("filter_height"), 4, MOTE_OPTION_INT32, 0, 1, INT16_MAX},
    [ACTIVATION] = MOTE_OPTION_ACTIVATION(5),
};

static mote_status lower_window(mote_lowering *l, const mote_tensor *x, mote_window *window, int32_t *out_height,
                                int32_t *out_width) {
  mote_window w = {.height = (int16_t)l->option[FILTER_HEIGHT],
                   .width = (int16_t)l->option[FILTER_WIDTH],
                   .stride_h = (int16_t)l->option[STRIDE_H],
                   .stride_w = (int16_t)l->option[STRIDE_W],
                   .dilation_h = 1,
                   .dilation_w = 1};
  *window = w;
  /* Sums of int16 over the whole window stay below 31 bits. */
  int32_t elements = l->option[FILTER_HEIGHT] * l->option[FILTER_WIDTH];
  MOTE_CHECK(l, x->type == MOTE_FLOAT32 || elements <= UINT16_MAX, MOTE_TOO_LARGE, x, UINT16_MAX, elements,
             "the window has too many elements");
  return mote_lower_window(l, x, l->option[PADDING], window, out_height, out_width);
}

mote_status mote_infer_pool(mote_lowering *l, uint32_t output, mote_shape *shape) {
  (void)output;
  mote_tensor x;
  mote_window window;
  mote_lower_input(l, 0, &x);
  *shape = x.shape;
  return lower_window(l, &x, &window, &shape->dims[1], &shape->dims[2]);
}

static mote_status lower_geometry(mote_lowering *l, const mote_tensor *y, mote_pool_geometry *g) {
  mote_tensor x;
  int32_t out_height, out_width;
  mote_lower_input(l, 0, &x);
  g->batches = x.shape.dims[0];
  MOTE_TRY(mote_lower_image(l, &x, &g->x));
  MOTE_TRY(mote_lower_image(l, y, &g->y));
  return lower_window(l, &x, &g->window, &out_height, &out_width);
}

/* Elements are taken over as they are: the scales may differ by 1e-6, the zero points not at all. */
static mote_status check_same_scale(mote_lowering *l, const mote_tensor *x, const mote_tensor *y) {
  mote_real difference, other, limit;
  MOTE_TRY(mote_check_per_tensor(l, x));
  MOTE_TRY(mote_check_per_tensor(l, y));
  MOTE_TRY(mote_check_zero_point(l, y, x->zero_point));
  mote_scale_of(&difference, x);
  mote_scale_of(&other, y);
  mote_real_sub(&difference, &difference, &other);
  difference.negative = false;
  mote_real_from_int(&limit, 1);
  mote_real_from_int(&other, 1000000);
  mote_real_div(&limit, &limit, &other);
  MOTE_CHECK(l, mote_real_compare(&difference, &limit) <= 0, MOTE_QUANTIZATION, y, mote_float_bits(x->scale[0]),
             mote_float_bits(y->scale[0]), "the output's scale must be the input's");
  return MOTE_OK;
}

mote_status mote_lower_pool(mote_lowering *l) {
  mote_pool_params p;
  mote_requant q;
  mote_tensor x, y;
  mote_lower_input(l, 0, &x);
  mote_lower_output(l, 0, &y);
  MOTE_TRY(check_same_scale(l, &x, &y));
  MOTE_TRY(lower_geometry(l, &y, &p.g));
  MOTE_TRY(mote_lower_activation(l, &y, l->option[ACTIVATION], &q));
  p.min = q.min;
  p.max = q.max;
  mote_lower_params(l, &p);
  return MOTE_OK;
}

mote_status mote_lower_pool_f32(mote_lowering *l) {
  mote_pool_f32_params p;
  mote_tensor y;
  mote_lower_output(l, 0, &y);
  MOTE_TRY(lower_geometry(l, &y, &p.g));
  mote_float_activation(l->option[ACTIVATION], &p.min, &p.max);
  mote_lower_params(l, &p);
  return MOTE_OK;
}
