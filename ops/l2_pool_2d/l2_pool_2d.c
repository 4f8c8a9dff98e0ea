/* SPDX-License-Identifier: Apache-2.0 */
#include "l2_pool_2d.h"

#include "../common/math.h"

static inline float add_square(float sum, float x) {
  return sum + x * x;
}

static inline float root_mean(float sum, int32_t count, const mote_pool_f32_params *p) {
  float root = mote_sqrtf(sum / (float)count);
  return root < p->min ? p->min : root > p->max ? p->max : root;
}

MOTE_POOL_KERNEL(mote_l2_pool_2d_f32_c, mote_pool_f32_params, float, float, 0.0f, add_square, root_mean)
