/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The kernels of DEPTHWISE_CONV_2D against four plain loops, bit for bit: whole images, any division into rows, ring
 * buffers of rows, pixels with gaps between them, multipliers, dilation, padding, large windows, extreme values; and that
 * nothing else is touched.
 *
 * depthwise_conv_2d_test [CASES [SEED]]
 */
#include "depthwise_conv_2d.h"

#include <stdlib.h>
#include <string.h>

#include "tests/math/check.h"
#include "tests/support/image_case.h"

typedef enum test_type { S8, S4, S16, F32, HYBRID, TYPE_COUNT } test_type;

static const char *const type_names[] = {"s8", "s4", "s16", "f32", "hybrid"};

typedef struct test_case {
  test_type type;
  mote_depthwise_geometry g;
  int32_t x_element_bytes, y_element_bytes;
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

static int32_t input(const test_case *c, int32_t offset) {
  int16_t wide;
  memcpy(&wide, c->x.data + offset, c->x_element_bytes == 2 ? 2 : 0);
  return c->x_element_bytes == 2 ? wide : (int8_t)c->x.data[offset];
}

static float float_at(const test_buffer *buffer, int32_t i) {
  float value;
  memcpy(&value, buffer->data + 4 * i, sizeof value);
  return value;
}

/* What one output element adds up, in integers or floats. */
static void add_up(const test_case *c, int32_t oy, int32_t ox, int32_t channel, int64_t *sum, float *float_sum) {
  const mote_window *k = &c->g.window;
  *sum = 0;
  *float_sum = 0.0f;
  for (int32_t ky = 0; ky < k->height; ky++) {
    for (int32_t kx = 0; kx < k->width; kx++) {
      int32_t y = oy * k->stride_h - k->pad_top + ky * k->dilation_h;
      int32_t x = ox * k->stride_w - k->pad_left + kx * k->dilation_w;
      if (y >= 0 && y < c->g.x.height && x >= 0 && x < c->g.x.width) {
        int32_t position = (ky * k->width + kx) * c->g.y.channels + channel;
        int32_t offset = y * c->g.x.row_bytes + x * c->g.x.pixel_bytes + channel / c->g.multiplier * c->x_element_bytes;
        if (c->type == F32) {
          *float_sum += float_at(&c->x, offset / 4) * float_at(&c->w, position);
        } else {
          *sum += (int64_t)(input(c, offset) - c->x_zero_point) * weight(c, position);
        }
      }
    }
  }
}

static int32_t finish_integer(const test_case *c, int64_t sum, int32_t channel) {
  int32_t count = c->per_channel ? c->g.y.channels : 1, i = c->per_channel ? channel : 0;
  int32_t multiplier, bias_bytes = c->type == S16 ? 8 : 4;
  int64_t bias = 0;
  memcpy(&multiplier, c->scales.data + 4 * i, sizeof multiplier);
  int32_t shift = ((const int8_t *)c->scales.data)[4 * count + i];
  memcpy(&bias, c->bias.data + bias_bytes * channel, c->has_bias ? (size_t)bias_bytes : 0);
  uint64_t total = (uint64_t)sum + (uint64_t)bias;
  return c->type == S16 ? test_requantize_wide(&c->q, (int64_t)total, multiplier, shift)
                        : test_requantize(&c->q, (int32_t)(uint32_t)total, multiplier, shift);
}

static float finish_float(const test_case *c, float sum, int32_t channel) {
  sum += c->has_bias ? float_at(&c->bias, channel) : 0.0f;
  return sum < c->min ? c->min : sum > c->max ? c->max : sum;
}

static void compute_element(const test_case *c, int32_t oy, int32_t ox, int32_t channel, uint8_t *element) {
  int64_t sum;
  float float_sum;
  add_up(c, oy, ox, channel, &sum, &float_sum);
  if (c->type == F32 || c->type == HYBRID) {
    if (c->type == HYBRID) {
      float_sum = (float)sum * float_at(&c->scales, c->per_channel ? channel : 0) * c->x_scale;
    }
    float value = finish_float(c, float_sum, channel);
    memcpy(element, &value, sizeof value);
  } else {
    int16_t value = (int16_t)finish_integer(c, sum, channel);
    memcpy(element, &value, (size_t)c->y_element_bytes); /* the low bytes, on the machines this runs on */
  }
}

static void compute(const test_case *c, uint8_t *y) {
  for (int32_t oy = 0; oy < c->g.y.height; oy++) {
    for (int32_t ox = 0; ox < c->g.y.width; ox++) {
      uint8_t *pixel = y + oy * c->g.y.row_bytes + ox * c->g.y.pixel_bytes;
      for (int32_t channel = 0; channel < c->g.y.channels; channel++) {
        compute_element(c, oy, ox, channel, pixel + channel * c->y_element_bytes);
      }
    }
  }
}

/* --- Cases -------------------------------------------------------------------------------------------------------- */

/* The 3 × 3 window that has a loop of its own, windows of more products than 32 bits hold in int16, and others. */
typedef enum window_kind { USUAL, LARGE, OTHER } window_kind;

static void random_window(uint64_t *seed, window_kind kind, mote_window *k) {
  static const int16_t sizes[] = {1, 1, 2, 3, 3, 4, 5, 8};
  bool is_long = test_random(seed, 0, 1) != 0;
  k->height = kind == USUAL ? 3 : kind == LARGE ? (is_long ? 1 : 26) : sizes[test_random(seed, 0, 7)];
  k->width = kind == USUAL ? 3 : kind == LARGE ? (is_long ? 520 : 26) : sizes[test_random(seed, 0, 7)];
  k->stride_h = (int16_t)test_random(seed, 1, 3);
  k->stride_w = (int16_t)test_random(seed, 1, kind == USUAL ? 2 : 3);
  k->dilation_h = (int16_t)(kind == OTHER && test_random(seed, 0, 2) == 0 ? test_random(seed, 2, 3) : 1);
  k->dilation_w = (int16_t)(kind == OTHER && test_random(seed, 0, 2) == 0 ? test_random(seed, 2, 3) : 1);
}

static void random_geometry(uint64_t *seed, test_case *c) {
  static const window_kind kinds[] = {USUAL, USUAL, USUAL, OTHER, OTHER, OTHER, OTHER, LARGE};
  static const uint16_t channels[] = {1, 2, 3, 4, 5, 7, 8, 16, 17, 33};
  mote_depthwise_geometry *g = &c->g;
  mote_window *k = &g->window;
  const window_kind kind = kinds[test_random(seed, 0, 7)];
  random_window(seed, kind, k);
  int32_t height = test_random(seed, 1, 12), width = test_random(seed, 1, 9);
  if (kind == LARGE) {
    height = k->height + test_random(seed, -1, 2);
    width = k->width + test_random(seed, -1, 2);
    height = height > 0 ? height : 1;
  }
  g->multiplier = (uint16_t)(kind == LARGE || test_random(seed, 0, 1) == 0 ? 1 : test_random(seed, 2, 9));
  g->batches = 1;
  int32_t in_channels = channels[test_random(seed, 0, g->multiplier > 1 || kind == LARGE ? 4 : 9)];
  int32_t out_height = test_window_size(seed, height, (k->height - 1) * k->dilation_h + 1, k->stride_h, &k->pad_top);
  int32_t out_width = test_window_size(seed, width, (k->width - 1) * k->dilation_w + 1, k->stride_w, &k->pad_left);
  g->x = test_image(seed, height, width, in_channels, c->x_element_bytes);
  g->y = test_image(seed, out_height, out_width, in_channels * g->multiplier, c->y_element_bytes);
}

static void random_operands(uint64_t *seed, test_case *c) {
  const bool is_float = c->type == F32;
  const int32_t low = c->x_element_bytes == 2 ? INT16_MIN : INT8_MIN, high = -low - 1;
  const int32_t channels = c->g.y.channels, w_count = c->g.window.height * c->g.window.width * channels;
  const int32_t scale_count = c->per_channel ? channels : 1;
  c->x = test_buffer_new((size_t)test_image_bytes(&c->g.x), test_misalignment(seed, c->x_element_bytes));
  c->w = test_buffer_new((size_t)(c->type == S4 ? (w_count + 1) / 2
                                  : is_float    ? 4 * w_count
                                                : w_count),
                         test_misalignment(seed, is_float ? 4 : 1));
  c->bias = test_buffer_new((size_t)((c->type == S16 ? 8 : 4) * channels), test_misalignment(seed, 4));
  c->scales = test_buffer_new((size_t)(5 * scale_count), test_misalignment(seed, 4));
  if (is_float) {
    test_fill_floats(seed, &c->x);
    test_fill_floats(seed, &c->w);
  } else {
    test_fill_integers(seed, &c->x, c->x_element_bytes, low, high);
    test_fill_integers(seed, &c->w, 1, INT8_MIN, INT8_MAX);
  }
  if (is_float || c->type == HYBRID) {
    test_fill_floats(seed, &c->bias);
    test_fill_floats(seed, &c->scales);
  } else {
    bool is_sane = test_random(seed, 0, 3) != 0;
    test_fill_integers(seed, &c->bias, c->type == S16 ? 8 : 4, is_sane ? -100000 : INT32_MIN,
                       is_sane ? 100000 : INT32_MAX);
    test_scales(seed, (int32_t *)(void *)c->scales.data, scale_count,
                c->type == S16                 ? 7
                : test_random(seed, 0, 1) == 0 ? 30
                                               : -1);
  }
}

static test_case random_case(uint64_t *seed, test_type type) {
  test_case c = {.type = type};
  c.x_element_bytes = type == F32 ? 4 : type == S16 ? 2 : 1;
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

static void run(const void *context, const mote_image *x_image, const mote_image *y_image, mote_rows rows,
                const void *x, void *y) {
  const test_case *c = context;
  mote_depthwise_geometry g = c->g;
  g.x = *x_image;
  g.y = *y_image;
  const mote_depthwise_conv_2d_params p = {g, c->q, c->x_zero_point};
  const mote_depthwise_conv_2d_f32_params f = {g, c->min, c->max};
  const mote_depthwise_conv_2d_hybrid_params h = {g, c->min, c->max, c->per_channel};
  const void *w = c->w.data, *bias = c->has_bias ? c->bias.data : NULL, *scales = c->scales.data;
  switch (c->type) {
  case S8: mote_depthwise_conv_2d_s8_c(&p, rows, x, w, bias, scales, y); break;
  case S4: mote_depthwise_conv_2d_s4_c(&p, rows, x, w, bias, scales, y); break;
  case S16: mote_depthwise_conv_2d_s16_c(&p, rows, x, w, bias, scales, y); break;
  case F32: mote_depthwise_conv_2d_f32_c(&f, rows, x, w, bias, y); break;
  default: mote_depthwise_conv_2d_hybrid_c(&h, rows, x, c->x_scale, c->x_zero_point, w, scales, bias, y); break;
  }
}

static mote_rows needed(const void *context, int32_t row) {
  const test_case *c = context;
  const mote_window *k = &c->g.window;
  int32_t first = row * k->stride_h - k->pad_top, end = first + (k->height - 1) * k->dilation_h + 1;
  return (mote_rows){first > 0 ? first : 0, end < c->g.x.height ? end : c->g.x.height};
}

static void describe(const test_case *c, const char *how, uint64_t seed) {
  const mote_depthwise_geometry *g = &c->g;
  const mote_window *k = &g->window;
  printf("%s, %s, seed %llu: %dx%dx%d (pixels of %d bytes) -> %dx%dx%d, window %dx%d, stride %d %d, dilation %d %d, "
         "padding %d %d\n",
         type_names[c->type], how, (unsigned long long)seed, g->x.height, g->x.width, g->x.channels,
         (int)g->x.pixel_bytes, g->y.height, g->y.width, g->y.channels, k->height, k->width, k->stride_h, k->stride_w,
         k->dilation_h, k->dilation_w, k->pad_top, k->pad_left);
}

static void test_one(uint64_t seed, test_type type) {
  const uint64_t first_seed = seed;
  test_case c = random_case(&seed, type);
  test_buffer expected = test_buffer_new_guarded((size_t)test_image_bytes(&c.g.y), 0);
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
  const int cases = argc > 1 ? atoi(argv[1]) : 3000;
  const uint64_t seed = argc > 2 ? strtoull(argv[2], NULL, 10) : 1;
  for (int i = 0; i < cases; i++) {
    test_one(seed + (uint64_t)i, (test_type)(i % TYPE_COUNT));
  }
  return check_summary();
}
