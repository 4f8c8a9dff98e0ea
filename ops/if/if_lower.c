/* SPDX-License-Identifier: Apache-2.0 */
#include "if.h"

enum { THEN_SUBGRAPH, ELSE_SUBGRAPH };

static const mote_option options[] = {
    [THEN_SUBGRAPH] = {MOTE_NAME("then_subgraph_index"), 0, MOTE_OPTION_INT32, 0, 0, MOTE_OPTION_MAX},
    [ELSE_SUBGRAPH] = {MOTE_NAME("else_subgraph_index"), 1, MOTE_OPTION_INT32, 0, 0, MOTE_OPTION_MAX},
};

static const mote_op if_op = {
    .name = "IF",
    .code = 118,
    .options_type = 92,
    .option_count = MOTE_COUNT_OF(options),
    .min_inputs = 1,
    .max_inputs = MOTE_ANY_COUNT,
    .max_outputs = MOTE_ANY_COUNT,
    .options = options,
};

/* io[]: condition, inputs, outputs, sizes of the inputs, sizes of the outputs */
static mote_status lower(mote_lowering *l) {
  mote_tensor condition;
  mote_lower_input(l, 0, &condition);
  MOTE_CHECK(l, condition.bytes == 1, MOTE_SHAPE, &condition, 1, condition.bytes, "the condition must be one bool");
  mote_if_params p = {(uint32_t)l->option[THEN_SUBGRAPH], (uint32_t)l->option[ELSE_SUBGRAPH], l->input_count - 1,
                      l->output_count};
  MOTE_TRY(mote_lower_branch(l, p.then_subgraph, p.input_count));
  MOTE_TRY(mote_lower_branch(l, p.else_subgraph, p.input_count));
  mote_lower_input_sizes(l, 0, p.input_count);
  mote_lower_output_sizes(l, 1);
  mote_lower_params(l, &p);
  return MOTE_OK;
}

static mote_status run(const void *params, void *const *io, mote_instance *instance) {
  const mote_if_params *p = params;
  void *const *inputs = io + 1;
  void *const *outputs = inputs + p->input_count;
  void *const *sizes = outputs + p->output_count;
  uint32_t subgraph = *(const uint8_t *)io[0] ? p->then_subgraph : p->else_subgraph;
  mote_copy_values(sizes[0], p->input_count, inputs, mote_subgraph_inputs(instance, subgraph));
  MOTE_TRY(mote_run_subgraph(instance, subgraph));
  mote_copy_values(sizes[1], p->output_count, mote_subgraph_outputs(instance, subgraph), outputs);
  return MOTE_OK;
}

MOTE_KERNEL(if, if_op, MOTE_TYPES(MOTE_BOOL, MOTE_NONE, MOTE_NONE, MOTE_NONE), mote_if_params, 2, lower, run);
