/* SPDX-License-Identifier: Apache-2.0 */
#include "space_depth.h"

#include "index.h"

enum { BLOCK_SIZE };

const mote_option mote_block_size_options[1] = {
    [BLOCK_SIZE] = {MOTE_NAME("block_size"), 0, MOTE_OPTION_INT32, 0, 1, MOTE_OPTION_MAX},
};

enum { BATCH, HEIGHT, WIDTH, CHANNELS, IMAGE_RANK };

static mote_status read_image(mote_lowering *l, mote_tensor *x) {
  mote_lower_input(l, 0, x);
  MOTE_CHECK(l, x->shape.rank == IMAGE_RANK, MOTE_SHAPE, x, IMAGE_RANK, x->shape.rank,
             "the input must be batch × height × width × channels");
  return MOTE_OK;
}

static mote_status divide(mote_lowering *l, const mote_tensor *x, uint32_t dimension, int32_t divisor,
                          int32_t *quotient) {
  int32_t size = x->shape.dims[dimension];
  MOTE_CHECK(l, size % divisor == 0, MOTE_SHAPE, x, divisor, size, "the dimension is no multiple of the block size");
  *quotient = size / divisor;
  return MOTE_OK;
}

mote_status mote_infer_space_to_depth(mote_lowering *l, uint32_t output, mote_shape *shape) {
  (void)output;
  mote_tensor x;
  int32_t block = l->option[BLOCK_SIZE];
  MOTE_TRY(read_image(l, &x));
  *shape = x.shape;
  MOTE_TRY(divide(l, &x, HEIGHT, block, &shape->dims[HEIGHT]));
  MOTE_TRY(divide(l, &x, WIDTH, block, &shape->dims[WIDTH]));
  MOTE_TRY(mote_lower_multiply_dim(l, &x, x.shape.dims[CHANNELS], block, &shape->dims[CHANNELS]));
  return mote_lower_multiply_dim(l, &x, shape->dims[CHANNELS], block, &shape->dims[CHANNELS]);
}

mote_status mote_infer_depth_to_space(mote_lowering *l, uint32_t output, mote_shape *shape) {
  (void)output;
  mote_tensor x;
  int32_t block = l->option[BLOCK_SIZE];
  MOTE_TRY(read_image(l, &x));
  *shape = x.shape;
  MOTE_TRY(mote_lower_multiply_dim(l, &x, x.shape.dims[HEIGHT], block, &shape->dims[HEIGHT]));
  MOTE_TRY(mote_lower_multiply_dim(l, &x, x.shape.dims[WIDTH], block, &shape->dims[WIDTH]));
  MOTE_TRY(divide(l, &x, CHANNELS, block, &shape->dims[CHANNELS]));
  MOTE_CHECK(l, shape->dims[CHANNELS] % block == 0, MOTE_SHAPE, &x, block, shape->dims[CHANNELS],
             "the channels are no multiple of the block size's square");
  shape->dims[CHANNELS] /= block;
  return MOTE_OK;
}

/*
 * Both see the same six axes: batch, rows of blocks, rows of a block, blocks of a row, columns of a block, channels. In
 * pixels they lie in this order; in blocks the rows and columns of a block come last but the channels.
 */
static mote_status lower(mote_lowering *l, bool to_depth) {
  mote_tensor x, y;
  mote_lower_input(l, 0, &x);
  mote_lower_output(l, 0, &y);
  MOTE_TRY(mote_check_movable(l, &x, &y));
  const mote_shape *blocks = to_depth ? &y.shape : &x.shape;
  int32_t block = l->option[BLOCK_SIZE], element = (int32_t)mote_type_bytes(x.type, 1);
  int32_t channels = blocks->dims[CHANNELS] / block / block * element; /* in bytes, as all strides */
  int32_t height = blocks->dims[HEIGHT], width = blocks->dims[WIDTH], row = width * block * channels;
  const mote_shape shape = {6, {blocks->dims[BATCH], height, block, width, block, channels / element}};
  const mote_strides pixel = {{height * block * row, block * row, row, block * channels, channels, element}};
  const mote_strides depth = {
      {height * block * row, block * row, block * channels, block * block * channels, channels, element}};
  mote_strided_params p = {0};
  mote_lower_strided(l, 0, &shape, to_depth ? &pixel : &depth, to_depth ? &depth : &pixel, (uint32_t)element, &p);
  l->view = block == 1;
  mote_lower_params(l, &p);
  return MOTE_OK;
}

mote_status mote_lower_space_to_depth(mote_lowering *l) {
  return lower(l, true);
}

mote_status mote_lower_depth_to_space(mote_lowering *l) {
  return lower(l, false);
}
