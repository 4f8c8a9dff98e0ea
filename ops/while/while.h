/* SPDX-License-Identifier: Apache-2.0 */
/* WHILE: as long as the condition subgraph says so, the body subgraph turns the values into their next ones. */
#ifndef MOTE_OPS_WHILE_H
#define MOTE_OPS_WHILE_H

#include "../common/call.h"

typedef struct mote_while_params {
  uint32_t condition_subgraph, body_subgraph;
  uint32_t count; /* of the values */
} mote_while_params;

#endif
