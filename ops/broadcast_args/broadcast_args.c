/* SPDX-License-Identifier: Apache-2.0 */
#include "broadcast_args.h"

#include "../common/index.h"

mote_status mote_broadcast_args_c(const mote_broadcast_args_params *p, const int32_t *a, const int32_t *b, int32_t *y) {
  int32_t count = p->a_count > p->b_count ? p->a_count : p->b_count;
  for (int32_t i = 0; i < count; i++) {
    int32_t a_index = i - (count - p->a_count), b_index = i - (count - p->b_count);
    int32_t a_size = a_index < 0 ? 1 : mote_index_at(a, (uint32_t)p->words, (uint32_t)a_index);
    int32_t b_size = b_index < 0 ? 1 : mote_index_at(b, (uint32_t)p->words, (uint32_t)b_index);
    if (a_size != b_size && a_size != 1 && b_size != 1) {
      return MOTE_DATA;
    }
    y[i * p->words + p->words - 1] = 0; /* the upper half of an int64 */
    y[i * p->words] = a_size == 1 ? b_size : a_size;
  }
  return MOTE_OK;
}
