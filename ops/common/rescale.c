/* SPDX-License-Identifier: Apache-2.0 */
#include "rescale.h"

#include <string.h>

#include "saturate.h"

static inline int32_t same(int32_t difference) {
  return difference;
}

#define RESCALE_KERNEL(kernel, general, type, clamp, type_min, type_max)                                         \
  static MOTE_RESCALE_KERNEL(general, type, type, same) void kernel(const mote_rescale_params *p, int32_t count, \
                                                                    const type *x, type *y) {                    \
    if (!mote_rescale_keeps_scale(p)) {                                                                          \
      general(p, count, x, y);                                                                                   \
    } else if (p->min > type_min || p->max < type_max) {                                                         \
      clamp(count, p->min, p->max, x, y);                                                                        \
    } else if (x != y) {                                                                                         \
      memmove(y, x, (size_t)count * sizeof *y);                                                                  \
    }                                                                                                            \
  }

RESCALE_KERNEL(mote_rescale_s8_s8_c, rescale_s8, int8_t, mote_clamp_s8, INT8_MIN, INT8_MAX)
RESCALE_KERNEL(mote_rescale_s16_s16_c, rescale_s16, int16_t, mote_clamp_s16, INT16_MIN, INT16_MAX)

MOTE_RESCALE_KERNEL(mote_rescale_s8_u8_c, int8_t, uint8_t, same)
MOTE_RESCALE_KERNEL(mote_rescale_s8_s16_c, int8_t, int16_t, same)
MOTE_RESCALE_KERNEL(mote_rescale_s8_s32_c, int8_t, int32_t, same)
MOTE_RESCALE_KERNEL(mote_rescale_u8_s8_c, uint8_t, int8_t, same)
MOTE_RESCALE_KERNEL(mote_rescale_u8_u8_c, uint8_t, uint8_t, same)
MOTE_RESCALE_KERNEL(mote_rescale_s16_s8_c, int16_t, int8_t, same)
MOTE_RESCALE_KERNEL(mote_rescale_s16_s32_c, int16_t, int32_t, same)
MOTE_RESCALE_KERNEL(mote_rescale_s32_s8_c, int32_t, int8_t, same)
MOTE_RESCALE_KERNEL(mote_rescale_s32_s16_c, int32_t, int16_t, same)
