/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/unary.h"
#include "cast.h"

/* The options repeat the tensors' types. */
static const mote_op op = {MOTE_UNARY_OP("CAST", 53, 37)};

static bool is_castable(mote_type type) {
  return type == MOTE_FLOAT32 || type == MOTE_FLOAT16 || type == MOTE_BOOL || (type >= MOTE_INT8 && type < MOTE_UINT64);
}

static mote_status lower(mote_lowering *l) {
  mote_cast_params p;
  mote_tensor x, y;
  mote_lower_input(l, 0, &x);
  mote_lower_output(l, 0, &y);
  MOTE_CHECK(l, is_castable(x.type), MOTE_TYPE, &x, 0, x.type, "a type that cannot be cast");
  MOTE_CHECK(l, is_castable(y.type), MOTE_TYPE, &y, 0, y.type, "a type that cannot be cast to");
  p.count = mote_lower_elements(l);
  p.x_type = (int16_t)x.type;
  p.y_type = (int16_t)y.type;
  mote_lower_params(l, &p);
  return MOTE_OK;
}

MOTE_PARAMS_RUN(run_int_int, mote_cast_int_int)
MOTE_PARAMS_RUN(run_int_float, mote_cast_int_float)
MOTE_PARAMS_RUN(run_float_int, mote_cast_float_int)
MOTE_PARAMS_RUN(run_float_float, mote_cast_float_float)

/* In this order in ops.def: each takes what those before it leave. */
#define CAST_KERNEL(name, x_type, y_type, run) \
  MOTE_KERNEL(cast_##name, op, MOTE_TYPES(x_type, MOTE_NONE, MOTE_NONE, y_type), mote_cast_params, 0, lower, run)

CAST_KERNEL(f32_f32, MOTE_FLOAT32, MOTE_FLOAT32, run_float_float);
CAST_KERNEL(f32_f16, MOTE_FLOAT32, MOTE_FLOAT16, run_float_float);
CAST_KERNEL(f16_f32, MOTE_FLOAT16, MOTE_FLOAT32, run_float_float);
CAST_KERNEL(f16_f16, MOTE_FLOAT16, MOTE_FLOAT16, run_float_float);
CAST_KERNEL(f32_int, MOTE_FLOAT32, MOTE_NONE, run_float_int);
CAST_KERNEL(f16_int, MOTE_FLOAT16, MOTE_NONE, run_float_int);
CAST_KERNEL(int_f32, MOTE_NONE, MOTE_FLOAT32, run_int_float);
CAST_KERNEL(int_f16, MOTE_NONE, MOTE_FLOAT16, run_int_float);
CAST_KERNEL(int_int, MOTE_NONE, MOTE_NONE, run_int_int);
