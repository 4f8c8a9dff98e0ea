/* SPDX-License-Identifier: Apache-2.0 */
#include "average_pool_2d.h"

static const mote_op average_pool_2d = {MOTE_POOL_OP("AVERAGE_POOL_2D", 1)};

MOTE_POOL_RUN(run_s8, mote_average_pool_2d_s8, mote_pool_params, int8_t)
MOTE_POOL_RUN(run_s16, mote_average_pool_2d_s16, mote_pool_params, int16_t)
MOTE_POOL_RUN(run_f32, mote_average_pool_2d_f32, mote_pool_f32_params, float)

MOTE_KERNEL(average_pool_2d_s8, average_pool_2d, MOTE_TYPES(MOTE_INT8, MOTE_NONE, MOTE_NONE, MOTE_INT8),
            mote_pool_params, 0, mote_lower_pool, run_s8);
MOTE_KERNEL(average_pool_2d_s16, average_pool_2d, MOTE_TYPES(MOTE_INT16, MOTE_NONE, MOTE_NONE, MOTE_INT16),
            mote_pool_params, 0, mote_lower_pool, run_s16);
MOTE_KERNEL(average_pool_2d_f32, average_pool_2d, MOTE_TYPES(MOTE_FLOAT32, MOTE_NONE, MOTE_NONE, MOTE_FLOAT32),
            mote_pool_f32_params, 0, mote_lower_pool_f32, run_f32);
