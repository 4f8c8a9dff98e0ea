/* SPDX-License-Identifier: Apache-2.0 */
#include "dynamic_update_slice.h"

#include <string.h>

void mote_dynamic_update_slice_c(const mote_dynamic_update_slice_params *p, const mote_strided_axis *axes,
                                 const mote_coordinate *coordinates, const void *x, const void *update,
                                 const void *begin, void *y) {
  int32_t start = 0;
  for (uint32_t d = 0; d < p->rank; d++) {
    int32_t index = mote_clamp(mote_index_at(begin, p->begin_words, d), 0, coordinates[d].size - 1);
    start += index * coordinates[d].stride_bytes;
  }
  if (x != y) {
    memcpy(y, x, p->y_bytes);
  }
  mote_strided_copy(&p->part, axes, update, (uint8_t *)y + start);
}
