/* SPDX-License-Identifier: Apache-2.0 */
/*
 * mote's float functions against this machine's double functions over the whole range of floats, and against MPFR
 * (when built with MOTE_HAVE_MPFR) at random arguments and where the error was largest.
 * math_test [--full] [NAME...]: every 127th float and all floats around the places where something changes; or all
 * 2^32, and 200 million pairs instead of 4 for the functions of two arguments (half an hour).
 */
#include "check.h"
#include "ops/common/math.h"

#include <math.h>
#include <string.h>
#ifdef MOTE_HAVE_MPFR
#include <mpfr.h>
#endif

static bool full;
static uint64_t seed = 1;

#ifdef MOTE_HAVE_MPFR
typedef int mpfr_function(mpfr_t y, const mpfr_t x, mpfr_rnd_t rounding);

static int mpfr_sigmoid(mpfr_t y, const mpfr_t x, mpfr_rnd_t rounding) {
  mpfr_neg(y, x, rounding);
  mpfr_exp(y, y, rounding);
  mpfr_add_ui(y, y, 1, rounding);
  return mpfr_ui_div(y, 1, y, rounding);
}
#define MPFR(function) function
#else
typedef void mpfr_function;
#define MPFR(function) NULL
#endif

typedef struct function {
  const char *name;
  float (*mote)(float);
  double (*reference)(double); /* correctly rounded to double, or nearly */
  mpfr_function *mpfr;
  double limit; /* on the error, in units in the last place */
} function;

typedef struct exact_function {
  const char *name;
  float (*mote)(float);
  float (*reference)(float);
} exact_function;

static double sigmoid(double x) {
  return 1 / (1 + exp(-x));
}

static double rsqrt(double x) {
  return copysign(1 / sqrt(x), x); /* 1 / -0 */
}

static const function functions[] = {
    {"exp", mote_expf, exp, MPFR(mpfr_exp), 0.51},
    {"expm1", mote_expm1f, expm1, MPFR(mpfr_expm1), 0.53},
    {"sigmoid", mote_sigmoidf, sigmoid, MPFR(mpfr_sigmoid), 0.53},
    {"tanh", mote_tanhf, tanh, MPFR(mpfr_tanh), 0.53},
    {"log", mote_logf, log, MPFR(mpfr_log), 0.51},
    {"log1p", mote_log1pf, log1p, MPFR(mpfr_log1p), 0.51},
    {"sin", mote_sinf, sin, MPFR(mpfr_sin), 0.52},
    {"cos", mote_cosf, cos, MPFR(mpfr_cos), 0.52},
    {"erf", mote_erff, erf, MPFR(mpfr_erf), 0.53},
    {"rsqrt", mote_rsqrtf, rsqrt, MPFR(mpfr_rec_sqrt), 1.5},
};

static const exact_function exact_functions[] = {
    {"sqrt", mote_sqrtf, sqrtf},    {"floor", mote_floorf, floorf}, {"ceil", mote_ceilf, ceilf},
    {"trunc", mote_truncf, truncf}, {"round", mote_roundf, roundf}, {"rint", mote_rintf, rintf},
    {"fabs", mote_fabsf, fabsf},
};

/* Where a function changes its way, where binades of arguments or results end, and (0x1.f37c8ap95) the float that is
 * nearest to a multiple of pi/2: magnitudes. */
static const float places[] = {
    0,       0x1p-149f, 0x1p-126f, 0x1p-26f, 0x1p-25f, 0x1p-24f, 0x1p-16f, 0x1p-13f,       0x1p-12f,  0x1p-8f,
    0x1p-7f, 0.125f,    0.25f,     0.2929f,  0.34657f, 0.4142f,  0.5f,     0.6931f,        0.7071f,   0.7854f,
    1.0f,    1.3863f,   1.4142f,   1.5708f,  2.0f,     2.3562f,  3.1416f,  3.9375f,        4.0f,      9.0109f,
    10.0f,   16.636f,   32.0f,     64.0f,    87.3365f, 88.7228f, 89.0f,    102.0f,         103.2789f, 103.9721f,
    104.0f,  0x1p22f,   0x1p23f,   0x1p24f,  0x1p31f,  0x1p32f,  0x1p64f,  0x1.f37c8ap95f, 0x1p127f,  INFINITY,
};

enum { AROUND = 20000, STRIDE = 127 };

/*
 * The arguments of a test, one after the other: every STRIDE-th float (in full mode every float), then the neighbours
 * of each place, in both signs. False at the end.
 */
static bool next_argument(uint64_t *state, float *x) {
  uint64_t stride = full ? 1 : STRIDE;
  uint64_t all = ((UINT64_C(1) << 32) + stride - 1) / stride;
  uint64_t i = (*state)++;
  if (i < all) {
    *x = mote_bits_to_float((uint32_t)(i * stride));
    return true;
  }
  i -= all;
  uint64_t place = i / (4 * AROUND);
  if (full || place >= sizeof places / sizeof places[0]) {
    return false;
  }
  uint32_t magnitude = mote_float_to_bits(places[place]) + (uint32_t)(i / 2 % (2 * AROUND)) - AROUND;
  *x = mote_bits_to_float((magnitude & 0x7fffffff) | (uint32_t)(i & 1) << 31);
  return true;
}

static double double_from_bits(uint64_t bits) {
  double x;
  memcpy(&x, &bits, sizeof x);
  return x;
}

/* The exponent of the last place of a float as large as `exact`. */
static int last_place(double exact) {
  uint64_t bits;
  memcpy(&bits, &exact, sizeof bits);
  int exponent = (int)(bits >> 52 & 0x7ff) - 1023;
  if (exponent < -126) {
    exponent = -126;
  }
  return (exponent > 127 ? 127 : exponent) - 23;
}

/* |y - exact| in units in the last place, infinity counting as 2^128. Not a number or of the wrong sign: infinite. */
static double error_in_ulps(float y, double exact) {
  if (isnan(exact)) {
    return mote_float_to_bits(y) == 0x7fc00000 ? 0 : (double)INFINITY;
  }
  if (isnan(y) || (signbit(y) != 0) != (signbit(exact) != 0)) {
    return (double)INFINITY;
  }
  double value = fmin(fabs((double)y), 0x1p128);
  double error = fabs(value - fmin(fabs(exact), 0x1p128));
  return error * double_from_bits((uint64_t)(1023 - last_place(exact)) << 52);
}

static bool same(float x, float y) {
  return mote_float_to_bits(x) == mote_float_to_bits(y) || (isnan(x) && isnan(y));
}

#ifdef MOTE_HAVE_MPFR
/* As above, the exact value being far more exact. */
static double error_against_mpfr(float y, const mpfr_t exact) {
  double nearest = mpfr_get_d(exact, MPFR_RNDN);
  if (!isfinite(y) || !isfinite(nearest)) {
    return error_in_ulps(y, nearest);
  }
  mpfr_t difference;
  mpfr_init2(difference, 200);
  mpfr_sub_d(difference, exact, (double)y, MPFR_RNDN);
  double error =
      fabs(mpfr_get_d(difference, MPFR_RNDN)) * double_from_bits((uint64_t)(1023 - last_place(nearest)) << 52);
  mpfr_clear(difference);
  return error;
}

static double mpfr_error(const function *f, float x) {
  mpfr_t argument;
  mpfr_t exact;
  mpfr_init2(argument, 24);
  mpfr_init2(exact, 200);
  mpfr_set_flt(argument, x, MPFR_RNDN);
  f->mpfr(exact, argument, MPFR_RNDN);
  double error = error_against_mpfr(f->mote(x), exact);
  mpfr_clears(argument, exact, (mpfr_ptr)NULL);
  return error;
}

static double mpfr_worst(const function *f, float where) {
  double worst = mpfr_error(f, where);
  for (int i = 0; i < (full ? 1000000 : 20000); i++) {
    uint32_t bits = (uint32_t)random_u64(&seed);
    if ((i & 1) != 0) { /* |x| from 2^-24 to 2^8: most of what is not 0, 1, x or infinite */
      bits = (bits & 0x807fffff) | (103 + (uint32_t)i / 2 % 32) << 23;
    }
    if ((bits & 0x7fffffff) < 0x7f800000) {
      worst = fmax(worst, mpfr_error(f, mote_bits_to_float(bits)));
    }
  }
  return worst;
}
#endif

static void report(const char *name, double worst, float at, double mpfr, unsigned long misrounded,
                   unsigned long count) {
  char against_mpfr[16] = "-";
  if (mpfr >= 0) {
    snprintf(against_mpfr, sizeof against_mpfr, "%.4f", mpfr);
  }
  printf("%-8s  %-9.4f  %-14a  %-8s  %8.4f %%  %lu\n", name, worst, (double)at, against_mpfr,
         100.0 * (double)misrounded / (double)count, count);
}

static void test_function(const function *f) {
  double worst = 0;
  float where = 1;
  unsigned long count = 0;
  unsigned long misrounded = 0;
  uint64_t state = 0;
  float x;
  while (next_argument(&state, &x)) {
    float y = f->mote(x);
    double exact = f->reference((double)x);
    double error = error_in_ulps(y, exact);
    count++;
    misrounded += error > 0.5;
    if (error > worst) {
      worst = error;
      where = x;
    }
  }
  double mpfr = -1;
#ifdef MOTE_HAVE_MPFR
  mpfr = mpfr_worst(f, where);
#endif
  report(f->name, worst, where, mpfr, misrounded, count);
  check(worst <= f->limit && mpfr <= f->limit, f->name);
}

static void test_exact_function(const exact_function *f) {
  unsigned long wrong = 0;
  unsigned long count = 0;
  uint64_t state = 0;
  float x;
  while (next_argument(&state, &x)) {
    count++;
    wrong += !same(f->mote(x), f->reference(x));
  }
  report(f->name, 0, 0, -1, wrong, count);
  check(wrong == 0, f->name);
}

/* Pairs on which x^y is neither 0 nor infinite, mostly. */
static void random_power(long i, float *x, float *y) {
  uint32_t x_bits = (uint32_t)random_u64(&seed) & 0x7fffffff;
  if ((i & 3) == 1) { /* near 1 */
    x_bits = 0x3f800000 + ((uint32_t)random_u64(&seed) >> (8 + i / 4 % 24)) - ((uint32_t)i & 0x1000);
  }
  if ((i & 3) == 2) { /* 2^-4 to 2^4 */
    x_bits = (x_bits & 0x7fffff) | (123 + (uint32_t)(i / 4 % 8)) << 23;
  }
  *x = mote_bits_to_float(x_bits < 0x7f800000 ? x_bits : 0x7f7fffff);
  double t = (double)(random_u64(&seed) >> 11) * 0x1p-53 * 280 - 151; /* log2 of the result */
  *y = (float)(t / log2((double)*x));
  if ((i & 12) == 0) { /* a whole number, x of either sign */
    *y = roundf(*y);
    *x = (i & 16) != 0 ? -*x : *x;
  }
}

static double pow_error(float x, float y) {
#ifdef MOTE_HAVE_MPFR
  mpfr_t base;
  mpfr_t exponent;
  mpfr_t exact;
  mpfr_init2(base, 24);
  mpfr_init2(exponent, 24);
  mpfr_init2(exact, 200);
  mpfr_set_flt(base, x, MPFR_RNDN);
  mpfr_set_flt(exponent, y, MPFR_RNDN);
  mpfr_pow(exact, base, exponent, MPFR_RNDN);
  double error = error_against_mpfr(mote_powf(x, y), exact);
  mpfr_clears(base, exponent, exact, (mpfr_ptr)NULL);
  return error;
#else
  (void)x;
  (void)y;
  return -1;
#endif
}

static void test_pow(void) {
  static const float special[] = {0,
                                  0x1p-149f,
                                  0x1p-126f,
                                  0x1p-24f,
                                  0.25f,
                                  0.5f,
                                  0x1.fffffep-1f,
                                  1,
                                  0x1.000002p0f,
                                  1.5f,
                                  2,
                                  3,
                                  4,
                                  5,
                                  127,
                                  128,
                                  149,
                                  150,
                                  0x1p22f,
                                  8388607.5f,
                                  0x1p23f,
                                  8388609,
                                  0x1p24f,
                                  16777215,
                                  0x1p25f,
                                  0x1p30f,
                                  0x1p31f,
                                  0x1p32f,
                                  0x1p127f,
                                  0x1.fffffep127f,
                                  INFINITY,
                                  NAN};
  enum { SPECIALS = sizeof special / sizeof special[0] };
  double worst = 0;
  double mpfr = -1;
  float where = 1;
  unsigned long misrounded = 0;
  unsigned long count = full ? 200000000 : 4000000;
  for (unsigned long i = 0; i < count; i++) {
    float x;
    float y;
    random_power((long)i, &x, &y);
    double error = error_in_ulps(mote_powf(x, y), pow((double)x, (double)y));
    misrounded += error > 0.5;
    if (error > worst) {
      worst = error;
      where = x;
      mpfr = fmax(mpfr, pow_error(x, y));
    }
    if (i % (full ? 1000 : 200) == 0 && isfinite(x) && isfinite(y)) {
      mpfr = fmax(mpfr, pow_error(x, y));
    }
  }
  report("pow", worst, where, mpfr, misrounded, count);
  check(worst <= 1.2 && mpfr <= 1.2, "pow");
  worst = 0;
  for (unsigned i = 0; i < 4 * SPECIALS * SPECIALS; i++) {
    float x = special[i / 4 % SPECIALS];
    float y = special[i / 4 / SPECIALS];
    x = (i & 1) != 0 ? -x : x;
    y = (i & 2) != 0 ? -y : y;
    double error = error_in_ulps(mote_powf(x, y), pow((double)x, (double)y));
    worst = fmax(worst, error);
  }
  check(worst <= 1.2, "pow of special arguments");
}

static void test_fmod(void) {
  static const float special[] = {0, 0x1p-149f, 0x1p-126f, 1, 1.5f, 2, 3, 0x1p24f, 0x1.fffffep127f, INFINITY, NAN};
  enum { SPECIALS = sizeof special / sizeof special[0] };
  unsigned long wrong = 0;
  unsigned long count = full ? 200000000 : 4000000;
  for (unsigned long i = 0; i < count; i++) {
    uint32_t x_bits = (uint32_t)(random_runs(&seed) >> 16);
    uint32_t y_bits = (uint32_t)(random_runs(&seed) >> 16);
    if ((i & 1) != 0) {
      y_bits = (y_bits & 0x807fffff) | (x_bits & 0x7f800000);
    }
    float x = mote_bits_to_float(x_bits);
    float y = mote_bits_to_float(y_bits);
    wrong += !same(mote_fmodf(x, y), fmodf(x, y));
  }
  for (unsigned i = 0; i < 4 * SPECIALS * SPECIALS; i++) {
    float x = (i & 1) != 0 ? -special[i / 4 % SPECIALS] : special[i / 4 % SPECIALS];
    float y = (i & 2) != 0 ? -special[i / 4 / SPECIALS] : special[i / 4 / SPECIALS];
    wrong += !same(mote_fmodf(x, y), fmodf(x, y));
  }
  report("fmod", 0, 0, -1, wrong, count);
  check(wrong == 0, "fmod");
}

static void test_copysign(void) {
  bool ok = true;
  for (int i = 0; i < 1000000; i++) {
    float x = mote_bits_to_float((uint32_t)random_u64(&seed));
    float y = mote_bits_to_float((uint32_t)random_u64(&seed));
    ok &= mote_float_to_bits(mote_copysignf(x, y)) == mote_float_to_bits(copysignf(x, y));
  }
  check(ok, "copysign");
}

static bool wanted(int argc, char **argv, const char *name) {
  bool any = false;
  for (int i = 1; i < argc; i++) {
    if (strcmp(argv[i], name) == 0) {
      return true;
    }
    any = any || argv[i][0] != '-';
  }
  return !any;
}

int main(int argc, char **argv) {
  full = argc > 1 && strcmp(argv[1], "--full") == 0;
  printf("function  max ulp    at              by MPFR   not nearest  arguments\n");
  for (unsigned i = 0; i < sizeof functions / sizeof functions[0]; i++) {
    if (wanted(argc, argv, functions[i].name)) {
      test_function(&functions[i]);
    }
  }
  for (unsigned i = 0; i < sizeof exact_functions / sizeof exact_functions[0]; i++) {
    if (wanted(argc, argv, exact_functions[i].name)) {
      test_exact_function(&exact_functions[i]);
    }
  }
  if (wanted(argc, argv, "pow")) {
    test_pow();
  }
  if (wanted(argc, argv, "fmod")) {
    test_fmod();
  }
  if (wanted(argc, argv, "copysign")) {
    test_copysign();
  }
#ifndef MOTE_HAVE_MPFR
  printf("MPFR is missing: its comparison is skipped, the double functions are the only reference\n");
#endif
  return check_summary();
}
