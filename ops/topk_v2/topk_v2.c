/* SPDX-License-Identifier: Apache-2.0 */
#include "topk_v2.h"

/* Each element is inserted among the outputs, which are sorted already, behind those that are not smaller. */
#define DEFINE_KERNEL(kernel, type)                                                                     \
  static void kernel##_row(int32_t columns, int32_t k, const type *x, type *values, int32_t *indices) { \
    int32_t count = 0;                                                                                  \
    for (int32_t c = 0; c < columns; c++) {                                                             \
      const type value = x[c];                                                                          \
      int32_t place = count < k ? count++ : k;                                                          \
      for (; place > 0 && value > values[place - 1]; place--) {                                         \
        if (place < k) {                                                                                \
          values[place] = values[place - 1];                                                            \
          indices[place] = indices[place - 1];                                                          \
        }                                                                                               \
      }                                                                                                 \
      if (place < k) {                                                                                  \
        values[place] = value;                                                                          \
        indices[place] = c;                                                                             \
      }                                                                                                 \
    }                                                                                                   \
  }                                                                                                     \
                                                                                                        \
  void kernel(const mote_topk_v2_params *p, const type *x, type *values, int32_t *indices) {            \
    for (int32_t r = 0; r < p->rows; r++, x += p->columns, values += p->k, indices += p->k) {           \
      kernel##_row(p->columns, p->k, x, values, indices);                                               \
    }                                                                                                   \
  }

DEFINE_KERNEL(mote_topk_v2_s8_c, int8_t)
DEFINE_KERNEL(mote_topk_v2_f32_c, float)
DEFINE_KERNEL(mote_topk_v2_s16_c, int16_t)
DEFINE_KERNEL(mote_topk_v2_s32_c, int32_t)
