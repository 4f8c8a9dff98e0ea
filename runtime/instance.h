/* SPDX-License-Identifier: Apache-2.0 */
/* An instance in memory: this struct, a mote_instance_graph for each subgraph, their pointers, the operators' blocks
 * (lower.h), the state. */
#ifndef MOTE_RUNTIME_INSTANCE_H
#define MOTE_RUNTIME_INSTANCE_H

#include "mote/mote.h"

typedef struct mote_instance_graph {
  uint8_t *steps; /* the first block */
  void **tensors; /* where the inputs, then the outputs stand */
  uint32_t op_count;
  uint32_t input_count;
} mote_instance_graph;

struct mote_instance {
  mote_model model;
  const mote_hook *hook;
  uint8_t *next; /* the block of the next step of subgraph 0; NULL: begin again */
  uint8_t *state;
  uint32_t op; /* its index */
  uint32_t state_bytes;
  uint32_t variable_bytes; /* of the state: variable tensors, which start at their zero point */
  uint32_t rounds;         /* of all loops in this invocation */
  mote_instance_graph graphs[];
};

#endif
