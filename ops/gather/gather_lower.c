/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/index.h"
#include "../common/join.h"
#include "../common/strided.h"
#include "gather.h"

enum { AXIS, BATCH_DIMS };

static const mote_option options[] = {
    [AXIS] = {MOTE_NAME("axis"), 0, MOTE_OPTION_INT32, 0, -MOTE_MAX_RANK, MOTE_MAX_RANK - 1},
    [BATCH_DIMS] = {MOTE_NAME("batch_dims"), 1, MOTE_OPTION_INT32, 0, -MOTE_MAX_RANK, MOTE_MAX_RANK},
};

typedef struct gather_inputs {
  mote_tensor x, indices;
  uint32_t index_words, axis, batch_dims;
} gather_inputs;

static mote_status read_inputs(mote_lowering *l, gather_inputs *in) {
  mote_lower_input(l, 0, &in->x);
  MOTE_TRY(mote_lower_indices(l, 1, &in->indices, &in->index_words));
  MOTE_TRY(mote_lower_axis(l, l->option[AXIS], in->x.shape.rank, &in->axis));
  int32_t rank = (int32_t)in->indices.shape.rank, batch_dims = l->option[BATCH_DIMS];
  batch_dims += batch_dims < 0 ? rank : 0;
  MOTE_CHECK(l, batch_dims >= 0 && batch_dims <= rank && batch_dims <= (int32_t)in->axis, MOTE_OPTION, &in->indices,
             in->axis, batch_dims, "batch_dims is more than the axis or than the dimensions of the indices");
  in->batch_dims = (uint32_t)batch_dims;
  for (uint32_t d = 0; d < in->batch_dims; d++) {
    MOTE_CHECK(l, in->x.shape.dims[d] == in->indices.shape.dims[d], MOTE_SHAPE, &in->indices, in->x.shape.dims[d],
               in->indices.shape.dims[d], "the indices' batch dimensions are not those of the input");
  }
  return MOTE_OK;
}

static mote_status append(mote_lowering *l, mote_shape *shape, const mote_shape *from, uint32_t first, uint32_t end) {
  for (uint32_t d = first; d < end; d++) {
    MOTE_CHECK(l, shape->rank < MOTE_MAX_RANK, MOTE_TOO_LARGE, NULL, MOTE_MAX_RANK, shape->rank + 1,
               "the output's rank is too large");
    shape->dims[shape->rank++] = from->dims[d];
  }
  return MOTE_OK;
}

static mote_status infer(mote_lowering *l, uint32_t output, mote_shape *shape) {
  (void)output;
  gather_inputs in;
  MOTE_TRY(read_inputs(l, &in));
  shape->rank = 0;
  MOTE_TRY(append(l, shape, &in.x.shape, 0, in.axis));
  MOTE_TRY(append(l, shape, &in.indices.shape, in.batch_dims, in.indices.shape.rank));
  return append(l, shape, &in.x.shape, in.axis + 1, in.x.shape.rank);
}

static const mote_op gather = {
    .name = "GATHER",
    .code = 36,
    .options_type = 23,
    .option_count = MOTE_COUNT_OF(options),
    .min_inputs = 2,
    .max_inputs = 2,
    .min_outputs = 1,
    .max_outputs = 1,
    .options = options,
    .infer = infer,
};

static mote_status lower(mote_lowering *l) {
  gather_inputs in;
  mote_tensor y;
  mote_lower_output(l, 0, &y);
  MOTE_TRY(read_inputs(l, &in));
  MOTE_TRY(mote_check_movable(l, &in.x, &y));
  const mote_shape *x = &in.x.shape;
  mote_gather_params p = {
      .batches = mote_shape_product(x, 0, in.batch_dims),
      .outer = mote_shape_product(x, in.batch_dims, in.axis),
      .axis_size = (uint32_t)x->dims[in.axis],
      .index_count = mote_shape_product(&in.indices.shape, in.batch_dims, in.indices.shape.rank),
      .index_words = in.index_words,
      .piece_bytes = mote_type_bytes(in.x.type, mote_shape_product(x, in.axis + 1, x->rank)),
  };
  mote_lower_params(l, &p);
  return MOTE_OK;
}

/* io[]: x, indices, y */
static mote_status run(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  return mote_gather(params, io[0], io[1], io[2]);
}

MOTE_KERNEL(gather, gather, MOTE_TYPES(MOTE_NONE, MOTE_NONE, MOTE_NONE, MOTE_NONE), mote_gather_params, 0, lower, run);
