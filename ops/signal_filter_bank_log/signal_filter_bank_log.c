/* SPDX-License-Identifier: Apache-2.0 */
#include "signal_filter_bank_log.h"

enum { SEGMENT_BITS = 7, SEGMENT_WIDTH_BITS = 16 - SEGMENT_BITS };

/* log2(1 + i / 128) - i / 128 in Q16, rounded to the nearest. */
static const uint16_t corrections[(1 << SEGMENT_BITS) + 1] = {
    0,    224,  442,  654,  861,  1063, 1259, 1450, 1636, 1817, 1992, 2163, 2329, 2490, 2646, 2797, 2944, 3087, 3224,
    3358, 3487, 3611, 3732, 3848, 3960, 4068, 4172, 4272, 4368, 4460, 4549, 4633, 4714, 4791, 4864, 4934, 5001, 5063,
    5123, 5178, 5231, 5280, 5326, 5368, 5408, 5444, 5477, 5507, 5533, 5557, 5578, 5595, 5610, 5622, 5631, 5637, 5640,
    5641, 5638, 5633, 5626, 5615, 5602, 5586, 5568, 5547, 5524, 5498, 5470, 5439, 5406, 5370, 5332, 5291, 5249, 5203,
    5156, 5106, 5054, 5000, 4944, 4885, 4825, 4762, 4697, 4630, 4561, 4490, 4416, 4341, 4264, 4184, 4103, 4020, 3935,
    3848, 3759, 3668, 3575, 3481, 3384, 3286, 3186, 3084, 2981, 2875, 2768, 2659, 2549, 2437, 2323, 2207, 2090, 1971,
    1851, 1729, 1605, 1480, 1353, 1224, 1094, 963,  830,  695,  559,  421,  282,  142,  0,
};

/* log2(x) in Q16, x > 0. The reference shifts the interpolated correction by 16 bits where the width of a segment would be
 * right, so that hardly anything is left of it. */
static uint32_t log2_q16(uint32_t x) {
  const uint32_t whole = 31 - (uint32_t)__builtin_clz(x);
  uint32_t fraction = x - ((uint32_t)1 << whole);
  fraction = whole < 16 ? fraction << (16 - whole) : fraction >> (whole - 16);
  const uint16_t *correction = &corrections[fraction >> SEGMENT_WIDTH_BITS];
  int32_t rest = (int32_t)(fraction & ((1 << SEGMENT_WIDTH_BITS) - 1));
  int32_t interpolation = (correction[1] - correction[0]) * rest >> 16;
  return (whole << 16) + fraction + correction[0] + (uint32_t)interpolation;
}

void mote_signal_filter_bank_log_u32_c(const mote_signal_filter_bank_log_params *p, const uint32_t *x, int16_t *y) {
  const uint32_t log_2_q16 = 45426, half = 1 << 15;
  for (int32_t c = 0; c < p->channels; c++) {
    uint32_t argument = x[c] << p->x_shift;
    if (argument < 2) {
      y[c] = 0;
      continue;
    }
    uint32_t log = (uint32_t)(((uint64_t)log_2_q16 * log2_q16(argument) + half) >> 16);
    uint32_t scaled = (p->y_scale * log + half) >> 16;
    y[c] = (int16_t)(scaled < INT16_MAX ? scaled : INT16_MAX);
  }
}
