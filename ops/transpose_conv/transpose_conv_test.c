/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The kernels of TRANSPOSE_CONV against plain loops that scatter, as the reference does, bit for bit: whole images, any
 * division into rows, ring buffers of rows, pixels with gaps between them, strides beyond the window, cropped outputs,
 * extreme values; and that nothing else is touched.
 *
 * transpose_conv_test [CASES [SEED]]
 */
#include "transpose_conv.h"

#include <stdlib.h>
#include <string.h>

#include "tests/math/check.h"
#include "tests/support/image_case.h"

typedef enum test_type { S8, S16, S16_B32, S16_B16, F32, HYBRID, TYPE_COUNT } test_type;

static const char *const type_names[] = {"s8", "s16", "s16_b32", "s16_b16", "f32", "hybrid"};
static const int32_t bias_bytes_of[] = {4, 8, 4, 2, 4, 4};

typedef struct test_case {
  test_type type;
  mote_transpose_conv_geometry g;
  int32_t x_element_bytes, y_element_bytes;
  int32_t x_zero_point;
  mote_requant q;
  float min, max, x_scale;
  bool has_bias, per_channel;
  test_buffer x, w, bias, scales;
} test_case;

/* --- Reference ---------------------------------------------------------------------------------------------------- */

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

typedef struct sums {
  int64_t *integers;
  float *floats;
} sums;

/* What input pixel (iy, ix) adds to output pixel (oy, ox) by one element of the window. */
static void add_pixel(const test_case *c, int32_t iy, int32_t ix, int32_t element, int32_t y_index, const sums *s) {
  const int32_t channels = c->g.x.channels, units = c->g.y.channels;
  const int32_t unit_weights = c->g.window.height * c->g.window.width * channels;
  for (int32_t unit = 0; unit < units; unit++) {
    float sum = 0.0f;
    for (int32_t channel = 0; channel < channels; channel++) {
      int32_t position = unit * unit_weights + element * channels + channel;
      int32_t offset = iy * c->g.x.row_bytes + ix * c->g.x.pixel_bytes + channel * c->x_element_bytes;
      if (c->type == F32) {
        sum += float_at(&c->x, offset / 4) * float_at(&c->w, position);
      } else {
        s->integers[y_index * units + unit] +=
            (int64_t)(input(c, offset) - c->x_zero_point) * (int8_t)c->w.data[position];
      }
    }
    s->floats[y_index * units + unit] += sum;
  }
}

static void scatter(const test_case *c, const sums *s) {
  const mote_window *k = &c->g.window;
  for (int32_t iy = 0; iy < c->g.x.height; iy++) {
    for (int32_t ix = 0; ix < c->g.x.width; ix++) {
      for (int32_t element = 0; element < k->height * k->width; element++) {
        int32_t oy = iy * k->stride_h - k->pad_top + element / k->width;
        int32_t ox = ix * k->stride_w - k->pad_left + element % k->width;
        if (oy >= 0 && oy < c->g.y.height && ox >= 0 && ox < c->g.y.width) {
          add_pixel(c, iy, ix, element, oy * c->g.y.width + ox, s);
        }
      }
    }
  }
}

static int32_t finish_integer(const test_case *c, int64_t sum, int32_t unit) {
  int32_t count = c->per_channel ? c->g.y.channels : 1, i = c->per_channel ? unit : 0;
  int32_t multiplier, bias_bytes = bias_bytes_of[c->type];
  int64_t bias = 0;
  int16_t narrow_bias;
  memcpy(&multiplier, c->scales.data + 4 * i, sizeof multiplier);
  int32_t shift = ((const int8_t *)c->scales.data)[4 * count + i];
  memcpy(&bias, c->bias.data + bias_bytes * unit, c->has_bias ? (size_t)bias_bytes : 0);
  memcpy(&narrow_bias, &bias, sizeof narrow_bias);
  bias = c->type == S16_B16 ? narrow_bias : bias;
  uint64_t total = (uint64_t)sum + (uint64_t)bias;
  bool is_wide = c->type == S16 || c->type == S16_B16 || (c->type == S16_B32 && !c->has_bias);
  return is_wide ? test_requantize_wide(&c->q, (int64_t)total, multiplier, shift)
                 : test_requantize(&c->q, (int32_t)(uint32_t)total, multiplier, shift);
}

static void finish_element(const test_case *c, int64_t sum, float float_sum, int32_t unit, uint8_t *element) {
  if (c->type == F32 || c->type == HYBRID) {
    if (c->type == HYBRID) {
      float_sum = (float)sum * float_at(&c->scales, c->per_channel ? unit : 0) * c->x_scale;
    }
    float_sum += c->has_bias ? float_at(&c->bias, unit) : 0.0f;
    float value = float_sum < c->min ? c->min : float_sum > c->max ? c->max : float_sum;
    memcpy(element, &value, sizeof value);
  } else {
    int16_t value = (int16_t)finish_integer(c, sum, unit);
    memcpy(element, &value, (size_t)c->y_element_bytes); /* the low bytes, on the machines this runs on */
  }
}

static void compute(const test_case *c, uint8_t *y) {
  const mote_image *image = &c->g.y;
  const size_t count = (size_t)(image->height * image->width * image->channels);
  test_buffer integers = test_buffer_new(count * sizeof(int64_t), 0),
              floats = test_buffer_new(count * sizeof(float), 0);
  const sums s = {(int64_t *)(void *)integers.data, (float *)(void *)floats.data};
  memset(integers.data, 0, integers.bytes);
  memset(floats.data, 0, floats.bytes);
  scatter(c, &s);
  for (int32_t i = 0; i < (int32_t)count; i++) {
    int32_t pixel = i / image->channels, unit = i % image->channels;
    uint8_t *to = y + pixel / image->width * image->row_bytes + pixel % image->width * image->pixel_bytes;
    finish_element(c, s.integers[i], s.floats[i], unit, to + unit * c->y_element_bytes);
  }
  test_buffer_free(&integers);
  test_buffer_free(&floats);
}

/* --- Cases -------------------------------------------------------------------------------------------------------- */

/* The size that reaches all outputs, sometimes a few more or less. */
static int32_t output_size(uint64_t *seed, int32_t inputs, int32_t elements, int32_t stride, int16_t *pad) {
  int32_t size = (inputs - 1) * stride + elements;
  if (test_random(seed, 0, 1) != 0) {
    size = inputs * stride;
  }
  if (test_random(seed, 0, 3) == 0) {
    size += test_random(seed, -3, 5);
  }
  *pad = (int16_t)(test_random(seed, 0, 1) == 0 ? 0 : test_random(seed, 0, (elements - 1) / 2));
  return size > 0 ? size : 1;
}

static void random_geometry(uint64_t *seed, test_case *c) {
  static const uint16_t channels[] = {1, 2, 3, 4, 5, 7, 8, 9, 17, 700};
  static const int16_t windows[] = {1, 2, 3, 3, 4, 5};
  mote_transpose_conv_geometry *g = &c->g;
  mote_window *k = &g->window;
  int32_t height = test_random(seed, 1, 6), width = test_random(seed, 1, 6);
  *k = (mote_window){.height = windows[test_random(seed, 0, 5)],
                     .width = windows[test_random(seed, 0, 5)],
                     .stride_h = (int16_t)test_random(seed, 1, 4),
                     .stride_w = (int16_t)test_random(seed, 1, 4),
                     .dilation_h = 1,
                     .dilation_w = 1};
  g->batches = 1;
  int32_t out_height = output_size(seed, height, k->height, k->stride_h, &k->pad_top);
  int32_t out_width = output_size(seed, width, k->width, k->stride_w, &k->pad_left);
  g->x =
      test_image(seed, height, width, channels[test_random(seed, 0, height * width > 9 ? 8 : 9)], c->x_element_bytes);
  g->y = test_image(seed, out_height, out_width, test_random(seed, 1, 19), c->y_element_bytes);
}

static void random_operands(uint64_t *seed, test_case *c) {
  const bool is_float = c->type == F32;
  const int32_t low = c->x_element_bytes == 2 ? INT16_MIN : INT8_MIN, high = -low - 1;
  const int32_t units = c->g.y.channels, bias_bytes = bias_bytes_of[c->type];
  const int32_t w_count = units * c->g.window.height * c->g.window.width * c->g.x.channels;
  const int32_t scale_count = c->per_channel ? units : 1;
  c->x = test_buffer_new((size_t)test_image_bytes(&c->g.x), test_misalignment(seed, c->x_element_bytes));
  c->w = test_buffer_new((size_t)(is_float ? 4 * w_count : w_count), test_misalignment(seed, is_float ? 4 : 1));
  c->bias = test_buffer_new((size_t)(bias_bytes * units), test_misalignment(seed, bias_bytes == 2 ? 2 : 4));
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
    test_fill_integers(seed, &c->bias, bias_bytes, bias_bytes == 2 ? INT16_MIN : INT32_MIN,
                       bias_bytes == 2 ? INT16_MAX : INT32_MAX);
    test_scales(seed, (int32_t *)(void *)c->scales.data, scale_count, c->type == S8 || c->type == S16_B32 ? 30 : 7);
  }
}

static test_case random_case(uint64_t *seed, test_type type) {
  test_case c = {.type = type};
  c.x_element_bytes = type == F32 ? 4 : type == S16 || type == S16_B32 || type == S16_B16 ? 2 : 1;
  c.y_element_bytes = type == HYBRID ? 4 : c.x_element_bytes;
  c.per_channel = test_random(seed, 0, 1) != 0;
  c.has_bias = type == S16_B32 || type == S16_B16 || test_random(seed, 0, 3) != 0;
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
  mote_transpose_conv_geometry g = c->g;
  g.x = *x_image;
  g.y = *y_image;
  const mote_transpose_conv_params p = {g, c->q, (int16_t)c->x_zero_point,
                                        (int16_t)(c->has_bias ? bias_bytes_of[c->type] : 0)};
  const mote_transpose_conv_f32_params f = {g, c->min, c->max};
  const mote_transpose_conv_hybrid_params h = {g, c->min, c->max, c->per_channel};
  const void *w = c->w.data, *bias = c->has_bias ? c->bias.data : NULL, *scales = c->scales.data;
  switch (c->type) {
  case S8: mote_transpose_conv_s8_c(&p, rows, x, w, bias, scales, y); break;
  case S16:
  case S16_B32:
  case S16_B16: mote_transpose_conv_s16_c(&p, rows, x, w, bias, scales, y); break;
  case F32: mote_transpose_conv_f32_c(&f, rows, x, w, bias, y); break;
  default: mote_transpose_conv_hybrid_c(&h, rows, x, c->x_scale, c->x_zero_point, w, scales, bias, y); break;
  }
}

/* The inputs whose windows lie on row `row` of the output. */
static mote_rows needed(const void *context, int32_t row) {
  const test_case *c = context;
  const mote_window *k = &c->g.window;
  int32_t first = 0, end = 0;
  while (first < c->g.x.height && first * k->stride_h - k->pad_top + k->height <= row) {
    first++;
  }
  while (end < c->g.x.height && end * k->stride_h - k->pad_top <= row) {
    end++;
  }
  return (mote_rows){first < end ? first : end, end};
}

static void describe(const test_case *c, const char *how, uint64_t seed) {
  const mote_transpose_conv_geometry *g = &c->g;
  const mote_window *k = &g->window;
  printf("%s, %s, seed %llu: %dx%dx%d (pixels of %d bytes) -> %dx%dx%d, window %dx%d, stride %d %d, padding %d %d\n",
         type_names[c->type], how, (unsigned long long)seed, g->x.height, g->x.width, g->x.channels,
         (int)g->x.pixel_bytes, g->y.height, g->y.width, g->y.channels, k->height, k->width, k->stride_h, k->stride_w,
         k->pad_top, k->pad_left);
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
