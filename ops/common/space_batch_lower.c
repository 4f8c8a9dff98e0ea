/* SPDX-License-Identifier: Apache-2.0 */
#include "index.h"
#include "space_batch.h"
#include "strided.h"

/* What inputs 1 and 2 say of the two spatial dimensions; of a missing second one, that nothing happens there. */
typedef struct geometry {
  int32_t block[2], before[2], after[2];
} geometry;

static mote_status read_geometry(mote_lowering *l, mote_tensor *x, geometry *g) {
  mote_tensor block, edges;
  mote_lower_input(l, 0, x);
  MOTE_CHECK(l, x->shape.rank == 3 || x->shape.rank == 4, MOTE_SHAPE, x, 4, x->shape.rank,
             "the input must be batch × height × width × channels, or without width");
  uint32_t count = x->shape.rank - 2;
  MOTE_TRY(mote_lower_constants(l, 1, count, &block));
  MOTE_TRY(mote_lower_constants(l, 2, 2 * count, &edges));
  *g = (geometry){{1, 1}, {0, 0}, {0, 0}};
  for (uint32_t d = 0; d < count; d++) {
    g->block[d] = mote_constant_int(&block, d);
    g->before[d] = mote_constant_int(&edges, 2 * d);
    g->after[d] = mote_constant_int(&edges, 2 * d + 1);
    MOTE_CHECK(l, g->block[d] > 0, MOTE_OPTION, &block, 1, g->block[d], "a block size is not positive");
    MOTE_CHECK(l, g->before[d] >= 0 && g->before[d] <= INT32_MAX / 4, MOTE_OPTION, &edges, 0, g->before[d],
               "a padding or crop is negative or too large");
    MOTE_CHECK(l, g->after[d] >= 0 && g->after[d] <= INT32_MAX / 4, MOTE_OPTION, &edges, 0, g->after[d],
               "a padding or crop is negative or too large");
  }
  return MOTE_OK;
}

mote_status mote_infer_space_to_batch(mote_lowering *l, uint32_t output, mote_shape *shape) {
  (void)output;
  mote_tensor x;
  geometry g;
  MOTE_TRY(read_geometry(l, &x, &g));
  *shape = x.shape;
  for (uint32_t d = 0; d + 2 < shape->rank; d++) {
    int32_t padded = x.shape.dims[d + 1] + g.before[d] + g.after[d];
    MOTE_CHECK(l, padded % g.block[d] == 0, MOTE_SHAPE, &x, g.block[d], padded,
               "a padded dimension is no multiple of the block size");
    shape->dims[d + 1] = padded / g.block[d];
    MOTE_TRY(mote_lower_multiply_dim(l, &x, shape->dims[0], g.block[d], &shape->dims[0]));
  }
  return MOTE_OK;
}

mote_status mote_infer_batch_to_space(mote_lowering *l, uint32_t output, mote_shape *shape) {
  (void)output;
  mote_tensor x;
  geometry g;
  MOTE_TRY(read_geometry(l, &x, &g));
  *shape = x.shape;
  for (uint32_t d = 0; d + 2 < shape->rank; d++) {
    int32_t size;
    MOTE_TRY(mote_lower_multiply_dim(l, &x, x.shape.dims[d + 1], g.block[d], &size));
    MOTE_CHECK(l, g.before[d] + g.after[d] <= size, MOTE_OPTION, &x, size, g.before[d] + g.after[d],
               "the crops are larger than the dimension");
    shape->dims[d + 1] = size - g.before[d] - g.after[d];
    MOTE_CHECK(l, shape->dims[0] % g.block[d] == 0, MOTE_SHAPE, &x, g.block[d], shape->dims[0],
               "the batches are no multiple of the block sizes' product");
    shape->dims[0] /= g.block[d];
  }
  return MOTE_OK;
}

static mote_status lower(mote_lowering *l, bool to_batch) {
  mote_tensor x, y;
  geometry g;
  mote_lower_output(l, 0, &y);
  MOTE_TRY(read_geometry(l, &x, &g));
  MOTE_TRY(mote_check_movable(l, &x, &y));
  const mote_shape *pixels = to_batch ? &x.shape : &y.shape, *batches = to_batch ? &y.shape : &x.shape;
  bool has_width = x.shape.rank == 4;
  mote_space_batch_params p = {
      .images = pixels->dims[0],
      .height = pixels->dims[1],
      .width = has_width ? pixels->dims[2] : 1,
      .batch_height = batches->dims[1],
      .batch_width = has_width ? batches->dims[2] : 1,
      .pixel_bytes = (int32_t)mote_type_bytes(x.type, (uint32_t)x.shape.dims[x.shape.rank - 1]),
      .block_height = g.block[0],
      .block_width = g.block[1],
      .top = g.before[0],
      .left = g.before[1],
      .fill_count = to_batch && y.bytes > x.bytes ? mote_shape_count(&y.shape) : 0,
      .element_bytes = (uint16_t)mote_type_bytes(x.type, 1),
      .value = (int16_t)(y.scale_count > 0 ? y.zero_point : 0),
  };
  mote_lower_params(l, &p);
  return MOTE_OK;
}

mote_status mote_lower_space_to_batch(mote_lowering *l) {
  return lower(l, true);
}

mote_status mote_lower_batch_to_space(mote_lowering *l) {
  return lower(l, false);
}
