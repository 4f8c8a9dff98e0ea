/* SPDX-License-Identifier: Apache-2.0 */
#include "reduce_min.h"

#include <float.h>

#define SMALLEST(s, x) ((x) < (s) ? (x) : (s))

MOTE_REDUCE_KERNEL(mote_reduce_min_s8_c, mote_reduce_params, int8_t, int8_t, int32_t, INT8_MAX, SMALLEST,
                   MOTE_REDUCE_AS_IT_IS)
MOTE_REDUCE_KERNEL(mote_reduce_min_f32_c, mote_reduce_params, float, float, float, FLT_MAX, SMALLEST,
                   MOTE_REDUCE_AS_IT_IS)
MOTE_REDUCE_KERNEL(mote_reduce_min_s16_c, mote_reduce_params, int16_t, int16_t, int32_t, INT16_MAX, SMALLEST,
                   MOTE_REDUCE_AS_IT_IS)
MOTE_REDUCE_KERNEL(mote_reduce_min_s32_c, mote_reduce_params, int32_t, int32_t, int32_t, INT32_MAX, SMALLEST,
                   MOTE_REDUCE_AS_IT_IS)
MOTE_REDUCE_KERNEL(mote_reduce_min_s64_c, mote_reduce_params, mote_int64, mote_int64, int64_t, INT64_MAX, SMALLEST,
                   MOTE_REDUCE_AS_IT_IS)
