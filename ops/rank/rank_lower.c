/* SPDX-License-Identifier: Apache-2.0 */
/* RANK: how many dimensions the input has. */
#include "../common/lowering.h"

typedef struct mote_rank_params {
  int32_t rank;
} mote_rank_params;

static mote_status infer(mote_lowering *l, uint32_t output, mote_shape *shape) {
  (void)l;
  (void)output;
  shape->rank = 0;
  return MOTE_OK;
}

static const mote_op rank_op = {
    .name = "RANK",
    .code = 110,
    .options_type = 86,
    .min_inputs = 1,
    .max_inputs = 1,
    .min_outputs = 1,
    .max_outputs = 1,
    .infer = infer,
};

/* io[]: x, y */
static mote_status lower(mote_lowering *l) {
  mote_tensor x;
  mote_lower_input(l, 0, &x);
  mote_rank_params p = {(int32_t)x.shape.rank};
  mote_lower_params(l, &p);
  return MOTE_OK;
}

static mote_status run(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  const mote_rank_params *p = params;
  *(int32_t *)io[1] = p->rank;
  return MOTE_OK;
}

MOTE_KERNEL(rank, rank_op, MOTE_TYPES(MOTE_NONE, MOTE_NONE, MOTE_NONE, MOTE_INT32), mote_rank_params, 0, lower, run);
