/* SPDX-License-Identifier: Apache-2.0 */
#include "select.h"

#include "load.h"

/* Words, so that int64 need not stand at 8-byte boundaries. */
typedef struct int64_words {
  uint32_t low, high;
} int64_words;

#define SELECT(name, type)                                                                                             \
  static void name(const mote_broadcast *shape, int32_t count, const uint8_t *condition, const type *a, const type *b, \
                   type *y) {                                                                                          \
    const int32_t condition_step = shape->step[0], a_step = shape->step[1], b_step = shape->step[2];                   \
    for (int32_t i = 0; i < count; i++) {                                                                              \
      y[i] = *condition != 0 ? *a : *b;                                                                                \
      condition += condition_step;                                                                                     \
      a += a_step;                                                                                                     \
      b += b_step;                                                                                                     \
    }                                                                                                                  \
  }

SELECT(select_8, uint8_t)
SELECT(select_16, uint16_t)
SELECT(select_32, uint32_t)
SELECT(select_64, int64_words)

void mote_select_c(const mote_select_params *p, int32_t count, const uint8_t *condition, const void *a, const void *b,
                   void *y) {
  switch (p->element_bytes) {
  case 1: select_8(&p->shape, count, condition, a, b, y); break;
  case 2: select_16(&p->shape, count, condition, a, b, y); break;
  case 4: select_32(&p->shape, count, condition, a, b, y); break;
  default: select_64(&p->shape, count, condition, a, b, y); break;
  }
}
