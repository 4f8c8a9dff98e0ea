/* SPDX-License-Identifier: Apache-2.0 */
#include "strided_slice.h"

#include "../common/index.h"

enum { BEGIN_MASK, END_MASK, ELLIPSIS_MASK, NEW_AXIS_MASK, SHRINK_AXIS_MASK, OFFSET };

static const mote_option options[] = {
    [BEGIN_MASK] = {MOTE_NAME("begin_mask"), 0, MOTE_OPTION_INT32, 0, 0, MOTE_OPTION_MAX},
    [END_MASK] = {MOTE_NAME("end_mask"), 1, MOTE_OPTION_INT32, 0, 0, MOTE_OPTION_MAX},
    [ELLIPSIS_MASK] = {MOTE_NAME("ellipsis_mask"), 2, MOTE_OPTION_INT32, 0, 0, MOTE_OPTION_MAX},
    [NEW_AXIS_MASK] = {MOTE_NAME("new_axis_mask"), 3, MOTE_OPTION_INT32, 0, 0, MOTE_OPTION_MAX},
    [SHRINK_AXIS_MASK] = {MOTE_NAME("shrink_axis_mask"), 4, MOTE_OPTION_INT32, 0, 0, MOTE_OPTION_MAX},
    [OFFSET] = {MOTE_NAME("offset"), 5, MOTE_OPTION_BOOL, 0, 0, 1},
};

/* The slice, an output axis after the other. */
typedef struct slice {
  mote_shape shape;
  mote_strides from; /* of the input, in bytes */
  int32_t start;     /* bytes */
  uint32_t x_axis;   /* the input's axis that comes next */
} slice;

typedef struct slice_inputs {
  mote_tensor x, begin, end, strides;
  mote_strides dense;
  uint32_t count; /* of begin, end and strides */
} slice_inputs;

static mote_status read_inputs(mote_lowering *l, slice_inputs *in) {
  mote_lower_input(l, 0, &in->x);
  mote_lower_input(l, 1, &in->begin);
  in->dense = mote_dense_strides(&in->x);
  in->count = mote_shape_count(&in->begin.shape);
  MOTE_TRY(mote_lower_constants(l, 1, in->count, &in->begin));
  MOTE_TRY(mote_lower_constants(l, 2, in->count, &in->end));
  return mote_lower_constants(l, 3, in->count, &in->strides);
}

static bool has_bit(const mote_lowering *l, uint32_t mask, uint32_t i) {
  return i < 31 && (l->option[mask] >> i & 1) != 0;
}

static mote_status add_axis(mote_lowering *l, slice *s, int32_t size, int32_t stride) {
  MOTE_CHECK(l, s->shape.rank < MOTE_MAX_RANK, MOTE_TOO_LARGE, NULL, MOTE_MAX_RANK, s->shape.rank + 1,
             "the output's rank is too large");
  s->shape.dims[s->shape.rank] = size;
  s->from.bytes[s->shape.rank++] = stride;
  return MOTE_OK;
}

static int32_t clamp_index(int32_t index, int32_t size, int32_t stride) {
  int32_t positive = index < 0 ? index + size : index;
  return stride > 0 ? mote_clamp(positive, 0, size) : mote_clamp(positive, -1, size - 1);
}

/* One axis of the input by begin[i], end[i], strides[i]. */
static mote_status slice_axis(mote_lowering *l, const slice_inputs *in, uint32_t i, slice *s) {
  int32_t size = in->x.shape.dims[s->x_axis], dense = in->dense.bytes[s->x_axis];
  int32_t stride = mote_constant_int(&in->strides, i);
  int32_t begin = mote_constant_int(&in->begin, i), end = mote_constant_int(&in->end, i);
  bool shrink = has_bit(l, SHRINK_AXIS_MASK, i);
  MOTE_CHECK(l, stride != 0, MOTE_OPTION, &in->strides, 1, stride, "a stride is 0");
  int32_t longest = size > 0 ? size : 1; /* a longer stride takes one element too, but may overflow below */
  stride = mote_clamp(stride, -longest, longest);
  int32_t first = has_bit(l, BEGIN_MASK, i) ? (stride > 0 ? 0 : size - 1) : clamp_index(begin, size, stride);
  if (l->option[OFFSET] && !has_bit(l, END_MASK, i)) {
    end = (int32_t)((uint32_t)end + (uint32_t)begin);
  }
  int32_t last = has_bit(l, END_MASK, i) ? (stride > 0 ? size : -1) : clamp_index(end, size, stride);
  int32_t count = stride > 0 ? (last - first + stride - 1) / stride : (first - last - stride - 1) / -stride;
  count = count > 0 ? count : 0; /* an empty slice is one, and nothing is read */
  MOTE_CHECK(l, (count == 0 && !shrink) || (first >= 0 && first < size), MOTE_SHAPE, &in->begin, size, first,
             "the slice begins outside of the input");
  s->start += first * dense;
  s->x_axis++;
  return shrink ? MOTE_OK : add_axis(l, s, count, count > 1 ? stride * dense : dense);
}

static mote_status whole_axis(mote_lowering *l, const slice_inputs *in, slice *s) {
  int32_t size = in->x.shape.dims[s->x_axis], stride = in->dense.bytes[s->x_axis];
  s->x_axis++;
  return add_axis(l, s, size, stride);
}

static mote_status read_slice(mote_lowering *l, slice *s) {
  slice_inputs in;
  MOTE_TRY(read_inputs(l, &in));
  *s = (slice){.start = 0};
  uint32_t new_axes = 0;
  for (uint32_t i = 0; i < in.count; i++) {
    new_axes += has_bit(l, NEW_AXIS_MASK, i) && !has_bit(l, ELLIPSIS_MASK, i);
  }
  for (uint32_t i = 0; i < in.count; i++) {
    if (has_bit(l, ELLIPSIS_MASK, i)) { /* all axes that the other entries leave */
      uint32_t after = in.count - i - 1 < in.x.shape.rank ? in.count - i - 1 : in.x.shape.rank;
      for (uint32_t j = i + 1; j < in.count; j++) {
        after -= after > 0 && has_bit(l, NEW_AXIS_MASK, j);
      }
      while (s->x_axis + after < in.x.shape.rank) {
        MOTE_TRY(whole_axis(l, &in, s));
      }
    } else if (has_bit(l, NEW_AXIS_MASK, i)) {
      MOTE_TRY(add_axis(l, s, 1, 0));
    } else {
      MOTE_CHECK(l, s->x_axis < in.x.shape.rank, MOTE_SHAPE, &in.begin, in.x.shape.rank, in.count - new_axes,
                 "more indices than the input has dimensions");
      MOTE_TRY(slice_axis(l, &in, i, s));
    }
  }
  while (s->x_axis < in.x.shape.rank) {
    MOTE_TRY(whole_axis(l, &in, s));
  }
  return MOTE_OK;
}

static mote_status infer(mote_lowering *l, uint32_t output, mote_shape *shape) {
  (void)output;
  slice s;
  MOTE_TRY(read_slice(l, &s));
  *shape = s.shape;
  return MOTE_OK;
}

static const mote_op strided_slice = {
    .name = "STRIDED_SLICE",
    .code = 45,
    .options_type = 32,
    .option_count = MOTE_COUNT_OF(options),
    .min_inputs = 4,
    .max_inputs = 4,
    .min_outputs = 1,
    .max_outputs = 1,
    .options = options,
    .infer = infer,
};

/* io[]: x, begin, end, strides, y, axes */
static mote_status lower(mote_lowering *l) {
  mote_tensor x, y;
  slice s;
  mote_lower_input(l, 0, &x);
  mote_lower_output(l, 0, &y);
  MOTE_TRY(mote_check_movable(l, &x, &y));
  MOTE_TRY(read_slice(l, &s));
  mote_strides to = mote_dense_strides(&y);
  mote_strided_params p = {.x_start = s.start};
  mote_lower_strided(l, 0, &s.shape, &s.from, &to, mote_type_bytes(x.type, 1), &p);
  mote_lower_params(l, &p);
  return MOTE_OK;
}

static mote_status run(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  mote_strided_copy(params, io[5], io[0], io[4]);
  return MOTE_OK;
}

MOTE_KERNEL(strided_slice, strided_slice, MOTE_TYPES(MOTE_NONE, MOTE_INT32, MOTE_INT32, MOTE_NONE), mote_strided_params,
            1, lower, run);
