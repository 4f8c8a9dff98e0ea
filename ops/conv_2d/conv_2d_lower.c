/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/hybrid.h"
#include "../common/matvec.h"
#include "conv_2d.h"

enum { PADDING, STRIDE_W, STRIDE_H, ACTIVATION, DILATION_W, DILATION_H, BIAS_TYPE };
enum { SCALES, SCRATCH }; /* extra operands */

enum { TENSOR_TYPE_INT32 = 2 }; /* of the schema */

static const mote_option options[] = {
    [PADDING] = MOTE_OPTION_PADDING(0),
    [STRIDE_W] = {MOTE_NAME("stride_w"), 1, MOTE_OPTION_INT32, 0, 1, INT16_MAX},
    [STRIDE_H] = {MOTE_NAME("stride_h"), 2, MOTE_OPTION_INT32, 0, 1, INT16_MAX},
    [ACTIVATION] = MOTE_OPTION_ACTIVATION(3),
    [DILATION_W] = {MOTE_NAME("dilation_w_factor"), 4, MOTE_OPTION_INT32, 1, 1, INT16_MAX},
    [DILATION_H] = {MOTE_NAME("dilation_h_factor"), 5, MOTE_OPTION_INT32, 1, 1, INT16_MAX},
    [BIAS_TYPE] = {MOTE_NAME("quantized_bias_type"), 6, MOTE_OPTION_INT8, 0, MOTE_OPTION_MIN, MOTE_OPTION_MAX},
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
  int32_t units = o.w.shape.dims[0], channels = o.x.shape.dims[3], group_channels = o.w.shape.dims[3];
  MOTE_CHECK(l, group_channels > 0 && channels > 0 && channels % group_channels == 0, MOTE_SHAPE, &o.w, channels,
             group_channels, "the input's channels are no multiple of the weights'");
  MOTE_CHECK(l, units > 0 && units % (channels / group_channels) == 0, MOTE_SHAPE, &o.w, channels / group_channels,
             units, "the output's channels are no multiple of the number of groups");
  MOTE_CHECK(l, o.bias.type == MOTE_NONE || mote_shape_count(&o.bias.shape) == (uint32_t)units, MOTE_SHAPE, &o.bias,
             units, mote_shape_count(&o.bias.shape), "there must be one bias an output channel");
  shape->dims[3] = units;
  return MOTE_OK;
}

static const mote_op conv_2d = {
    .name = "CONV_2D",
    .code = 3,
    .options_type = 1,
    .option_count = MOTE_COUNT_OF(options),
    .min_inputs = 2,
    .max_inputs = 3,
    .min_outputs = 1,
    .max_outputs = 1,
    .options = options,
    .infer = infer,
};

/* The kernels see inputs of type `x_type`, which is not the tensor's when they are quantised on the way. */
static mote_status lower_geometry(mote_lowering *l, const operands *o, mote_type x_type, mote_conv_2d_geometry *g) {
  mote_tensor x = o->x;
  int32_t out_height, out_width;
  x.type = x_type;
  MOTE_TRY(mote_lower_image(l, &x, &g->x));
  MOTE_TRY(mote_lower_image(l, &o->y, &g->y));
  MOTE_TRY(lower_window(l, o, &g->window, &out_height, &out_width));
  g->group_channels = (uint16_t)o->w.shape.dims[3];
  g->group_units = (uint16_t)(g->y.channels / (g->x.channels / g->group_channels));
  g->batches = x.shape.dims[0];
  return MOTE_OK;
}

static mote_status check_depth(mote_lowering *l, const mote_tensor *w) {
  uint32_t depth = mote_shape_product(&w->shape, 1, 4);
  MOTE_CHECK(l, depth <= MOTE_MATVEC_MAX_DEPTH, MOTE_TOO_LARGE, w, MOTE_MATVEC_MAX_DEPTH, depth,
             "the sum over a window of so many weights may leave 32 bits");
  return MOTE_OK;
}

/* --- Integers ----------------------------------------------------------------------------------------------------- */

/* io[]: x, w, bias, y, scales, scratch */
static mote_status lower_integers(mote_lowering *l, const operands *o, int32_t form, mote_conv_2d_params *p) {
  for (uint32_t i = 0; i < o->w.scale_count; i++) {
    MOTE_CHECK(l, mote_zero_point(&o->w, i) == 0, MOTE_QUANTIZATION, &o->w, 0, mote_zero_point(&o->w, i),
               "the weights' zero points must be 0");
  }
  MOTE_TRY(lower_geometry(l, o, o->x.type, &p->g));
  MOTE_TRY(mote_lower_scales(l, SCALES, &o->x, &o->w, &o->y, 0, (mote_scale_form)form, &p->q));
  MOTE_TRY(mote_lower_activation(l, &o->y, l->option[ACTIVATION], &p->q));
  p->x_zero_point = (int16_t)o->x.zero_point;
  mote_lower_scratch(l, SCRATCH, (uint32_t)mote_conv_2d_scratch_bytes(&p->g, 2));
  mote_lower_params(l, p);
  return MOTE_OK;
}

static mote_status lower_s8(mote_lowering *l) {
  operands o;
  mote_conv_2d_params p = {.wide = 0};
  read_operands(l, &o);
  MOTE_TRY(check_depth(l, &o.w));
  return lower_integers(l, &o, MOTE_PRODUCT_DOUBLE, &p);
}

/* Without a bias, an option says how many bits the sums have. */
static mote_status lower_s16(mote_lowering *l) {
  operands o;
  read_operands(l, &o);
  MOTE_CHECK(l, o.x.zero_point == 0, MOTE_QUANTIZATION, &o.x, 0, o.x.zero_point,
             "the zero point of an int16 must be 0");
  MOTE_CHECK(l, o.y.zero_point == 0, MOTE_QUANTIZATION, &o.y, 0, o.y.zero_point,
             "the zero point of an int16 must be 0");
  bool wide = o.bias.type == MOTE_INT64 || (o.bias.type == MOTE_NONE && l->option[BIAS_TYPE] != TENSOR_TYPE_INT32);
  mote_conv_2d_params p = {.wide = wide};
  return lower_integers(l, &o, MOTE_PRODUCT_DOUBLE | (wide ? MOTE_WIDE : 0), &p);
}

/* How far it is from one image to the next, in bytes. */
static int32_t image_bytes(const mote_image *image) {
  return image->height * image->row_bytes;
}

/* Runs `kernel` on every image of the batch. */
#define DEFINE_RUN(run, kernel, x_type, y_type)                                          \
  static mote_status run(const void *params, void *const *io, mote_instance *instance) { \
    (void)instance;                                                                      \
    const mote_conv_2d_params *p = params;                                               \
    const mote_rows all = {0, p->g.y.height};                                            \
    const x_type *x = io[0];                                                             \
    y_type *y = io[3];                                                                   \
    for (int32_t b = 0; b < p->g.batches; b++) {                                         \
      kernel(p, all, x, io[1], io[2], io[4], y, io[5]);                                  \
      x += image_bytes(&p->g.x) / (int32_t)sizeof *x;                                    \
      y += image_bytes(&p->g.y) / (int32_t)sizeof *y;                                    \
    }                                                                                    \
    return MOTE_OK;                                                                      \
  }

DEFINE_RUN(run_s8, mote_conv_2d_s8, int8_t, int8_t)
DEFINE_RUN(run_s4, mote_conv_2d_s4, int8_t, int8_t)
DEFINE_RUN(run_s16, mote_conv_2d_s16, int16_t, int16_t)

/* --- Floats ------------------------------------------------------------------------------------------------------- */

/* io[]: x, w, bias, y, scratch */
static mote_status lower_f32(mote_lowering *l) {
  operands o;
  mote_conv_2d_f32_params p;
  read_operands(l, &o);
  MOTE_TRY(lower_geometry(l, &o, MOTE_FLOAT32, &p.g));
  mote_float_activation(l->option[ACTIVATION], &p.min, &p.max);
  mote_lower_scratch(l, 0, (uint32_t)mote_conv_2d_scratch_bytes(&p.g, 4));
  mote_lower_params(l, &p);
  return MOTE_OK;
}

static mote_status run_f32(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  const mote_conv_2d_f32_params *p = params;
  const mote_rows all = {0, p->g.y.height};
  const float *x = io[0];
  float *y = io[3];
  for (int32_t b = 0; b < p->g.batches; b++) {
    mote_conv_2d_f32(p, all, x, io[1], io[2], y, io[4]);
    x += image_bytes(&p->g.x) / (int32_t)sizeof *x;
    y += image_bytes(&p->g.y) / (int32_t)sizeof *y;
  }
  return MOTE_OK;
}

/* --- Hybrid ------------------------------------------------------------------------------------------------------- */

/* TFLite quantises the inputs with a zero point where the weights have different scales. */
static bool has_different_scales(const mote_tensor *w) {
  for (uint32_t i = 1; i < w->scale_count; i++) {
    if (mote_float_bits(w->scale[i]) != mote_float_bits(w->scale[0])) {
      return true;
    }
  }
  return false;
}

/* io[]: x, w, bias, y, the weights' scales, scratch: what the kernel needs, then one image of quantised inputs */
static mote_status lower_hybrid(mote_lowering *l) {
  operands o;
  mote_conv_2d_hybrid_params p;
  read_operands(l, &o);
  MOTE_TRY(check_depth(l, &o.w));
  MOTE_TRY(lower_geometry(l, &o, MOTE_INT8, &p.g));
  MOTE_TRY(mote_lower_weight_scales(l, SCALES, &o.w, 0));
  mote_float_activation(l->option[ACTIVATION], &p.min, &p.max);
  p.is_asymmetric = has_different_scales(&o.w);
  p.per_channel = o.w.scale_count > 1;
  mote_lower_scratch(l, SCRATCH, (uint32_t)(mote_conv_2d_scratch_bytes(&p.g, 2) + image_bytes(&p.g.x)));
  mote_lower_params(l, &p);
  return MOTE_OK;
}

static mote_status run_hybrid(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  const mote_conv_2d_hybrid_params *p = params;
  const mote_conv_2d_geometry *g = &p->g;
  const mote_rows all = {0, g->y.height};
  const int32_t count = image_bytes(&g->x);
  const float *x = io[0];
  float *y = io[3];
  int8_t *quantized = (int8_t *)io[5] + mote_conv_2d_scratch_bytes(g, 2);
  for (int32_t b = 0; b < g->batches; b++) {
    mote_hybrid_scale s =
        p->is_asymmetric ? mote_quantize_asymmetric(x, count, quantized) : mote_quantize_symmetric(x, count, quantized);
    mote_conv_2d_hybrid(p, all, quantized, s.scale, s.zero_point, io[1], io[4], io[2], y, io[5]);
    x += count;
    y += image_bytes(&g->y) / (int32_t)sizeof *y;
  }
  return MOTE_OK;
}

MOTE_KERNEL(conv_2d_s8, conv_2d, MOTE_TYPES(MOTE_INT8, MOTE_INT8, MOTE_INT32, MOTE_INT8), mote_conv_2d_params, 2,
            lower_s8, run_s8);
MOTE_KERNEL(conv_2d_s4, conv_2d, MOTE_TYPES(MOTE_INT8, MOTE_INT4, MOTE_INT32, MOTE_INT8), mote_conv_2d_params, 2,
            lower_s8, run_s4);
MOTE_KERNEL(conv_2d_s16, conv_2d, MOTE_TYPES(MOTE_INT16, MOTE_INT8, MOTE_INT64, MOTE_INT16), mote_conv_2d_params, 2,
            lower_s16, run_s16);
MOTE_KERNEL(conv_2d_s16_b32, conv_2d, MOTE_TYPES(MOTE_INT16, MOTE_INT8, MOTE_INT32, MOTE_INT16), mote_conv_2d_params, 2,
            lower_s16, run_s16);
MOTE_KERNEL(conv_2d_f32, conv_2d, MOTE_TYPES(MOTE_FLOAT32, MOTE_FLOAT32, MOTE_FLOAT32, MOTE_FLOAT32),
            mote_conv_2d_f32_params, 1, lower_f32, run_f32);
MOTE_KERNEL(conv_2d_hybrid, conv_2d, MOTE_TYPES(MOTE_FLOAT32, MOTE_INT8, MOTE_FLOAT32, MOTE_FLOAT32),
            mote_conv_2d_hybrid_params, 2, lower_hybrid, run_hybrid);
