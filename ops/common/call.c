/* SPDX-License-Identifier: Apache-2.0 */
#include "call.h"

#include <string.h>

mote_status mote_lower_branch(mote_lowering *l, uint32_t subgraph, uint32_t input_count) {
  MOTE_TRY(mote_lower_call(l, subgraph, input_count, l->output_count));
  for (uint32_t i = 0; i < l->output_count; i++) {
    mote_tensor outer, inner;
    mote_lower_output(l, i, &outer);
    mote_lower_callee_output(l, subgraph, i, &inner);
    MOTE_CHECK(l, inner.type == outer.type, MOTE_TYPE, &outer, inner.type, outer.type,
               "the subgraph's output has another type");
    MOTE_CHECK(l, inner.bytes == outer.bytes, MOTE_SHAPE, &outer, inner.bytes, outer.bytes,
               "the subgraph's output has another size");
  }
  return MOTE_OK;
}

void mote_copy_values(const uint32_t *bytes, uint32_t count, void *const *from, void *const *to) {
  for (uint32_t i = 0; i < count; i++) {
    if (from[i] != to[i] && bytes[i] > 0) { /* what has no elements may have no address */
      memcpy(to[i], from[i], bytes[i]);
    }
  }
}

static void lower_sizes(mote_lowering *l, uint32_t extra, uint32_t count, bool of_outputs) {
  uint32_t *sizes = mote_lower_alloc(l, extra, count * (uint32_t)sizeof *sizes);
  for (uint32_t i = 0; sizes && i < count; i++) {
    mote_tensor t;
    if (of_outputs) {
      mote_lower_output(l, i, &t);
    } else {
      mote_lower_input(l, l->input_count - count + i, &t);
    }
    sizes[i] = t.bytes;
  }
}

void mote_lower_output_sizes(mote_lowering *l, uint32_t extra) {
  lower_sizes(l, extra, l->output_count, true);
}

void mote_lower_input_sizes(mote_lowering *l, uint32_t extra, uint32_t count) {
  lower_sizes(l, extra, count, false);
}
