/* SPDX-License-Identifier: Apache-2.0 */
#include "resize_nearest_neighbor.h"

#include <string.h>

void mote_resize_nearest_neighbor_c(const mote_resize_nearest_params *p, mote_rows rows, const void *x,
                                    const uint16_t *nearest, void *y) {
  const uint16_t *columns = nearest + p->g.y.height;
  const int32_t pixel_bytes = p->g.x.pixel_bytes;
  for (int32_t oy = rows.first; oy < rows.end; oy++) {
    const uint8_t *from = (const uint8_t *)x + mote_image_row(&p->g.x, nearest[oy]);
    uint8_t *to = (uint8_t *)y + mote_image_row(&p->g.y, oy);
    for (int32_t ox = 0; ox < p->g.y.width; ox++) {
      memcpy(to, from + columns[ox] * pixel_bytes, (size_t)pixel_bytes);
      to += p->g.y.pixel_bytes;
    }
  }
}
