/* SPDX-License-Identifier: Apache-2.0 */
#include "patch.h"

static void begin_row(mote_patch_walk *walk) {
  const mote_window *k = walk->window;
  int32_t top = walk->row * k->stride_h - k->pad_top;
  walk->inside = mote_window_span(top, k->height, k->dilation_h, walk->x->height);
  bool is_empty = walk->inside.first == walk->inside.end;
  walk->patch.first_row = is_empty ? 0 : mote_image_row(walk->x, top + walk->inside.first * k->dilation_h);
  walk->patch.y = mote_image_row(walk->y, walk->row);
  walk->column = 0;
}

/* A single column is taken for a single row, if its pixels are evenly spaced: one long loop is faster than many of one
 * turn. */
static void lay_down(mote_patch *patch) {
  int32_t last_row = patch->first_row + (patch->rows - 1) * patch->row_bytes;
  if (patch->columns == 1 && last_row < patch->ring_bytes) {
    patch->columns = patch->rows;
    patch->column_bytes = patch->row_bytes;
    patch->column_weights = patch->row_weights;
    patch->rows = 1;
  }
}

void mote_patch_begin(mote_patch_walk *walk, const mote_image *x, const mote_image *y, const mote_window *window,
                      mote_rows rows) {
  walk->x = x;
  walk->y = y;
  walk->window = window;
  walk->row = rows.first;
  walk->end_row = rows.end;
  walk->patch.ring_bytes = x->ring * x->row_bytes;
  walk->patch.row_bytes = window->dilation_h * x->row_bytes;
  walk->patch.row_weights = window->width;
  if (rows.first < rows.end) {
    begin_row(walk);
  }
}

bool mote_patch_next(mote_patch_walk *walk) {
  const mote_window *k = walk->window;
  mote_patch *patch = &walk->patch;
  if (walk->row < walk->end_row && walk->column == walk->y->width) {
    walk->row++;
    if (walk->row < walk->end_row) {
      begin_row(walk);
    }
  }
  if (walk->row >= walk->end_row) {
    return false;
  }
  int32_t left = walk->column * k->stride_w - k->pad_left;
  mote_span columns = mote_window_span(left, k->width, k->dilation_w, walk->x->width);
  patch->y += walk->column > 0 ? walk->y->pixel_bytes : 0;
  patch->rows = walk->inside.end - walk->inside.first;
  patch->columns = columns.end - columns.first;
  bool is_empty = patch->rows == 0 || patch->columns == 0;
  patch->first_column = is_empty ? 0 : (left + columns.first * k->dilation_w) * walk->x->pixel_bytes;
  patch->weight = is_empty ? 0 : walk->inside.first * k->width + columns.first;
  patch->column_bytes = k->dilation_w * walk->x->pixel_bytes;
  patch->column_weights = 1;
  lay_down(patch);
  walk->column++;
  return true;
}
