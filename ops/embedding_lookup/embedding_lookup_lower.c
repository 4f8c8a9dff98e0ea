/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/scale.h"
#include "../common/strided.h"
#include "../gather/gather.h"
#include "embedding_lookup.h"

/* The ids' count, then the dimensions of a row. */
static mote_status infer(mote_lowering *l, uint32_t output, mote_shape *shape) {
  (void)output;
  mote_tensor ids, table;
  mote_lower_input(l, 0, &ids);
  mote_lower_input(l, 1, &table);
  MOTE_CHECK(l, ids.shape.rank == 1, MOTE_SHAPE, &ids, 1, ids.shape.rank, "the ids must be a vector");
  MOTE_CHECK(l, table.shape.rank >= 1, MOTE_SHAPE, &table, 2, table.shape.rank, "the table must have rows");
  *shape = table.shape;
  shape->dims[0] = ids.shape.dims[0];
  return MOTE_OK;
}

static const mote_op embedding_lookup = {
    .name = "EMBEDDING_LOOKUP",
    .code = 7,
    .min_inputs = 2,
    .max_inputs = 2,
    .min_outputs = 1,
    .max_outputs = 1,
    .infer = infer,
};

/* io[] of both: ids, table, y */
static mote_status lower(mote_lowering *l) {
  mote_tensor ids, table, y;
  mote_lower_input(l, 0, &ids);
  mote_lower_input(l, 1, &table);
  mote_lower_output(l, 0, &y);
  MOTE_TRY(mote_check_movable(l, &table, &y));
  mote_gather_params p = {
      .batches = 1,
      .outer = 1,
      .axis_size = (uint32_t)table.shape.dims[0],
      .index_count = (uint32_t)ids.shape.dims[0],
      .index_words = 1,
      .piece_bytes = y.bytes / (uint32_t)ids.shape.dims[0],
  };
  mote_lower_params(l, &p);
  return MOTE_OK;
}

static mote_status run(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  return mote_gather(params, io[1], io[0], io[2]);
}

static mote_status lower_s8_f32(mote_lowering *l) {
  mote_tensor ids, table;
  mote_lower_input(l, 0, &ids);
  mote_lower_input(l, 1, &table);
  MOTE_TRY(mote_check_per_tensor(l, &table));
  MOTE_TRY(mote_check_zero_point(l, &table, 0));
  mote_embedding_lookup_params p = {
      .rows = (uint32_t)table.shape.dims[0],
      .columns = mote_shape_product(&table.shape, 1, table.shape.rank),
      .count = (uint32_t)ids.shape.dims[0],
      .scale = table.scale[0],
  };
  mote_lower_params(l, &p);
  return MOTE_OK;
}

static mote_status run_s8_f32(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  return mote_embedding_lookup_s8_f32(params, io[0], io[1], io[2]);
}

MOTE_KERNEL(embedding_lookup_s8_f32, embedding_lookup, MOTE_TYPES(MOTE_INT32, MOTE_INT8, MOTE_NONE, MOTE_FLOAT32),
            mote_embedding_lookup_params, 0, lower_s8_f32, run_s8_f32);
MOTE_KERNEL(embedding_lookup, embedding_lookup, MOTE_TYPES(MOTE_INT32, MOTE_NONE, MOTE_NONE, MOTE_NONE),
            mote_gather_params, 0, lower, run);
