/* SPDX-License-Identifier: Apache-2.0 */
#include "pool.h"

mote_pool_patch mote_pool_window(const mote_pool_geometry *g, int32_t oy, int32_t ox) {
  int32_t top = oy * g->window.stride_h - g->window.pad_top;
  int32_t left = ox * g->window.stride_w - g->window.pad_left;
  mote_span rows = mote_window_span(top, g->window.height, 1, g->x.height);
  mote_span columns = mote_window_span(left, g->window.width, 1, g->x.width);
  mote_pool_patch patch = {rows.end - rows.first, columns.end - columns.first, top + rows.first,
                           (left + columns.first) * g->x.pixel_bytes};
  return patch;
}
