/* SPDX-License-Identifier: Apache-2.0 */
#include "space_batch.h"

#include "fill.h"

#include <string.h>

/* Where a row or column is: which one of its block, and in which block. */
typedef struct position {
  int32_t in_block, block;
} position;

static position first(int32_t padding, int32_t block_size) {
  position p = {padding, 0};
  for (; p.in_block >= block_size; p.block++) {
    p.in_block -= block_size;
  }
  return p;
}

static void next(position *p, int32_t block_size) {
  if (++p->in_block == block_size) {
    p->in_block = 0;
    p->block++;
  }
}

/* The offset in the batches of the pixel at (row, column) of image b. */
static int32_t batch_offset(const mote_space_batch_params *p, int32_t b, position row, position column) {
  int32_t batch = (row.in_block * p->block_width + column.in_block) * p->images + b;
  return ((batch * p->batch_height + row.block) * p->batch_width + column.block) * p->pixel_bytes;
}

/* All pixels in their order, from the batches or to them. */
static void copy(const mote_space_batch_params *p, const uint8_t *x, uint8_t *y, bool to_batch) {
  for (int32_t b = 0; b < p->images; b++) {
    position row = first(p->top, p->block_height);
    for (int32_t i = 0; i < p->height; i++, next(&row, p->block_height)) {
      position column = first(p->left, p->block_width);
      for (int32_t j = 0; j < p->width; j++, next(&column, p->block_width)) {
        int32_t offset = batch_offset(p, b, row, column);
        memcpy(to_batch ? y + offset : y, to_batch ? x : x + offset, (size_t)p->pixel_bytes);
        x += to_batch ? p->pixel_bytes : 0;
        y += to_batch ? 0 : p->pixel_bytes;
      }
    }
  }
}

void mote_space_to_batch_c(const mote_space_batch_params *p, const void *x, void *y) {
  if (p->fill_count > 0) {
    const int32_t value[2] = {p->value, 0};
    mote_fill(p->fill_count, p->element_bytes, value, y);
  }
  copy(p, x, y, true);
}

void mote_batch_to_space_c(const mote_space_batch_params *p, const void *x, void *y) {
  copy(p, x, y, false);
}
