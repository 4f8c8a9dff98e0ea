/* SPDX-License-Identifier: Apache-2.0 */
/* REVERSE_V2: x backwards along some dimensions: mote_strided_copy(). */
#include "../common/index.h"
#include "../common/strided.h"

static const mote_op reverse_v2 = {
    .name = "REVERSE_V2",
    .code = 105,
    .options_type = 81,
    .min_inputs = 2,
    .max_inputs = 2,
    .min_outputs = 1,
    .max_outputs = 1,
    .infer = mote_infer_same,
};

/* io[]: x, axes, y, strided axes */
static mote_status lower(mote_lowering *l) {
  mote_tensor x, y;
  uint32_t mask;
  mote_lower_input(l, 0, &x);
  mote_lower_output(l, 0, &y);
  MOTE_TRY(mote_check_movable(l, &x, &y));
  MOTE_TRY(mote_lower_axes(l, 1, x.shape.rank, &mask));
  mote_strided_params p = {0};
  mote_strides from = mote_dense_strides(&x), to = from;
  l->view = true;
  for (uint32_t d = 0; d < x.shape.rank; d++) {
    if ((mask >> d & 1) != 0 && x.shape.dims[d] > 1) {
      p.x_start += (x.shape.dims[d] - 1) * from.bytes[d];
      from.bytes[d] = -from.bytes[d];
      l->view = false;
    }
  }
  mote_lower_strided(l, 0, &x.shape, &from, &to, mote_type_bytes(x.type, 1), &p);
  mote_lower_params(l, &p);
  return MOTE_OK;
}

MOTE_STRIDED_RUN(run, 2, 3)

MOTE_KERNEL(reverse_v2, reverse_v2, MOTE_TYPES(MOTE_NONE, MOTE_NONE, MOTE_NONE, MOTE_NONE), mote_strided_params, 1,
            lower, run);
