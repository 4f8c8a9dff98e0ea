/* SPDX-License-Identifier: Apache-2.0 */
#include "depthwise.h"

void mote_depthwise_run(const mote_depthwise_geometry *g, int32_t x_zero_point, mote_rows rows, const void *x, void *y,
                        int32_t at_once, mote_depthwise_fn *compute, const void *layer) {
  const int32_t channels = g->y.channels;
  mote_patch_walk walk;
  mote_depthwise_pixel pixel = {.channels = channels, .multiplier = g->multiplier, .x_zero_point = x_zero_point};
  mote_patch_begin(&walk, &g->x, &g->y, &g->window, rows);
  while (mote_patch_next(&walk)) {
    pixel.patch = walk.patch;
    pixel.patch.weight *= channels;
    pixel.patch.row_weights *= channels;
    pixel.patch.column_weights *= channels;
    for (int32_t c = 0; c < channels; c += at_once) {
      pixel.todo.first = c;
      pixel.todo.end = c + at_once < channels ? c + at_once : channels;
      compute(layer, &pixel, x, (char *)y + pixel.patch.y);
    }
  }
}
