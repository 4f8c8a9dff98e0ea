/* SPDX-License-Identifier: Apache-2.0 */
#include "reduce_any.h"

static const mote_op reduce_any = {MOTE_REDUCE_OP("REDUCE_ANY", 91)};

MOTE_REDUCE_RUN(run, mote_reduce_any_bool)

MOTE_REDUCE_DESCRIPTOR(reduce_any_bool, reduce_any, MOTE_BOOL, mote_reduce_params, mote_lower_plain_reduce, run);
