/* SPDX-License-Identifier: Apache-2.0 */
/* ARG_MAX and ARG_MIN: where along a dimension the largest or smallest element is; of equal ones the first. */
#ifndef MOTE_OPS_COMMON_ARG_H
#define MOTE_OPS_COMMON_ARG_H

#include "reduce.h"

typedef struct mote_arg_params {
  mote_reduce shape;
  uint32_t y_words; /* of an index: 1 for int32, 2 for int64 */
} mote_arg_params;

/* The fields of a mote_op. The option, the output's type, is what the output has. */
#define MOTE_ARG_OP(op_name, op_code, op_options_type)                                                 \
  .name = op_name, .code = op_code, .options_type = op_options_type, .min_inputs = 2, .max_inputs = 2, \
  .min_outputs = 1, .max_outputs = 1, .infer = mote_infer_arg

mote_status mote_infer_arg(mote_lowering *l, uint32_t output, mote_shape *shape);
mote_status mote_lower_arg(mote_lowering *l);

/* A kernel: the index of the element that all later ones do not `beat` (an operator). */
#define MOTE_ARG_KERNEL(kernel, x_type, beats)                                                        \
  void kernel(const mote_arg_params *p, const mote_strided_axis *axes, const x_type *x, int32_t *y) { \
    const mote_reduce r = p->shape;                                                                   \
    mote_strided_position kept = {0};                                                                 \
    do {                                                                                              \
      const x_type *from = x + kept.x;                                                                \
      for (int32_t left = r.width; left > 0; left--, from += r.lane) {                                \
        const x_type *v = from;                                                                       \
        x_type best = *v;                                                                             \
        int32_t index = 0;                                                                            \
        for (int32_t n = 1; n < r.count; n++) {                                                       \
          v += r.step;                                                                                \
          if (*v beats best) {                                                                        \
            best = *v;                                                                                \
            index = n;                                                                                \
          }                                                                                           \
        }                                                                                             \
        y[p->y_words - 1] = 0; /* the upper half of an int64 */                                       \
        y[0] = index;                                                                                 \
        y += p->y_words;                                                                              \
      }                                                                                               \
    } while (mote_strided_next(axes, r.kept, &kept));                                                 \
  }

/* run() of a descriptor with that kernel. io[]: x, axis, y, axes */
#define MOTE_ARG_DESCRIPTOR(kernel, op, type, run) \
  MOTE_KERNEL(kernel, op, MOTE_TYPES(type, MOTE_NONE, MOTE_NONE, MOTE_NONE), mote_arg_params, 1, mote_lower_arg, run)

#endif
