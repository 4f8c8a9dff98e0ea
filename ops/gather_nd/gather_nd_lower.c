/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/strided.h"
#include "gather_nd.h"

/* How many dimensions of x an index names: the last dimension of the indices. */
static mote_status read_inputs(mote_lowering *l, mote_tensor *x, mote_tensor *indices, uint32_t *words,
                               uint32_t *depth) {
  mote_lower_input(l, 0, x);
  MOTE_TRY(mote_lower_indices(l, 1, indices, words));
  uint32_t rank = indices->shape.rank;
  MOTE_CHECK(l, rank > 0, MOTE_SHAPE, indices, 1, 0, "the indices must have a dimension");
  *depth = (uint32_t)indices->shape.dims[rank - 1];
  MOTE_CHECK(l, *depth > 0 && *depth <= x->shape.rank, MOTE_SHAPE, indices, x->shape.rank, *depth,
             "no indices, or more than the input has dimensions");
  return MOTE_OK;
}

static mote_status infer(mote_lowering *l, uint32_t output, mote_shape *shape) {
  (void)output;
  mote_tensor x, indices;
  uint32_t words, depth;
  MOTE_TRY(read_inputs(l, &x, &indices, &words, &depth));
  uint32_t outer = indices.shape.rank - 1, rank = outer + x.shape.rank - depth;
  MOTE_CHECK(l, rank <= MOTE_MAX_RANK, MOTE_TOO_LARGE, NULL, MOTE_MAX_RANK, rank, "the output's rank is too large");
  shape->rank = rank;
  for (uint32_t d = 0; d < rank; d++) {
    shape->dims[d] = d < outer ? indices.shape.dims[d] : x.shape.dims[d - outer + depth];
  }
  return MOTE_OK;
}

static const mote_op gather_nd = {
    .name = "GATHER_ND",
    .code = 107,
    .options_type = 83,
    .min_inputs = 2,
    .max_inputs = 2,
    .min_outputs = 1,
    .max_outputs = 1,
    .infer = infer,
};

/* io[]: x, indices, y, coordinates */
static mote_status lower(mote_lowering *l) {
  mote_tensor x, indices, y;
  mote_gather_nd_params p;
  mote_lower_output(l, 0, &y);
  MOTE_TRY(read_inputs(l, &x, &indices, &p.index_words, &p.depth));
  MOTE_TRY(mote_check_movable(l, &x, &y));
  p.count = mote_shape_product(&indices.shape, 0, indices.shape.rank - 1);
  p.piece_bytes = y.bytes / p.count;
  mote_strides dense = mote_dense_strides(&x);
  mote_coordinate *coordinates = mote_lower_alloc(l, 0, p.depth * (uint32_t)sizeof *coordinates);
  for (uint32_t d = 0; coordinates && d < p.depth; d++) {
    coordinates[d].size = x.shape.dims[d];
    coordinates[d].stride_bytes = dense.bytes[d];
  }
  mote_lower_params(l, &p);
  return MOTE_OK;
}

static mote_status run(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  return mote_gather_nd(params, io[3], io[0], io[1], io[2]);
}

MOTE_KERNEL(gather_nd, gather_nd, MOTE_TYPES(MOTE_NONE, MOTE_NONE, MOTE_NONE, MOTE_NONE), mote_gather_nd_params, 1,
            lower, run);
