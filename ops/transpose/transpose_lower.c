/* SPDX-License-Identifier: Apache-2.0 */
#include "transpose.h"

#include "../common/index.h"

/* Dimension d of the output as a dimension of the input. Every one has to occur once. */
static mote_status read_permutation(mote_lowering *l, uint32_t rank, uint32_t permutation[MOTE_MAX_RANK]) {
  mote_tensor t;
  uint32_t seen = 0;
  MOTE_TRY(mote_lower_constants(l, 1, rank, &t));
  for (uint32_t d = 0; d < rank; d++) {
    int32_t index = mote_constant_int(&t, d);
    index += index < 0 ? (int32_t)rank : 0;
    MOTE_CHECK(l, index >= 0 && index < (int32_t)rank && (seen >> index & 1) == 0, MOTE_INDEX, &t, rank, index,
               "not a permutation of the dimensions");
    seen |= 1u << index;
    permutation[d] = (uint32_t)index;
  }
  return MOTE_OK;
}

static mote_status infer(mote_lowering *l, uint32_t output, mote_shape *shape) {
  (void)output;
  mote_tensor x;
  uint32_t permutation[MOTE_MAX_RANK];
  mote_lower_input(l, 0, &x);
  MOTE_TRY(read_permutation(l, x.shape.rank, permutation));
  shape->rank = x.shape.rank;
  for (uint32_t d = 0; d < shape->rank; d++) {
    shape->dims[d] = x.shape.dims[permutation[d]];
  }
  return MOTE_OK;
}

static const mote_op transpose = {
    .name = "TRANSPOSE",
    .code = 39,
    .options_type = 26,
    .min_inputs = 2,
    .max_inputs = 2,
    .min_outputs = 1,
    .max_outputs = 1,
    .infer = infer,
};

/* Dimensions of more than one element stay in their order: the bytes do too. */
static bool is_view(const mote_shape *shape, const uint32_t permutation[MOTE_MAX_RANK]) {
  uint32_t last = 0;
  for (uint32_t d = 0; d < shape->rank; d++) {
    if (shape->dims[permutation[d]] > 1) {
      if (permutation[d] < last) {
        return false;
      }
      last = permutation[d];
    }
  }
  return true;
}

/* io[]: x, permutation, y, axes */
static mote_status lower(mote_lowering *l) {
  mote_tensor x, y;
  uint32_t permutation[MOTE_MAX_RANK];
  mote_lower_input(l, 0, &x);
  mote_lower_output(l, 0, &y);
  MOTE_TRY(mote_check_movable(l, &x, &y));
  MOTE_TRY(read_permutation(l, x.shape.rank, permutation));
  mote_strides dense = mote_dense_strides(&x), to = mote_dense_strides(&y), from;
  for (uint32_t d = 0; d < y.shape.rank; d++) {
    from.bytes[d] = dense.bytes[permutation[d]];
  }
  mote_strided_params p = {0};
  mote_lower_strided(l, 0, &y.shape, &from, &to, mote_type_bytes(x.type, 1), &p);
  l->view = is_view(&x.shape, permutation);
  mote_lower_params(l, &p);
  return MOTE_OK;
}

static mote_status run(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  if (io[0] != io[2]) {
    mote_strided_copy(params, io[3], io[0], io[2]);
  }
  return MOTE_OK;
}

MOTE_KERNEL(transpose, transpose, MOTE_TYPES(MOTE_NONE, MOTE_INT32, MOTE_NONE, MOTE_NONE), mote_strided_params, 1,
            lower, run);
