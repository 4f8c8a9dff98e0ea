/* SPDX-License-Identifier: Apache-2.0 */
/* BROADCAST_TO: x repeated along its dimensions of one element, and in new ones before them: mote_strided_copy(). */
#include "../common/index.h"
#include "../common/strided.h"

static mote_status infer(mote_lowering *l, uint32_t output, mote_shape *shape) {
  (void)output;
  mote_tensor x;
  mote_lower_input(l, 0, &x);
  MOTE_TRY(mote_infer_constant_shape(l, 1, shape));
  uint32_t new_dims = shape->rank - x.shape.rank;
  MOTE_CHECK(l, x.shape.rank <= shape->rank, MOTE_SHAPE, &x, shape->rank, x.shape.rank,
             "the input has more dimensions than the output");
  for (uint32_t d = 0; d < x.shape.rank; d++) {
    MOTE_CHECK(l, x.shape.dims[d] == 1 || x.shape.dims[d] == shape->dims[d + new_dims], MOTE_SHAPE, &x,
               shape->dims[d + new_dims], x.shape.dims[d], "the input's shape does not broadcast to the output's");
  }
  return MOTE_OK;
}

static const mote_op broadcast_to = {
    .name = "BROADCAST_TO",
    .code = 130,
    .options_type = 104,
    .min_inputs = 2,
    .max_inputs = 2,
    .min_outputs = 1,
    .max_outputs = 1,
    .infer = infer,
};

/* io[]: x, shape, y, axes */
static mote_status lower(mote_lowering *l) {
  mote_tensor x, y;
  mote_lower_input(l, 0, &x);
  mote_lower_output(l, 0, &y);
  MOTE_TRY(mote_check_movable(l, &x, &y));
  mote_strided_params p = {0};
  mote_strides from, dense = mote_dense_strides(&x), to = mote_dense_strides(&y);
  uint32_t new_dims = y.shape.rank - x.shape.rank;
  for (uint32_t d = 0; d < y.shape.rank; d++) {
    from.bytes[d] = d < new_dims || x.shape.dims[d - new_dims] == 1 ? 0 : dense.bytes[d - new_dims];
  }
  mote_lower_strided(l, 0, &y.shape, &from, &to, mote_type_bytes(x.type, 1), &p);
  l->view = x.bytes == y.bytes;
  mote_lower_params(l, &p);
  return MOTE_OK;
}

MOTE_STRIDED_RUN(run, 2, 3)

MOTE_KERNEL(broadcast_to, broadcast_to, MOTE_TYPES(MOTE_NONE, MOTE_NONE, MOTE_NONE, MOTE_NONE), mote_strided_params, 1,
            lower, run);
