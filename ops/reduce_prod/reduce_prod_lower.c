/* SPDX-License-Identifier: Apache-2.0 */
#include "reduce_prod.h"

static const mote_op reduce_prod = {MOTE_REDUCE_OP("REDUCE_PROD", 81)};

MOTE_REDUCE_RUN(run_f32, mote_reduce_prod_f32)
MOTE_REDUCE_RUN(run_s32, mote_reduce_prod_s32)
MOTE_REDUCE_RUN(run_s64, mote_reduce_prod_s64)

MOTE_REDUCE_DESCRIPTOR(reduce_prod_f32, reduce_prod, MOTE_FLOAT32, mote_reduce_params, mote_lower_plain_reduce,
                       run_f32);
MOTE_REDUCE_DESCRIPTOR(reduce_prod_s32, reduce_prod, MOTE_INT32, mote_reduce_params, mote_lower_plain_reduce, run_s32);
MOTE_REDUCE_DESCRIPTOR(reduce_prod_s64, reduce_prod, MOTE_INT64, mote_reduce_params, mote_lower_plain_reduce, run_s64);
