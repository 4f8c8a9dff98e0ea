/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/hybrid.h"
#include "../common/scale.h"
#include "transpose_conv.h"

enum { PADDING, STRIDE_W, STRIDE_H, ACTIVATION };
enum { SCALES, SCRATCH }; /* extra operands */

enum { MAX_DEPTH = 1 << 16 }; /* products in a sum: 2^16 * 255 * 128 < 2^31 */

static const mote_option options[] = {
    [PADDING] = MOTE_OPTION_PADDING(0),
    [STRIDE_W] = {MOTE_NAME("stride_w"), 1, MOTE_OPTION_INT32, 0, 1, INT16_MAX},
    [STRIDE_H] = {MOTE_NAME("stride_h"), 2, MOTE_OPTION_INT32, 0, 1, INT16_MAX},
    [ACTIVATION] = MOTE_OPTION_ACTIVATION(3),
};

typedef struct operands {
  mote_tensor shape, w, x, bias, y;
} operands;

static void read_operands(const mote_lowering *l, operands *o) {
  mote_lower_input(l, 0, &o->shape);
  mote_lower_input(l, 1, &o->w);
  mote_lower_input(l, 2, &o->x);
  mote_lower_input(l, 3, &o->bias);
  mote_lower_output(l, 0, &o->y);
}

/* The output's height and width come from input 0; the rest follows from x and w. When input 0 is no constant, the
 * file's shape counts. */
static mote_status infer(mote_lowering *l, uint32_t output, mote_shape *shape) {
  (void)output;
  operands o;
  mote_window window;
  read_operands(l, &o);
  MOTE_CHECK(l, o.shape.type == MOTE_INT32 && mote_shape_count(&o.shape.shape) == 4, MOTE_SHAPE, &o.shape, 4,
             mote_shape_count(&o.shape.shape), "the output's shape must be four int32");
  MOTE_CHECK(l, o.x.shape.rank == 4, MOTE_SHAPE, &o.x, 4, o.x.shape.rank,
             "an image must be batch × height × width × channels");
  MOTE_CHECK(l, o.y.shape.rank == 4, MOTE_SHAPE, &o.y, 4, o.y.shape.rank,
             "an image must be batch × height × width × channels");
  MOTE_TRY(mote_lower_filter(l, &o.w, &window));
  MOTE_CHECK(l, o.w.shape.dims[3] == o.x.shape.dims[3], MOTE_SHAPE, &o.w, o.x.shape.dims[3], o.w.shape.dims[3],
             "the weights must have as many channels as the input");
  MOTE_CHECK(l, o.bias.type == MOTE_NONE || mote_shape_count(&o.bias.shape) == (uint32_t)o.w.shape.dims[0], MOTE_SHAPE,
             &o.bias, o.w.shape.dims[0], mote_shape_count(&o.bias.shape), "there must be one bias an output channel");
  *shape = o.y.shape;
  shape->dims[0] = o.x.shape.dims[0];
  shape->dims[3] = o.w.shape.dims[0];
  for (uint32_t d = 0; o.shape.is_constant && d < 4; d++) {
    int32_t size = mote_constant_int(&o.shape, d);
    bool is_free = d == 1 || d == 2;
    MOTE_CHECK(l, is_free || size == shape->dims[d], MOTE_SHAPE, &o.shape, shape->dims[d], size,
               "the output's shape does not fit the input's batch or the weights' units");
    shape->dims[d] = size;
  }
  return MOTE_OK;
}

static const mote_op transpose_conv = {
    .name = "TRANSPOSE_CONV",
    .code = 67,
    .options_type = 49,
    .option_count = MOTE_COUNT_OF(options),
    .min_inputs = 3,
    .max_inputs = 4,
    .min_outputs = 1,
    .max_outputs = 1,
    .options = options,
    .infer = infer,
};

/* The padding before an axis of the output, as if the output were the input of a convolution. */
static int16_t pad_before(int32_t size, int32_t elements, int32_t stride, int32_t padding) {
  int32_t inputs = padding == MOTE_PADDING_SAME ? (size + stride - 1) / stride : (size + stride - elements) / stride;
  int32_t total = (inputs - 1) * stride + elements - size;
  return (int16_t)(inputs >= 0 && total > 0 ? total / 2 : 0);
}

/* The kernels see inputs of type `x_type`, which is not the tensor's when they are quantised on the way. */
static mote_status lower_geometry(mote_lowering *l, const operands *o, mote_type x_type,
                                  mote_transpose_conv_geometry *g) {
  mote_tensor x = o->x;
  mote_window *k = &g->window;
  x.type = x_type;
  MOTE_TRY(mote_lower_image(l, &x, &g->x));
  MOTE_TRY(mote_lower_image(l, &o->y, &g->y));
  MOTE_TRY(mote_lower_filter(l, &o->w, k));
  uint32_t depth = mote_shape_product(&o->w.shape, 1, 4);
  MOTE_CHECK(l, depth <= MAX_DEPTH, MOTE_TOO_LARGE, &o->w, MAX_DEPTH, depth,
             "the sum over a window of so many weights may leave 32 bits");
  k->stride_h = (int16_t)l->option[STRIDE_H];
  k->stride_w = (int16_t)l->option[STRIDE_W];
  k->dilation_h = 1;
  k->dilation_w = 1;
  k->pad_top = pad_before(g->y.height, k->height, k->stride_h, l->option[PADDING]);
  k->pad_left = pad_before(g->y.width, k->width, k->stride_w, l->option[PADDING]);
  g->batches = x.shape.dims[0];
  return MOTE_OK;
}

/* How far it is from one image to the next, in bytes. */
static int32_t image_bytes(const mote_image *image) {
  return image->height * image->row_bytes;
}

static mote_status check_bias(mote_lowering *l, const mote_tensor *bias, mote_type type) {
  MOTE_CHECK(l, bias->type == MOTE_NONE || bias->type == type, MOTE_TYPE, bias, type, bias->type,
             "the biases have the wrong type");
  return MOTE_OK;
}

/* --- Integers ----------------------------------------------------------------------------------------------------- */

/* io[]: shape, w, x, bias, y, scales */
static mote_status lower_integers(mote_lowering *l, const operands *o, int32_t form, mote_transpose_conv_params *p) {
  for (uint32_t i = 0; i < o->w.scale_count; i++) {
    MOTE_CHECK(l, mote_zero_point(&o->w, i) == 0, MOTE_QUANTIZATION, &o->w, 0, mote_zero_point(&o->w, i),
               "the weights' zero points must be 0");
  }
  MOTE_TRY(lower_geometry(l, o, o->x.type, &p->g));
  MOTE_TRY(mote_lower_scales(l, SCALES, &o->x, &o->w, &o->y, 0, (mote_scale_form)form, &p->q));
  MOTE_TRY(mote_lower_activation(l, &o->y, l->option[ACTIVATION], &p->q));
  p->x_zero_point = (int16_t)o->x.zero_point;
  mote_lower_params(l, p);
  return MOTE_OK;
}

static mote_status lower_s8(mote_lowering *l) {
  operands o;
  mote_transpose_conv_params p = {.bias_bytes = 4};
  read_operands(l, &o);
  MOTE_TRY(check_bias(l, &o.bias, MOTE_INT32));
  return lower_integers(l, &o, MOTE_PRODUCT_DOUBLE, &p);
}

static mote_status lower_s16(mote_lowering *l) {
  operands o;
  read_operands(l, &o);
  MOTE_TRY(mote_check_zero_point(l, &o.x, 0));
  MOTE_TRY(mote_check_zero_point(l, &o.y, 0));
  if (o.bias.type != MOTE_INT32 && o.bias.type != MOTE_INT16) {
    MOTE_TRY(check_bias(l, &o.bias, MOTE_INT64));
  }
  mote_transpose_conv_params p = {.bias_bytes = (int16_t)mote_type_bytes(o.bias.type, 1)};
  return lower_integers(l, &o, MOTE_PRODUCT_DOUBLE | (p.bias_bytes == 4 ? 0 : MOTE_WIDE), &p);
}

/* Runs `kernel` on every image of the batch. */
#define DEFINE_RUN(run, kernel, type)                                                    \
  static mote_status run(const void *params, void *const *io, mote_instance *instance) { \
    (void)instance;                                                                      \
    const mote_transpose_conv_params *p = params;                                        \
    const mote_rows all = {0, p->g.y.height};                                            \
    const type *x = io[2];                                                               \
    type *y = io[4];                                                                     \
    for (int32_t b = 0; b < p->g.batches; b++) {                                         \
      kernel(p, all, x, io[1], io[3], io[5], y);                                         \
      x += image_bytes(&p->g.x) / (int32_t)sizeof *x;                                    \
      y += image_bytes(&p->g.y) / (int32_t)sizeof *y;                                    \
    }                                                                                    \
    return MOTE_OK;                                                                      \
  }

DEFINE_RUN(run_s8, mote_transpose_conv_s8, int8_t)
DEFINE_RUN(run_s16, mote_transpose_conv_s16, int16_t)

/* --- Floats ------------------------------------------------------------------------------------------------------- */

/* io[]: shape, w, x, bias, y */
static mote_status lower_f32(mote_lowering *l) {
  operands o;
  mote_transpose_conv_f32_params p;
  read_operands(l, &o);
  MOTE_TRY(check_bias(l, &o.bias, MOTE_FLOAT32));
  MOTE_TRY(lower_geometry(l, &o, MOTE_FLOAT32, &p.g));
  mote_float_activation(l->option[ACTIVATION], &p.min, &p.max);
  mote_lower_params(l, &p);
  return MOTE_OK;
}

static mote_status run_f32(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  const mote_transpose_conv_f32_params *p = params;
  const mote_rows all = {0, p->g.y.height};
  const float *x = io[2];
  float *y = io[4];
  for (int32_t b = 0; b < p->g.batches; b++) {
    mote_transpose_conv_f32(p, all, x, io[1], io[3], y);
    x += image_bytes(&p->g.x) / (int32_t)sizeof *x;
    y += image_bytes(&p->g.y) / (int32_t)sizeof *y;
  }
  return MOTE_OK;
}

/* --- Hybrid ------------------------------------------------------------------------------------------------------- */

/* io[]: shape, w, x, bias, y, the weights' scales, scratch: one image of quantised inputs */
static mote_status lower_hybrid(mote_lowering *l) {
  operands o;
  mote_transpose_conv_hybrid_params p;
  read_operands(l, &o);
  MOTE_TRY(check_bias(l, &o.bias, MOTE_FLOAT32));
  MOTE_TRY(lower_geometry(l, &o, MOTE_INT8, &p.g));
  MOTE_TRY(mote_lower_weight_scales(l, SCALES, &o.w, 0));
  mote_float_activation(l->option[ACTIVATION], &p.min, &p.max);
  p.per_channel = o.w.scale_count > 1;
  mote_lower_scratch(l, SCRATCH, (uint32_t)image_bytes(&p.g.x));
  mote_lower_params(l, &p);
  return MOTE_OK;
}

static mote_status run_hybrid(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  const mote_transpose_conv_hybrid_params *p = params;
  const mote_rows all = {0, p->g.y.height};
  const int32_t count = image_bytes(&p->g.x);
  const float *x = io[2];
  float *y = io[4];
  for (int32_t b = 0; b < p->g.batches; b++) {
    mote_hybrid_scale s = mote_quantize_asymmetric(x, count, io[6]);
    mote_transpose_conv_hybrid(p, all, io[6], s.scale, s.zero_point, io[1], io[5], io[3], y);
    x += count;
    y += image_bytes(&p->g.y) / (int32_t)sizeof *y;
  }
  return MOTE_OK;
}

/* The first inputs are the output's shape, the weights and x; the type of the biases is for lower() to check. */
MOTE_KERNEL(transpose_conv_s8, transpose_conv, MOTE_TYPES(MOTE_INT32, MOTE_INT8, MOTE_INT8, MOTE_INT8),
            mote_transpose_conv_params, 1, lower_s8, run_s8);
MOTE_KERNEL(transpose_conv_s16, transpose_conv, MOTE_TYPES(MOTE_INT32, MOTE_INT8, MOTE_INT16, MOTE_INT16),
            mote_transpose_conv_params, 1, lower_s16, run_s16);
MOTE_KERNEL(transpose_conv_f32, transpose_conv, MOTE_TYPES(MOTE_INT32, MOTE_FLOAT32, MOTE_FLOAT32, MOTE_FLOAT32),
            mote_transpose_conv_f32_params, 0, lower_f32, run_f32);
MOTE_KERNEL(transpose_conv_hybrid, transpose_conv, MOTE_TYPES(MOTE_INT32, MOTE_INT8, MOTE_FLOAT32, MOTE_FLOAT32),
            mote_transpose_conv_hybrid_params, 2, lower_hybrid, run_hybrid);
