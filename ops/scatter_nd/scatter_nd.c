/* SPDX-License-Identifier: Apache-2.0 */
#include "scatter_nd.h"

#include <string.h>

/* Sums are computed in sum_type, which does not overflow. */
#define DEFINE_KERNEL(kernel, type, sum_type)                                                                  \
  mote_status kernel(const mote_scatter_nd_params *p, const mote_coordinate *coordinates, const void *indices, \
                     const type *updates, type *y) {                                                           \
    const int32_t *index = indices;                                                                            \
    memset(y, 0, p->y_count * sizeof *y);                                                                      \
    for (uint32_t i = 0; i < p->count; i++, index += p->depth * p->index_words) {                              \
      int32_t offset;                                                                                          \
      MOTE_TRY(mote_locate(coordinates, p->depth, index, p->index_words, &offset));                            \
      type *to = y + (uint32_t)offset / sizeof *y;                                                             \
      for (uint32_t k = 0; k < p->piece; k++) {                                                                \
        to[k] = (type)((sum_type)to[k] + (sum_type)*updates++);                                                \
      }                                                                                                        \
    }                                                                                                          \
    return MOTE_OK;                                                                                            \
  }

DEFINE_KERNEL(mote_scatter_nd_s8_c, int8_t, uint32_t)
DEFINE_KERNEL(mote_scatter_nd_f32_c, float, float)
DEFINE_KERNEL(mote_scatter_nd_s32_c, int32_t, uint32_t)
DEFINE_KERNEL(mote_scatter_nd_s64_c, mote_int64, uint64_t)
