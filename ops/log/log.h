/* SPDX-License-Identifier: Apache-2.0 */
/* LOG: y = ln(x). Quantised: a table, see common/lookup.h. */
#ifndef MOTE_OPS_LOG_H
#define MOTE_OPS_LOG_H

#include "../common/unary.h"

void mote_log_f32_c(int32_t count, const float *x, float *y);

#define mote_log_f32 mote_log_f32_c

#endif
