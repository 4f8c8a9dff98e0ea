/* SPDX-License-Identifier: Apache-2.0 */
#include "l2_pool_2d.h"

static const mote_op l2_pool_2d = {MOTE_POOL_OP("L2_POOL_2D", 12)};

MOTE_POOL_RUN(run_f32, mote_l2_pool_2d_f32, mote_pool_f32_params, float)

MOTE_KERNEL(l2_pool_2d_f32, l2_pool_2d, MOTE_TYPES(MOTE_FLOAT32, MOTE_NONE, MOTE_NONE, MOTE_FLOAT32),
            mote_pool_f32_params, 0, mote_lower_pool_f32, run_f32);
