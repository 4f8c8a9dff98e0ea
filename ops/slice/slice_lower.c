/* SPDX-License-Identifier: Apache-2.0 */
#include "slice.h"

typedef struct slice_inputs {
  mote_tensor x, begin, size, y;
  uint32_t begin_words;
} slice_inputs;

static mote_status read_inputs(mote_lowering *l, slice_inputs *in) {
  mote_lower_input(l, 0, &in->x);
  mote_lower_output(l, 0, &in->y);
  uint32_t rank = in->x.shape.rank;
  MOTE_TRY(mote_lower_indices(l, 1, &in->begin, &in->begin_words));
  MOTE_CHECK(l, mote_shape_count(&in->begin.shape) == rank, MOTE_SHAPE, &in->begin, rank,
             mote_shape_count(&in->begin.shape), "there must be one begin for each dimension");
  MOTE_CHECK(l, in->y.shape.rank == rank, MOTE_SHAPE, &in->y, rank, in->y.shape.rank, "the output's rank is wrong");
  mote_lower_input(l, 2, &in->size);
  MOTE_CHECK(l, in->size.is_constant, MOTE_UNSUPPORTED_FEATURE, &in->size, 0, 0,
             "a size that is known at run time only, so that the output has no fixed shape");
  return mote_lower_constants(l, 2, rank, &in->size);
}

/* With a begin that comes at run time, "up to the end" is as long as the file says. */
static mote_status infer(mote_lowering *l, uint32_t output, mote_shape *shape) {
  (void)output;
  slice_inputs in;
  MOTE_TRY(read_inputs(l, &in));
  *shape = in.x.shape;
  for (uint32_t d = 0; d < shape->rank; d++) {
    int32_t whole = shape->dims[d], size = mote_constant_int(&in.size, d);
    int32_t begin = in.begin.is_constant ? mote_constant_int(&in.begin, d) : 0;
    MOTE_CHECK(l, begin >= 0 && begin <= whole, MOTE_INDEX, &in.begin, whole, begin,
               "the slice begins outside of the input");
    if (size == -1) {
      size = in.begin.is_constant ? whole - begin : in.y.shape.dims[d];
    }
    MOTE_CHECK(l, size >= 0 && size <= whole - begin, MOTE_INDEX, &in.size, whole - begin, size,
               "the slice ends outside of the input");
    shape->dims[d] = size;
  }
  return MOTE_OK;
}

static const mote_op slice = {
    .name = "SLICE",
    .code = 65,
    .options_type = 48,
    .min_inputs = 3,
    .max_inputs = 3,
    .min_outputs = 1,
    .max_outputs = 1,
    .infer = infer,
};

/* io[]: x, begin, size, y, axes, coordinates of begin */
static mote_status lower(mote_lowering *l) {
  slice_inputs in;
  MOTE_TRY(read_inputs(l, &in));
  MOTE_TRY(mote_check_movable(l, &in.x, &in.y));
  uint32_t rank = in.x.shape.rank;
  mote_slice_params p = {.begin_count = in.begin.is_constant ? 0 : rank, .begin_words = in.begin_words};
  mote_strides from = mote_dense_strides(&in.x), to = mote_dense_strides(&in.y);
  for (uint32_t d = 0; d < rank && in.begin.is_constant; d++) {
    p.part.x_start += mote_constant_int(&in.begin, d) * from.bytes[d];
  }
  mote_lower_strided(l, 0, &in.y.shape, &from, &to, mote_type_bytes(in.x.type, 1), &p.part);
  mote_coordinate *coordinates = mote_lower_alloc(l, 1, p.begin_count * (uint32_t)sizeof *coordinates);
  for (uint32_t d = 0; coordinates && d < p.begin_count; d++) {
    coordinates[d].size = in.x.shape.dims[d] - in.y.shape.dims[d] + 1;
    coordinates[d].stride_bytes = from.bytes[d];
  }
  l->view = in.x.bytes == in.y.bytes && in.begin.is_constant;
  mote_lower_params(l, &p);
  return MOTE_OK;
}

static mote_status run(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  const mote_slice_params *p = params;
  int32_t start;
  MOTE_TRY(mote_locate(io[5], p->begin_count, io[1], p->begin_words, &start));
  if (io[0] != io[3]) {
    mote_strided_copy(&p->part, io[4], (const uint8_t *)io[0] + start, io[3]);
  }
  return MOTE_OK;
}

MOTE_KERNEL(slice, slice, MOTE_TYPES(MOTE_NONE, MOTE_NONE, MOTE_NONE, MOTE_NONE), mote_slice_params, 2, lower, run);
