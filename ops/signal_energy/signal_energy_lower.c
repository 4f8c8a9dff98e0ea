/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/custom.h"
#include "signal_energy.h"

enum { END, START };

static const mote_option options[] = {
    [END] = {"end_index", 0, MOTE_OPTION_INT32, 0, 0, MOTE_OPTION_MAX},
    [START] = {"start_index", 0, MOTE_OPTION_INT32, 0, 0, MOTE_OPTION_MAX},
};

static mote_status infer(mote_lowering *l, uint32_t output, mote_shape *shape) {
  mote_tensor x;
  MOTE_TRY(mote_lower_custom_options(l));
  MOTE_TRY(mote_infer_same(l, output, shape));
  mote_lower_input(l, 0, &x);
  MOTE_CHECK(l, shape->rank > 0 && shape->dims[shape->rank - 1] % 2 == 0, MOTE_SHAPE, &x, 2, shape->rank,
             "the input must be complex numbers");
  shape->dims[shape->rank - 1] /= 2;
  return MOTE_OK;
}

static const mote_op op = {
    MOTE_CUSTOM_OP("SignalEnergy", 1, 1),
    .option_count = MOTE_COUNT_OF(options),
    .options = options,
    .infer = infer,
};

static mote_status lower(mote_lowering *l) {
  mote_signal_energy_params p;
  mote_tensor y;
  mote_lower_output(l, 0, &y);
  p.count = (int32_t)mote_shape_count(&y.shape);
  p.first = l->option[START];
  p.end = l->option[END];
  MOTE_CHECK(l, p.end <= p.count, MOTE_OPTION, NULL, p.count, p.end, "end_index is behind the spectrum's end");
  mote_lower_params(l, &p);
  return MOTE_OK;
}

/* io[]: x, y */
static mote_status run(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  mote_signal_energy_s16(params, io[0], io[1]);
  return MOTE_OK;
}

MOTE_KERNEL(signal_energy_s16, op, MOTE_TYPES(MOTE_INT16, MOTE_NONE, MOTE_NONE, MOTE_UINT32), mote_signal_energy_params,
            0, lower, run);
