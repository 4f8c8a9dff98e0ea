/* SPDX-License-Identifier: Apache-2.0 */
#include "call_once.h"

static const mote_option options[] = {
    {MOTE_NAME("init_subgraph_index"), 0, MOTE_OPTION_INT32, 0, 0, MOTE_OPTION_MAX},
};

static const mote_op call_once = {
    .name = "CALL_ONCE",
    .code = 129,
    .options_type = 103,
    .option_count = MOTE_COUNT_OF(options),
    .options = options,
};

/* io[]: whether it has run (state) */
static mote_status lower(mote_lowering *l) {
  mote_call_once_params p = {(uint32_t)l->option[0]};
  MOTE_TRY(mote_lower_call(l, p.subgraph, 0, 0));
  mote_lower_state(l, 0, 1);
  mote_lower_params(l, &p);
  return MOTE_OK;
}

static mote_status run(const void *params, void *const *io, mote_instance *instance) {
  const mote_call_once_params *p = params;
  uint8_t *has_run = io[0];
  if (*has_run) {
    return MOTE_OK;
  }
  *has_run = 1;
  return mote_run_subgraph(instance, p->subgraph);
}

MOTE_KERNEL(call_once, call_once, MOTE_TYPES(MOTE_NONE, MOTE_NONE, MOTE_NONE, MOTE_NONE), mote_call_once_params, 1,
            lower, run);
