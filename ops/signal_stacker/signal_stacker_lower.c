/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/custom.h"
#include "signal_stacker.h"

enum { CHANNELS, LEFT, RIGHT, STEP };
enum { STACK, VALID };

static const mote_option options[] = {
    [CHANNELS] = {"num_channels", 0, MOTE_OPTION_INT32, 0, 1, MOTE_OPTION_MAX},
    [LEFT] = {"stacker_left_context", 0, MOTE_OPTION_INT32, 0, 0, 4096},
    [RIGHT] = {"stacker_right_context", 0, MOTE_OPTION_INT32, 0, 0, 4096},
    [STEP] = {"stacker_step", 0, MOTE_OPTION_INT32, 0, 1, MOTE_OPTION_MAX},
};

static mote_status infer(mote_lowering *l, uint32_t output, mote_shape *shape) {
  mote_tensor x;
  MOTE_TRY(mote_lower_custom_options(l));
  mote_lower_input(l, 0, &x);
  MOTE_TRY(mote_check_elements(l, &x, MOTE_INT16, (uint32_t)l->option[CHANNELS]));
  uint64_t count = (uint64_t)l->option[CHANNELS] * (uint32_t)(l->option[LEFT] + l->option[RIGHT] + 1);
  MOTE_CHECK(l, count <= INT32_MAX, MOTE_TOO_LARGE, &x, INT32_MAX, l->option[CHANNELS], "the stack is too large");
  shape->rank = output == VALID ? 0 : 1;
  shape->dims[0] = (int32_t)count;
  return MOTE_OK;
}

static const mote_op op = {
    MOTE_CUSTOM_OP("SignalStacker", 1, 2),
    .option_count = MOTE_COUNT_OF(options),
    .options = options,
    .infer = infer,
};

static mote_status lower(mote_lowering *l) {
  mote_signal_stacker_params p;
  mote_tensor x, valid;
  mote_lower_input(l, 0, &x);
  mote_lower_output(l, VALID, &valid);
  MOTE_TRY(mote_check_elements(l, &valid, MOTE_BOOL, 1));
  p.left = (uint32_t)l->option[LEFT];
  p.frames = p.left + (uint32_t)l->option[RIGHT] + 1;
  p.frame_bytes = x.bytes;
  p.step = (uint32_t)l->option[STEP];
  MOTE_CHECK(l, p.step <= p.frames, MOTE_OPTION, NULL, p.frames, p.step, "stacker_step exceeds the frames of a stack");
  mote_lower_state(l, 0, sizeof(mote_signal_stacker_state));
  mote_lower_state(l, 1, (p.frames - 1) * p.frame_bytes); /* less than y has */
  mote_lower_params(l, &p);
  return MOTE_OK;
}

/* io[]: x, y, valid, state, history */
static mote_status run(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  *(uint8_t *)io[2] = mote_signal_stacker(params, io[0], io[3], io[4], io[1]);
  return MOTE_OK;
}

MOTE_KERNEL(signal_stacker_s16, op, MOTE_TYPES(MOTE_INT16, MOTE_NONE, MOTE_NONE, MOTE_INT16),
            mote_signal_stacker_params, 2, lower, run);
