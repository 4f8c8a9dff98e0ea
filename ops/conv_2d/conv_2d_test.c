/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The kernels of CONV_2D against six plain loops, bit for bit: whole images, any division into rows, ring buffers of
 * rows, pixels with gaps between them, groups, dilation, padding, extreme values; and that nothing else is touched.
 *
 * conv_2d_test [CASES [SEED]]
 */
#include "conv_2d.h"

#include <stdlib.h>
#include <string.h>

#include "tests/math/check.h"
#include "tests/support/image_case.h"

typedef enum test_type { S8, S4, S16, S16_B32, F32, HYBRID, TYPE_COUNT } test_type;

static const char *const type_names[] = {"s8", "s4", "s16", "s16_b32", "f32", "hybrid"};

typedef struct test_case {
  test_type type;
  mote_conv_2d_geometry g;
  int32_t x_element_bytes, y_element_bytes, units, depth;
  int32_t x_zero_point;
  mote_requant q;
  float min, max, x_scale;
  bool has_bias, per_channel;
  test_buffer x, w, bias, scales;
} test_case;

/* --- Reference ---------------------------------------------------------------------------------------------------- */

static int32_t weight(const test_case *c, int32_t position) {
  int32_t pair = c->w.data[position / 2];
  int32_t half = (position & 1) != 0 ? pair >> 4 : pair & 15;
  return c->type == S4 ? (half < 8 ? half : half - 16) : (int8_t)c->w.data[position];
}

static int32_t input(const test_case *c, const uint8_t *element) {
  int16_t wide;
  memcpy(&wide, element, c->x_element_bytes == 2 ? 2 : 0);
  return c->x_element_bytes == 2 ? wide : (int8_t)*element;
}

static float float_at(const test_buffer *buffer, int32_t i) {
  float value;
  memcpy(&value, buffer->data + 4 * i, sizeof value);
  return value;
}

static int64_t bias_of(const test_case *c, int32_t unit) {
  int32_t bytes = c->type == S16 ? 8 : 4;
  int32_t narrow;
  int64_t wide;
  memcpy(&narrow, c->bias.data + bytes * unit, sizeof narrow);
  memcpy(&wide, c->bias.data + bytes * unit, bytes == 8 ? 8 : 0);
  return bytes == 8 ? wide : narrow;
}

/* What one output element adds up, in integers or floats. */
static void add_up(const test_case *c, int32_t oy, int32_t ox, int32_t unit, int64_t *sum, float *float_sum) {
  const mote_window *k = &c->g.window;
  int32_t group = unit / c->g.group_units;
  *sum = 0;
  *float_sum = 0.0f;
  for (int32_t ky = 0; ky < k->height; ky++) {
    for (int32_t kx = 0; kx < k->width; kx++) {
      int32_t y = oy * k->stride_h - k->pad_top + ky * k->dilation_h;
      int32_t x = ox * k->stride_w - k->pad_left + kx * k->dilation_w;
      if (y < 0 || y >= c->g.x.height || x < 0 || x >= c->g.x.width) {
        continue;
      }
      for (int32_t channel = 0; channel < c->g.group_channels; channel++) {
        int32_t position = unit * c->depth + (ky * k->width + kx) * c->g.group_channels + channel;
        int32_t offset = y * c->g.x.row_bytes + x * c->g.x.pixel_bytes +
                         (group * c->g.group_channels + channel) * c->x_element_bytes;
        if (c->type == F32) {
          *float_sum += float_at(&c->x, offset / 4) * float_at(&c->w, position);
        } else {
          *sum += (int64_t)(input(c, c->x.data + offset) - c->x_zero_point) * weight(c, position);
        }
      }
    }
  }
}

static float finish_float(const test_case *c, float sum, int32_t unit) {
  sum += c->has_bias ? float_at(&c->bias, unit) : 0.0f;
  return sum < c->min ? c->min : sum > c->max ? c->max : sum;
}

static int32_t finish_integer(const test_case *c, int64_t sum, int32_t unit) {
  int32_t count = c->per_channel ? c->units : 1, i = c->per_channel ? unit : 0;
  int32_t multiplier;
  memcpy(&multiplier, c->scales.data + 4 * i, sizeof multiplier);
  int32_t shift = ((const int8_t *)c->scales.data)[4 * count + i];
  uint64_t total = (uint64_t)sum + (c->has_bias ? (uint64_t)bias_of(c, unit) : 0);
  return c->type == S16 ? test_requantize_wide(&c->q, (int64_t)total, multiplier, shift)
                        : test_requantize(&c->q, (int32_t)(uint32_t)total, multiplier, shift);
}

static void compute_element(const test_case *c, int32_t oy, int32_t ox, int32_t unit, uint8_t *element) {
  int64_t sum;
  float float_sum;
  add_up(c, oy, ox, unit, &sum, &float_sum);
  if (c->type == F32 || c->type == HYBRID) {
    if (c->type == HYBRID) {
      float_sum = (float)sum * float_at(&c->scales, c->per_channel ? unit : 0) * c->x_scale;
    }
    float value = finish_float(c, float_sum, unit);
    memcpy(element, &value, sizeof value);
  } else {
    int16_t value = (int16_t)finish_integer(c, sum, unit);
    memcpy(element, &value, (size_t)c->y_element_bytes); /* the low bytes, on the machines this runs on */
  }
}

static void compute(const test_case *c, uint8_t *y) {
  for (int32_t oy = 0; oy < c->g.y.height; oy++) {
    for (int32_t ox = 0; ox < c->g.y.width; ox++) {
      uint8_t *pixel = y + oy * c->g.y.row_bytes + ox * c->g.y.pixel_bytes;
      for (int32_t unit = 0; unit < c->units; unit++) {
        compute_element(c, oy, ox, unit, pixel + unit * c->y_element_bytes);
      }
    }
  }
}

/* --- Cases -------------------------------------------------------------------------------------------------------- */

static void random_geometry(uint64_t *seed, test_case *c) {
  static const uint16_t channels[] = {1, 2, 3, 4, 5, 7, 8, 9, 12, 16, 17, 33, 65, 150, 300};
  static const int16_t windows[] = {1, 1, 1, 2, 3, 3, 4, 5};
  mote_conv_2d_geometry *g = &c->g;
  int32_t groups = test_random(seed, 0, 3) == 0 ? test_random(seed, 2, 3) : 1;
  int32_t height = test_random(seed, 1, 9), width = test_random(seed, 1, 9);
  g->window = (mote_window){.height = windows[test_random(seed, 0, 7)],
                            .width = windows[test_random(seed, 0, 7)],
                            .stride_h = (int16_t)test_random(seed, 1, 3),
                            .stride_w = (int16_t)test_random(seed, 1, 3),
                            .dilation_h = (int16_t)(test_random(seed, 0, 2) == 0 ? test_random(seed, 2, 3) : 1),
                            .dilation_w = (int16_t)(test_random(seed, 0, 2) == 0 ? test_random(seed, 2, 3) : 1)};
  g->group_channels = channels[test_random(seed, 0, height * width > 25 ? 11 : 14)];
  g->group_units = (uint16_t)test_random(seed, 1, 9);
  g->batches = 1;
  mote_window *k = &g->window;
  int32_t out_height = test_window_size(seed, height, (k->height - 1) * k->dilation_h + 1, k->stride_h, &k->pad_top);
  int32_t out_width = test_window_size(seed, width, (k->width - 1) * k->dilation_w + 1, k->stride_w, &k->pad_left);
  c->units = groups * g->group_units;
  c->depth = k->height * k->width * g->group_channels;
  g->x = test_image(seed, height, width, groups * g->group_channels, c->x_element_bytes);
  g->y = test_image(seed, out_height, out_width, c->units, c->y_element_bytes);
}

static void random_operands(uint64_t *seed, test_case *c) {
  const bool is_float = c->type == F32;
  const int32_t low = c->x_element_bytes == 2 ? INT16_MIN : INT8_MIN, high = -low - 1;
  const int32_t w_count = c->units * c->depth, w_bytes = is_float ? 4 : 1, bias_bytes = c->type == S16 ? 8 : 4;
  const int32_t scale_count = c->per_channel ? c->units : 1;
  c->x = test_buffer_new(test_bytes(test_image_bytes(&c->g.x), 1), test_misalignment(seed, c->x_element_bytes));
  c->w = test_buffer_new(c->type == S4 ? test_bytes(w_count + 1, 1) / 2 : test_bytes(w_count, w_bytes),
                         test_misalignment(seed, w_bytes));
  c->bias = test_buffer_new(test_bytes(c->units, bias_bytes), test_misalignment(seed, 4));
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
    test_fill_integers(seed, &c->bias, bias_bytes, INT32_MIN, INT32_MAX);
    test_scales(seed, (int32_t *)(void *)c->scales.data, scale_count, c->type == S16 ? 7 : 30);
  }
}

static test_case random_case(uint64_t *seed, test_type type) {
  test_case c = {.type = type};
  c.x_element_bytes = type == F32 ? 4 : type == S16 || type == S16_B32 ? 2 : 1;
  c.y_element_bytes = type == HYBRID ? 4 : c.x_element_bytes;
  c.per_channel = test_random(seed, 0, 1) != 0;
  c.has_bias = test_random(seed, 0, 3) != 0;
  c.x_zero_point = c.x_element_bytes == 1 ? test_value(seed, (test_fill)test_random(seed, 0, 3), 0, -128, 127) : 0;
  c.x_scale = 0.01f;
  c.min = test_random(seed, 0, 1) != 0 ? 0.0f : -1e30f;
  c.max = test_random(seed, 0, 1) != 0 ? 6.0f : 1e30f;
  random_geometry(seed, &c);
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

/* With scratch exactly as large as the kernel asks for. */
static void run(const void *context, const mote_image *x_image, const mote_image *y_image, mote_rows rows,
                const void *x, void *y) {
  const test_case *c = context;
  mote_conv_2d_geometry g = c->g;
  g.x = *x_image;
  g.y = *y_image;
  const mote_conv_2d_params p = {g, c->q, (int16_t)c->x_zero_point, c->type == S16};
  const mote_conv_2d_f32_params f = {g, c->min, c->max};
  const mote_conv_2d_hybrid_params h = {g, c->min, c->max, 0, c->per_channel};
  const void *w = c->w.data, *bias = c->has_bias ? c->bias.data : NULL, *scales = c->scales.data;
  test_buffer scratch =
      test_buffer_new_guarded(test_bytes(mote_conv_2d_scratch_bytes(&g, c->type == F32 ? 4 : 2), 1), 0);
  void *s = scratch.data;
  switch (c->type) {
  case S8: mote_conv_2d_s8_c(&p, rows, x, w, bias, scales, y, s); break;
  case S4: mote_conv_2d_s4_c(&p, rows, x, w, bias, scales, y, s); break;
  case S16:
  case S16_B32: mote_conv_2d_s16_c(&p, rows, x, w, bias, scales, y, s); break;
  case F32: mote_conv_2d_f32_c(&f, rows, x, w, bias, y, s); break;
  default: mote_conv_2d_hybrid_c(&h, rows, x, c->x_scale, c->x_zero_point, w, scales, bias, y, s); break;
  }
  check(test_buffer_intact(&scratch), "scratch");
  test_buffer_free(&scratch);
}

static mote_rows needed(const void *context, int32_t row) {
  const test_case *c = context;
  const mote_window *k = &c->g.window;
  int32_t first = row * k->stride_h - k->pad_top, end = first + (k->height - 1) * k->dilation_h + 1;
  return (mote_rows){first > 0 ? first : 0, end < c->g.x.height ? end : c->g.x.height};
}

static void describe(const test_case *c, const char *how, uint64_t seed) {
  const mote_conv_2d_geometry *g = &c->g;
  const mote_window *k = &g->window;
  printf("%s, %s, seed %llu: %dx%dx%d (pixels of %d bytes) -> %dx%dx%d, window %dx%d, stride %d %d, dilation %d %d, "
         "padding %d %d, group %d -> %d\n",
         type_names[c->type], how, (unsigned long long)seed, g->x.height, g->x.width, g->x.channels,
         (int)g->x.pixel_bytes, g->y.height, g->y.width, g->y.channels, k->height, k->width, k->stride_h, k->stride_w,
         k->dilation_h, k->dilation_w, k->pad_top, k->pad_left, g->group_channels, g->group_units);
}

static void test_one(uint64_t seed, test_type type) {
  const uint64_t first_seed = seed;
  test_case c = random_case(&seed, type);
  test_buffer expected = test_buffer_new_guarded(test_bytes(test_image_bytes(&c.g.y), 1), 0);
  const test_image_kernel kernel = {&c, run, needed, c.g.x, c.g.y, c.x.data, c.y_element_bytes};
  compute(&c, expected.data);
  const char *wrong = test_image_ways(&kernel, &seed, &expected);
  if (wrong) {
    describe(&c, wrong, first_seed);
  }
  check(wrong == NULL, type_names[type]);
  test_buffer_free(&expected);
  free_case(&c);
}

int main(int argc, char **argv) {
  const long cases = argc > 1 ? strtol(argv[1], NULL, 10) : 3000;
  const uint64_t seed = argc > 2 ? strtoull(argv[2], NULL, 10) : 1;
  for (long i = 0; i < cases; i++) {
    test_one(seed + (uint64_t)i, (test_type)(i % TYPE_COUNT));
  }
  return check_summary();
}
