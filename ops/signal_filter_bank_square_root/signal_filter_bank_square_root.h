/* SPDX-License-Identifier: Apache-2.0 */
/*
 * SignalFilterBankSquareRoot: y = sqrt(x) / 2^shift, the root rounded to the nearest integer (but 2^16 to 2^16 - 1 for x below
 * 2^32, and 2^32 to 2^32 - 1), the quotient down; shift in [0, 31].
 */
#ifndef MOTE_OPS_SIGNAL_FILTER_BANK_SQUARE_ROOT_H
#define MOTE_OPS_SIGNAL_FILTER_BANK_SQUARE_ROOT_H

#include "../common/load.h"

void mote_signal_filter_bank_square_root_u64_c(int32_t count, const mote_int64 *x, int32_t shift, uint32_t *y);

#define mote_signal_filter_bank_square_root_u64 mote_signal_filter_bank_square_root_u64_c

#endif
