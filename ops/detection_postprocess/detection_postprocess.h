/* SPDX-License-Identifier: Apache-2.0 */
/*
 * TFLite_Detection_PostProcess: from the outputs of an SSD network to the objects in the picture.
 *
 * Each of the n boxes is encoded relative to its anchor as (y, x, height, width) and decoded to (ymin, xmin, ymax, xmax). Of
 * boxes that overlap too much only that with the highest score is kept ("non-maximum suppression"): among all classes,
 * every box with its best classes ("fast"), or in every class by itself ("regular"). Equal scores: the lower index first.
 */
#ifndef MOTE_OPS_DETECTION_POSTPROCESS_H
#define MOTE_OPS_DETECTION_POSTPROCESS_H

#include "mote/kernel.h"

/* real = scale * (element - zero_point); without meaning for floats */
typedef struct mote_detection_quantization {
  float scale, zero_point;
} mote_detection_quantization;

typedef struct mote_detection_postprocess_params {
  int32_t boxes, box_stride;             /* n, and the elements of an encoded box: 4 or more */
  int32_t classes, first_class, columns; /* each box has `columns` scores, those of the classes from first_class on */
  int32_t max_detections;
  int32_t classes_per_detection; /* fast */
  int32_t detections_per_class;  /* regular; 0: fast */
  float score_threshold, overlap_threshold;
  float scale[4]; /* of the encoding: y, x, height, width */
  mote_detection_quantization box, anchor, score;
} mote_detection_postprocess_params;

typedef struct mote_detections {
  float *boxes, *classes, *scores; /* 4, 1 and 1 for each of max_detections; fast: for each of its classes, too */
  float *count;
} mote_detections;

/* Detections that there is room for: those that are not made are zeros. */
static inline uint64_t mote_detection_room(const mote_detection_postprocess_params *p) {
  return (uint64_t)p->max_detections * (uint32_t)(p->detections_per_class > 0 ? 1 : p->classes_per_detection);
}

/* Elements of the scratch memory. */
static inline uint32_t mote_detection_scratch_floats(const mote_detection_postprocess_params *p) {
  return 5 * (uint32_t)p->boxes + (uint32_t)(p->columns > p->max_detections ? p->columns : p->max_detections);
}

/* encodings: boxes × box_stride, scores: boxes × columns, anchors: boxes × 4. MOTE_DATA when a box has a negative size. */
mote_status mote_detection_postprocess_f32_c(const mote_detection_postprocess_params *p, const float *encodings,
                                             const float *scores, const float *anchors, mote_detections *y,
                                             float *scratch);
mote_status mote_detection_postprocess_u8_c(const mote_detection_postprocess_params *p, const uint8_t *encodings,
                                            const uint8_t *scores, const uint8_t *anchors, mote_detections *y,
                                            float *scratch);

#define mote_detection_postprocess_f32 mote_detection_postprocess_f32_c
#define mote_detection_postprocess_u8  mote_detection_postprocess_u8_c

#endif
