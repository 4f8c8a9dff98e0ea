/* SPDX-License-Identifier: Apache-2.0 */
#include "resize_bilinear.h"

#include "../common/math.h"

enum { UNIT_BITS = 10, UNIT = 1 << UNIT_BITS };

/* Between which two pixels of one axis a place lies, and how far from the first, in 1/1024; outside of the image that is
 * negative, or more than the whole. */
typedef struct place {
  int32_t low, high, distance;
} place;

static place locate(int32_t i, int32_t scale, int32_t half_pixel_centers, int32_t size) {
  int32_t position = i * scale + (half_pixel_centers ? scale / 2 - UNIT / 2 : 0);
  position = position < size * UNIT ? position : size * UNIT; /* the scale's rounding adds up in very large images */
  place at;
  at.low = mote_clamp(position / UNIT, 0, size - 1);
  at.high = mote_clamp((position + UNIT - 1) / UNIT, 0, size - 1);
  at.distance = position - UNIT * at.low;
  return at;
}

/* One pixel: the elements around it, and their weights, which add up to 2^20. */
typedef struct corners {
  const uint8_t *at[4];
  int32_t weights[4];
} corners;

static corners corners_of(const mote_image *image, const void *x, const place *row, const place *column) {
  const uint8_t *low = (const uint8_t *)x + mote_image_row(image, row->low);
  const uint8_t *high = (const uint8_t *)x + mote_image_row(image, row->high);
  int32_t left = column->low * image->pixel_bytes, right = column->high * image->pixel_bytes;
  int32_t row_rest = UNIT - row->distance, column_rest = UNIT - column->distance;
  corners c = {{low + left, high + left, low + right, high + right},
               {row_rest * column_rest, row->distance * column_rest, row_rest * column->distance,
                row->distance * column->distance}};
  return c;
}

/* `sum_type` holds the largest element times 2^20, and four times that. */
#define RESIZE_KERNEL(kernel, type, sum_type)                                                          \
  void kernel(const mote_resize_bilinear_params *p, mote_rows rows, const type *x, type *y) {          \
    for (int32_t oy = rows.first; oy < rows.end; oy++) {                                               \
      const place row = locate(oy, p->row_scale, p->half_pixel_centers, p->g.x.height);                \
      uint8_t *to = (uint8_t *)y + mote_image_row(&p->g.y, oy);                                        \
      for (int32_t ox = 0; ox < p->g.y.width; ox++) {                                                  \
        const place column = locate(ox, p->column_scale, p->half_pixel_centers, p->g.x.width);         \
        const corners c = corners_of(&p->g.x, x, &row, &column);                                       \
        const type *a = (const type *)(const void *)c.at[0], *b = (const type *)(const void *)c.at[1]; \
        const type *d = (const type *)(const void *)c.at[2], *e = (const type *)(const void *)c.at[3]; \
        for (int32_t i = 0; i < p->g.x.channels; i++) {                                                \
          sum_type sum = (sum_type)a[i] * c.weights[0] + (sum_type)b[i] * c.weights[1] +               \
                         (sum_type)d[i] * c.weights[2] + (sum_type)e[i] * c.weights[3];                \
          sum_type half = sum > 0 ? 1 << (2 * UNIT_BITS - 1) : -(1 << (2 * UNIT_BITS - 1));            \
          ((type *)(void *)to)[i] = (type)((sum + half) / (1 << (2 * UNIT_BITS)));                     \
        }                                                                                              \
        to += p->g.y.pixel_bytes;                                                                      \
      }                                                                                                \
    }                                                                                                  \
  }

RESIZE_KERNEL(mote_resize_bilinear_s8_c, int8_t, int32_t)
RESIZE_KERNEL(mote_resize_bilinear_s16_c, int16_t, int64_t)

typedef struct place_f32 {
  int32_t low, high;
  float distance;
} place_f32;

static place_f32 locate_f32(int32_t i, float scale, int32_t half_pixel_centers, int32_t size) {
  float position = half_pixel_centers ? ((float)i + 0.5f) * scale - 0.5f : (float)i * scale;
  place_f32 at;
  at.low = mote_clamp((int32_t)mote_floorf(position), 0, size - 1);
  at.high = mote_clamp((int32_t)mote_ceilf(position), 0, size - 1);
  at.distance = position - (float)at.low;
  return at;
}

void mote_resize_bilinear_f32_c(const mote_resize_bilinear_f32_params *p, mote_rows rows, const float *x, float *y) {
  for (int32_t oy = rows.first; oy < rows.end; oy++) {
    const place_f32 row = locate_f32(oy, p->row_scale, p->half_pixel_centers, p->g.x.height);
    const uint8_t *low = (const uint8_t *)x + mote_image_row(&p->g.x, row.low);
    const uint8_t *high = (const uint8_t *)x + mote_image_row(&p->g.x, row.high);
    uint8_t *to = (uint8_t *)y + mote_image_row(&p->g.y, oy);
    for (int32_t ox = 0; ox < p->g.y.width; ox++) {
      const place_f32 column = locate_f32(ox, p->column_scale, p->half_pixel_centers, p->g.x.width);
      const int32_t left = column.low * p->g.x.pixel_bytes, right = column.high * p->g.x.pixel_bytes;
      const float *a = (const float *)(const void *)(low + left), *b = (const float *)(const void *)(high + left);
      const float *d = (const float *)(const void *)(low + right), *e = (const float *)(const void *)(high + right);
      for (int32_t i = 0; i < p->g.x.channels; i++) {
        float top = a[i] * (1 - row.distance) + b[i] * row.distance;
        float bottom = d[i] * (1 - row.distance) + e[i] * row.distance;
        ((float *)(void *)to)[i] = top * (1 - column.distance) + bottom * column.distance;
      }
      to += p->g.y.pixel_bytes;
    }
  }
}
