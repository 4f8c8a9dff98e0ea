/* SPDX-License-Identifier: Apache-2.0 */
#include "reverse_sequence.h"

#include "../common/index.h"

#include <string.h>

/* One sequence of pieces. */
static void reverse(const mote_reverse_sequence_params *p, int32_t length, const uint8_t *x, uint8_t *y) {
  for (int32_t s = 0; s < p->sequence; s++) {
    int32_t from = s < length ? length - 1 - s : s;
    memcpy(y + s * p->sequence_stride, x + from * p->sequence_stride, (size_t)p->inner_bytes);
  }
}

mote_status mote_reverse_sequence_c(const mote_reverse_sequence_params *p, const void *x, const void *lengths,
                                    void *y) {
  for (int32_t b = 0; b < p->batches; b++) {
    int32_t length = mote_index_at(lengths, (uint32_t)p->length_words, (uint32_t)b);
    if (length < 0 || length > p->sequence) {
      return MOTE_DATA;
    }
    for (int32_t o = 0; o < p->outer; o++) {
      for (int32_t m = 0; m < p->middle; m++) {
        int32_t start = o * p->outer_stride + m * p->middle_stride + b * p->batch_stride;
        reverse(p, length, (const uint8_t *)x + start, (uint8_t *)y + start);
      }
    }
  }
  return MOTE_OK;
}
