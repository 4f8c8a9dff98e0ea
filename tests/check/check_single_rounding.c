/* SPDX-License-Identifier: Apache-2.0 */
/*
 * FULLY_CONNECTED on integers as TensorFlow Lite's reference kernels compute it, for goldens that only they have given:
 * the accumulator times the scale is rounded once, where TensorFlow Lite Micro (and mote) rounds twice, or cuts the
 * multiplier of 16-bit activations to 16 bits. Plain loops and floating point: this shares nothing with mote's kernels but
 * the operator's options and shapes.
 */
#include "check.h"
#include "mote/kernel.h"

#include <math.h>
#include <string.h>

enum { FULLY_CONNECTED = 9, ACTIVATION_SLOT = 0, MAX_KERNELS = 512 };

typedef struct {
  int32_t batches, depth, units;
  int32_t x_zero_point, w_zero_point, y_zero_point;
  int32_t min, max;
  int32_t is_per_channel;
  int32_t x_type, w_type, bias_type; /* mote_type */
} params;

/* scale = multiplier * 2^(shift - 31) */
typedef struct {
  int32_t multiplier, shift;
} fixed_scale;

/* --- Lowering ----------------------------------------------------------------------------------------------------- */

/* TFLite's QuantizeMultiplier. */
static fixed_scale fixed_of(double scale) {
  int exponent;
  double fraction = frexp(scale, &exponent);
  int64_t multiplier = llround(ldexp(fraction, 31));
  if (multiplier == INT64_C(1) << 31) {
    multiplier /= 2;
    exponent++;
  }
  return exponent < -31 ? (fixed_scale){0, 0} : (fixed_scale){(int32_t)multiplier, exponent};
}

static int32_t quantize(const mote_tensor *t, float value) {
  return t->zero_point + (int32_t)lroundf(value / t->scale[0]);
}

static void set_range(params *p, const mote_tensor *y, int32_t activation) {
  p->min = y->type == MOTE_INT16 ? INT16_MIN : INT8_MIN;
  p->max = y->type == MOTE_INT16 ? INT16_MAX : INT8_MAX;
  float low = activation == MOTE_ACT_RELU_N1_TO_1 ? -1.0f : 0.0f;
  float high = activation == MOTE_ACT_RELU_N1_TO_1 ? 1.0f : 6.0f;
  if (activation != MOTE_ACT_NONE && quantize(y, low) > p->min) {
    p->min = quantize(y, low);
  }
  if (activation != MOTE_ACT_NONE && activation != MOTE_ACT_RELU && quantize(y, high) < p->max) {
    p->max = quantize(y, high);
  }
}

/* One scale: the product of the scales in float; one a channel: in double. */
static void set_scales(fixed_scale *scales, const mote_tensor *x, const mote_tensor *w, const mote_tensor *y) {
  for (uint32_t i = 0; i < w->scale_count; i++) {
    float product = x->scale[0] * w->scale[i];
    double exact = (double)x->scale[0] * (double)w->scale[i];
    scales[i] = fixed_of((w->scale_count > 1 ? exact : (double)product) / (double)y->scale[0]);
  }
}

static int32_t activation_of(const mote_lowering *l) {
  for (uint32_t i = 0; i < l->kernel->op->option_count; i++) {
    if (l->kernel->op->options[i].slot == ACTIVATION_SLOT) {
      return l->option[i];
    }
  }
  return MOTE_ACT_NONE;
}

static mote_status lower(mote_lowering *l) {
  mote_tensor x, w, bias, y;
  mote_lower_input(l, 0, &x);
  mote_lower_input(l, 1, &w);
  mote_lower_input(l, 2, &bias);
  mote_lower_output(l, 0, &y);
  bool fits = w.shape.rank == 2 && (w.scale_count == 1 || w.scale_count == (uint32_t)w.shape.dims[0]);
  MOTE_CHECK(l, fits && x.scale_count == 1 && y.scale_count == 1, MOTE_QUANTIZATION, &w, 1, w.scale_count, "scales");
  uint32_t depth = (uint32_t)w.shape.dims[1];
  params p = {
      .batches = (int32_t)(x.bytes / mote_type_bytes(x.type, depth)),
      .depth = w.shape.dims[1],
      .units = w.shape.dims[0],
      .x_zero_point = x.zero_point,
      .w_zero_point = w.zero_point,
      .y_zero_point = y.zero_point,
      .is_per_channel = w.scale_count > 1,
      .x_type = (int32_t)x.type,
      .w_type = (int32_t)w.type,
      .bias_type = (int32_t)bias.type,
  };
  set_range(&p, &y, activation_of(l));
  fixed_scale *scales = mote_lower_alloc(l, 0, w.scale_count * (uint32_t)sizeof *scales);
  if (scales) {
    set_scales(scales, &x, &w, &y);
  }
  mote_lower_params(l, &p);
  return MOTE_OK;
}

/* --- Running ------------------------------------------------------------------------------------------------------ */

/* Element `i`; biases may stand off their alignment. */
static int64_t load(const void *data, int32_t type, int32_t i) {
  const uint8_t *bytes = data;
  int16_t half;
  int32_t word;
  int64_t wide;
  switch (type) {
  case MOTE_INT4: return (int8_t)((bytes[i / 2] >> (i % 2 ? 4 : 0) & 15) ^ 8) - 8;
  case MOTE_INT8: return (int8_t)bytes[i];
  case MOTE_INT16: memcpy(&half, bytes + 2 * (size_t)i, sizeof half); return half;
  case MOTE_INT32: memcpy(&word, bytes + 4 * (size_t)i, sizeof word); return word;
  default: memcpy(&wide, bytes + 8 * (size_t)i, sizeof wide); return wide;
  }
}

/* To the nearest, halves up. */
static int64_t scale_once(int64_t sum, fixed_scale scale) {
  long double exact = ldexpl((long double)sum * scale.multiplier, scale.shift - 31);
  long double below = floorl(exact);
  return (int64_t)below + (exact - below >= 0.5L);
}

static int32_t output_of(const params *p, void *const *io, int32_t batch, int32_t unit) {
  const fixed_scale *scales = io[4];
  int64_t sum = io[2] ? load(io[2], p->bias_type, unit) : 0;
  for (int32_t d = 0; d < p->depth; d++) {
    int64_t x = load(io[0], p->x_type, batch * p->depth + d) - p->x_zero_point;
    sum += x * (load(io[1], p->w_type, unit * p->depth + d) - p->w_zero_point);
  }
  int64_t y = scale_once(sum, scales[p->is_per_channel ? unit : 0]) + p->y_zero_point;
  return (int32_t)(y < p->min ? p->min : y > p->max ? p->max : y);
}

/* io[]: x, w, bias, y, scales */
static mote_status run(const void *lowered, void *const *io, mote_instance *instance) {
  (void)instance;
  const params *p = lowered;
  for (int32_t i = 0; i < p->batches * p->units; i++) {
    int32_t y = output_of(p, io, i / p->units, i % p->units);
    if (p->x_type == MOTE_INT16) {
      ((int16_t *)io[3])[i] = (int16_t)y;
    } else {
      ((int8_t *)io[3])[i] = (int8_t)y;
    }
  }
  return MOTE_OK;
}

/* --- The list ----------------------------------------------------------------------------------------------------- */

static const uint16_t types[] = {
    MOTE_TYPES(MOTE_INT8, MOTE_INT8, MOTE_INT32, MOTE_INT8),
    MOTE_TYPES(MOTE_INT8, MOTE_INT4, MOTE_INT32, MOTE_INT8),
    MOTE_TYPES(MOTE_INT16, MOTE_INT8, MOTE_INT32, MOTE_INT16),
    MOTE_TYPES(MOTE_INT16, MOTE_INT8, MOTE_INT64, MOTE_INT16),
};

enum { OWN_COUNT = sizeof types / sizeof types[0] };

static const mote_op *find_op(uint16_t code) {
  size_t i = 0;
  while (mote_all_kernels[i] && mote_all_kernels[i]->op->code != code) {
    i++;
  }
  return mote_all_kernels[i] ? mote_all_kernels[i]->op : NULL;
}

/* The first kernel whose types fit an operator is taken: the own ones stand before the library's. */
const mote_kernel *const *check_single_rounding_kernels(void) {
  static mote_kernel own[OWN_COUNT];
  static const mote_kernel *list[MAX_KERNELS];
  const mote_op *op = find_op(FULLY_CONNECTED);
  if (list[0] || !op) {
    return op ? list : mote_all_kernels;
  }
  size_t count = 0;
  for (size_t i = 0; i < OWN_COUNT; i++) {
    own[i] = (mote_kernel){
        .op = op,
        .types = types[i],
        .params_words = sizeof(params) / 4,
        .extra_count = 1,
        .lower = lower,
        .run = run,
    };
    list[count++] = &own[i];
  }
  for (size_t i = 0; mote_all_kernels[i] && count + 1 < MAX_KERNELS; i++) {
    list[count++] = mote_all_kernels[i];
  }
  return list;
}
