/* SPDX-License-Identifier: Apache-2.0 */
#include "while.h"

enum { CONDITION_SUBGRAPH, BODY_SUBGRAPH };

static const mote_option options[] = {
    [CONDITION_SUBGRAPH] = {MOTE_NAME("cond_subgraph_index"), 0, MOTE_OPTION_INT32, 0, 0, MOTE_OPTION_MAX},
    [BODY_SUBGRAPH] = {MOTE_NAME("body_subgraph_index"), 1, MOTE_OPTION_INT32, 0, 0, MOTE_OPTION_MAX},
};

static const mote_op while_op = {
    .name = "WHILE",
    .code = 119,
    .options_type = 93,
    .option_count = MOTE_COUNT_OF(options),
    .min_inputs = 1,
    .max_inputs = MOTE_ANY_COUNT,
    .min_outputs = 1,
    .max_outputs = MOTE_ANY_COUNT,
    .options = options,
};

/* io[]: values, outputs (where the values are kept between the rounds), sizes */
static mote_status lower(mote_lowering *l) {
  mote_while_params p = {(uint32_t)l->option[CONDITION_SUBGRAPH], (uint32_t)l->option[BODY_SUBGRAPH], l->input_count};
  MOTE_CHECK(l, l->output_count == p.count, MOTE_OPERANDS, NULL, p.count, l->output_count,
             "there must be as many outputs as inputs");
  for (uint32_t i = 0; i < p.count; i++) {
    mote_tensor x, y;
    mote_lower_input(l, i, &x);
    mote_lower_output(l, i, &y);
    MOTE_CHECK(l, x.type == y.type, MOTE_TYPE, &y, x.type, y.type, "an output has another type than its input");
    MOTE_CHECK(l, x.bytes == y.bytes, MOTE_SHAPE, &y, x.bytes, y.bytes, "an output has another size than its input");
  }
  MOTE_TRY(mote_lower_branch(l, p.body_subgraph, p.count));
  MOTE_TRY(mote_lower_call(l, p.condition_subgraph, p.count, 1));
  mote_tensor condition;
  mote_lower_callee_output(l, p.condition_subgraph, 0, &condition);
  MOTE_CHECK(l, condition.type == MOTE_BOOL && condition.bytes == 1, MOTE_TYPE, NULL, MOTE_BOOL, condition.type,
             "the condition must be one bool");
  mote_lower_output_sizes(l, 0);
  mote_lower_params(l, &p);
  return MOTE_OK;
}

static mote_status run(const void *params, void *const *io, mote_instance *instance) {
  const mote_while_params *p = params;
  void *const *values = io + p->count;
  const uint32_t *sizes = io[2 * p->count];
  mote_copy_values(sizes, p->count, io, values);
  while (mote_count_round(instance)) {
    mote_copy_values(sizes, p->count, values, mote_subgraph_inputs(instance, p->condition_subgraph));
    MOTE_TRY(mote_run_subgraph(instance, p->condition_subgraph));
    if (*(const uint8_t *)mote_subgraph_outputs(instance, p->condition_subgraph)[0] == 0) {
      return MOTE_OK;
    }
    mote_copy_values(sizes, p->count, values, mote_subgraph_inputs(instance, p->body_subgraph));
    MOTE_TRY(mote_run_subgraph(instance, p->body_subgraph));
    mote_copy_values(sizes, p->count, mote_subgraph_outputs(instance, p->body_subgraph), values);
  }
  return MOTE_LOOP;
}

MOTE_KERNEL(while, while_op, MOTE_TYPES(MOTE_NONE, MOTE_NONE, MOTE_NONE, MOTE_NONE), mote_while_params, 1, lower, run);
