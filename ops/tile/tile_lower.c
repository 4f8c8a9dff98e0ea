/* SPDX-License-Identifier: Apache-2.0 */
/* TILE: x again and again along each dimension: mote_strided_copy(). */
#include "../common/index.h"
#include "../common/strided.h"

static mote_status infer(mote_lowering *l, uint32_t output, mote_shape *shape) {
  (void)output;
  mote_tensor x, multiples;
  mote_lower_input(l, 0, &x);
  MOTE_TRY(mote_lower_constants(l, 1, x.shape.rank, &multiples));
  *shape = x.shape;
  for (uint32_t d = 0; d < shape->rank; d++) {
    MOTE_TRY(
        mote_lower_multiply_dim(l, &multiples, x.shape.dims[d], mote_constant_int(&multiples, d), &shape->dims[d]));
  }
  return MOTE_OK;
}

static const mote_op tile = {
    .name = "TILE",
    .code = 69,
    .options_type = 51,
    .min_inputs = 2,
    .max_inputs = 2,
    .min_outputs = 1,
    .max_outputs = 1,
    .infer = infer,
};

/* The output's shape with two dimensions for each of x: how often, and its own; those of one element left out. */
typedef struct tiles {
  mote_shape shape;
  mote_strides from, to;
} tiles;

static mote_status add_dimension(mote_lowering *l, tiles *t, int32_t size, int32_t from, int32_t to) {
  if (size > 1) {
    MOTE_CHECK(l, t->shape.rank < MOTE_MAX_RANK, MOTE_TOO_LARGE, NULL, MOTE_MAX_RANK, t->shape.rank + 1,
               "too many dimensions are repeated");
    t->from.bytes[t->shape.rank] = from;
    t->to.bytes[t->shape.rank] = to;
    t->shape.dims[t->shape.rank++] = size;
  }
  return MOTE_OK;
}

/* io[]: x, multiples, y, axes */
static mote_status lower(mote_lowering *l) {
  mote_tensor x, y;
  mote_lower_input(l, 0, &x);
  mote_lower_output(l, 0, &y);
  MOTE_TRY(mote_check_movable(l, &x, &y));
  mote_strides from = mote_dense_strides(&x), to = mote_dense_strides(&y);
  tiles t = {.shape.rank = 0};
  for (uint32_t d = 0; d < x.shape.rank; d++) {
    int32_t size = x.shape.dims[d];
    MOTE_TRY(add_dimension(l, &t, y.shape.dims[d] / size, 0, size * to.bytes[d]));
    MOTE_TRY(add_dimension(l, &t, size, from.bytes[d], to.bytes[d]));
  }
  mote_strided_params p = {0};
  mote_lower_strided(l, 0, &t.shape, &t.from, &t.to, mote_type_bytes(x.type, 1), &p);
  l->view = x.bytes == y.bytes;
  mote_lower_params(l, &p);
  return MOTE_OK;
}

MOTE_STRIDED_RUN(run, 2, 3)

MOTE_KERNEL(tile, tile, MOTE_TYPES(MOTE_NONE, MOTE_NONE, MOTE_NONE, MOTE_NONE), mote_strided_params, 1, lower, run);
