/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The kernels of FULLY_CONNECTED against plain loops, bit for bit: all units, any division into units, extreme values,
 * the largest depth; and that nothing else is touched.
 *
 * fully_connected_test [CASES [SEED]]
 */
#include "fully_connected.h"

#include <stdlib.h>
#include <string.h>

#include "../common/matvec.h"
#include "tests/math/check.h"
#include "tests/support/image_case.h"

typedef enum test_type { S8, S4, S16, S16_B32, F32, HYBRID, TYPE_COUNT } test_type;

static const char *const type_names[] = {"s8", "s4", "s16", "s16_b32", "f32", "hybrid"};

typedef struct test_case {
  test_type type;
  int32_t batches, depth, units;
  int32_t x_element_bytes, y_element_bytes, bias_bytes;
  int32_t x_zero_point, w_zero_point;
  mote_requant q;
  float min, max, x_scale;
  bool has_bias, per_channel;
  test_buffer x, w, bias, scales;
} test_case;

/* --- Reference ---------------------------------------------------------------------------------------------------- */

static int64_t integer_at(const test_buffer *buffer, int32_t i, int32_t bytes) {
  int8_t byte;
  int16_t half;
  int32_t word;
  int64_t value;
  switch (bytes) {
  case 1: memcpy(&byte, buffer->data + i, 1); return byte;
  case 2: memcpy(&half, buffer->data + 2 * i, 2); return half;
  case 4: memcpy(&word, buffer->data + 4 * i, 4); return word;
  default: memcpy(&value, buffer->data + 8 * i, 8); return value;
  }
}

static float float_at(const test_buffer *buffer, int32_t i) {
  float value;
  memcpy(&value, buffer->data + 4 * i, sizeof value);
  return value;
}

static int32_t weight(const test_case *c, int32_t position) {
  int32_t half = c->w.data[position / 2] >> (position % 2 * 4) & 15;
  return c->type == S4 ? (half ^ 8) - 8 : (int32_t)integer_at(&c->w, position, 1);
}

static int64_t integer_sum(const test_case *c, int32_t batch, int32_t unit) {
  int64_t sum = 0;
  for (int32_t d = 0; d < c->depth; d++) {
    int64_t x = integer_at(&c->x, batch * c->depth + d, c->x_element_bytes) - c->x_zero_point;
    sum += x * (weight(c, unit * c->depth + d) - c->w_zero_point);
  }
  return sum;
}

static float float_sum(const test_case *c, int32_t batch, int32_t unit) {
  float sum = 0.0f;
  for (int32_t d = 0; d < c->depth; d++) {
    sum += float_at(&c->x, batch * c->depth + d) * float_at(&c->w, unit * c->depth + d);
  }
  return sum;
}

static float float_output(const test_case *c, int32_t batch, int32_t unit) {
  float sum = c->type == F32
                  ? float_sum(c, batch, unit)
                  : (float)integer_sum(c, batch, unit) * float_at(&c->scales, c->per_channel ? unit : 0) * c->x_scale;
  sum += c->has_bias ? float_at(&c->bias, unit) : 0.0f;
  return sum < c->min ? c->min : sum > c->max ? c->max : sum;
}

static int32_t integer_output(const test_case *c, int32_t batch, int32_t unit) {
  int32_t count = c->per_channel ? c->units : 1, i = c->per_channel ? unit : 0;
  int32_t multiplier = (int32_t)integer_at(&c->scales, i, 4), shift = (int32_t)integer_at(&c->scales, 4 * count + i, 1);
  uint64_t total = (uint64_t)integer_sum(c, batch, unit);
  total += c->has_bias ? (uint64_t)integer_at(&c->bias, unit, c->bias_bytes) : 0;
  return c->type == S16 ? test_requantize_wide(&c->q, (int64_t)total, multiplier, shift)
                        : test_requantize(&c->q, (int32_t)(uint32_t)total, multiplier, shift);
}

static void compute(const test_case *c, uint8_t *y) {
  for (int32_t b = 0; b < c->batches; b++) {
    for (int32_t u = 0; u < c->units; u++) {
      uint8_t *element = y + (b * c->units + u) * c->y_element_bytes;
      if (c->y_element_bytes == 4) {
        float value = float_output(c, b, u);
        memcpy(element, &value, sizeof value);
      } else {
        int16_t value = (int16_t)integer_output(c, b, u);
        memcpy(element, &value, (size_t)c->y_element_bytes); /* the low bytes, on the machines this runs on */
      }
    }
  }
}

/* --- Cases -------------------------------------------------------------------------------------------------------- */

static void random_operands(uint64_t *seed, test_case *c) {
  const bool is_float = c->type == F32;
  const int32_t low = c->x_element_bytes == 2 ? INT16_MIN : INT8_MIN, high = -low - 1;
  const int32_t w_count = c->units * c->depth, scale_count = c->per_channel ? c->units : 1;
  const int32_t w_bytes = is_float ? 4 : 1;
  c->x = test_buffer_new(test_bytes(c->batches * c->depth, c->x_element_bytes),
                         test_misalignment(seed, c->x_element_bytes));
  c->w = test_buffer_new(c->type == S4 ? test_bytes(w_count + 1, 1) / 2 : test_bytes(w_count, w_bytes),
                         test_misalignment(seed, w_bytes));
  c->bias = test_buffer_new(test_bytes(c->units, c->bias_bytes), test_misalignment(seed, 4));
  c->scales = test_buffer_new(test_bytes(scale_count, 5), test_misalignment(seed, 4));
  if (is_float) {
    test_fill_floats(seed, &c->x);
    test_fill_floats(seed, &c->w);
  } else {
    test_fill_integers(seed, &c->x, c->x_element_bytes, low, high);
    test_fill_integers(seed, &c->w, 1, INT8_MIN, INT8_MAX);
  }
  if (c->y_element_bytes == 4) {
    test_fill_floats(seed, &c->bias);
    test_fill_floats(seed, &c->scales);
  } else {
    test_fill_integers(seed, &c->bias, c->bias_bytes, INT32_MIN, INT32_MAX);
    test_scales(seed, (int32_t *)(void *)c->scales.data, scale_count, c->type == S16 ? 7 : 30);
  }
}

static test_case random_case(uint64_t *seed, test_type type, int32_t depth) {
  test_case c = {.type = type, .depth = depth};
  c.x_element_bytes = type == F32 ? 4 : type == S16 || type == S16_B32 ? 2 : 1;
  c.y_element_bytes = type == HYBRID ? 4 : c.x_element_bytes;
  c.bias_bytes = type == S16 ? 8 : 4;
  c.batches = test_random(seed, 1, 3);
  c.units = test_random(seed, 1, 13);
  c.per_channel = test_random(seed, 0, 1) != 0;
  c.has_bias = test_random(seed, 0, 3) != 0;
  c.x_zero_point = type == F32 ? 0 : test_value(seed, (test_fill)test_random(seed, 0, 3), 0, -128, 127);
  if ((type == S8 || type == S4) && depth <= MOTE_MATVEC_MAX_DEPTH_WITH_START && test_random(seed, 0, 2) == 0) {
    c.w_zero_point = test_random(seed, type == S8 ? -128 : -8, type == S8 ? 127 : 7);
  }
  c.x_scale = 0.01f;
  c.min = test_random(seed, 0, 1) != 0 ? 0.0f : -1e30f;
  c.max = test_random(seed, 0, 1) != 0 ? 6.0f : 1e30f;
  c.q = test_requant(seed, c.y_element_bytes == 2 ? INT16_MIN : INT8_MIN, c.y_element_bytes == 2 ? INT16_MAX : INT8_MAX,
                     c.per_channel);
  random_operands(seed, &c);
  return c;
}

static void free_case(test_case *c) {
  test_buffer_free(&c->x);
  test_buffer_free(&c->w);
  test_buffer_free(&c->bias);
  test_buffer_free(&c->scales);
}

/* --- Calls -------------------------------------------------------------------------------------------------------- */

static void run_hybrid(const test_case *c, mote_rows units, float *y) {
  const mote_fully_connected_hybrid_params p = {c->batches, c->depth, c->units, c->min, c->max, 0, c->per_channel};
  const void *w = c->w.data, *bias = c->has_bias ? c->bias.data : NULL, *scales = c->scales.data;
  for (int32_t b = 0; b < c->batches; b++) {
    const void *x = c->x.data + b * c->depth;
    mote_fully_connected_hybrid_c(&p, units, x, c->x_scale, c->x_zero_point, w, scales, bias, y + b * c->units);
  }
}

static void run(const test_case *c, mote_rows units, void *y) {
  const mote_fully_connected_params p = {.batches = c->batches,
                                         .depth = c->depth,
                                         .units = c->units,
                                         .x_zero_point = (int16_t)c->x_zero_point,
                                         .w_zero_point = (int8_t)c->w_zero_point,
                                         .wide = c->type == S16,
                                         .q = c->q};
  const mote_fully_connected_f32_params f = {c->batches, c->depth, c->units, c->min, c->max};
  const void *x = c->x.data, *w = c->w.data, *bias = c->has_bias ? c->bias.data : NULL, *scales = c->scales.data;
  switch (c->type) {
  case S8: mote_fully_connected_s8_c(&p, units, x, w, bias, scales, y); break;
  case S4: mote_fully_connected_s4_c(&p, units, x, w, bias, scales, y); break;
  case S16:
  case S16_B32: mote_fully_connected_s16_c(&p, units, x, w, bias, scales, y); break;
  case F32: mote_fully_connected_f32_c(&f, units, x, w, bias, y); break;
  default: run_hybrid(c, units, y); break;
  }
}

static void test_one(uint64_t seed, test_type type, int32_t depth) {
  const uint64_t first_seed = seed;
  test_case c = random_case(&seed, type, depth);
  const size_t bytes = test_bytes(c.batches * c.units, c.y_element_bytes);
  test_buffer expected = test_buffer_new_guarded(bytes, 0);
  compute(&c, expected.data);
  for (int32_t way = 0; way < 2; way++) {
    test_buffer y = test_buffer_new_guarded(bytes, test_misalignment(&seed, c.y_element_bytes));
    int32_t cut = way == 0 ? c.units : test_random(&seed, 0, c.units - 1);
    run(&c, (mote_rows){cut, c.units}, y.data);
    run(&c, (mote_rows){0, cut}, y.data);
    bool ok = test_buffer_intact(&y) && memcmp(y.data, expected.data, bytes) == 0;
    if (!ok) {
      printf("%s, seed %llu: %dx%d -> %d, cut at %d\n", type_names[type], (unsigned long long)first_seed,
             (int)c.batches, (int)c.depth, (int)c.units, (int)cut);
    }
    check(ok, way == 0 ? "whole" : "in pieces");
    test_buffer_free(&y);
  }
  test_buffer_free(&expected);
  free_case(&c);
}

int main(int argc, char **argv) {
  static const int32_t long_depths[] = {127, 128, 129, 255, 256, 257, 512, 640};
  const long cases = argc > 1 ? strtol(argv[1], NULL, 10) : 3000;
  uint64_t seed = argc > 2 ? strtoull(argv[2], NULL, 10) : 1;
  for (long i = 0; i < cases; i++, seed++) {
    test_one(seed, (test_type)(i % TYPE_COUNT),
             i % 5 == 0 ? long_depths[i / 5 % 8] : 1 + (int32_t)(i / TYPE_COUNT % 40));
  }
  for (int i = 0; i < 20; i++, seed++) {
    test_one(seed, S8, i % 2 == 0 ? MOTE_MATVEC_MAX_DEPTH : MOTE_MATVEC_MAX_DEPTH_WITH_START);
  }
  return check_summary();
}
