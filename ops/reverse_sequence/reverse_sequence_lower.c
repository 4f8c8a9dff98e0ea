/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/index.h"
#include "../common/strided.h"
#include "reverse_sequence.h"

enum { SEQ_DIM, BATCH_DIM };

static const mote_option options[] = {
    [SEQ_DIM] = {MOTE_NAME("seq_dim"), 0, MOTE_OPTION_INT32, 0, 0, MOTE_MAX_RANK - 1},
    [BATCH_DIM] = {MOTE_NAME("batch_dim"), 1, MOTE_OPTION_INT32, 0, 0, MOTE_MAX_RANK - 1},
};

static const mote_op reverse_sequence = {
    .name = "REVERSE_SEQUENCE",
    .code = 112,
    .options_type = 87,
    .option_count = MOTE_COUNT_OF(options),
    .min_inputs = 2,
    .max_inputs = 2,
    .min_outputs = 1,
    .max_outputs = 1,
    .options = options,
    .infer = mote_infer_same,
};

/* io[]: x, lengths, y */
static mote_status lower(mote_lowering *l) {
  mote_tensor x, lengths, y;
  uint32_t words, seq = (uint32_t)l->option[SEQ_DIM], batch = (uint32_t)l->option[BATCH_DIM];
  mote_lower_input(l, 0, &x);
  mote_lower_output(l, 0, &y);
  MOTE_TRY(mote_check_movable(l, &x, &y));
  MOTE_TRY(mote_lower_indices(l, 1, &lengths, &words));
  uint32_t rank = x.shape.rank, first = seq < batch ? seq : batch, second = seq < batch ? batch : seq;
  MOTE_CHECK(l, second < rank && first != second, MOTE_OPTION, &x, rank, second,
             "seq_dim and batch_dim must be two dimensions of the input");
  uint32_t count = mote_shape_count(&lengths.shape), batches = (uint32_t)x.shape.dims[batch];
  MOTE_CHECK(l, count == batches, MOTE_SHAPE, &lengths, batches, count, "there must be one length for each batch");
  mote_strides dense = mote_dense_strides(&x);
  mote_reverse_sequence_params p = {
      .outer = (int32_t)mote_shape_product(&x.shape, 0, first),
      .middle = (int32_t)mote_shape_product(&x.shape, first + 1, second),
      .inner_bytes = dense.bytes[second],
      .sequence = x.shape.dims[seq],
      .batches = x.shape.dims[batch],
      .sequence_stride = dense.bytes[seq],
      .batch_stride = dense.bytes[batch],
      .outer_stride = dense.bytes[first] * x.shape.dims[first],
      .middle_stride = dense.bytes[second] * x.shape.dims[second],
      .length_words = (int32_t)words,
  };
  mote_lower_params(l, &p);
  return MOTE_OK;
}

static mote_status run(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  return mote_reverse_sequence(params, io[0], io[1], io[2]);
}

MOTE_KERNEL(reverse_sequence, reverse_sequence, MOTE_TYPES(MOTE_NONE, MOTE_NONE, MOTE_NONE, MOTE_NONE),
            mote_reverse_sequence_params, 0, lower, run);
