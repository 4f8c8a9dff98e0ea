/* SPDX-License-Identifier: Apache-2.0 */
/* Operators of one input, element by element. */
#ifndef MOTE_OPS_COMMON_UNARY_H
#define MOTE_OPS_COMMON_UNARY_H

#include "load.h"
#include "lowering.h"

/* Params of the operators that need no others. */
typedef struct mote_unary_params {
  int32_t count;
} mote_unary_params;

/* The fields of a mote_op with one input and one output of the same shape. */
#define MOTE_UNARY_OP(op_name, op_code, op_options_type)                                               \
  .name = op_name, .code = op_code, .options_type = op_options_type, .min_inputs = 1, .max_inputs = 1, \
  .min_outputs = 1, .max_outputs = 1, .infer = mote_infer_same

/* The elements of input 0, and lets the output stand in its place if it is not larger. */
int32_t mote_lower_elements(mote_lowering *l);
/* lower() */
mote_status mote_lower_unary(mote_lowering *l);

/* A kernel: y[i] = function(x[i]). */
#define MOTE_UNARY_KERNEL(kernel, x_type, y_type, function) \
  void kernel(int32_t count, const x_type *x, y_type *y) {  \
    for (int32_t i = 0; i < count; i++) {                   \
      y[i] = function(x[i]);                                \
    }                                                       \
  }

/* run() of a descriptor with that kernel. io[]: x, y */
#define MOTE_UNARY_RUN(run, kernel)                                                      \
  static mote_status run(const void *params, void *const *io, mote_instance *instance) { \
    (void)instance;                                                                      \
    const mote_unary_params *p = params;                                                 \
    kernel(p->count, io[0], io[1]);                                                      \
    return MOTE_OK;                                                                      \
  }

/* The same for a kernel that takes its params, which begin with the number of elements. */
#define MOTE_PARAMS_RUN(run, kernel)                                                     \
  static mote_status run(const void *params, void *const *io, mote_instance *instance) { \
    (void)instance;                                                                      \
    const mote_unary_params *p = params;                                                 \
    kernel(params, p->count, io[0], io[1]);                                              \
    return MOTE_OK;                                                                      \
  }

#define MOTE_UNARY_DESCRIPTOR(kernel, op, type, run) \
  MOTE_KERNEL(kernel, op, MOTE_TYPES(type, MOTE_NONE, MOTE_NONE, type), mote_unary_params, 0, mote_lower_unary, run)

#endif
