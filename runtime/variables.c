/* SPDX-License-Identifier: Apache-2.0 */
/* Resource variables: which handle stands for which, how large each is, where it stands. */
#include "layout.h"

/* Two options tables that name the same variable: the same container and shared_name. */
static bool same_variable(const mote_model *model, uint32_t a, uint32_t b) {
  mote_reader r = mote_model_reader(model);
  for (uint32_t slot = 0; slot < 2; slot++) {
    mote_vector x = a ? mote_read_vector(&r, a, slot, 1) : (mote_vector){0, 0};
    mote_vector y = b ? mote_read_vector(&r, b, slot, 1) : (mote_vector){0, 0};
    if (!mote_read_same(&r, x, y)) {
      return false;
    }
  }
  return true;
}

static mote_status place_variables(mote_layout *y) {
  for (mote_plan_item *item = y->items; item < y->items + y->item_count; item++) {
    if (mote_item_kind(item) == MOTE_ITEM_RESOURCE) {
      item->offset = mote_item_offset_of(MOTE_ITEM_STATE, y->state_bytes);
      MOTE_TRY(mote_layout_add(y, &y->state_bytes, mote_align8(item->bytes), MOTE_NOWHERE, MOTE_NOWHERE));
    }
  }
  return MOTE_OK;
}

/* Output 0 is a variable's handle: an earlier handle's alias, or a new one. */
static mote_status open_variable(mote_layout *y) {
  uint32_t output = mote_layout_operand(y, y->w.view.outputs, 0);
  for (const mote_plan_item *item = y->items; item < y->items + y->first_scratch; item++) {
    if (mote_item_kind(item) == MOTE_ITEM_RESOURCE &&
        same_variable(y->w.l.model, mote_item_offset(item), y->w.view.options)) {
      mote_layout_alias(y, output, item);
      return MOTE_OK;
    }
  }
  mote_plan_item *handle = mote_layout_root(y, &y->w.graph, output);
  handle->offset = mote_item_offset_of(MOTE_ITEM_RESOURCE, y->w.view.options);
  handle->bytes = 0;
  y->place_variables = place_variables;
  return MOTE_OK;
}

static mote_status use_variable(mote_layout *y) {
  uint32_t index = mote_layout_operand(y, y->w.view.inputs, 0);
  mote_plan_item *variable = mote_layout_root(y, &y->w.graph, index);
  if (mote_item_kind(variable) != MOTE_ITEM_RESOURCE) {
    return mote_layout_fail(y, MOTE_GRAPH, y->w.l.op, index, 0, 0, MOTE_NAME("not the handle of a resource variable"));
  }
  if (variable->bytes < y->w.variable_bytes) {
    variable->bytes = y->w.variable_bytes;
  }
  return MOTE_OK;
}

void mote_lower_open_variable(mote_lowering *l) {
  mote_lowerer_of(l)->lay_out = open_variable;
}

void mote_lower_use_variable(mote_lowering *l, uint32_t bytes) {
  mote_lowerer_of(l)->lay_out = use_variable;
  mote_lowerer_of(l)->variable_bytes = bytes;
}
