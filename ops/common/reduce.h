/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Operators that reduce some dimensions of a tensor to one value: sums, means, extremes, their positions.
 *
 * lower() drops dimensions of one element and merges neighbours that are both reduced or both kept. What remains
 * alternates. A kernel computes four neighbouring outputs at once and walks through the inputs of each; it needs no memory
 * for intermediate results, and adds in the order of the elements in memory.
 */
#ifndef MOTE_OPS_COMMON_REDUCE_H
#define MOTE_OPS_COMMON_REDUCE_H

#include "load.h"
#include "strided.h"

/* Params of reducing operators begin with it. Distances are in elements of x. */
typedef struct mote_reduce {
  int32_t count, step;   /* innermost reduced axis: elements, and how far apart they are */
  int32_t width, lane;   /* innermost kept axis: outputs, and how far apart their inputs are */
  int16_t kept, reduced; /* axes around these, in the extra operand: the kept ones, then the reduced ones */
} mote_reduce;

/* Params of the operators that need no others. */
typedef struct mote_reduce_params {
  mote_reduce shape;
} mote_reduce_params;

/* The fields of a mote_op; its one option is keep_dims. */
#define MOTE_REDUCE_OP(op_name, op_code)                                                                     \
  .name = op_name, .code = op_code, .options_type = 27, .option_count = 1, .min_inputs = 2, .max_inputs = 2, \
  .min_outputs = 1, .max_outputs = 1, .options = mote_reduce_options, .infer = mote_infer_reduce

extern const mote_option mote_reduce_options[1];
mote_status mote_infer_reduce(mote_lowering *l, uint32_t output, mote_shape *shape);

/* Bit d of `mask`: dimension d of x is reduced. Fills in `r` and extra operand 0. */
void mote_lower_reduced(mote_lowering *l, const mote_shape *x, uint32_t mask, mote_reduce *r);

/* The same with the mask of input 1. `*count`: inputs of one output. Checks that x and y have one type. */
mote_status mote_lower_reduce(mote_lowering *l, mote_reduce *r, int32_t *count);

/* lower() of mote_reduce_params; quantised tensors must have one scale and zero point. */
mote_status mote_lower_plain_reduce(mote_lowering *l);

/*
 * A kernel: an output is finish(params, s), where s = combine(s, x) for each of its inputs, from `initial` on. combine
 * and finish are inline functions or macros.
 */
#define MOTE_REDUCE_KERNEL(kernel, params_type, x_type, y_type, s_type, initial, combine, finish) \
  void kernel(const params_type *p, const mote_strided_axis *axes, const x_type *x, y_type *y) {  \
    const mote_reduce r = p->shape;                                                               \
    mote_strided_position kept = {0}, at = {0}; /* both end where they began */                   \
    do {                                                                                          \
      const x_type *from = x + kept.x;                                                            \
      int32_t left = r.width;                                                                     \
      for (; left >= 4; left -= 4, from += 4 * r.lane) {                                          \
        s_type s0 = initial, s1 = initial, s2 = initial, s3 = initial;                            \
        do {                                                                                      \
          const x_type *v = from + at.x;                                                          \
          for (int32_t n = r.count; n > 0; n--, v += r.step) {                                    \
            s0 = combine(s0, v[0]);                                                               \
            s1 = combine(s1, v[r.lane]);                                                          \
            s2 = combine(s2, v[2 * r.lane]);                                                      \
            s3 = combine(s3, v[3 * r.lane]);                                                      \
          }                                                                                       \
        } while (mote_strided_next(axes + r.kept, r.reduced, &at));                               \
        *y++ = (y_type)finish(p, s0);                                                             \
        *y++ = (y_type)finish(p, s1);                                                             \
        *y++ = (y_type)finish(p, s2);                                                             \
        *y++ = (y_type)finish(p, s3);                                                             \
      }                                                                                           \
      for (; left > 0; left--, from += r.lane) {                                                  \
        s_type s = initial;                                                                       \
        do {                                                                                      \
          const x_type *v = from + at.x;                                                          \
          for (int32_t n = r.count; n > 0; n--, v += r.step) {                                    \
            s = combine(s, *v);                                                                   \
          }                                                                                       \
        } while (mote_strided_next(axes + r.kept, r.reduced, &at));                               \
        *y++ = (y_type)finish(p, s);                                                              \
      }                                                                                           \
    } while (mote_strided_next(axes, r.kept, &kept));                                             \
  }

/* finish() where the result is the output. */
#define MOTE_REDUCE_AS_IT_IS(params, s) (s)

/* run() of a descriptor with that kernel. io[]: x, axis, y, axes */
#define MOTE_REDUCE_RUN(run, kernel)                                                     \
  static mote_status run(const void *params, void *const *io, mote_instance *instance) { \
    (void)instance;                                                                      \
    kernel(params, io[3], io[0], io[2]);                                                 \
    return MOTE_OK;                                                                      \
  }

#define MOTE_REDUCE_DESCRIPTOR(kernel, op, type, params_type, lower, run) \
  MOTE_KERNEL(kernel, op, MOTE_TYPES(type, MOTE_NONE, MOTE_NONE, type), params_type, 1, lower, run)

#endif
