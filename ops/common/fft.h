/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Fourier transforms of real signals with the bits of KISS FFT 1.3.0 (mixed radix, decimation in time), which TFLite's signal
 * library uses:
 *
 *     rfft:  y[k] = sum over j < 2 n of x[j] exp(-2 pi i j k / (2 n)),  k <= n
 *     irfft: the way back, x from y
 *
 * computed as a transform of n complex numbers, two real ones each. Integer transforms are divided by 2 n on the way
 * (rfft) or by 4 n (irfft), and wrap around where that is not enough; the float irfft is divided by 2 n.
 */
#ifndef MOTE_OPS_COMMON_FFT_H
#define MOTE_OPS_COMMON_FFT_H

#include "lowering.h"
#include "runtime/real.h"

typedef struct mote_complex_s16 {
  int16_t r, i;
} mote_complex_s16;

typedef struct mote_complex_s32 {
  int32_t r, i;
} mote_complex_s32;

typedef struct mote_complex_f32 {
  float r, i;
} mote_complex_f32;

enum { MOTE_FFT_MAX_LENGTH = 1 << 15, MOTE_FFT_MAX_STAGES = 12 };

typedef struct mote_fft_params {
  int32_t frames;                       /* transforms */
  int32_t count;                        /* n */
  int32_t length;                       /* real values there are of a frame: of fewer than 2 n the others are 0 */
  int32_t super_twiddles;               /* where they stand behind the twiddles, in complex numbers */
  uint8_t radices[MOTE_FFT_MAX_STAGES]; /* 2, 3, 4 or 5; the product is n; 0 behind the last */
} mote_fft_params;

/* x: frames × length, y: frames × (n + 1). */
void mote_rfft_s16_c(const mote_fft_params *p, const int16_t *x, const mote_complex_s16 *twiddles, mote_complex_s16 *y);
void mote_rfft_s32_c(const mote_fft_params *p, const int32_t *x, const mote_complex_s32 *twiddles, mote_complex_s32 *y);
void mote_rfft_f32_c(const mote_fft_params *p, const float *x, const mote_complex_f32 *twiddles, mote_complex_f32 *y);

/* x: frames × (n + 1), y: frames × n pairs of real values. */
void mote_irfft_s16_c(const mote_fft_params *p, const mote_complex_s16 *x, const mote_complex_s16 *twiddles,
                      mote_complex_s16 *y);
void mote_irfft_s32_c(const mote_fft_params *p, const mote_complex_s32 *x, const mote_complex_s32 *twiddles,
                      mote_complex_s32 *y);
void mote_irfft_f32_c(const mote_fft_params *p, const mote_complex_f32 *x, const mote_complex_f32 *twiddles,
                      mote_complex_f32 *y);

#define mote_rfft_s16  mote_rfft_s16_c
#define mote_rfft_s32  mote_rfft_s32_c
#define mote_rfft_f32  mote_rfft_f32_c
#define mote_irfft_s16 mote_irfft_s16_c
#define mote_irfft_s32 mote_irfft_s32_c
#define mote_irfft_f32 mote_irfft_f32_c

/* --- Where the values of a transform stand before its first stage --------------------------------------------------- */

typedef struct mote_fft_place {
  const uint8_t *radices;
  int32_t position;                     /* of the current value, which was number 0 at first */
  int32_t lengths[MOTE_FFT_MAX_STAGES]; /* of the transforms that each stage joins */
  uint8_t digits[MOTE_FFT_MAX_STAGES];  /* of the number; each has its own radix */
} mote_fft_place;

void mote_fft_begin(mote_fft_place *place, const mote_fft_params *p);

/* On to the next value. */
static inline void mote_fft_next(mote_fft_place *place) {
  int32_t s = 0;
  place->position += place->lengths[0];
  while (++place->digits[s] == place->radices[s]) {
    place->digits[s] = 0;
    place->position -= place->lengths[s] * place->radices[s];
    s++;
    place->position += place->lengths[s];
  }
}

/* --- Lowering ----------------------------------------------------------------------------------------------------- */

/* Stores a cosine or sine as number `i` of the table. */
typedef void mote_fft_store_fn(void *table, uint32_t i, const mote_real *value);
mote_fft_store_fn mote_fft_store_s16, mote_fft_store_s32, mote_fft_store_f32;

/* lower() of both operators, whose option 0 is the length (2 n): fills in the params and the twiddles as extra 0. */
mote_status mote_lower_fft(mote_lowering *l, bool inverse, uint32_t scalar_bytes, mote_fft_store_fn *store);

#endif
