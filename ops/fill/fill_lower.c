/* SPDX-License-Identifier: Apache-2.0 */
/* FILL: every element of y is `value`: mote_fill(). */
#include "../common/fill.h"
#include "../common/index.h"
#include "../common/strided.h"

typedef struct mote_fill_params {
  uint32_t count, element_bytes;
} mote_fill_params;

static mote_status infer(mote_lowering *l, uint32_t output, mote_shape *shape) {
  (void)output;
  return mote_infer_constant_shape(l, 0, shape);
}

static const mote_op fill = {
    .name = "FILL",
    .code = 94,
    .options_type = 68,
    .min_inputs = 2,
    .max_inputs = 2,
    .min_outputs = 1,
    .max_outputs = 1,
    .infer = infer,
};

/* io[]: dimensions, value, y */
static mote_status lower(mote_lowering *l) {
  mote_tensor value, y;
  mote_lower_input(l, 1, &value);
  mote_lower_output(l, 0, &y);
  MOTE_TRY(mote_check_movable(l, &value, &y));
  MOTE_CHECK(l, mote_shape_count(&value.shape) == 1, MOTE_SHAPE, &value, 1, mote_shape_count(&value.shape),
             "there must be one value");
  mote_fill_params p = {mote_shape_count(&y.shape), mote_type_bytes(y.type, 1)};
  mote_lower_params(l, &p);
  return MOTE_OK;
}

static mote_status run(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  const mote_fill_params *p = params;
  mote_fill(p->count, p->element_bytes, io[1], io[2]);
  return MOTE_OK;
}

MOTE_KERNEL(fill, fill, MOTE_TYPES(MOTE_NONE, MOTE_NONE, MOTE_NONE, MOTE_NONE), mote_fill_params, 0, lower, run);
