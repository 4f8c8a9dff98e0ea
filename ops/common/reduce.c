/* SPDX-License-Identifier: Apache-2.0 */
#include "reduce.h"

#include "index.h"

enum { KEEP_DIMS };

const mote_option mote_reduce_options[1] = {[KEEP_DIMS] = {MOTE_NAME("keep_dims"), 0, MOTE_OPTION_BOOL, 0, 0, 1}};

mote_status mote_infer_reduce(mote_lowering *l, uint32_t output, mote_shape *shape) {
  (void)output;
  mote_tensor x;
  uint32_t mask;
  mote_lower_input(l, 0, &x);
  MOTE_TRY(mote_lower_axes(l, 1, x.shape.rank, &mask));
  shape->rank = 0;
  for (uint32_t d = 0; d < x.shape.rank; d++) {
    bool reduced = (mask >> d & 1) != 0;
    if (!reduced || l->option[KEEP_DIMS]) {
      shape->dims[shape->rank++] = reduced ? 1 : x.shape.dims[d];
    }
  }
  return MOTE_OK;
}

/* The axes of one kind, the innermost first. */
typedef struct axis_list {
  mote_strided_axis axes[MOTE_MAX_RANK];
  int32_t count;
} axis_list;

/* Stores all but the innermost axis, the outermost first. */
static void store_outer(const axis_list *list, mote_strided_axis *axes) {
  for (int32_t i = list->count - 1; i > 0; i--) {
    *axes++ = list->axes[i];
  }
}

void mote_lower_reduced(mote_lowering *l, const mote_shape *x, uint32_t mask, mote_reduce *r) {
  axis_list lists[2] = {{{{1, 0, 0}}, 0}, {{{1, 0, 0}}, 0}}; /* kept, reduced; one element if there is no axis */
  uint32_t last = 2;
  int32_t stride = 1;
  for (uint32_t d = x->rank; d-- > 0;) {
    uint32_t kind = mask >> d & 1;
    axis_list *list = &lists[kind];
    if (x->dims[d] == 1) {
      continue;
    }
    if (kind == last) {
      list->axes[list->count - 1].size *= x->dims[d];
    } else {
      const mote_strided_axis axis = {x->dims[d], stride, 0};
      list->axes[list->count++] = axis;
    }
    last = kind;
    stride *= x->dims[d];
  }
  r->width = lists[0].axes[0].size;
  r->lane = lists[0].axes[0].x_stride;
  r->count = lists[1].axes[0].size;
  r->step = lists[1].axes[0].x_stride;
  r->kept = (int16_t)(lists[0].count > 1 ? lists[0].count - 1 : 0);
  r->reduced = (int16_t)(lists[1].count > 1 ? lists[1].count - 1 : 0);
  mote_strided_axis *axes = mote_lower_alloc(l, 0, (uint32_t)(r->kept + r->reduced) * (uint32_t)sizeof *axes);
  if (axes) {
    store_outer(&lists[0], axes);
    store_outer(&lists[1], axes + r->kept);
  }
}

mote_status mote_lower_reduce(mote_lowering *l, mote_reduce *r, int32_t *count) {
  mote_tensor x, y;
  uint32_t mask;
  mote_lower_input(l, 0, &x);
  mote_lower_output(l, 0, &y);
  MOTE_TRY(mote_check_movable(l, &x, &y));
  MOTE_TRY(mote_lower_axes(l, 1, x.shape.rank, &mask));
  mote_lower_reduced(l, &x.shape, mask, r);
  *count = (int32_t)(mote_shape_count(&x.shape) / mote_shape_count(&y.shape));
  return MOTE_OK;
}

mote_status mote_lower_plain_reduce(mote_lowering *l) {
  mote_reduce_params p;
  mote_tensor x, y;
  int32_t count;
  mote_lower_input(l, 0, &x);
  mote_lower_output(l, 0, &y);
  MOTE_TRY(mote_lower_reduce(l, &p.shape, &count));
  if (x.scale_count > 0 && y.scale_count > 0) {
    bool same = x.zero_point == y.zero_point && mote_float_bits(x.scale[0]) == mote_float_bits(y.scale[0]);
    MOTE_CHECK(l, same, MOTE_QUANTIZATION, &y, x.zero_point, y.zero_point,
               "the output's scale and zero point must be the input's");
  }
  l->view = count == 1;
  mote_lower_params(l, &p);
  return MOTE_OK;
}
