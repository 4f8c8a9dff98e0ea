/* SPDX-License-Identifier: Apache-2.0 */
/* CALL_ONCE: runs a subgraph without inputs and outputs, in the first invocation only (after a reset: again). */
#ifndef MOTE_OPS_CALL_ONCE_H
#define MOTE_OPS_CALL_ONCE_H

#include "../common/lowering.h"

typedef struct mote_call_once_params {
  uint32_t subgraph;
} mote_call_once_params;

#endif
