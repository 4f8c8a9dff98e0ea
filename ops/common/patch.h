/* SPDX-License-Identifier: Apache-2.0 */
/* Output pixel by output pixel: the part of the window that lies in the image. */
#ifndef MOTE_OPS_COMMON_PATCH_H
#define MOTE_OPS_COMMON_PATCH_H

#include "image.h"

/*
 * What one output pixel sees: rows × columns pixels of the input, of which the first stands first_row + first_column
 * bytes after the base. In rows, count the offset on with mote_patch_next_row(); in columns, add column_bytes. There may
 * be none.
 */
typedef struct mote_patch {
  int32_t rows, columns;
  int32_t first_row, first_column;
  int32_t row_bytes, column_bytes;
  int32_t ring_bytes;                  /* rows from there on begin again at 0 */
  int32_t weight;                      /* of the first pixel: its number in the window */
  int32_t row_weights, column_weights; /* how far it is to the weight of the next row's or column's pixel */
  int32_t y;                           /* where the output pixel stands, in bytes */
} mote_patch;

static inline int32_t mote_patch_next_row(const mote_patch *patch, int32_t row) {
  row += patch->row_bytes;
  return row >= patch->ring_bytes ? row - patch->ring_bytes : row;
}

/* The walk over the pixels of the rows `rows` of the output y. */
typedef struct mote_patch_walk {
  const mote_image *x, *y;
  const mote_window *window;
  mote_patch patch; /* the current one */
  int32_t row, end_row, column;
  mote_span inside; /* rows of the window */
} mote_patch_walk;

/* After this, and while mote_patch_next() says so, walk->patch is what a pixel of y sees. */
void mote_patch_begin(mote_patch_walk *walk, const mote_image *x, const mote_image *y, const mote_window *window,
                      mote_rows rows);
bool mote_patch_next(mote_patch_walk *walk);

#endif
