/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The transforms of fft.h for one type: included once by each of fft_s16.c, fft_s32.c and fft_f32.c, which define
 *
 *     scalar, complex                      the types in memory
 *     number, pair                         the same in registers, where an integer may have more bits
 *     store(a)                             from a pair to memory
 *     add(a, b), subtract(a, b)            of numbers
 *     half(a), half_sum(a, b), half_difference(a, b)
 *     product(a, b)                        of numbers, one of them below 1
 *     times(a, b)                          of a pair and a complex number on the unit circle
 *     divide(a, n)                         of a complex number by a small constant
 *     finish(y, count)                     what follows the inverse transform
 *     RFFT, IRFFT                          the names of the functions
 *
 * Each stage first divides by its radix. (What is divided so is not changed by a multiplication with the first twiddle
 * factor, 1 - 2^-15 or 1 - 2^-31 in the integer types, which is why there is none. And no number that is multiplied has
 * more bits than a scalar.)
 */

static inline pair sum(pair a, pair b) {
  pair c = {add(a.r, b.r), add(a.i, b.i)};
  return c;
}

static inline pair difference(pair a, pair b) {
  pair c = {subtract(a.r, b.r), subtract(a.i, b.i)};
  return c;
}

/* a - i b and a + i b */
static inline pair minus_i(pair a, pair b) {
  pair c = {add(a.r, b.i), subtract(a.i, b.r)};
  return c;
}

static inline pair plus_i(pair a, pair b) {
  pair c = {subtract(a.r, b.i), add(a.i, b.r)};
  return c;
}

static inline pair conjugate(number r, number i) {
  pair c = {r, subtract(0, i)};
  return c;
}

/* --- Butterflies: each joins transforms of `m` values to one; the twiddles are `step` apart ------------------------ */

static void butterfly_2(complex *y, const complex *twiddles, int32_t step, int32_t m) {
  for (int32_t k = 0; k < m; k++, y++) {
    pair a = divide(y[0], 2), b = divide(y[m], 2);
    if (k > 0) {
      b = times(b, twiddles[k * step]);
    }
    y[0] = store(sum(a, b));
    y[m] = store(difference(a, b));
  }
}

static void butterfly_3(complex *y, const complex *twiddles, int32_t step, int32_t m) {
  const number sine = twiddles[step * m].i;
  for (int32_t k = 0; k < m; k++, y++) {
    pair a = divide(y[0], 3), b = divide(y[m], 3), c = divide(y[2 * m], 3);
    if (k > 0) {
      b = times(b, twiddles[k * step]);
      c = times(c, twiddles[2 * k * step]);
    }
    pair s = sum(b, c), d = difference(b, c);
    pair middle = {subtract(a.r, half(s.r)), subtract(a.i, half(s.i))};
    pair aside = {product(d.r, sine), product(d.i, sine)};
    y[0] = store(sum(a, s));
    y[m] = store(plus_i(middle, aside));
    y[2 * m] = store(minus_i(middle, aside));
  }
}

static void butterfly_4(complex *y, const complex *twiddles, int32_t step, int32_t m, bool inverse) {
  for (int32_t k = 0, j = 0; k < m; k++, j += step, y++) {
    pair a = divide(y[0], 4), b = divide(y[m], 4), c = divide(y[2 * m], 4), d = divide(y[3 * m], 4);
    if (k > 0) {
      b = times(b, twiddles[j]);
      c = times(c, twiddles[2 * j]);
      d = times(d, twiddles[3 * j]);
    }
    pair even = sum(a, c), odd = sum(b, d), even_difference = difference(a, c), odd_difference = difference(b, d);
    y[0] = store(sum(even, odd));
    y[2 * m] = store(difference(even, odd));
    y[m] = store(inverse ? plus_i(even_difference, odd_difference) : minus_i(even_difference, odd_difference));
    y[3 * m] = store(inverse ? minus_i(even_difference, odd_difference) : plus_i(even_difference, odd_difference));
  }
}

static void butterfly_5(complex *y, const complex *twiddles, int32_t step, int32_t m) {
  const complex p = twiddles[step * m], q = twiddles[2 * step * m];
  for (int32_t k = 0; k < m; k++, y++) {
    pair a = divide(y[0], 5), b = divide(y[m], 5), c = divide(y[2 * m], 5);
    pair d = divide(y[3 * m], 5), e = divide(y[4 * m], 5);
    if (k > 0) {
      b = times(b, twiddles[k * step]);
      c = times(c, twiddles[2 * k * step]);
      d = times(d, twiddles[3 * k * step]);
      e = times(e, twiddles[4 * k * step]);
    }
    pair be = sum(b, e), cd = sum(c, d), be_difference = difference(b, e), cd_difference = difference(c, d);
    pair first = {add(add(a.r, product(be.r, p.r)), product(cd.r, q.r)),
                  add(add(a.i, product(be.i, p.r)), product(cd.i, q.r))};
    pair first_aside = {add(product(be_difference.r, p.i), product(cd_difference.r, q.i)),
                        add(product(be_difference.i, p.i), product(cd_difference.i, q.i))};
    pair second = {add(add(a.r, product(be.r, q.r)), product(cd.r, p.r)),
                   add(add(a.i, product(be.i, q.r)), product(cd.i, p.r))};
    pair second_aside = {subtract(product(be_difference.r, q.i), product(cd_difference.r, p.i)),
                         subtract(product(be_difference.i, q.i), product(cd_difference.i, p.i))};
    y[0] = store(sum(a, sum(be, cd)));
    y[m] = store(plus_i(first, first_aside));
    y[2 * m] = store(plus_i(second, second_aside));
    y[3 * m] = store(minus_i(second, second_aside));
    y[4 * m] = store(minus_i(first, first_aside));
  }
}

/* Of n values that stand where mote_fft_place says. */
static void transform(const mote_fft_params *p, const complex *twiddles, bool inverse, complex *y) {
  int32_t stage = 0, step = p->count, m = 1;
  while (p->radices[stage] != 0) {
    stage++;
  }
  while (stage > 0) {
    const int32_t radix = p->radices[--stage];
    step /= radix;
    for (complex *block = y; block < y + p->count; block += m * radix) {
      if (radix == 4) {
        butterfly_4(block, twiddles, step, m, inverse);
      } else if (radix == 2) {
        butterfly_2(block, twiddles, step, m);
      } else if (radix == 3) {
        butterfly_3(block, twiddles, step, m);
      } else {
        butterfly_5(block, twiddles, step, m);
      }
    }
    m *= radix;
  }
}

/* --- Real values: the even ones are the real parts, the odd ones the imaginary parts -------------------------------- */

static void place_reals(const mote_fft_params *p, const scalar *x, complex *y) {
  mote_fft_place place;
  mote_fft_begin(&place, p);
  if (p->length < 2 * p->count) {
    memset(y, 0, (size_t)p->count * sizeof *y);
  }
  for (const scalar *end = x + (p->length & ~1); x < end; x += 2) {
    y[place.position].r = x[0];
    y[place.position].i = x[1];
    mote_fft_next(&place);
  }
  if ((p->length & 1) != 0) {
    y[place.position].r = *x;
  }
}

/* The even and the odd part of the spectra of two real signals, a value and the conjugate of its mirror image, rotated. */
static inline void take_apart(complex x, complex mirrored, complex twiddle, pair *even, complex *odd) {
  pair a = divide(x, 2), b = divide(store(conjugate(mirrored.r, mirrored.i)), 2);
  *even = sum(a, b);
  *odd = store(times(difference(a, b), twiddle));
}

/* From the spectrum of the pairs to that of the real values, in place. */
static void split_spectrum(int32_t n, const complex *twiddles, complex *y) {
  pair dc = divide(y[0], 2);
  pair first = {add(dc.r, dc.i), 0}, last = {subtract(dc.r, dc.i), 0};
  y[0] = store(first);
  y[n] = store(last);
  for (int32_t k = 1; k <= n / 2; k++) {
    pair s;
    complex d;
    take_apart(y[k], y[n - k], twiddles[k - 1], &s, &d);
    pair value = {half_sum(s.r, d.r), half_sum(s.i, d.i)};
    pair mirrored = {half_difference(s.r, d.r), half_difference(d.i, s.i)};
    y[k] = store(value);
    y[n - k] = store(mirrored);
  }
}

/* The way back, to where the values of a transform have to stand. */
static void join_spectrum(const mote_fft_params *p, const complex *x, const complex *twiddles, complex *y) {
  const int32_t n = p->count;
  mote_fft_place place;
  mote_fft_begin(&place, p);
  pair dc = {add(x[0].r, x[n].r), subtract(x[0].r, x[n].r)};
  y[0] = store(divide(store(dc), 2));
  for (int32_t k = 1; k <= n / 2; k++) {
    pair s;
    complex d;
    take_apart(x[k], x[n - k], twiddles[k - 1], &s, &d);
    pair rotated = {d.r, d.i}, mirrored = difference(s, rotated);
    int32_t position = n - 1 - place.position; /* of n - k, all of whose digits add up to the radices' with k - 1's */
    mote_fft_next(&place);
    y[place.position] = store(sum(s, rotated));
    y[position] = store(conjugate(mirrored.r, mirrored.i));
  }
}

void RFFT(const mote_fft_params *p, const scalar *x, const complex *twiddles, complex *y) {
  for (int32_t frame = 0; frame < p->frames; frame++) {
    place_reals(p, x, y);
    transform(p, twiddles, false, y);
    split_spectrum(p->count, twiddles + p->super_twiddles, y);
    x += p->length;
    y += p->count + 1;
  }
}

void IRFFT(const mote_fft_params *p, const complex *x, const complex *twiddles, complex *y) {
  for (int32_t frame = 0; frame < p->frames; frame++) {
    join_spectrum(p, x, twiddles + p->super_twiddles, y);
    transform(p, twiddles, true, y);
    finish(y, p->count);
    x += p->count + 1;
    y += p->count;
  }
}
