/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/index.h"
#include "../common/strided.h"
#include "broadcast_args.h"

static mote_status infer(mote_lowering *l, uint32_t output, mote_shape *shape) {
  (void)output;
  mote_tensor a, b;
  mote_lower_input(l, 0, &a);
  mote_lower_input(l, 1, &b);
  MOTE_CHECK(l, a.shape.rank == 1 && b.shape.rank == 1, MOTE_SHAPE, &a, 1, a.shape.rank, "shapes must be vectors");
  shape->rank = 1;
  shape->dims[0] = a.shape.dims[0] > b.shape.dims[0] ? a.shape.dims[0] : b.shape.dims[0];
  return MOTE_OK;
}

static const mote_op broadcast_args = {
    .name = "BROADCAST_ARGS",
    .code = 145,
    .min_inputs = 2,
    .max_inputs = 2,
    .min_outputs = 1,
    .max_outputs = 1,
    .infer = infer,
};

/* io[]: a, b, y */
static mote_status lower(mote_lowering *l) {
  mote_tensor a, b, y;
  uint32_t words;
  mote_lower_output(l, 0, &y);
  MOTE_TRY(mote_lower_indices(l, 0, &a, &words));
  MOTE_TRY(mote_lower_indices(l, 1, &b, &words));
  MOTE_TRY(mote_check_movable(l, &a, &y));
  MOTE_TRY(mote_check_movable(l, &b, &y));
  mote_broadcast_args_params p = {a.shape.dims[0], b.shape.dims[0], (int32_t)words};
  mote_lower_params(l, &p);
  return MOTE_OK;
}

static mote_status run(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  return mote_broadcast_args(params, io[0], io[1], io[2]);
}

MOTE_KERNEL(broadcast_args, broadcast_args, MOTE_TYPES(MOTE_NONE, MOTE_NONE, MOTE_NONE, MOTE_NONE),
            mote_broadcast_args_params, 0, lower, run);
