/* SPDX-License-Identifier: Apache-2.0 */
/* IF: runs one of two subgraphs on inputs 1, 2, … by the bool that is input 0. */
#ifndef MOTE_OPS_IF_H
#define MOTE_OPS_IF_H

#include "../common/call.h"

typedef struct mote_if_params {
  uint32_t then_subgraph, else_subgraph;
  uint32_t input_count, output_count; /* of the subgraphs */
} mote_if_params;

#endif
