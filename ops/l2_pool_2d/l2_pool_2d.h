/* SPDX-License-Identifier: Apache-2.0 */
/* L2_POOL_2D: the root of the mean of the squares over the window: see pool.h. */
#ifndef MOTE_OPS_L2_POOL_2D_H
#define MOTE_OPS_L2_POOL_2D_H

#include "../common/pool.h"

void mote_l2_pool_2d_f32_c(const mote_pool_f32_params *p, mote_rows rows, const float *x, float *y);

#define mote_l2_pool_2d_f32 mote_l2_pool_2d_f32_c

#endif
