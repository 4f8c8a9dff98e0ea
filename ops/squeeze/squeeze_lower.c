/* SPDX-License-Identifier: Apache-2.0 */
#include "squeeze.h"

enum { SLOT_SQUEEZE_DIMS = 0 };

/* Bit d: dimension d goes. Without squeeze_dims, all of size one. */
static mote_status read_dims(mote_lowering *l, const mote_tensor *x, uint32_t *mask) {
  uint32_t count;
  int32_t rank = (int32_t)x->shape.rank;
  const int32_t *dims = mote_lower_option_vector(l, SLOT_SQUEEZE_DIMS, sizeof *dims, &count);
  *mask = 0;
  for (int32_t d = 0; count == 0 && d < rank; d++) {
    *mask |= (uint32_t)(x->shape.dims[d] == 1) << d;
  }
  for (uint32_t i = 0; i < count; i++) {
    int32_t d = dims[i] < 0 ? dims[i] + rank : dims[i];
    MOTE_CHECK(l, d >= 0 && d < rank, MOTE_OPTION, x, rank, dims[i],
               "squeeze_dims names a dimension that there is not");
    MOTE_CHECK(l, x->shape.dims[d] == 1, MOTE_SHAPE, x, 1, x->shape.dims[d], "a squeezed dimension is not one");
    *mask |= 1u << d;
  }
  return MOTE_OK;
}

static mote_status infer(mote_lowering *l, uint32_t output, mote_shape *shape) {
  (void)output;
  mote_tensor x;
  uint32_t mask;
  mote_lower_input(l, 0, &x);
  MOTE_TRY(read_dims(l, &x, &mask));
  shape->rank = 0;
  for (uint32_t d = 0; d < x.shape.rank; d++) {
    if ((mask >> d & 1) == 0) {
      shape->dims[shape->rank++] = x.shape.dims[d];
    }
  }
  return MOTE_OK;
}

static const mote_op squeeze = {
    .name = "SQUEEZE",
    .code = 43,
    .options_type = 30,
    .min_inputs = 1,
    .max_inputs = 1,
    .min_outputs = 1,
    .max_outputs = 1,
    .infer = infer,
};

/* io[]: x, y */
static mote_status run(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  mote_copy(params, io[0], io[1]);
  return MOTE_OK;
}

MOTE_KERNEL(squeeze, squeeze, MOTE_TYPES(MOTE_NONE, MOTE_NONE, MOTE_NONE, MOTE_NONE), mote_copy_params, 0,
            mote_lower_view, run);
