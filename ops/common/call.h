/* SPDX-License-Identifier: Apache-2.0 */
/* What IF and WHILE have in common: values that go into subgraphs and come out of them. */
#ifndef MOTE_OPS_COMMON_CALL_H
#define MOTE_OPS_COMMON_CALL_H

#include "lowering.h"

/* lower(): the subgraph takes the operator's last `count` inputs and gives its outputs, all of the same types. */
mote_status mote_lower_branch(mote_lowering *l, uint32_t subgraph, uint32_t input_count);

/* Copies values, a list of `count` of so many bytes, between operands and subgraphs. */
void mote_copy_values(const uint32_t *bytes, uint32_t count, void *const *from, void *const *to);

/* The bytes of each output, or of each of the last `count` inputs, of the operator as extra operand `extra`. */
void mote_lower_output_sizes(mote_lowering *l, uint32_t extra);
void mote_lower_input_sizes(mote_lowering *l, uint32_t extra, uint32_t count);

#endif
