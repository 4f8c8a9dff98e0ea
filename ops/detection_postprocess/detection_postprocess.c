/* SPDX-License-Identifier: Apache-2.0 */
#include "detection_postprocess.h"

#include <string.h>

#include "../common/math.h"

/* Every `stride`th of the elements from `first` on, as floats. */
typedef void load_fn(const mote_detection_quantization *q, const void *x, int32_t first, int32_t stride, int32_t count,
                     float *y);

static void load_f32(const mote_detection_quantization *q, const void *x, int32_t first, int32_t stride, int32_t count,
                     float *y) {
  (void)q;
  const float *element = (const float *)x + first;
  for (int32_t i = 0; i < count; i++, element += stride) {
    y[i] = *element;
  }
}

static void load_u8(const mote_detection_quantization *q, const void *x, int32_t first, int32_t stride, int32_t count,
                    float *y) {
  const uint8_t *element = (const uint8_t *)x + first;
  for (int32_t i = 0; i < count; i++, element += stride) {
    y[i] = ((float)*element - q->zero_point) * q->scale;
  }
}

/* What the steps share. */
typedef struct detector {
  const mote_detection_postprocess_params *p;
  load_fn *load;
  const void *scores;
  mote_detections *y;
  float *boxes;      /* decoded */
  float *candidates; /* the score of each box that may still be chosen, and not a number for the others */
  float *row;        /* the scores of one box, or which box each detection is */
} detector;

enum { Y, X, HEIGHT, WIDTH };
enum { Y_MIN, X_MIN, Y_MAX, X_MAX };

/* --- Boxes -------------------------------------------------------------------------------------------------------- */

static bool decode(const detector *d, const void *encodings, const void *anchors) {
  const mote_detection_postprocess_params *p = d->p;
  for (int32_t i = 0; i < p->boxes; i++) {
    float code[4], anchor[4], *box = d->boxes + 4 * i;
    d->load(&p->box, encodings, i * p->box_stride, 1, 4, code);
    d->load(&p->anchor, anchors, 4 * i, 1, 4, anchor);
    float y = code[Y] / p->scale[Y] * anchor[HEIGHT] + anchor[Y];
    float x = code[X] / p->scale[X] * anchor[WIDTH] + anchor[X];
    float half_height = 0.5f * mote_expf(code[HEIGHT] / p->scale[HEIGHT]) * anchor[HEIGHT];
    float half_width = 0.5f * mote_expf(code[WIDTH] / p->scale[WIDTH]) * anchor[WIDTH];
    box[Y_MIN] = y - half_height;
    box[X_MIN] = x - half_width;
    box[Y_MAX] = y + half_height;
    box[X_MAX] = x + half_width;
    if (box[Y_MIN] > box[Y_MAX] || box[X_MIN] > box[X_MAX]) {
      return false;
    }
  }
  return true;
}

static float area(const float *box) {
  return (box[Y_MAX] - box[Y_MIN]) * (box[X_MAX] - box[X_MIN]);
}

/* How long the intersection of two intervals is. */
static float common_length(float min_a, float max_a, float min_b, float max_b) {
  float length = (max_a < max_b ? max_a : max_b) - (min_a > min_b ? min_a : min_b);
  return length > 0.0f ? length : 0.0f;
}

/* The intersection's part of the union. */
static float overlap(const float *a, const float *b) {
  float area_a = area(a), area_b = area(b);
  if (area_a <= 0.0f || area_b <= 0.0f) {
    return 0.0f;
  }
  float both =
      common_length(a[Y_MIN], a[Y_MAX], b[Y_MIN], b[Y_MAX]) * common_length(a[X_MIN], a[X_MAX], b[X_MIN], b[X_MAX]);
  return both / (area_a + area_b - both);
}

/* --- Non-maximum suppression -------------------------------------------------------------------------------------- */

static bool is_number(float value) {
  return (mote_float_to_bits(value) & 0x7fffffff) <= 0x7f800000;
}

/* The first of the highest values, or -1 when none is a number. */
static int32_t find_highest(const float *values, int32_t count) {
  int32_t highest = -1;
  for (int32_t i = 0; i < count; i++) {
    if (highest < 0 ? is_number(values[i]) : values[i] > values[highest]) {
      highest = i;
    }
  }
  return highest;
}

static void drop(float *candidate) {
  *candidate = mote_bits_to_float(0x7fc00000);
}

static void drop_low_scores(const detector *d) {
  for (int32_t i = 0; i < d->p->boxes; i++) {
    if (!(d->candidates[i] >= d->p->score_threshold)) {
      drop(&d->candidates[i]);
    }
  }
}

/* The best candidate that is left, or -1; it and those that overlap it are none any more. */
static int32_t choose(const detector *d, float *score) {
  int32_t best = find_highest(d->candidates, d->p->boxes);
  if (best < 0) {
    return -1;
  }
  *score = d->candidates[best];
  drop(&d->candidates[best]);
  for (int32_t i = 0; i < d->p->boxes; i++) {
    if (is_number(d->candidates[i]) && overlap(d->boxes + 4 * best, d->boxes + 4 * i) > d->p->overlap_threshold) {
      drop(&d->candidates[i]);
    }
  }
  return best;
}

static void write_detection(const detector *d, int32_t index, int32_t box, int32_t class, float score) {
  memcpy(d->y->boxes + 4 * index, d->boxes + 4 * box, 4 * sizeof(float));
  d->y->classes[index] = (float)class;
  d->y->scores[index] = score;
}

static void load_row(const detector *d, int32_t box) {
  d->load(&d->p->score, d->scores, box * d->p->columns + d->p->first_class, 1, d->p->classes, d->row);
}

static void detect_fast(const detector *d) {
  const mote_detection_postprocess_params *p = d->p;
  for (int32_t i = 0; i < p->boxes; i++) {
    load_row(d, i);
    int32_t best = find_highest(d->row, p->classes);
    d->candidates[i] = d->row[best < 0 ? 0 : best];
  }
  drop_low_scores(d);
  int32_t count = 0;
  for (float score; count < p->max_detections; count++) {
    int32_t box = choose(d, &score);
    if (box < 0) {
      break;
    }
    load_row(d, box);
    for (int32_t i = 0; i < p->classes_per_detection && i < p->classes; i++) {
      int32_t best = find_highest(d->row, p->classes);
      if (best >= 0) {
        write_detection(d, count * p->classes_per_detection + i, box, best, d->row[best]);
        drop(&d->row[best]);
      }
    }
  }
  *d->y->count = (float)count;
}

/* Enters a detection behind those with scores as high, if there is room. The boxes are only noted. */
static void enter(const detector *d, int32_t *count, int32_t box, int32_t class, float score) {
  int32_t i = *count;
  if (i == d->p->max_detections) {
    if (i == 0 || !(score > d->y->scores[i - 1])) {
      return;
    }
    i--;
  } else {
    ++*count;
  }
  for (; i > 0 && score > d->y->scores[i - 1]; i--) {
    d->y->scores[i] = d->y->scores[i - 1];
    d->y->classes[i] = d->y->classes[i - 1];
    d->row[i] = d->row[i - 1];
  }
  d->y->scores[i] = score;
  d->y->classes[i] = (float)class;
  d->row[i] = (float)box;
}

static void detect_regular(const detector *d) {
  const mote_detection_postprocess_params *p = d->p;
  int32_t count = 0;
  for (int32_t class = 0; class < p->classes; class ++) {
    d->load(&p->score, d->scores, p->first_class + class, p->columns, p->boxes, d->candidates);
    drop_low_scores(d);
    float score;
    for (int32_t i = 0; i < p->detections_per_class; i++) {
      int32_t box = choose(d, &score);
      if (box < 0) {
        break;
      }
      enter(d, &count, box, class, score);
    }
  }
  for (int32_t i = 0; i < count; i++) {
    memcpy(d->y->boxes + 4 * i, d->boxes + 4 * (int32_t)d->row[i], 4 * sizeof(float));
  }
  *d->y->count = (float)count;
}

/* --- The whole ---------------------------------------------------------------------------------------------------- */

static mote_status detect(const mote_detection_postprocess_params *p, load_fn *load, const void *encodings,
                          const void *scores, const void *anchors, mote_detections *y, float *scratch) {
  const detector d = {p, load, scores, y, scratch, scratch + 4 * p->boxes, scratch + 5 * p->boxes};
  const size_t room_bytes = (size_t)mote_detection_room(p) * sizeof(float);
  if (!decode(&d, encodings, anchors)) {
    return MOTE_DATA;
  }
  memset(y->boxes, 0, 4 * room_bytes);
  memset(y->classes, 0, room_bytes);
  memset(y->scores, 0, room_bytes);
  if (p->detections_per_class > 0) {
    detect_regular(&d);
  } else {
    detect_fast(&d);
  }
  return MOTE_OK;
}

mote_status mote_detection_postprocess_f32_c(const mote_detection_postprocess_params *p, const float *encodings,
                                             const float *scores, const float *anchors, mote_detections *y,
                                             float *scratch) {
  return detect(p, load_f32, encodings, scores, anchors, y, scratch);
}

mote_status mote_detection_postprocess_u8_c(const mote_detection_postprocess_params *p, const uint8_t *encodings,
                                            const uint8_t *scores, const uint8_t *anchors, mote_detections *y,
                                            float *scratch) {
  return detect(p, load_u8, encodings, scores, anchors, y, scratch);
}
