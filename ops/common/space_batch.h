/* SPDX-License-Identifier: Apache-2.0 */
/*
 * SPACE_TO_BATCH_ND and BATCH_TO_SPACE_ND: between pixels and batches that have one pixel of each block.
 *
 * The pixel at (row, column) of image b, `top` rows and `left` columns of padding counted, is at (row / block_height,
 * column / block_width) of batch ((row % block_height) * block_width + column % block_width) * images + b.
 */
#ifndef MOTE_OPS_COMMON_SPACE_BATCH_H
#define MOTE_OPS_COMMON_SPACE_BATCH_H

#include "lowering.h"

typedef struct mote_space_batch_params {
  int32_t images, height, width;     /* of the pixels */
  int32_t batch_height, batch_width; /* of each batch */
  int32_t pixel_bytes;
  int32_t block_height, block_width, top, left;
  uint32_t fill_count; /* elements of y to fill before; 0 without padding */
  uint16_t element_bytes;
  int16_t value; /* of padding */
} mote_space_batch_params;

void mote_space_to_batch_c(const mote_space_batch_params *p, const void *x, void *y);
void mote_batch_to_space_c(const mote_space_batch_params *p, const void *x, void *y);

#define mote_space_to_batch mote_space_to_batch_c
#define mote_batch_to_space mote_batch_to_space_c

/* infer() and lower(). */
mote_status mote_infer_space_to_batch(mote_lowering *l, uint32_t output, mote_shape *shape);
mote_status mote_infer_batch_to_space(mote_lowering *l, uint32_t output, mote_shape *shape);
mote_status mote_lower_space_to_batch(mote_lowering *l);
mote_status mote_lower_batch_to_space(mote_lowering *l);

#endif
