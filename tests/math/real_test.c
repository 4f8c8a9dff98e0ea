/* SPDX-License-Identifier: Apache-2.0 */
/*
 * mote_real against this machine's double, bit for bit: random and edge-case operands from a fixed seed.
 * real_test [--full]: 4 million operand pairs, or 100 million.
 */
#include "check.h"
#include "runtime/float_bits.h"
#include "runtime/real.h"

#include <math.h>
#include <string.h>

static uint64_t seed = 1;

static double double_from_bits(uint64_t bits) {
  double x;
  memcpy(&x, &bits, sizeof x);
  return x;
}

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

static bool equals_double(const mote_real *r, double x) {
  mote_real expected = real_from_double(x);
  if (x == 0) {
    return r->mantissa == 0;
  }
  return r->mantissa == expected.mantissa && r->exponent == expected.exponent && r->negative == expected.negative;
}

/* A double whose exponent is near 0 (within `range`), so that no operation overflows or underflows; now and then 0. */
static double random_double(int range) {
  uint64_t bits = random_runs(&seed);
  uint64_t shape = random_u64(&seed);
  uint64_t exponent = 1023 - (uint64_t)range + shape % (uint64_t)(2 * range + 1);
  if (shape >> 57 == 0) {
    return 0;
  }
  return double_from_bits((bits & UINT64_C(0x800fffffffffffff)) | exponent << 52);
}

static uint32_t random_float_bits(void) {
  uint32_t bits = (uint32_t)(random_runs(&seed) >> 16);
  return (bits & 0x7f800000) == 0x7f800000 ? bits & ~UINT32_C(0x00800000) : bits;
}

static void two_operands(long count) {
  long wrong[6] = {0};
  for (long i = 0; i < count; i++) {
    int range = (i & 1) != 0 ? 3 : 70; /* near each other: carries and cancellation */
    double x = random_double(range);
    double y = random_double(range);
    if ((i & 6) == 0) { /* neighbours */
      uint64_t bits;
      memcpy(&bits, &x, sizeof bits);
      y = x == 0 ? 0 : double_from_bits(bits + (random_u64(&seed) & 3) - 1);
      y = (i & 8) != 0 ? -y : y;
    }
    mote_real a = real_from_double(x);
    mote_real b = real_from_double(y);
    mote_real r;
    mote_real_mul(&r, &a, &b);
    wrong[0] += !equals_double(&r, x * y);
    mote_real_add(&r, &a, &b);
    wrong[1] += !equals_double(&r, x + y);
    mote_real_sub(&r, &a, &b);
    wrong[2] += !equals_double(&r, x - y);
    if (y != 0) {
      mote_real_div(&r, &a, &b);
      wrong[3] += !equals_double(&r, x / y);
    }
    wrong[4] += mote_real_compare(&a, &b) != (x > y) - (x < y);
    /* the result may be an operand */
    r = a;
    mote_real_mul(&r, &r, &r);
    wrong[5] += !equals_double(&r, x * x);
    r = a;
    mote_real_sub(&r, &b, &r);
    wrong[5] += !equals_double(&r, y - x);
    if (x != 0) {
      r = a;
      mote_real_div(&r, &b, &r);
      wrong[5] += !equals_double(&r, y / x);
    }
  }
  check(wrong[0] == 0, "mul");
  check(wrong[1] == 0, "add");
  check(wrong[2] == 0, "sub");
  check(wrong[3] == 0, "div");
  check(wrong[4] == 0, "compare");
  check(wrong[5] == 0, "the result is an operand");
}

static void floats(long count) {
  long wrong[3] = {0};
  for (long i = 0; i < count; i++) {
    uint32_t bits = random_float_bits();
    mote_real r;
    mote_real_from_float(&r, bits);
    wrong[0] += !equals_double(&r, (double)mote_bits_to_float(bits));
    wrong[1] += mote_real_to_float(&r) != (r.mantissa == 0 ? 0 : bits);
    double x = random_double((i & 1) != 0 ? 160 : 2);
    if ((i & 6) == 0) { /* halfway between floats, subnormal ones too, or nearly so */
      uint64_t half = random_u64(&seed);
      x = (double)mote_bits_to_float(bits) * (1 + 0x1p-24) + (double)((int)(half & 3) - 1) * 0x1p-200;
      x += (half & 4) != 0 ? 0x1p-150 : 0;
    }
    r = real_from_double(x);
    uint32_t expected = mote_float_to_bits((float)x);
    wrong[2] += mote_real_to_float(&r) != expected;
  }
  check(wrong[0] == 0, "from_float");
  check(wrong[1] == 0, "a float comes back");
  check(wrong[2] == 0, "to_float");
}

/* One float operation = the operation in mote_real, rounded to float. */
static void float_operations(long count) {
  long wrong[4] = {0};
  for (long i = 0; i < count; i++) {
    uint32_t x_bits = random_float_bits();
    uint32_t y_bits = random_float_bits();
    if ((i & 1) != 0) { /* exponents near each other */
      y_bits = (y_bits & 0x807fffff) | (x_bits & 0x7f800000);
    }
    float x = mote_bits_to_float(x_bits);
    float y = mote_bits_to_float(y_bits);
    mote_real a;
    mote_real b;
    mote_real r;
    mote_real_from_float(&a, x_bits);
    mote_real_from_float(&b, y_bits);
    mote_real_mul(&r, &a, &b);
    wrong[0] += x * y != mote_bits_to_float(mote_real_to_float(&r));
    mote_real_add(&r, &a, &b);
    wrong[1] += x + y != mote_bits_to_float(mote_real_to_float(&r));
    mote_real_sub(&r, &a, &b);
    wrong[2] += x - y != mote_bits_to_float(mote_real_to_float(&r));
    if (y != 0) {
      mote_real_div(&r, &a, &b);
      wrong[3] += x / y != mote_bits_to_float(mote_real_to_float(&r));
    }
  }
  check(wrong[0] == 0, "float mul");
  check(wrong[1] == 0, "float add");
  check(wrong[2] == 0, "float sub");
  check(wrong[3] == 0, "float div");
}

/* QuantizeMultiplier as TFLite defines it, in double. */
static void quantize_in_double(double x, int32_t *multiplier, int *shift) {
  *multiplier = 0;
  *shift = 0;
  if (x == 0) {
    return;
  }
  int64_t q = (int64_t)round(frexp(x, shift) * 2147483648.0);
  if (q == INT64_C(1) << 31 || q == -(INT64_C(1) << 31)) {
    q /= 2;
    ++*shift;
  }
  if (*shift < -31) {
    *shift = 0;
    q = 0;
  }
  *multiplier = (int32_t)q;
}

static void quantize_and_integers(long count) {
  long wrong[6] = {0};
  for (long i = 0; i < count; i++) {
    double x = random_double(40);
    if ((i & 3) == 0) { /* halfway between two multipliers */
      uint64_t bits;
      memcpy(&bits, &x, sizeof bits);
      x = double_from_bits((bits & ~UINT64_C(0x3fffff)) | (0x200000 + (random_u64(&seed) & 3) - 1));
    }
    mote_real r = real_from_double(x);
    int32_t multiplier;
    int32_t expected_multiplier;
    int shift;
    int expected_shift;
    bool fits = mote_real_quantize(&r, &multiplier, &shift);
    quantize_in_double(x, &expected_multiplier, &expected_shift);
    if (expected_shift > 30) {
      wrong[0] += fits || shift != 30 || multiplier != (x < 0 ? -INT32_MAX : INT32_MAX);
    } else {
      wrong[0] += !fits || multiplier != expected_multiplier || shift != expected_shift;
    }
    if ((i & 12) == 0) { /* halves, and nearly */
      x = floor(random_double(31)) + 0.5;
      x = nextafter(x, (double)((int)(random_u64(&seed) % 3) - 1) * 1e20);
      r = real_from_double(x);
    }
    double nearest = round(x);
    double whole = trunc(x);
    wrong[1] += mote_real_round(&r) != (int32_t)fmin(fmax(nearest, INT32_MIN), INT32_MAX);
    wrong[2] += mote_real_truncate(&r) != (int32_t)fmin(fmax(whole, INT32_MIN), INT32_MAX);
    mote_real down;
    mote_real_floor(&down, &r);
    wrong[3] += !equals_double(&down, floor(x));
    int64_t integer = (int64_t)random_runs(&seed) >> (i & 63);
    mote_real_from_int(&r, integer);
    wrong[4] += !equals_double(&r, (double)integer);
  }
  check(wrong[0] == 0, "quantize");
  check(wrong[1] == 0, "round");
  check(wrong[2] == 0, "truncate");
  check(wrong[3] == 0, "floor");
  check(wrong[4] == 0, "from_int");
}

/* The multipliers that operators need, in the forms in which TFLite computes them. */
static void forms(long count) {
  long wrong = 0;
  for (long i = 0; i < count; i++) {
    float x = (float)fabs(random_double(12));
    float y = (float)fabs(random_double(12));
    float z = (float)fabs(random_double(12)) + 0x1p-20f;
    mote_real a;
    mote_real b;
    mote_real c;
    mote_real r;
    mote_real_from_float(&a, mote_float_to_bits(x));
    mote_real_from_float(&b, mote_float_to_bits(y));
    mote_real_from_float(&c, mote_float_to_bits(z));
    /* convolution, per channel: product in double */
    mote_real_mul(&r, &a, &b);
    mote_real_div(&r, &r, &c);
    wrong += !equals_double(&r, (double)x * (double)y / (double)z);
    /* fully connected, per tensor: product in float */
    mote_real_mul(&r, &a, &b);
    mote_real_round_to_float(&r);
    mote_real_div(&r, &r, &c);
    wrong += !equals_double(&r, (double)(x * y) / (double)z);
    /* SVDF: all in float */
    mote_real_mul(&r, &a, &b);
    mote_real_round_to_float(&r);
    mote_real_div(&r, &r, &c);
    mote_real_round_to_float(&r);
    wrong += !equals_double(&r, (double)(x * y / z));
    /* softmax: a constant factor, and powers of two by the exponent */
    mote_real ten;
    mote_real steps;
    mote_real_from_int(&ten, 10);
    mote_real_from_int(&steps, 65535);
    mote_real_div(&steps, &ten, &steps);
    mote_real_mul(&r, &a, &b);
    mote_real_div(&r, &r, &steps);
    wrong += !equals_double(&r, (double)x * (double)y / (10.0 / 65535.0));
    mote_real_mul(&r, &a, &b);
    r.exponent += 26;
    wrong += !equals_double(&r, (double)x * (double)y * (1 << 26));
  }
  check(wrong == 0, "the operators' forms");
}

static void special(void) {
  mote_real zero;
  mote_real one;
  mote_real r;
  int32_t multiplier = 1;
  int shift = 1;
  mote_real_from_int(&zero, 0);
  mote_real_from_int(&one, -1);
  check(mote_real_quantize(&zero, &multiplier, &shift) && multiplier == 0 && shift == 0, "quantize(0)");
  mote_real_div(&r, &one, &zero);
  check(!mote_real_quantize(&r, &multiplier, &shift) && multiplier == -INT32_MAX && shift == 30, "quantize(-1/0)");
  check(mote_real_to_float(&r) == 0xff800000, "to_float(-1/0)");
  check(mote_real_round(&r) == INT32_MIN, "round(-1/0)");
  mote_real_div(&r, &zero, &zero);
  check(mote_real_to_float(&r) == 0x7f800000, "to_float(0/0)");
  mote_real_from_float(&r, 0x7f800000);
  check(!mote_real_quantize(&r, &multiplier, &shift), "quantize(infinity)");
  mote_real_round_to_float(&r);
  check(r.mantissa == UINT64_C(1) << 52 && r.exponent == 128 - 52, "round_to_float(infinity)");
  zero.exponent += 200;
  check(mote_real_to_float(&zero) == 0, "zero times 2^200 to float");
  check(mote_real_round(&zero) == 0, "zero times 2^200 to int");
}

/* TFLite's CheckedLog2. Its float arithmetic puts the limits a few steps elsewhere at each exponent. */
static bool checked_log2_in_float(float x, int *log2) {
  float value = logf(x) * (1.0f / logf(2.0f));
  float nearest = roundf(value);
  *log2 = (int)nearest;
  return fabsf(value - nearest) < 1e-3f;
}

static bool near(uint32_t fraction, uint32_t limit, uint32_t steps) {
  return fraction + steps >= limit && fraction <= limit + steps;
}

static void checked_log2(uint32_t stride) {
  long wrong = 0;
  for (uint32_t bits = 0x00800000; bits < 0x7f800000; bits += stride) {
    uint32_t fraction = bits & 0x7fffff;
    uint32_t steps = bits >> 23 > 127 - 18 && bits >> 23 < 127 + 16 ? 12 : 120;
    int log2;
    int expected;
    bool exact = mote_checked_log2(bits, &log2);
    bool expected_exact = checked_log2_in_float(mote_bits_to_float(bits), &expected);
    if (near(fraction, 0x0016b9, steps) || near(fraction, 0x3504f4, steps) || near(fraction, 0x7fd297, steps)) {
      continue;
    }
    wrong += log2 != expected || exact != expected_exact;
  }
  for (uint32_t exponent = 1; exponent < 255; exponent++) {
    int log2;
    wrong += !mote_checked_log2(exponent << 23, &log2) || log2 != (int)exponent - 127;
  }
  check(wrong == 0, "checked_log2");
}

int main(int argc, char **argv) {
  bool full = argc > 1 && strcmp(argv[1], "--full") == 0;
  long count = full ? 100000000 : 4000000;
  two_operands(count);
  floats(count);
  float_operations(count);
  quantize_and_integers(count);
  forms(count / 4);
  special();
  checked_log2(full ? 1 : 257);
  return check_summary();
}
