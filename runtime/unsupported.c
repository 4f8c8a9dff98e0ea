/* SPDX-License-Identifier: Apache-2.0 */
/* What a model needs and the image has not got, all of it at once. */
#include "lower.h"

mote_status mote_describe_op(const mote_model *model, uint32_t subgraph, uint32_t op,
                             mote_op_description *description) {
  mote_graph_view graph;
  mote_operator_view view;
  MOTE_TRY(mote_model_graph(model, subgraph, &graph));
  if (op >= graph.operators.count) {
    return MOTE_INDEX;
  }
  MOTE_TRY(mote_model_operator(model, &graph, op, &view));
  bool is_custom = view.code == MOTE_CUSTOM;
  uint32_t types = mote_operator_types(model, &graph, &view);
  description->subgraph = subgraph;
  description->op = op;
  description->code = view.code;
  description->name = is_custom ? (const char *)(model->data + view.custom_name.position) : NULL;
  description->name_bytes = is_custom ? view.custom_name.count : 0;
  for (uint32_t i = 0; i < 4; i++) {
    description->types[i] = (mote_type)(types >> (4 * i) & 15);
  }
  if (mote_find_kernel(model, &graph, &view, &description->status)) {
    description->status = MOTE_OK;
  }
  return MOTE_OK;
}

uint32_t mote_unsupported(const mote_model *model, void (*found)(void *context, const mote_op_description *op),
                          void *context) {
  uint32_t count = 0;
  mote_graph_view graph;
  for (uint32_t g = 0; mote_model_graph(model, g, &graph) == MOTE_OK; g++) {
    for (uint32_t op = 0; op < graph.operators.count; op++) {
      mote_op_description description;
      if (mote_describe_op(model, g, op, &description) == MOTE_OK && description.status != MOTE_OK) {
        found(context, &description);
        count++;
      }
    }
  }
  return count;
}
