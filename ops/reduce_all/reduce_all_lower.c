/* SPDX-License-Identifier: Apache-2.0 */
#include "reduce_all.h"

static const mote_op reduce_all = {MOTE_REDUCE_OP("REDUCE_ALL", 140)};

MOTE_REDUCE_RUN(run, mote_reduce_all_bool)

MOTE_REDUCE_DESCRIPTOR(reduce_all_bool, reduce_all, MOTE_BOOL, mote_reduce_params, mote_lower_plain_reduce, run);
