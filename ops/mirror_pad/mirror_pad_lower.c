/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/pad.h"
#include "mirror_pad.h"

enum { MODE };
enum { REFLECT, SYMMETRIC };

static const mote_option options[] = {[MODE] = {MOTE_NAME("mode"), 0, MOTE_OPTION_INT8, REFLECT, REFLECT, SYMMETRIC}};

static const mote_op mirror_pad = {
    .name = "MIRROR_PAD",
    .code = 100,
    .options_type = 77,
    .option_count = MOTE_COUNT_OF(options),
    .min_inputs = 2,
    .max_inputs = 2,
    .min_outputs = 1,
    .max_outputs = 1,
    .options = options,
    .infer = mote_infer_pad,
};

/* The padded dimensions, the innermost first; returns how many. */
static mote_status find_mirrors(mote_lowering *l, const mote_tensor *x, const mote_tensor *y, int32_t skip,
                                mote_mirror_axis mirrors[MOTE_MAX_RANK], int32_t *count) {
  mote_tensor paddings;
  mote_strides dense = mote_dense_strides(y);
  MOTE_TRY(mote_lower_paddings(l, x, &paddings));
  *count = 0;
  for (uint32_t d = x->shape.rank; d-- > 0;) {
    int32_t size = x->shape.dims[d];
    int32_t before = mote_constant_int(&paddings, 2 * d), after = mote_constant_int(&paddings, 2 * d + 1);
    int32_t larger = before > after ? before : after;
    MOTE_CHECK(l, larger <= size - skip, MOTE_OPTION, &paddings, size - skip, larger,
               "a padding is larger than the dimension that it mirrors");
    if (larger > 0) {
      const mote_mirror_axis axis = {(int32_t)mote_shape_product(&y->shape, 0, d), dense.bytes[d], before, size, after};
      mirrors[(*count)++] = axis;
    }
  }
  return MOTE_OK;
}

/* io[]: x, paddings, y, axes, mirrors */
static mote_status lower(mote_lowering *l) {
  mote_tensor x, y, paddings;
  mote_mirror_axis mirrors[MOTE_MAX_RANK];
  mote_lower_input(l, 0, &x);
  mote_lower_output(l, 0, &y);
  MOTE_TRY(mote_check_movable(l, &x, &y));
  MOTE_TRY(mote_lower_paddings(l, &x, &paddings));
  mote_mirror_pad_params p = {.skip = l->option[MODE] == REFLECT ? 1 : 0};
  MOTE_TRY(find_mirrors(l, &x, &y, p.skip, mirrors, &p.mirror_count));
  mote_strides from = mote_dense_strides(&x), to = mote_dense_strides(&y);
  for (uint32_t d = 0; d < x.shape.rank; d++) {
    p.inside.y_start += mote_constant_int(&paddings, 2 * d) * to.bytes[d];
  }
  mote_lower_strided(l, 0, &x.shape, &from, &to, mote_type_bytes(x.type, 1), &p.inside);
  mote_mirror_axis *stored = mote_lower_alloc(l, 1, (uint32_t)p.mirror_count * (uint32_t)sizeof *stored);
  for (int32_t i = 0; stored && i < p.mirror_count; i++) {
    stored[i] = mirrors[i];
  }
  mote_lower_params(l, &p);
  return MOTE_OK;
}

static mote_status run(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  mote_mirror_pad(params, io[3], io[4], io[0], io[2]);
  return MOTE_OK;
}

MOTE_KERNEL(mirror_pad, mirror_pad, MOTE_TYPES(MOTE_NONE, MOTE_NONE, MOTE_NONE, MOTE_NONE), mote_mirror_pad_params, 2,
            lower, run);
