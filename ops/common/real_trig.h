/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Cosine and sine in double precision, in integers: for the twiddle factors of FFTs. TFLite's signal library (KISS FFT)
 * computes them in double and rounds them to int16, int32 or float.
 */
#ifndef MOTE_OPS_COMMON_REAL_TRIG_H
#define MOTE_OPS_COMMON_REAL_TRIG_H

#include "runtime/real.h"

/* For |x| < 8: the nearest double, or the one beside it; near zero within 2^-59. */
void mote_real_cos_sin(mote_real *cosine, mote_real *sine, const mote_real *x);

#endif
