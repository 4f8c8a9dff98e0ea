/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/lowering.h"
#include "fully_connected.h"

enum { ACTIVATION, WEIGHTS_FORMAT, KEEP_NUM_DIMS };

static const mote_option options[] = {
    [ACTIVATION] = MOTE_OPTION_ACTIVATION(0),
    [WEIGHTS_FORMAT] = {MOTE_NAME("weights_format"), 1, MOTE_OPTION_INT8, 0, 0, 0},
    [KEEP_NUM_DIMS] = {MOTE_NAME("keep_num_dims"), 2, MOTE_OPTION_BOOL, 0, 0, 1},
};

/* The last dimension of x becomes the units; the others stay, or are one if keep_num_dims is off. */
static mote_status infer(mote_lowering *l, uint32_t output, mote_shape *shape) {
  (void)output;
  mote_tensor x, w, bias;
  mote_lower_input(l, 0, &x);
  mote_lower_input(l, 1, &w);
  mote_lower_input(l, 2, &bias);
  MOTE_CHECK(l, w.shape.rank == 2, MOTE_SHAPE, &w, 2, w.shape.rank, "the weights must be units × depth");
  uint32_t units = (uint32_t)w.shape.dims[0], depth = (uint32_t)w.shape.dims[1];
  uint32_t count = mote_shape_count(&x.shape);
  MOTE_CHECK(l, depth > 0 && count % depth == 0 && count > 0, MOTE_SHAPE, &x, depth, count,
             "the input's size is no multiple of the weights' depth");
  MOTE_CHECK(l, bias.type == MOTE_NONE || mote_shape_count(&bias.shape) == units, MOTE_SHAPE, &bias, units,
             mote_shape_count(&bias.shape), "there must be one bias a unit");
  if (l->option[KEEP_NUM_DIMS]) {
    *shape = x.shape;
    MOTE_CHECK(l, x.shape.rank > 0 && x.shape.dims[x.shape.rank - 1] == (int32_t)depth, MOTE_SHAPE, &x, depth, 0,
               "the input's last dimension is not the weights' depth");
    shape->dims[shape->rank - 1] = (int32_t)units;
  } else {
    shape->rank = 2;
    shape->dims[0] = (int32_t)(count / depth);
    shape->dims[1] = (int32_t)units;
  }
  return MOTE_OK;
}

static const mote_op fully_connected = {
    .name = "FULLY_CONNECTED",
    .code = 9,
    .options_type = 8,
    .option_count = MOTE_COUNT_OF(options),
    .min_inputs = 2,
    .max_inputs = 3,
    .min_outputs = 1,
    .max_outputs = 1,
    .options = options,
    .infer = infer,
};

/* io[]: x, w, bias, y, scales */
static mote_status lower_s8(mote_lowering *l) {
  mote_tensor x, w, y;
  mote_lower_input(l, 0, &x);
  mote_lower_input(l, 1, &w);
  mote_lower_output(l, 0, &y);
  mote_fully_connected_params p;
  p.depth = w.shape.dims[1];
  p.units = w.shape.dims[0];
  p.batches = (int32_t)mote_shape_count(&x.shape) / p.depth;
  p.x_offset = -x.zero_point;
  MOTE_CHECK(l, mote_zero_point(&w, 0) == 0, MOTE_QUANTIZATION, &w, 0, w.zero_point, "the weights' zero point must be 0");
  MOTE_TRY(mote_lower_scales(l, 0, &x, &w, &y, 0, w.scale_count > 1 ? MOTE_PRODUCT_DOUBLE : MOTE_PRODUCT_FLOAT, &p.q));
  MOTE_TRY(mote_lower_activation(l, &y, l->option[ACTIVATION], &p.q));
  mote_lower_params(l, &p);
  return MOTE_OK;
}

static mote_status run_s8(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  const mote_fully_connected_params *p = params;
  mote_rows all = {0, p->units};
  mote_fully_connected_s8(p, all, io[0], io[1], io[2], io[4], io[3]);
  return MOTE_OK;
}

static mote_status lower_f32(mote_lowering *l) {
  mote_tensor x, w;
  mote_lower_input(l, 0, &x);
  mote_lower_input(l, 1, &w);
  mote_fully_connected_f32_params p;
  p.depth = w.shape.dims[1];
  p.units = w.shape.dims[0];
  p.batches = (int32_t)mote_shape_count(&x.shape) / p.depth;
  mote_float_activation(l->option[ACTIVATION], &p.min, &p.max);
  mote_lower_params(l, &p);
  return MOTE_OK;
}

static mote_status run_f32(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  const mote_fully_connected_f32_params *p = params;
  mote_rows all = {0, p->units};
  mote_fully_connected_f32(p, all, io[0], io[1], io[2], io[3]);
  return MOTE_OK;
}

MOTE_KERNEL(fully_connected_s8, fully_connected, MOTE_TYPES(MOTE_INT8, MOTE_INT8, MOTE_INT32, MOTE_INT8),
            mote_fully_connected_params, 1, lower_s8, run_s8);
MOTE_KERNEL(fully_connected_f32, fully_connected, MOTE_TYPES(MOTE_FLOAT32, MOTE_FLOAT32, MOTE_FLOAT32, MOTE_FLOAT32),
            mote_fully_connected_f32_params, 0, lower_f32, run_f32);
