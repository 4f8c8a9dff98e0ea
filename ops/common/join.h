/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Parts side by side along one axis of a whole: CONCATENATION and PACK join, SPLIT, SPLIT_V and UNPACK take apart.
 *
 * The whole is `outer` times, one after another, each part's `bytes` (its elements from the axis on).
 */
#ifndef MOTE_OPS_COMMON_JOIN_H
#define MOTE_OPS_COMMON_JOIN_H

#include "lowering.h"

typedef struct mote_join_params {
  uint32_t outer, count;
  uint16_t whole;  /* taking apart: which input the whole is */
  uint16_t inputs; /* how many inputs stand in io[] before the parts */
} mote_join_params;

/* parts: the addresses of `count` parts; bytes: of one of each part's `outer` pieces. */
void mote_join(const mote_join_params *p, void *const *parts, const uint32_t *bytes, void *whole);
void mote_part(const mote_join_params *p, const void *whole, const uint32_t *bytes, void *const *parts);

/* An axis as an index below `rank`; negative ones count from the end. */
mote_status mote_lower_axis(mote_lowering *l, int32_t axis, uint32_t rank, uint32_t *index);

/*
 * lower() of joining all inputs along the axis that option number `axis_option` says, to output 0; of taking apart input
 * `whole` along `axis` to all outputs. The pieces' bytes are extra operand 0, after inputs and outputs.
 */
mote_status mote_lower_join(mote_lowering *l, uint32_t axis_option);
mote_status mote_lower_part(mote_lowering *l, uint32_t whole, uint32_t axis);

mote_status mote_run_join(const void *params, void *const *io, mote_instance *instance);
mote_status mote_run_part(const void *params, void *const *io, mote_instance *instance);

#endif
