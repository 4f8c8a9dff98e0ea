/* SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "../common/custom.h"
#include "detection_postprocess.h"

enum { ENCODINGS, SCORES, ANCHORS, INPUTS };
enum { BOXES, CLASSES, DETECTION_SCORES, COUNT, OUTPUTS };
enum {
  MAX_DETECTIONS,
  CLASSES_PER_DETECTION,
  DETECTIONS_PER_CLASS,
  REGULAR,
  SCORE_THRESHOLD,
  OVERLAP_THRESHOLD,
  NUM_CLASSES,
  Y_SCALE, /* and those of x, height, width */
};

enum { MAX_BOXES = UINT16_MAX };

static const mote_option options[] = {
    [MAX_DETECTIONS] = {"max_detections", 0, MOTE_OPTION_INT32, 0, 1, MOTE_OPTION_MAX},
    [CLASSES_PER_DETECTION] = {"max_classes_per_detection", 0, MOTE_OPTION_INT32, 0, 1, MOTE_OPTION_MAX},
    [DETECTIONS_PER_CLASS] = {"detections_per_class", 0, MOTE_OPTION_INT32, 100, 1, MOTE_OPTION_MAX},
    [REGULAR] = {"use_regular_nms", 0, MOTE_OPTION_BOOL, 0, 0, 1},
    [SCORE_THRESHOLD] = {"nms_score_threshold", 0, MOTE_OPTION_FLOAT, 0, 0, 0},
    [OVERLAP_THRESHOLD] = {"nms_iou_threshold", 0, MOTE_OPTION_FLOAT, 0, 0, 0},
    [NUM_CLASSES] = {"num_classes", 0, MOTE_OPTION_INT32, 0, 1, MOTE_OPTION_MAX},
    [Y_SCALE] = {"y_scale", 0, MOTE_OPTION_FLOAT, 0, 0, 0},
    [Y_SCALE + 1] = {"x_scale", 0, MOTE_OPTION_FLOAT, 0, 0, 0},
    [Y_SCALE + 2] = {"h_scale", 0, MOTE_OPTION_FLOAT, 0, 0, 0},
    [Y_SCALE + 3] = {"w_scale", 0, MOTE_OPTION_FLOAT, 0, 0, 0},
};

/* The outputs' shapes vary from converter to converter: lower() sees to it that there is room. */
static mote_status infer(mote_lowering *l, uint32_t output, mote_shape *shape) {
  mote_tensor y;
  mote_lower_output(l, output, &y);
  *shape = y.shape;
  return mote_lower_custom_options(l);
}

static const mote_op op = {
    MOTE_CUSTOM_OP("TFLite_Detection_PostProcess", INPUTS, OUTPUTS),
    .option_count = MOTE_COUNT_OF(options),
    .options = options,
    .infer = infer,
};

static mote_status lower_inputs(mote_lowering *l, const mote_tensor x[INPUTS], mote_detection_postprocess_params *p) {
  const mote_shape *boxes = &x[ENCODINGS].shape, *scores = &x[SCORES].shape, *anchors = &x[ANCHORS].shape;
  MOTE_CHECK(l, boxes->rank == 3 && boxes->dims[0] == 1 && boxes->dims[2] >= 4, MOTE_SHAPE, &x[ENCODINGS], 4,
             boxes->rank, "the boxes must be 1 × boxes × 4");
  p->boxes = boxes->dims[1];
  p->box_stride = boxes->dims[2];
  p->classes = l->option[NUM_CLASSES];
  MOTE_CHECK(l, p->boxes <= MAX_BOXES, MOTE_TOO_LARGE, &x[ENCODINGS], MAX_BOXES, p->boxes, "too many boxes");
  MOTE_CHECK(l, scores->rank == 3 && scores->dims[0] == 1 && scores->dims[1] == p->boxes, MOTE_SHAPE, &x[SCORES],
             p->boxes, scores->rank, "the scores must be 1 × boxes × classes");
  p->columns = scores->dims[2];
  p->first_class = p->columns - p->classes;
  MOTE_CHECK(l, p->first_class == 0 || p->first_class == 1, MOTE_SHAPE, &x[SCORES], p->classes, p->columns,
             "there must be scores of num_classes classes, and perhaps of the background");
  MOTE_CHECK(l, anchors->rank == 2 && anchors->dims[0] == p->boxes && anchors->dims[1] == 4, MOTE_SHAPE, &x[ANCHORS],
             4 * p->boxes, mote_shape_count(anchors), "the anchors must be boxes × 4");
  return MOTE_OK;
}

static mote_status lower_limits(mote_lowering *l, mote_detection_postprocess_params *p) {
  const int32_t one = 0x3F800000; /* the bits of positive floats are in the order of the floats */
  const int32_t threshold = l->option[OVERLAP_THRESHOLD];
  MOTE_CHECK(l, threshold > 0 && threshold <= one, MOTE_OPTION, NULL, one, threshold,
             "nms_iou_threshold must be above 0 and at most 1");
  MOTE_CHECK(l, l->option[MAX_DETECTIONS] <= MAX_BOXES, MOTE_OPTION, NULL, MAX_BOXES, l->option[MAX_DETECTIONS],
             "max_detections is too large");
  p->max_detections = l->option[MAX_DETECTIONS];
  p->classes_per_detection = l->option[CLASSES_PER_DETECTION];
  p->detections_per_class = l->option[REGULAR] ? l->option[DETECTIONS_PER_CLASS] : 0;
  p->overlap_threshold = mote_option_float(l, OVERLAP_THRESHOLD);
  p->score_threshold = mote_option_float(l, SCORE_THRESHOLD);
  for (uint32_t i = 0; i < 4; i++) {
    p->scale[i] = mote_option_float(l, Y_SCALE + i);
  }
  return MOTE_OK;
}

static mote_status check_outputs(mote_lowering *l, const mote_detection_postprocess_params *p) {
  const uint64_t room = mote_detection_room(p);
  for (uint32_t i = 0; i < OUTPUTS; i++) {
    mote_tensor y;
    mote_lower_output(l, i, &y);
    uint64_t needed = i == COUNT ? 1 : i == BOXES ? 4 * room : room;
    MOTE_CHECK(l, y.type == MOTE_FLOAT32, MOTE_TYPE, &y, MOTE_FLOAT32, y.type, "the detections must be float32");
    MOTE_CHECK(l, mote_shape_count(&y.shape) >= needed, MOTE_SHAPE, &y, needed, mote_shape_count(&y.shape),
               "the output has no room for max_detections");
  }
  return MOTE_OK;
}

/* Without a scale all are zero, as in TFLite. */
static mote_detection_quantization quantization_of(const mote_tensor *t) {
  mote_detection_quantization q = {0.0f, 0.0f};
  if (t->scale_count > 0) {
    q.scale = t->scale[0];
    q.zero_point = (float)t->zero_point;
  }
  return q;
}

static mote_status lower(mote_lowering *l) {
  mote_detection_postprocess_params p;
  mote_tensor x[INPUTS];
  for (uint32_t i = 0; i < INPUTS; i++) {
    mote_lower_input(l, i, &x[i]);
  }
  MOTE_TRY(lower_inputs(l, x, &p));
  MOTE_TRY(lower_limits(l, &p));
  MOTE_TRY(check_outputs(l, &p));
  p.box = quantization_of(&x[ENCODINGS]);
  p.score = quantization_of(&x[SCORES]);
  p.anchor = quantization_of(&x[ANCHORS]);
  mote_lower_scratch(l, 0, mote_detection_scratch_floats(&p) * (uint32_t)sizeof(float));
  mote_lower_params(l, &p);
  return MOTE_OK;
}

/* io[]: encodings, scores, anchors, boxes, classes, scores, count, scratch */
#define DEFINE_RUN(run, kernel)                                                                        \
  static mote_status run(const void *params, void *const *io, mote_instance *instance) {               \
    (void)instance;                                                                                    \
    void *const *outputs = io + INPUTS;                                                                \
    mote_detections y = {outputs[BOXES], outputs[CLASSES], outputs[DETECTION_SCORES], outputs[COUNT]}; \
    return kernel(params, io[ENCODINGS], io[SCORES], io[ANCHORS], &y, io[INPUTS + OUTPUTS]);           \
  }

DEFINE_RUN(run_f32, mote_detection_postprocess_f32)
DEFINE_RUN(run_u8, mote_detection_postprocess_u8)

MOTE_KERNEL(detection_postprocess_f32, op, MOTE_TYPES(MOTE_FLOAT32, MOTE_FLOAT32, MOTE_FLOAT32, MOTE_FLOAT32),
            mote_detection_postprocess_params, 1, lower, run_f32);
MOTE_KERNEL(detection_postprocess_u8, op, MOTE_TYPES(MOTE_UINT8, MOTE_UINT8, MOTE_NONE, MOTE_FLOAT32),
            mote_detection_postprocess_params, 1, lower, run_u8);
