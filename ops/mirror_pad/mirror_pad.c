/* SPDX-License-Identifier: Apache-2.0 */
#include "mirror_pad.h"

#include <string.h>

/* `first` and `last`: the outermost elements of the dimension that are set already. */
static void mirror(const mote_mirror_axis *axis, int32_t skip, uint8_t *first, uint8_t *last) {
  const int32_t step = axis->inner_bytes;
  for (int32_t i = 1; i <= axis->before; i++) {
    memcpy(first - i * step, first + (i - 1 + skip) * step, (size_t)step);
  }
  for (int32_t i = 1; i <= axis->after; i++) {
    memcpy(last + i * step, last - (i - 1 + skip) * step, (size_t)step);
  }
}

void mote_mirror_pad_c(const mote_mirror_pad_params *p, const mote_strided_axis *axes, const mote_mirror_axis *mirrors,
                       const void *x, void *y) {
  mote_strided_copy(&p->inside, axes, x, y);
  for (const mote_mirror_axis *axis = mirrors; axis < mirrors + p->mirror_count; axis++) {
    uint8_t *first = (uint8_t *)y + axis->before * axis->inner_bytes;
    for (int32_t o = 0; o < axis->outer; o++) { /* between the images of outer dimensions too, which come later */
      mirror(axis, p->skip, first, first + (axis->size - 1) * axis->inner_bytes);
      first += (axis->before + axis->size + axis->after) * axis->inner_bytes;
    }
  }
}
