/* SPDX-License-Identifier: Apache-2.0 */
#include "fft.h"

#include <string.h>

#include "real_trig.h"

void mote_fft_begin(mote_fft_place *place, const mote_fft_params *p) {
  memset(place, 0, sizeof *place);
  place->radices = p->radices;
  int32_t length = 1, s = 0;
  while (p->radices[s] != 0) {
    s++;
  }
  while (s > 0) {
    place->lengths[--s] = length;
    length *= p->radices[s];
  }
}

/* KISS FFT's order: as many 4 as there are, then 2, 3 and 5. Returns the largest, or 0 if another factor is left. */
static int32_t factorize(int32_t count, uint8_t radices[MOTE_FFT_MAX_STAGES]) {
  static const uint8_t candidates[] = {4, 2, 3, 5};
  int32_t stage = 0, largest = 0;
  memset(radices, 0, MOTE_FFT_MAX_STAGES);
  for (uint32_t i = 0; i < sizeof candidates; i++) {
    const int32_t radix = candidates[i];
    for (; count % radix == 0; count /= radix) {
      radices[stage++] = (uint8_t)radix;
      largest = radix > largest ? radix : largest;
    }
  }
  return count == 1 ? largest : 0;
}

/* --- Twiddle factors ---------------------------------------------------------------------------------------------- */

static const mote_real pi = {0x1921FB54442D18, -51, false}; /* as a double */

/* floor(limit * x + 1/2) */
static int32_t to_fixed(const mote_real *x, int32_t limit) {
  mote_real y, half;
  mote_real_from_int(&half, 1);
  half.exponent--;
  mote_real_from_int(&y, limit);
  mote_real_mul(&y, &y, x);
  mote_real_add(&y, &y, &half);
  mote_real_floor(&y, &y);
  return mote_real_truncate(&y);
}

void mote_fft_store_s16(void *table, uint32_t i, const mote_real *value) {
  ((int16_t *)table)[i] = (int16_t)to_fixed(value, INT16_MAX);
}

void mote_fft_store_s32(void *table, uint32_t i, const mote_real *value) {
  ((int32_t *)table)[i] = to_fixed(value, INT32_MAX);
}

void mote_fft_store_f32(void *table, uint32_t i, const mote_real *value) {
  ((float *)table)[i] = mote_float_from_bits(mote_real_to_float(value));
}

static void store(void *table, int32_t i, const mote_real *phase, bool inverse, mote_fft_store_fn *store_scalar) {
  mote_real angle = *phase, cosine, sine;
  angle.negative = !inverse && angle.mantissa != 0;
  mote_real_cos_sin(&cosine, &sine, &angle);
  store_scalar(table, 2 * (uint32_t)i, &cosine);
  store_scalar(table, 2 * (uint32_t)i + 1, &sine);
}

/* The phases are rounded as KISS FFT rounds them: 2 pi i / n for the stages, then pi ((k + 1) / n + 1/2). */
static void fill_twiddles(const mote_fft_params *p, void *table, bool inverse, mote_fft_store_fn *store_scalar) {
  mote_real phase, count, half;
  mote_real_from_int(&count, p->count);
  mote_real_from_int(&half, 1);
  half.exponent--;
  for (int32_t i = 0; i < p->super_twiddles; i++) {
    mote_real_from_int(&phase, i);
    mote_real_mul(&phase, &phase, &pi);
    phase.exponent++;
    mote_real_div(&phase, &phase, &count);
    store(table, i, &phase, inverse, store_scalar);
  }
  for (int32_t k = 0; k < p->count / 2; k++) {
    mote_real_from_int(&phase, k + 1);
    mote_real_div(&phase, &phase, &count);
    mote_real_add(&phase, &phase, &half);
    mote_real_mul(&phase, &phase, &pi);
    store(table, p->super_twiddles + k, &phase, inverse, store_scalar);
  }
}

mote_status mote_lower_fft(mote_lowering *l, bool inverse, uint32_t scalar_bytes, mote_fft_store_fn *store_scalar) {
  mote_fft_params p;
  mote_tensor x;
  mote_lower_input(l, 0, &x);
  const int32_t length = l->option[0];
  p.length = x.shape.dims[x.shape.rank - 1];
  p.frames = (int32_t)mote_shape_count(&x.shape) / p.length;
  p.count = length / 2;
  int32_t largest = factorize(p.count, p.radices);
  MOTE_CHECK(l, length % 2 == 0 && length <= MOTE_FFT_MAX_LENGTH && largest > 0, MOTE_UNSUPPORTED_FEATURE, NULL,
             MOTE_FFT_MAX_LENGTH, length, "the length of an FFT must be 2 times a product of 2, 3 and 5, up to 32768");
  /* The stage with the largest radix uses the most of them. */
  p.super_twiddles = p.count - p.count / largest;
  uint32_t complex_count = (uint32_t)(p.super_twiddles + p.count / 2);
  void *table = mote_lower_alloc(l, 0, 2 * complex_count * scalar_bytes);
  if (table) {
    fill_twiddles(&p, table, inverse, store_scalar);
  }
  mote_lower_params(l, &p);
  return MOTE_OK;
}
