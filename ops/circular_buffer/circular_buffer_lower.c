/* SPDX-License-Identifier: Apache-2.0 */
/*
 * CIRCULAR_BUFFER: the output, a variable of [1, slots, height, depth], moves up by one slot and takes the input in. What
 * follows runs in every cycles_max-th invocation only; the others end here.
 */
#include <string.h>

#include "../common/custom.h"

typedef struct circular_buffer_params {
  uint32_t slot_bytes, kept_bytes; /* kept: all slots but one */
  uint32_t cycles;
} circular_buffer_params;

static const mote_option options[] = {{"cycles_max", 0, MOTE_OPTION_INT32, 0, MOTE_OPTION_MIN, MOTE_OPTION_MAX}};

static mote_status infer(mote_lowering *l, uint32_t output, mote_shape *shape) {
  mote_tensor x, y;
  MOTE_TRY(mote_lower_custom_options(l));
  mote_lower_input(l, 0, &x);
  mote_lower_output(l, output, &y);
  MOTE_CHECK(l, x.shape.rank == 4 && x.shape.dims[0] == 1 && x.shape.dims[1] == 1, MOTE_SHAPE, &x, 4, x.shape.rank,
             "the input must be one slot: 1 × 1 × height × depth");
  *shape = x.shape;
  shape->dims[1] = y.shape.rank == 4 ? y.shape.dims[1] : 1;
  return MOTE_OK;
}

static const mote_op op = {
    MOTE_CUSTOM_OP("CIRCULAR_BUFFER", 1, 1),
    .option_count = MOTE_COUNT_OF(options),
    .options = options,
    .infer = infer,
};

/* Without the option, what TFLite Micro takes from the sizes in the streaming models that it was made for. */
static uint32_t default_cycles(int32_t slots) {
  return slots == 5 || slots == 13 || slots == 25 ? 1 : 2;
}

static mote_status lower(mote_lowering *l) {
  circular_buffer_params p;
  mote_tensor x, y;
  mote_lower_input(l, 0, &x);
  mote_lower_output(l, 0, &y);
  MOTE_CHECK(l, y.is_variable, MOTE_OPERANDS, &y, 0, 0, "the output must be a variable tensor");
  p.slot_bytes = x.bytes;
  p.kept_bytes = y.bytes - x.bytes;
  p.cycles = l->option[0] > 0 ? (uint32_t)l->option[0] : default_cycles(y.shape.dims[1]);
  mote_lower_state(l, 0, sizeof(uint32_t));
  mote_lower_params(l, &p);
  return MOTE_OK;
}

/* io[]: x, y, invocations since the last that went on */
static mote_status run(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  const circular_buffer_params *p = params;
  uint8_t *slots = io[1];
  uint32_t *count = io[2];
  memmove(slots, slots + p->slot_bytes, p->kept_bytes);
  memcpy(slots + p->kept_bytes, io[0], p->slot_bytes);
  if (++*count < p->cycles) {
    return MOTE_DONE;
  }
  *count = 0;
  return MOTE_OK;
}

MOTE_KERNEL(circular_buffer_s8, op, MOTE_TYPES(MOTE_INT8, MOTE_NONE, MOTE_NONE, MOTE_INT8), circular_buffer_params, 1,
            lower, run);
