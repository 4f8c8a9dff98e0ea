/* SPDX-License-Identifier: Apache-2.0 */
/*
 * SELECT: y = a where the condition is true, b elsewhere. a and b have the same shape; the condition, too, or it is one
 * element, or one for each row of the first dimension.
 */
#include "../common/select.h"

static mote_status infer(mote_lowering *l, uint32_t output, mote_shape *shape) {
  (void)output;
  mote_tensor a, b;
  mote_lower_input(l, 1, &a);
  mote_lower_input(l, 2, &b);
  MOTE_CHECK(l, mote_shape_equal(&a.shape, &b.shape), MOTE_SHAPE, &b, a.shape.rank, b.shape.rank,
             "the inputs to select from differ in shape");
  *shape = a.shape;
  return MOTE_OK;
}

static const mote_op op = {
    .name = "SELECT",
    .code = 64,
    .options_type = 47,
    .min_inputs = 3,
    .max_inputs = 3,
    .min_outputs = 1,
    .max_outputs = 1,
    .infer = infer,
};

static mote_status lower(mote_lowering *l) {
  mote_tensor x[MOTE_BROADCAST_INPUTS];
  for (uint32_t i = 0; i < MOTE_BROADCAST_INPUTS; i++) {
    mote_lower_input(l, i, &x[i]);
  }
  mote_shape *condition = &x[0].shape;
  const mote_shape *all = &x[1].shape;
  const bool is_one_a_row = condition->rank == 1 && all->rank > 0 && condition->dims[0] == all->dims[0];
  MOTE_CHECK(l, is_one_a_row || mote_shape_equal(condition, all) || mote_shape_count(condition) == 1, MOTE_SHAPE, &x[0],
             mote_shape_count(all), mote_shape_count(condition),
             "the condition must have the inputs' shape, or be one element, or one a row");
  for (; is_one_a_row && condition->rank < all->rank; condition->rank++) {
    condition->dims[condition->rank] = 1;
  }
  return mote_lower_select(l, x);
}

MOTE_KERNEL(select, op, MOTE_TYPES(MOTE_BOOL, MOTE_NONE, MOTE_NONE, MOTE_NONE), mote_select_params, 1, lower,
            mote_run_select);
