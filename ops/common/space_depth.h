/* SPDX-License-Identifier: Apache-2.0 */
/*
 * SPACE_TO_DEPTH and DEPTH_TO_SPACE: between pixels of height × width × channels and blocks of
 * (height / block) × (width / block) × (block * block * channels): mote_strided_copy().
 */
#ifndef MOTE_OPS_COMMON_SPACE_DEPTH_H
#define MOTE_OPS_COMMON_SPACE_DEPTH_H

#include "strided.h"

extern const mote_option mote_block_size_options[1];

mote_status mote_infer_space_to_depth(mote_lowering *l, uint32_t output, mote_shape *shape);
mote_status mote_infer_depth_to_space(mote_lowering *l, uint32_t output, mote_shape *shape);

/* lower(); io[]: x, y, axes */
mote_status mote_lower_space_to_depth(mote_lowering *l);
mote_status mote_lower_depth_to_space(mote_lowering *l);

#endif
