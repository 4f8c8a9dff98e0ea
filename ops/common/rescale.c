/* SPDX-License-Identifier: Apache-2.0 */
#include "rescale.h"

#include <string.h>

#include "saturate.h"

static inline int32_t same(int32_t difference) {
  return difference;
}

static MOTE_RESCALE_KERNEL(rescale_s8, int8_t, int8_t, same) static MOTE_RESCALE_KERNEL(rescale_s16, int16_t, int16_t,
                                                                                        same)

    void mote_rescale_s8_s8_c(const mote_rescale_params *p, const int8_t *x, int8_t *y) {
  if (!mote_rescale_keeps_scale(p)) {
    rescale_s8(p, x, y);
  } else if (p->min > INT8_MIN || p->max < INT8_MAX) {
    mote_clamp_s8(p->count, p->min, p->max, x, y);
  } else if (x != y) {
    memmove(y, x, (size_t)p->count);
  }
}

void mote_rescale_s16_s16_c(const mote_rescale_params *p, const int16_t *x, int16_t *y) {
  if (!mote_rescale_keeps_scale(p)) {
    rescale_s16(p, x, y);
  } else if (p->min > INT16_MIN || p->max < INT16_MAX) {
    mote_clamp_s16(p->count, p->min, p->max, x, y);
  } else if (x != y) {
    memmove(y, x, (size_t)p->count * sizeof *y);
  }
}

MOTE_RESCALE_KERNEL(mote_rescale_s8_u8_c, int8_t, uint8_t, same)
MOTE_RESCALE_KERNEL(mote_rescale_s8_s16_c, int8_t, int16_t, same)
MOTE_RESCALE_KERNEL(mote_rescale_s8_s32_c, int8_t, int32_t, same)
MOTE_RESCALE_KERNEL(mote_rescale_u8_s8_c, uint8_t, int8_t, same)
MOTE_RESCALE_KERNEL(mote_rescale_u8_u8_c, uint8_t, uint8_t, same)
MOTE_RESCALE_KERNEL(mote_rescale_s16_s8_c, int16_t, int8_t, same)
MOTE_RESCALE_KERNEL(mote_rescale_s16_s32_c, int16_t, int32_t, same)
MOTE_RESCALE_KERNEL(mote_rescale_s32_s8_c, int32_t, int8_t, same)
MOTE_RESCALE_KERNEL(mote_rescale_s32_s16_c, int32_t, int16_t, same)
