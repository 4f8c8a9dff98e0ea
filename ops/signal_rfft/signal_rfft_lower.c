/* SPDX-License-Identifier: Apache-2.0 */
/* SignalRfft: the spectrum, fft_length / 2 + 1 complex numbers, of each row of x with zeros appended. */
#include "../common/fft.h"

static const mote_option options[] = {{"fft_length", 0, MOTE_OPTION_INT32, 0, 4, MOTE_OPTION_MAX}};

static mote_status infer(mote_lowering *l, uint32_t output, mote_shape *shape) {
  (void)output;
  mote_tensor x;
  MOTE_TRY(mote_lower_custom_options(l));
  mote_lower_input(l, 0, &x);
  const uint32_t length = (uint32_t)l->option[0];
  MOTE_CHECK(l, x.shape.rank > 0 && (uint32_t)x.shape.dims[x.shape.rank - 1] <= length, MOTE_SHAPE, &x, length,
             mote_shape_count(&x.shape), "the rows of the input must not be longer than fft_length");
  *shape = x.shape;
  shape->dims[shape->rank - 1] = (int32_t)(length + 2);
  return MOTE_OK;
}

static const mote_op op = {
    .name = "SignalRfft",
    .code = MOTE_CUSTOM,
    .option_count = MOTE_COUNT_OF(options),
    .min_inputs = 1,
    .max_inputs = 1,
    .min_outputs = 1,
    .max_outputs = 1,
    .options = options,
    .infer = infer,
};

/* io[]: x, y, twiddles */
#define DEFINE_TYPE(type, bytes)                                                                \
  static mote_status lower_##type(mote_lowering *l) {                                           \
    return mote_lower_fft(l, false, bytes, mote_fft_store_##type);                              \
  }                                                                                             \
  static mote_status run_##type(const void *params, void *const *io, mote_instance *instance) { \
    (void)instance;                                                                             \
    mote_rfft_##type(params, io[0], io[2], io[1]);                                              \
    return MOTE_OK;                                                                             \
  }

DEFINE_TYPE(s16, 2)
DEFINE_TYPE(s32, 4)
DEFINE_TYPE(f32, 4)

MOTE_KERNEL(signal_rfft_s16, op, MOTE_TYPES(MOTE_INT16, MOTE_NONE, MOTE_NONE, MOTE_INT16), mote_fft_params, 1,
            lower_s16, run_s16);
MOTE_KERNEL(signal_rfft_s32, op, MOTE_TYPES(MOTE_INT32, MOTE_NONE, MOTE_NONE, MOTE_INT32), mote_fft_params, 1,
            lower_s32, run_s32);
MOTE_KERNEL(signal_rfft_f32, op, MOTE_TYPES(MOTE_FLOAT32, MOTE_NONE, MOTE_NONE, MOTE_FLOAT32), mote_fft_params, 1,
            lower_f32, run_f32);
