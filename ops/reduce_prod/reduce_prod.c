/* SPDX-License-Identifier: Apache-2.0 */
#include "reduce_prod.h"

#define MULTIPLY_F32(s, x) ((s) * (x))
#define MULTIPLY_S32(s, x) ((int32_t)((uint32_t)(s) * (uint32_t)(x)))
#define MULTIPLY_S64(s, x) ((int64_t)((uint64_t)(s) * (uint64_t)(x)))

MOTE_REDUCE_KERNEL(mote_reduce_prod_f32_c, mote_reduce_params, float, float, float, 1.0f, MULTIPLY_F32,
                   MOTE_REDUCE_AS_IT_IS)
MOTE_REDUCE_KERNEL(mote_reduce_prod_s32_c, mote_reduce_params, int32_t, int32_t, int32_t, 1, MULTIPLY_S32,
                   MOTE_REDUCE_AS_IT_IS)
MOTE_REDUCE_KERNEL(mote_reduce_prod_s64_c, mote_reduce_params, mote_int64, mote_int64, int64_t, 1, MULTIPLY_S64,
                   MOTE_REDUCE_AS_IT_IS)
