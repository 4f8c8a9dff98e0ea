/* SPDX-License-Identifier: Apache-2.0 */
/*
 * mote_real_cos_sin against this machine's double functions, and the twiddle factors of every even FFT length, as KISS
 * FFT derives them. real_trig_test [--full]: lengths up to 1,024, or 8,192.
 */
#include "check.h"
#include "ops/common/real_trig.h"

#include <math.h>
#include <string.h>

static uint64_t seed = 1;

static mote_real real_from_double(double x) {
  uint64_t bits;
  memcpy(&bits, &x, sizeof bits);
  mote_real r = {0, 0, bits >> 63 != 0};
  if (x != 0) {
    r.mantissa = (bits & ((UINT64_C(1) << 52) - 1)) | UINT64_C(1) << 52;
    r.exponent = (int32_t)(bits >> 52 & 0x7ff) - 1075;
  }
  return r;
}

static double double_from_real(const mote_real *r) {
  return ldexp(r->negative ? -(double)r->mantissa : (double)r->mantissa, r->mantissa == 0 ? 0 : r->exponent);
}

/* In units in the last place, or of 2^-59 where those are smaller. */
static double difference(double y, double exact) {
  double place = nextafter(fabs(exact), 2) - fabs(exact);
  return fabs(y - exact) / fmax(place, 0x1p-59);
}

static void random_angles(int count) {
  double worst = 0;
  for (int i = 0; i < count; i++) {
    double x = ldexp((double)(int64_t)random_runs(&seed), -60 - (i & 31));
    mote_real angle = real_from_double(x);
    mote_real c;
    mote_real s;
    mote_real_cos_sin(&c, &s, &angle);
    worst = fmax(worst, difference(double_from_real(&c), cos(x)));
    worst = fmax(worst, difference(double_from_real(&s), sin(x)));
  }
  printf("largest difference to the double functions: %.2f units in the last place, or of 2^-59\n", worst);
  check(worst <= 1, "cosine and sine");
}

/* floor(0.5 + scale * x), in double or as a double would. */
static int32_t round_double(double x, double scale) {
  return (int32_t)floor(0.5 + scale * x);
}

static int32_t round_real(const mote_real *x, int32_t scale) {
  mote_real half;
  mote_real r;
  mote_real_from_int(&half, 1);
  half.exponent -= 1;
  mote_real_from_int(&r, scale);
  mote_real_mul(&r, &r, x);
  mote_real_add(&r, &r, &half);
  mote_real_floor(&r, &r);
  return mote_real_truncate(&r);
}

typedef struct count {
  long entries, wrong_s16, wrong_s32, wrong_f32;
} count;

static void compare(count *n, double phase, const mote_real *angle) {
  mote_real r[2];
  double x[2] = {cos(phase), sin(phase)};
  mote_real_cos_sin(&r[0], &r[1], angle);
  for (int i = 0; i < 2; i++) {
    float f = (float)double_from_real(&r[i]);
    n->entries++;
    n->wrong_s16 += round_real(&r[i], INT16_MAX) != round_double(x[i], INT16_MAX);
    n->wrong_s32 += round_real(&r[i], INT32_MAX) != round_double(x[i], INT32_MAX);
    n->wrong_f32 += fabs((double)f - (double)(float)x[i]) > 0x1p-58;
  }
}

/* -pi * a / b as double arithmetic has it, b times whole. */
static void angle_of(mote_real *angle, int32_t numerator, int32_t denominator) {
  mote_real d;
  mote_real pi = {UINT64_C(0x1921fb54442d18), -51, true};
  mote_real_from_int(angle, numerator);
  mote_real_mul(angle, &pi, angle);
  mote_real_from_int(&d, denominator);
  mote_real_div(angle, angle, &d);
}

static void twiddles(int longest) {
  const double pi = 3.141592653589793238462643383279502884;
  count n = {0, 0, 0, 0};
  for (int length = 1; length <= longest / 2; length++) { /* of the complex FFT: half the real one's */
    for (int i = 0; i < length; i++) {
      mote_real angle;
      angle_of(&angle, 2 * i, length);
      compare(&n, -2 * pi * i / length, &angle);
    }
    for (int i = 0; i < length / 2; i++) {
      mote_real angle;
      mote_real d;
      mote_real minus_pi = {UINT64_C(0x1921fb54442d18), -51, true};
      mote_real half = {UINT64_C(1) << 52, -53, false};
      mote_real_from_int(&angle, i + 1);
      mote_real_from_int(&d, length);
      mote_real_div(&angle, &angle, &d);
      mote_real_add(&angle, &angle, &half);
      mote_real_mul(&angle, &angle, &minus_pi);
      compare(&n, -3.14159265358979323846264338327 * ((double)(i + 1) / length + .5), &angle);
    }
  }
  printf("%ld twiddle factors: %ld int16, %ld int32, %ld float ones differ\n", n.entries, n.wrong_s16, n.wrong_s32,
         n.wrong_f32);
  check(n.wrong_s16 == 0, "int16 twiddle factors");
  check(n.wrong_s32 == 0, "int32 twiddle factors");
  check(n.wrong_f32 == 0, "float twiddle factors");
}

int main(int argc, char **argv) {
  bool full = argc > 1 && strcmp(argv[1], "--full") == 0;
  random_angles(full ? 20000000 : 1000000);
  twiddles(full ? 8192 : 1024);
  return check_summary();
}
