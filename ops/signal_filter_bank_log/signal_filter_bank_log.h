/* SPDX-License-Identifier: Apache-2.0 */
/* SignalFilterBankLog: y = min(log(x * 2^x_shift) * y_scale, 32767) rounded, natural; 0 where the argument is below 2. */
#ifndef MOTE_OPS_SIGNAL_FILTER_BANK_LOG_H
#define MOTE_OPS_SIGNAL_FILTER_BANK_LOG_H

#include <stdint.h>

typedef struct mote_signal_filter_bank_log_params {
  int32_t channels;
  uint32_t y_scale, x_shift;
} mote_signal_filter_bank_log_params;

/* Modulo 2^32, like the reference: the argument, and y_scale times the logarithm in Q16. */
void mote_signal_filter_bank_log_u32_c(const mote_signal_filter_bank_log_params *p, const uint32_t *x, int16_t *y);

#define mote_signal_filter_bank_log_u32 mote_signal_filter_bank_log_u32_c

#endif
