/* SPDX-License-Identifier: Apache-2.0 */
#include "cast.h"

/* The operator's options repeat the tensors' types. */
static const mote_op cast = {
    .name = "CAST",
    .code = 53,
    .options_type = 37,
    .min_inputs = 1,
    .max_inputs = 1,
    .min_outputs = 1,
    .max_outputs = 1,
    .infer = mote_infer_same,
};

static mote_status read_kind(mote_lowering *l, const mote_tensor *t, mote_integer_kind *kind) {
  static const int8_t kinds[MOTE_TYPE_COUNT] = {
      [MOTE_INT8] = -1,  [MOTE_UINT8] = 1,  [MOTE_INT16] = -2, [MOTE_UINT16] = 2,
      [MOTE_INT32] = -4, [MOTE_UINT32] = 4, [MOTE_INT64] = -8, [MOTE_UINT64] = 8,
  };
  *kind = kinds[t->type];
  MOTE_CHECK(l, *kind != 0 || t->type == MOTE_BOOL || t->type == MOTE_FLOAT32, MOTE_UNSUPPORTED_TYPE, t, MOTE_INT32,
             t->type, "there is no cast from or to this type");
  return MOTE_OK;
}

static mote_status lower(mote_lowering *l) {
  mote_tensor x, y;
  mote_lower_input(l, 0, &x);
  mote_lower_output(l, 0, &y);
  mote_cast_params p = {.count = (int32_t)mote_shape_count(&x.shape)};
  MOTE_TRY(read_kind(l, &x, &p.from));
  MOTE_TRY(read_kind(l, &y, &p.to));
  l->in_place = y.bytes <= x.bytes;
  l->view = x.type == y.type;
  mote_lower_params(l, &p);
  return MOTE_OK;
}

/* io[]: x, y */
static mote_status run_int(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  mote_cast_int(params, io[0], io[1]);
  return MOTE_OK;
}

static mote_status run_int_f32(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  mote_cast_int_f32(params, io[0], io[1]);
  return MOTE_OK;
}

static mote_status run_f32_int(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  mote_cast_f32_int(params, io[0], io[1]);
  return MOTE_OK;
}

/* Of float32 to float32 nothing is left to convert: the elements are int32 to it. */
static mote_status lower_f32(mote_lowering *l) {
  mote_tensor x;
  mote_lower_input(l, 0, &x);
  mote_cast_params p = {(int32_t)mote_shape_count(&x.shape), 4, 4};
  l->view = true;
  mote_lower_params(l, &p);
  return MOTE_OK;
}

MOTE_KERNEL(cast_f32, cast, MOTE_TYPES(MOTE_FLOAT32, MOTE_NONE, MOTE_NONE, MOTE_FLOAT32), mote_cast_params, 0,
            lower_f32, run_int);
MOTE_KERNEL(cast_f32_int, cast, MOTE_TYPES(MOTE_FLOAT32, MOTE_NONE, MOTE_NONE, MOTE_NONE), mote_cast_params, 0, lower,
            run_f32_int);
MOTE_KERNEL(cast_int_f32, cast, MOTE_TYPES(MOTE_NONE, MOTE_NONE, MOTE_NONE, MOTE_FLOAT32), mote_cast_params, 0, lower,
            run_int_f32);
MOTE_KERNEL(cast_int, cast, MOTE_TYPES(MOTE_NONE, MOTE_NONE, MOTE_NONE, MOTE_NONE), mote_cast_params, 0, lower,
            run_int);
