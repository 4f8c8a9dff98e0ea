/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/hybrid.h"
#include "../common/scale.h"
#include "depthwise_conv_2d.h"

enum { PADDING, STRIDE_W, STRIDE_H, DEPTH_MULTIPLIER, ACTIVATION, DILATION_W, DILATION_H };
enum { SCALES, SCRATCH }; /* extra operands */

enum { MAX_PIXELS = 1 << 16 }; /* of a window: 2^16 * 255 * 128 < 2^31 */

/* The depth multiplier is redundant, and files have been seen with a wrong one: the shapes count. */
static const mote_option options[] = {
    [PADDING] = MOTE_OPTION_PADDING(0),
    [STRIDE_W] = {MOTE_NAME("stride_w"), 1, MOTE_OPTION_INT32, 0, 1, INT16_MAX},
    [STRIDE_H] = {MOTE_NAME("stride_h"), 2, MOTE_OPTION_INT32, 0, 1, INT16_MAX},
    [DEPTH_MULTIPLIER] = {MOTE_NAME("depth_multiplier"), 3, MOTE_OPTION_INT32, 0, MOTE_OPTION_MIN, MOTE_OPTION_MAX},
    [ACTIVATION] = MOTE_OPTION_ACTIVATION(4),
    [DILATION_W] = {MOTE_NAME("dilation_w_factor"), 5, MOTE_OPTION_INT32, 1, 1, INT16_MAX},
    [DILATION_H] = {MOTE_NAME("dilation_h_factor"), 6, MOTE_OPTION_INT32, 1, 1, INT16_MAX},
};

typedef struct operands {
  mote_tensor x, w, bias, y;
} operands;

static void read_operands(const mote_lowering *l, operands *o) {
  mote_lower_input(l, 0, &o->x);
  mote_lower_input(l, 1, &o->w);
  mote_lower_input(l, 2, &o->bias);
  mote_lower_output(l, 0, &o->y);
}

static mote_status lower_window(mote_lowering *l, const operands *o, mote_window *window, int32_t *out_height,
                                int32_t *out_width) {
  MOTE_TRY(mote_lower_filter(l, &o->w, window));
  MOTE_CHECK(l, window->height * window->width <= MAX_PIXELS, MOTE_TOO_LARGE, &o->w, MAX_PIXELS,
             window->height * window->width, "the sum over so large a window may leave 32 bits");
  window->stride_h = (int16_t)l->option[STRIDE_H];
  window->stride_w = (int16_t)l->option[STRIDE_W];
  window->dilation_h = (int16_t)l->option[DILATION_H];
  window->dilation_w = (int16_t)l->option[DILATION_W];
  return mote_lower_window(l, &o->x, l->option[PADDING], window, out_height, out_width);
}

static mote_status infer(mote_lowering *l, uint32_t output, mote_shape *shape) {
  (void)output;
  operands o;
  mote_window window;
  read_operands(l, &o);
  *shape = o.x.shape;
  MOTE_TRY(lower_window(l, &o, &window, &shape->dims[1], &shape->dims[2]));
  int32_t in_channels = o.x.shape.dims[3], channels = o.w.shape.dims[3];
  MOTE_CHECK(l, o.w.shape.dims[0] == 1, MOTE_SHAPE, &o.w, 1, o.w.shape.dims[0],
             "the weights must be 1 × height × width × channels");
  MOTE_CHECK(l, in_channels > 0 && channels > 0 && channels % in_channels == 0, MOTE_SHAPE, &o.w, in_channels, channels,
             "the weights' channels are no multiple of the input's");
  MOTE_CHECK(l, o.bias.type == MOTE_NONE || mote_shape_count(&o.bias.shape) == (uint32_t)channels, MOTE_SHAPE, &o.bias,
             channels, mote_shape_count(&o.bias.shape), "there must be one bias an output channel");
  shape->dims[3] = channels;
  return MOTE_OK;
}

static const mote_op depthwise_conv_2d = {
    .name = "DEPTHWISE_CONV_2D",
    .code = 4,
    .options_type = 2,
    .option_count = MOTE_COUNT_OF(options),
    .min_inputs = 2,
    .max_inputs = 3,
    .min_outputs = 1,
    .max_outputs = 1,
    .options = options,
    .infer = infer,
};

/* The kernels see inputs of type `x_type`, which is not the tensor's when they are quantised on the way. */
static mote_status lower_geometry(mote_lowering *l, const operands *o, mote_type x_type, mote_depthwise_geometry *g) {
  mote_tensor x = o->x;
  int32_t out_height, out_width;
  x.type = x_type;
  MOTE_TRY(mote_lower_image(l, &x, &g->x));
  MOTE_TRY(mote_lower_image(l, &o->y, &g->y));
  MOTE_TRY(lower_window(l, o, &g->window, &out_height, &out_width));
  MOTE_CHECK(l, x.shape.dims[0] <= UINT16_MAX, MOTE_TOO_LARGE, &o->x, UINT16_MAX, x.shape.dims[0],
             "there are too many images in a batch");
  g->multiplier = (uint16_t)(g->y.channels / g->x.channels);
  g->batches = (uint16_t)x.shape.dims[0];
  return MOTE_OK;
}

/* How far it is from one image to the next, in bytes. */
static int32_t image_bytes(const mote_image *image) {
  return image->height * image->row_bytes;
}

/* --- Integers ----------------------------------------------------------------------------------------------------- */

/* io[]: x, w, bias, y, scales */
static mote_status lower_integers(mote_lowering *l, const operands *o, int32_t form) {
  mote_depthwise_conv_2d_params p;
  for (uint32_t i = 0; i < o->w.scale_count; i++) {
    MOTE_CHECK(l, mote_zero_point(&o->w, i) == 0, MOTE_QUANTIZATION, &o->w, 0, mote_zero_point(&o->w, i),
               "the weights' zero points must be 0");
  }
  MOTE_TRY(lower_geometry(l, o, o->x.type, &p.g));
  MOTE_TRY(mote_lower_scales(l, SCALES, &o->x, &o->w, &o->y, 3, (mote_scale_form)form, &p.q));
  MOTE_TRY(mote_lower_activation(l, &o->y, l->option[ACTIVATION], &p.q));
  p.x_zero_point = o->x.zero_point;
  mote_lower_params(l, &p);
  return MOTE_OK;
}

static mote_status lower_s8(mote_lowering *l) {
  operands o;
  read_operands(l, &o);
  return lower_integers(l, &o, MOTE_PRODUCT_DOUBLE);
}

static mote_status lower_s16(mote_lowering *l) {
  operands o;
  read_operands(l, &o);
  MOTE_TRY(mote_check_zero_point(l, &o.x, 0));
  MOTE_TRY(mote_check_zero_point(l, &o.y, 0));
  return lower_integers(l, &o, MOTE_PRODUCT_DOUBLE | MOTE_WIDE);
}

/* Runs `kernel` on every image of the batch. */
#define DEFINE_RUN(run, kernel, type)                                                    \
  static mote_status run(const void *params, void *const *io, mote_instance *instance) { \
    (void)instance;                                                                      \
    const mote_depthwise_conv_2d_params *p = params;                                     \
    const mote_rows all = {0, p->g.y.height};                                            \
    const type *x = io[0];                                                               \
    type *y = io[3];                                                                     \
    for (int32_t b = 0; b < p->g.batches; b++) {                                         \
      kernel(p, all, x, io[1], io[2], io[4], y);                                         \
      x += image_bytes(&p->g.x) / (int32_t)sizeof *x;                                    \
      y += image_bytes(&p->g.y) / (int32_t)sizeof *y;                                    \
    }                                                                                    \
    return MOTE_OK;                                                                      \
  }

DEFINE_RUN(run_s8, mote_depthwise_conv_2d_s8, int8_t)
DEFINE_RUN(run_s4, mote_depthwise_conv_2d_s4, int8_t)
DEFINE_RUN(run_s16, mote_depthwise_conv_2d_s16, int16_t)

/* --- Floats ------------------------------------------------------------------------------------------------------- */

/* io[]: x, w, bias, y */
static mote_status lower_f32(mote_lowering *l) {
  operands o;
  mote_depthwise_conv_2d_f32_params p;
  read_operands(l, &o);
  MOTE_TRY(lower_geometry(l, &o, MOTE_FLOAT32, &p.g));
  mote_float_activation(l->option[ACTIVATION], &p.min, &p.max);
  mote_lower_params(l, &p);
  return MOTE_OK;
}

static mote_status run_f32(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  const mote_depthwise_conv_2d_f32_params *p = params;
  const mote_rows all = {0, p->g.y.height};
  const float *x = io[0];
  float *y = io[3];
  for (int32_t b = 0; b < p->g.batches; b++) {
    mote_depthwise_conv_2d_f32(p, all, x, io[1], io[2], y);
    x += image_bytes(&p->g.x) / (int32_t)sizeof *x;
    y += image_bytes(&p->g.y) / (int32_t)sizeof *y;
  }
  return MOTE_OK;
}

/* --- Hybrid ------------------------------------------------------------------------------------------------------- */

/* io[]: x, w, bias, y, the weights' scales, scratch: one image of quantised inputs */
static mote_status lower_hybrid(mote_lowering *l) {
  operands o;
  mote_depthwise_conv_2d_hybrid_params p;
  read_operands(l, &o);
  MOTE_TRY(lower_geometry(l, &o, MOTE_INT8, &p.g));
  MOTE_TRY(mote_lower_weight_scales(l, SCALES, &o.w, 3));
  mote_float_activation(l->option[ACTIVATION], &p.min, &p.max);
  p.per_channel = o.w.scale_count > 1;
  mote_lower_scratch(l, SCRATCH, (uint32_t)image_bytes(&p.g.x));
  mote_lower_params(l, &p);
  return MOTE_OK;
}

static mote_status run_hybrid(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  const mote_depthwise_conv_2d_hybrid_params *p = params;
  const mote_rows all = {0, p->g.y.height};
  const int32_t count = image_bytes(&p->g.x);
  const float *x = io[0];
  float *y = io[3];
  for (int32_t b = 0; b < p->g.batches; b++) {
    mote_hybrid_scale s = mote_quantize_asymmetric(x, count, io[5]);
    mote_depthwise_conv_2d_hybrid(p, all, io[5], s.scale, s.zero_point, io[1], io[4], io[2], y);
    x += count;
    y += image_bytes(&p->g.y) / (int32_t)sizeof *y;
  }
  return MOTE_OK;
}

MOTE_KERNEL(depthwise_conv_2d_s8, depthwise_conv_2d, MOTE_TYPES(MOTE_INT8, MOTE_INT8, MOTE_INT32, MOTE_INT8),
            mote_depthwise_conv_2d_params, 1, lower_s8, run_s8);
MOTE_KERNEL(depthwise_conv_2d_s4, depthwise_conv_2d, MOTE_TYPES(MOTE_INT8, MOTE_INT4, MOTE_INT32, MOTE_INT8),
            mote_depthwise_conv_2d_params, 1, lower_s8, run_s4);
MOTE_KERNEL(depthwise_conv_2d_s16, depthwise_conv_2d, MOTE_TYPES(MOTE_INT16, MOTE_INT8, MOTE_INT64, MOTE_INT16),
            mote_depthwise_conv_2d_params, 1, lower_s16, run_s16);
MOTE_KERNEL(depthwise_conv_2d_f32, depthwise_conv_2d,
            MOTE_TYPES(MOTE_FLOAT32, MOTE_FLOAT32, MOTE_FLOAT32, MOTE_FLOAT32), mote_depthwise_conv_2d_f32_params, 0,
            lower_f32, run_f32);
MOTE_KERNEL(depthwise_conv_2d_hybrid, depthwise_conv_2d,
            MOTE_TYPES(MOTE_FLOAT32, MOTE_INT8, MOTE_FLOAT32, MOTE_FLOAT32), mote_depthwise_conv_2d_hybrid_params, 2,
            lower_hybrid, run_hybrid);
