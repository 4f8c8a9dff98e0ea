/* SPDX-License-Identifier: Apache-2.0 */
/* Operators of two broadcasting inputs. */
#ifndef MOTE_OPS_COMMON_BINARY_H
#define MOTE_OPS_COMMON_BINARY_H

#include "broadcast.h"
#include "load.h"
#include "saturate.h"

/* Params of the operators that need no others, and of those with a fused activation. */
typedef struct mote_binary_params {
  mote_broadcast shape;
} mote_binary_params;

typedef struct mote_binary_f32_params {
  mote_broadcast shape;
  float min, max;
} mote_binary_f32_params;

typedef struct mote_binary_s32_params { /* also for int64, where the limits of int32 mean none */
  mote_broadcast shape;
  int32_t min, max;
} mote_binary_s32_params;

/* The fields of a mote_op with two inputs and one output. */
#define MOTE_BINARY_OP(op_name, op_code, op_options_type)                                              \
  .name = op_name, .code = op_code, .options_type = op_options_type, .min_inputs = 2, .max_inputs = 2, \
  .min_outputs = 1, .max_outputs = 1, .infer = mote_infer_broadcast

/* The range of an int32 under a fused activation. */
void mote_integer_activation(int32_t activation, int32_t *min, int32_t *max);

/* lower(); of those with a fused activation it is option 0. */
mote_status mote_lower_binary(mote_lowering *l);
mote_status mote_lower_binary_f32(mote_lowering *l);
mote_status mote_lower_binary_s32(mote_lowering *l);

static inline int64_t mote_clamp_s64(int64_t x, const mote_binary_s32_params *p) {
  int64_t min = p->min == INT32_MIN ? INT64_MIN : p->min;
  int64_t max = p->max == INT32_MAX ? INT64_MAX : p->max;
  return x < min ? min : x > max ? max : x;
}

/*
 * y[i] = function(context, a[i], b[i]) for the elements of one run. The function is inline, the context a local struct
 * that no store to y can change. The loop stands there twice, the first time without variable steps.
 */
#define MOTE_BINARY_LOOP(shape, count, a, b, y, function, context)    \
  do {                                                                \
    const int32_t a_step = (shape).step[0], b_step = (shape).step[1]; \
    if (a_step + b_step == 2) {                                       \
      for (int32_t i = 0; i < (count); i++) {                         \
        (y)[i] = function(context, (a)[i], (b)[i]);                   \
      }                                                               \
    } else {                                                          \
      for (int32_t i = 0; i < (count); i++) {                         \
        (y)[i] = function(context, (a)[i * a_step], (b)[i * b_step]); \
      }                                                               \
    }                                                                 \
  } while (0)

/* A kernel that needs no more than that. */
#define MOTE_BINARY_KERNEL(kernel, params_type, a_type, b_type, y_type, function)                 \
  void kernel(const params_type *p, int32_t count, const a_type *a, const b_type *b, y_type *y) { \
    const params_type context = *p;                                                               \
    MOTE_BINARY_LOOP(context.shape, count, a, b, y, function, &context);                          \
  }

/* run() of a descriptor with that kernel. io[]: a, b, y, axes */
#define MOTE_BINARY_RUN(run, kernel, y_type)                                                \
  static void run##_row(const void *params, int32_t count, const void *const *x, void *y) { \
    kernel(params, count, x[0], x[1], y);                                                   \
  }                                                                                         \
  static mote_status run(const void *params, void *const *io, mote_instance *instance) {    \
    (void)instance;                                                                         \
    mote_broadcast_run(params, io, 2, sizeof(y_type), run##_row);                           \
    return MOTE_OK;                                                                         \
  }

#define MOTE_BINARY_DESCRIPTOR(kernel, op, x_type, y_type, params_type, lower, run) \
  MOTE_KERNEL(kernel, op, MOTE_TYPES(x_type, x_type, MOTE_NONE, y_type), params_type, 1, lower, run)

#endif
