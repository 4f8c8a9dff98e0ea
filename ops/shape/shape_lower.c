/* SPDX-License-Identifier: Apache-2.0 */
#include "shape.h"

static mote_status infer(mote_lowering *l, uint32_t output, mote_shape *shape) {
  (void)output;
  mote_tensor x;
  mote_lower_input(l, 0, &x);
  shape->rank = 1;
  shape->dims[0] = (int32_t)x.shape.rank;
  return MOTE_OK;
}

static const mote_op shape_op = {
    .name = "SHAPE",
    .code = 77,
    .options_type = 55,
    .min_inputs = 1,
    .max_inputs = 1,
    .min_outputs = 1,
    .max_outputs = 1,
    .infer = infer,
};

/* io[]: x, y, dimensions. Little-endian words: of an int64 the upper one stays 0. */
static mote_status lower(mote_lowering *l) {
  mote_tensor x, y;
  mote_lower_input(l, 0, &x);
  mote_lower_output(l, 0, &y);
  MOTE_CHECK(l, y.type == MOTE_INT32 || y.type == MOTE_INT64, MOTE_TYPE, &y, MOTE_INT32, y.type,
             "the output must be int32 or int64");
  mote_copy_params p = {y.bytes};
  uint32_t step = mote_type_bytes(y.type, 1) / 4;
  int32_t *words = mote_lower_alloc(l, 0, y.bytes);
  for (uint32_t i = 0; words && i < x.shape.rank; i++) {
    words[i * step] = x.shape.dims[i];
    words[i * step + step - 1] = step == 1 ? x.shape.dims[i] : 0;
  }
  mote_lower_params(l, &p);
  return MOTE_OK;
}

static mote_status run(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  mote_copy(params, io[2], io[1]);
  return MOTE_OK;
}

MOTE_KERNEL(shape, shape_op, MOTE_TYPES(MOTE_NONE, MOTE_NONE, MOTE_NONE, MOTE_NONE), mote_copy_params, 1, lower, run);
