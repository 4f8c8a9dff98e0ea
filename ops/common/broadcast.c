/* SPDX-License-Identifier: Apache-2.0 */
#include "broadcast.h"

#include <string.h>

/* Size of the shape's dimension `back` from the last one. */
static int32_t size_from_back(const mote_shape *shape, uint32_t back) {
  return back < shape->rank ? shape->dims[shape->rank - 1 - back] : 1;
}

mote_status mote_infer_broadcast(mote_lowering *l, uint32_t output, mote_shape *shape) {
  (void)output;
  shape->rank = 0;
  for (uint32_t i = 0; i < l->input_count; i++) {
    mote_tensor x;
    mote_lower_input(l, i, &x);
    shape->rank = x.shape.rank > shape->rank ? x.shape.rank : shape->rank;
  }
  for (uint32_t back = 0; back < shape->rank; back++) {
    int32_t size = 1;
    for (uint32_t i = 0; i < l->input_count; i++) {
      mote_tensor x;
      mote_lower_input(l, i, &x);
      int32_t own = size_from_back(&x.shape, back);
      MOTE_CHECK(l, own == size || own == 1 || size == 1, MOTE_SHAPE, &x, size, own,
                 "the input's shape does not broadcast to the other's");
      size = own == 1 ? size : own;
    }
    shape->dims[shape->rank - 1 - back] = size;
  }
  return MOTE_OK;
}

/* Does the outer axis go on where the inner one ends, in all inputs? */
static bool continues(const mote_broadcast_axis *outer, const mote_broadcast_axis *inner, uint32_t inputs) {
  bool same = true;
  for (uint32_t i = 0; i < inputs; i++) {
    same = same && outer->stride[i] == inner->stride[i] * inner->size;
  }
  return same;
}

/* The axes of the output, innermost first, as few as possible. Strides in elements. At least one axis. */
static uint32_t collapse(const mote_shape *y, const mote_tensor *x, uint32_t inputs,
                         mote_broadcast_axis axes[MOTE_MAX_RANK + 1]) {
  int32_t dense[MOTE_BROADCAST_INPUTS] = {1, 1, 1};
  uint32_t count = 0;
  mote_broadcast_axis axis = {1, {0, 0, 0}};
  axes[0] = axis;
  for (uint32_t back = 0; back < y->rank; back++) {
    axis.size = size_from_back(y, back);
    if (axis.size == 1) {
      continue;
    }
    for (uint32_t i = 0; i < inputs; i++) {
      int32_t own = size_from_back(&x[i].shape, back);
      axis.stride[i] = own == 1 ? 0 : dense[i];
      dense[i] *= own;
    }
    if (count > 0 && continues(&axis, &axes[count - 1], inputs)) {
      axes[count - 1].size *= axis.size;
    } else {
      axes[count++] = axis;
    }
  }
  return count > 0 ? count : 1;
}

void mote_lower_broadcast(mote_lowering *l, mote_broadcast *shape) {
  mote_tensor x[MOTE_BROADCAST_INPUTS];
  for (uint32_t i = 0; i < l->input_count; i++) {
    mote_lower_input(l, i, &x[i]);
  }
  mote_lower_broadcast_of(l, x, shape);
}

void mote_lower_broadcast_of(mote_lowering *l, const mote_tensor x[MOTE_BROADCAST_INPUTS], mote_broadcast *shape) {
  mote_tensor y;
  mote_broadcast_axis axes[MOTE_MAX_RANK + 1];
  uint32_t inputs = l->input_count;
  mote_lower_output(l, 0, &y);
  for (uint32_t i = 0; i < inputs; i++) {
    bool full = mote_shape_count(&x[i].shape) == mote_shape_count(&y.shape) && x[i].bytes >= y.bytes;
    l->in_place |= (uint32_t)full << i;
  }
  uint32_t count = collapse(&y.shape, x, inputs, axes);
  memset(shape, 0, sizeof *shape);
  shape->count = axes[0].size;
  shape->axes = (uint8_t)(count - 1);
  for (uint32_t i = 0; i < inputs; i++) {
    shape->step[i] = (int8_t)axes[0].stride[i];
  }
  mote_broadcast_axis *outer = NULL;
  if (count > 1) {
    outer = mote_lower_alloc(l, 0, (count - 1) * (uint32_t)sizeof *outer);
  }
  for (uint32_t a = 1; outer && a < count; a++) {
    for (uint32_t i = 0; i < inputs; i++) {
      axes[a].stride[i] *= (int32_t)mote_type_bytes(x[i].type, 1);
    }
    outer[count - 1 - a] = axes[a];
  }
}

/* Moves all inputs `times` along the axis. */
static void move(const void **x, const mote_broadcast_axis *axis, uint32_t inputs, int32_t times) {
  for (uint32_t i = 0; i < inputs; i++) {
    x[i] = (const uint8_t *)x[i] + times * axis->stride[i];
  }
}

void mote_broadcast_run(const void *params, void *const *io, uint32_t inputs, uint32_t y_element_bytes,
                        mote_broadcast_row *row) {
  const mote_broadcast *shape = params;
  const mote_broadcast_axis *axes = io[inputs + 1];
  const void *x[MOTE_BROADCAST_INPUTS];
  int32_t index[MOTE_MAX_RANK];
  uint8_t *y = io[inputs];
  for (uint32_t i = 0; i < inputs; i++) {
    x[i] = io[i];
  }
  for (uint32_t a = 0; a < shape->axes; a++) {
    index[a] = 0;
  }
  for (;;) {
    row(params, shape->count, x, y);
    y += (uint32_t)shape->count * y_element_bytes;
    uint32_t a = shape->axes;
    while (a > 0 && ++index[a - 1] == axes[a - 1].size) {
      a--;
      index[a] = 0;
      move(x, &axes[a], inputs, 1 - axes[a].size);
    }
    if (a == 0) {
      return;
    }
    move(x, &axes[a - 1], inputs, 1);
  }
}
