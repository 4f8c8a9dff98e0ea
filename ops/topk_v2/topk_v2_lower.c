/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/index.h"
#include "../common/strided.h"
#include "topk_v2.h"

/* The same for values and indices: k instead of the last dimension. */
static mote_status infer(mote_lowering *l, uint32_t output, mote_shape *shape) {
  (void)output;
  mote_tensor x, k;
  mote_lower_input(l, 0, &x);
  MOTE_TRY(mote_lower_constants(l, 1, 1, &k));
  MOTE_CHECK(l, x.shape.rank > 0, MOTE_SHAPE, &x, 1, 0, "the input must have a dimension");
  *shape = x.shape;
  int32_t *last = &shape->dims[shape->rank - 1], count = mote_constant_int(&k, 0);
  MOTE_CHECK(l, count >= 0 && count <= *last, MOTE_OPTION, &k, *last, count, "k is more than there are elements");
  *last = count;
  return MOTE_OK;
}

static const mote_op topk_v2 = {
    .name = "TOPK_V2",
    .code = 48,
    .options_type = 34,
    .min_inputs = 2,
    .max_inputs = 2,
    .min_outputs = 2,
    .max_outputs = 2,
    .infer = infer,
};

/* io[]: x, k, values, indices */
static mote_status lower(mote_lowering *l) {
  mote_tensor x, values, indices;
  mote_lower_input(l, 0, &x);
  mote_lower_output(l, 0, &values);
  mote_lower_output(l, 1, &indices);
  MOTE_CHECK(l, indices.type == MOTE_INT32, MOTE_TYPE, &indices, MOTE_INT32, indices.type, "the indices must be int32");
  uint32_t last = x.shape.rank - 1;
  mote_topk_v2_params p = {(int32_t)mote_shape_product(&x.shape, 0, last), x.shape.dims[last], values.shape.dims[last]};
  mote_lower_params(l, &p);
  return MOTE_OK;
}

#define DEFINE_RUN(run, kernel)                                                          \
  static mote_status run(const void *params, void *const *io, mote_instance *instance) { \
    (void)instance;                                                                      \
    kernel(params, io[0], io[2], io[3]);                                                 \
    return MOTE_OK;                                                                      \
  }

DEFINE_RUN(run_s8, mote_topk_v2_s8)
DEFINE_RUN(run_f32, mote_topk_v2_f32)
DEFINE_RUN(run_s16, mote_topk_v2_s16)
DEFINE_RUN(run_s32, mote_topk_v2_s32)

#define DESCRIPTOR(kernel, type, run) \
  MOTE_KERNEL(kernel, topk_v2, MOTE_TYPES(type, MOTE_INT32, MOTE_NONE, type), mote_topk_v2_params, 0, lower, run)

DESCRIPTOR(topk_v2_s8, MOTE_INT8, run_s8);
DESCRIPTOR(topk_v2_f32, MOTE_FLOAT32, run_f32);
DESCRIPTOR(topk_v2_s16, MOTE_INT16, run_s16);
DESCRIPTOR(topk_v2_s32, MOTE_INT32, run_s32);
