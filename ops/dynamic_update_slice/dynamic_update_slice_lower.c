/* SPDX-License-Identifier: Apache-2.0 */
#include "dynamic_update_slice.h"

static const mote_op dynamic_update_slice = {
    .name = "DYNAMIC_UPDATE_SLICE",
    .code = 151,
    .options_type = 117,
    .min_inputs = 3,
    .max_inputs = 3,
    .min_outputs = 1,
    .max_outputs = 1,
    .infer = mote_infer_same,
};

static mote_status check_update(mote_lowering *l, const mote_tensor *x, const mote_tensor *update) {
  MOTE_CHECK(l, update->type == x->type, MOTE_TYPE, update, x->type, update->type,
             "the update's type is not the input's");
  MOTE_CHECK(l, update->shape.rank == x->shape.rank && update->bytes > 0, MOTE_SHAPE, update, x->shape.rank,
             update->shape.rank, "the update must have elements, and as many dimensions as the input");
  for (uint32_t d = 0; d < x->shape.rank; d++) {
    MOTE_CHECK(l, update->shape.dims[d] <= x->shape.dims[d], MOTE_SHAPE, update, x->shape.dims[d],
               update->shape.dims[d], "the update is larger than the input");
  }
  return MOTE_OK;
}

/* io[]: x, update, begin, y, axes, coordinates */
static mote_status lower(mote_lowering *l) {
  mote_tensor x, update, begin, y;
  mote_lower_input(l, 0, &x);
  mote_lower_input(l, 1, &update);
  mote_lower_output(l, 0, &y);
  mote_dynamic_update_slice_params p = {.y_bytes = y.bytes, .rank = x.shape.rank};
  MOTE_TRY(mote_check_movable(l, &x, &y));
  MOTE_TRY(check_update(l, &x, &update));
  MOTE_TRY(mote_lower_indices(l, 2, &begin, &p.begin_words));
  MOTE_CHECK(l, mote_shape_count(&begin.shape) == p.rank, MOTE_SHAPE, &begin, p.rank, mote_shape_count(&begin.shape),
             "there must be one begin for each dimension");
  mote_strides from = mote_dense_strides(&update), to = mote_dense_strides(&y);
  mote_lower_strided(l, 0, &update.shape, &from, &to, mote_type_bytes(x.type, 1), &p.part);
  mote_coordinate *coordinates = mote_lower_alloc(l, 1, p.rank * (uint32_t)sizeof *coordinates);
  for (uint32_t d = 0; coordinates && d < p.rank; d++) {
    coordinates[d].size = x.shape.dims[d] - update.shape.dims[d] + 1;
    coordinates[d].stride_bytes = to.bytes[d];
  }
  l->in_place = 1;
  mote_lower_params(l, &p);
  return MOTE_OK;
}

static mote_status run(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  mote_dynamic_update_slice(params, io[4], io[5], io[0], io[1], io[2], io[3]);
  return MOTE_OK;
}

MOTE_KERNEL(dynamic_update_slice, dynamic_update_slice, MOTE_TYPES(MOTE_NONE, MOTE_NONE, MOTE_NONE, MOTE_NONE),
            mote_dynamic_update_slice_params, 2, lower, run);
