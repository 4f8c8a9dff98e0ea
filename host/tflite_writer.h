/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Writes TensorFlow Lite models.
 *
 * A model is described by plain structs, which mirror the tables of the schema; all that they point to is the caller's
 * and is only read. The writer does not ask whether a model makes sense (mote_open() does): indices and shapes are
 * written as they are. The same description gives the same bytes.
 */
#ifndef MOTE_HOST_TFLITE_WRITER_H
#define MOTE_HOST_TFLITE_WRITER_H

#include "file.h"
#include "mote/kernel.h"

typedef struct mote_tflite_tensor {
  const char *name; /* NULL: none */
  mote_type type;   /* MOTE_NONE is written as a string tensor, which mote has no use for */
  uint32_t rank;
  const int32_t *dims;
  /* The elements of a constant, else NULL. Tensors with the same `data` share one buffer. */
  const void *data;
  size_t bytes;
  const float *scales;
  uint32_t scale_count;
  const int64_t *zero_points;
  uint32_t zero_point_count;
  int32_t quantized_dimension;
  bool is_variable;
} mote_tflite_tensor;

/* An option that is not a number: a vector or a string, in field `slot` of the options table. */
typedef struct mote_tflite_option_vector {
  uint8_t slot;
  uint8_t element_bytes;
  uint32_t count;
  const void *data;
} mote_tflite_option_vector;

typedef struct mote_tflite_operator {
  const mote_op *op; /* its code or name, and how its options are written: by op->options */
  const int32_t *inputs;
  uint32_t input_count;
  const int32_t *outputs;
  uint32_t output_count;
  /* op->option_count values as in mote_lowering.option[] (a float's is its bits); NULL: the file has no options. */
  const int32_t *options;
  const mote_tflite_option_vector *option_vectors;
  uint32_t option_vector_count;
} mote_tflite_operator;

typedef struct mote_tflite_subgraph {
  const char *name; /* NULL: none */
  const mote_tflite_tensor *tensors;
  uint32_t tensor_count;
  const mote_tflite_operator *operators;
  uint32_t operator_count;
  const int32_t *inputs;
  uint32_t input_count;
  const int32_t *outputs;
  uint32_t output_count;
} mote_tflite_subgraph;

typedef struct mote_tflite_metadata {
  const char *name;
  const void *data;
  size_t bytes;
} mote_tflite_metadata;

typedef struct mote_tflite_name {
  const char *name;
  uint32_t tensor;
} mote_tflite_name;

typedef struct mote_tflite_signature {
  const char *key;
  uint32_t subgraph;
  const mote_tflite_name *inputs;
  uint32_t input_count;
  const mote_tflite_name *outputs;
  uint32_t output_count;
} mote_tflite_signature;

typedef struct mote_tflite_model {
  const char *description; /* NULL: none */
  const mote_tflite_subgraph *subgraphs;
  uint32_t subgraph_count;
  const mote_tflite_metadata *metadata;
  uint32_t metadata_count;
  const mote_tflite_signature *signatures;
  uint32_t signature_count;
} mote_tflite_model;

/* Makes the file; mote_buffer_free() frees it. Constants stand at 16-byte boundaries of it. */
bool mote_tflite_write(const mote_tflite_model *model, mote_buffer *file, mote_host_error *error);

#endif
