/* SPDX-License-Identifier: Apache-2.0 */
/* From the sums of neighbouring channels to their outputs, a few at a time: bias, scale and activation. */
#ifndef MOTE_OPS_COMMON_CHANNELS_H
#define MOTE_OPS_COMMON_CHANNELS_H

#include "mote/kernel.h"
#include "requant.h"

enum { MOTE_CHANNELS = 16 }; /* so many at a time */

/* Which members count depends on the types. A member that is the same for all channels has a step of 0, and
 * MOTE_CHANNELS copies. */
typedef struct mote_channels {
  const void *bias; /* of channel c: element c * bias_step */
  int32_t bias_step;

  mote_requant q;             /* integer outputs */
  const int32_t *multipliers; /* of channel c: element c * scale_step */
  const int8_t *shifts;
  int32_t scale_step;
  int32_t one_multiplier[MOTE_CHANNELS];
  int8_t one_shift[MOTE_CHANNELS];

  float min, max; /* float outputs */
} mote_channels;

/* Sets what says where the biases are: NULL or elements of at most 8 bytes. */
void mote_channels_set_bias(mote_channels *c, const void *bias);
/* Sets what integer outputs need. `scales` as in mote_scale_shifts(), `count` of them unless there is one for all. */
void mote_channels_set_requant(mote_channels *c, const mote_requant *q, const int32_t *scales, int32_t count);

/* Writes the outputs y[which.first] to y[which.end - 1], of at most MOTE_CHANNELS channels; sums[0] is the first one's. */
void mote_channels_finish_s8(const mote_channels *c, mote_rows which, const int32_t *sums, int8_t *y);
void mote_channels_finish_f32(const mote_channels *c, mote_rows which, const float *sums, float *y);
/* With int64 biases at a 4-byte boundary, and mote_multiply_wide(). */
void mote_channels_finish_s16(const mote_channels *c, mote_rows which, const int64_t *sums, int16_t *y);

#endif
