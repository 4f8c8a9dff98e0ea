/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Makes models out of random numbers, most of them valid, without knowing any operator: it takes a kernel of the library,
 * gives it operands of its types and options of its table, and asks mote_open(), whose error says what to change.
 */
#ifndef MOTE_TESTS_SUPPORT_GENERATE_H
#define MOTE_TESTS_SUPPORT_GENERATE_H

#include "model.h"
#include "random.h"

enum { GENERATE_DATA_BYTES = 1 << 16 };

typedef struct generator {
  random_source random;
  test_model model;
  mote_error error;          /* of the last attempt at an operator */
  const mote_kernel *kernel; /* of the last operator */
  uint32_t data_bytes;
  uint8_t data[GENERATE_DATA_BYTES]; /* of the constants */
} generator;

/* Fills in g->model from g->random. */
void generate_model(generator *g);

/* Adds an operator to the graph, with operands of its own or of those before it. False (and the graph is as before):
 * no valid one was found. */
bool generate_op(generator *g, test_graph *graph);

/* Gives the tensor's constant elements of its type, or random quantisation. */
void generate_data(generator *g, test_tensor *tensor);
void generate_quantization(generator *g, test_tensor *tensor);
void generate_shape(generator *g, test_tensor *tensor);

/* Changes the last operator of the graph, or its tensors, as g->error asks for. False: nothing can be done. */
bool generate_repair(generator *g, test_graph *graph);

/* Overwrites a few bytes of the file. */
void generate_damage(random_source *r, mote_buffer *file);

#endif
