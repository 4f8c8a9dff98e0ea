/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/strided.h"
#include "scatter_nd.h"

static mote_status infer(mote_lowering *l, uint32_t output, mote_shape *shape) {
  (void)output;
  return mote_infer_constant_shape(l, 2, shape);
}

static const mote_op scatter_nd = {
    .name = "SCATTER_ND",
    .code = 122,
    .options_type = 97,
    .min_inputs = 3,
    .max_inputs = 3,
    .min_outputs = 1,
    .max_outputs = 1,
    .infer = infer,
};

/* io[]: indices, updates, shape, y, coordinates */
static mote_status lower(mote_lowering *l) {
  mote_tensor indices, updates, y;
  mote_scatter_nd_params p;
  mote_lower_input(l, 1, &updates);
  mote_lower_output(l, 0, &y);
  MOTE_TRY(mote_lower_indices(l, 0, &indices, &p.index_words));
  uint32_t rank = indices.shape.rank;
  MOTE_CHECK(l, rank > 0, MOTE_SHAPE, &indices, 1, 0, "the indices must have a dimension");
  p.depth = (uint32_t)indices.shape.dims[rank - 1];
  MOTE_CHECK(l, p.depth <= y.shape.rank, MOTE_SHAPE, &indices, y.shape.rank, p.depth,
             "more indices than the output has dimensions");
  p.count = mote_shape_product(&indices.shape, 0, rank - 1);
  p.piece = mote_shape_product(&y.shape, p.depth, y.shape.rank);
  p.y_count = mote_shape_count(&y.shape);
  uint32_t needed = p.count * p.piece, available = mote_shape_count(&updates.shape);
  MOTE_CHECK(l, needed / p.piece == p.count && needed == available, MOTE_SHAPE, &updates, needed, available,
             "the updates are not as many as the indices name elements");
  mote_strides dense = mote_dense_strides(&y);
  mote_coordinate *coordinates = mote_lower_alloc(l, 0, p.depth * (uint32_t)sizeof *coordinates);
  for (uint32_t d = 0; coordinates && d < p.depth; d++) {
    coordinates[d].size = y.shape.dims[d];
    coordinates[d].stride_bytes = dense.bytes[d];
  }
  mote_lower_params(l, &p);
  return MOTE_OK;
}

#define DEFINE_RUN(run, kernel)                                                          \
  static mote_status run(const void *params, void *const *io, mote_instance *instance) { \
    (void)instance;                                                                      \
    return kernel(params, io[4], io[0], io[1], io[3]);                                   \
  }

DEFINE_RUN(run_s8, mote_scatter_nd_s8)
DEFINE_RUN(run_f32, mote_scatter_nd_f32)
DEFINE_RUN(run_s32, mote_scatter_nd_s32)
DEFINE_RUN(run_s64, mote_scatter_nd_s64)

#define DESCRIPTOR(kernel, type, run) \
  MOTE_KERNEL(kernel, scatter_nd, MOTE_TYPES(MOTE_NONE, type, MOTE_NONE, type), mote_scatter_nd_params, 1, lower, run)

DESCRIPTOR(scatter_nd_s8, MOTE_INT8, run_s8);
DESCRIPTOR(scatter_nd_f32, MOTE_FLOAT32, run_f32);
DESCRIPTOR(scatter_nd_s32, MOTE_INT32, run_s32);
DESCRIPTOR(scatter_nd_s64, MOTE_INT64, run_s64);
