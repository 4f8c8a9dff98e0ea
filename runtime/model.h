/* SPDX-License-Identifier: Apache-2.0 */
/* The TFLite schema over the FlatBuffers reader: structure only; what an operator means is the operator's business. */
#ifndef MOTE_RUNTIME_MODEL_H
#define MOTE_RUNTIME_MODEL_H

#include "flatbuffer.h"
#include "mote/mote.h"

typedef struct mote_graph_view {
  uint32_t index; /* of the subgraph */
  mote_vector tensors, operators;
  mote_vector inputs, outputs; /* int32 indices of tensors */
} mote_graph_view;

typedef struct mote_operator_view {
  uint32_t code; /* BuiltinOperator; MOTE_CUSTOM with a name */
  mote_vector custom_name;
  mote_vector inputs, outputs; /* int32 indices of tensors; -1: absent */
  uint32_t options_type;       /* of the union BuiltinOptions */
  uint32_t options;            /* the options table, or 0 */
  mote_vector custom_options;
} mote_operator_view;

/* Fills in the view: identifier, version and the vectors that everything starts from. Looks at no operator. */
mote_status mote_model_view(mote_model *model, const void *data, size_t bytes, mote_error *error);
mote_reader mote_model_reader(const mote_model *model);
uint32_t mote_model_graph_count(const mote_model *model);
mote_status mote_model_graph(const mote_model *model, uint32_t subgraph, mote_graph_view *graph);
mote_status mote_model_operator(const mote_model *model, const mote_graph_view *graph, uint32_t op,
                                mote_operator_view *view);
/* `data` of the tensor is set when it is constant, else NULL. */
mote_status mote_model_tensor(const mote_model *model, const mote_graph_view *graph, uint32_t index,
                              mote_tensor *tensor);
/* The bytes of the metadata entry `name`; count 0 when there is none. */
mote_vector mote_model_metadata(const mote_model *model, const char *name);
/* Element `i` of a vector of indices that is known to have so many. */
int32_t mote_model_index(const mote_model *model, mote_vector indices, uint32_t i);

#endif
