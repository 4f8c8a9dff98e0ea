/* SPDX-License-Identifier: Apache-2.0 */
/* The values of one tensor over many invocations, as one array. */
#ifndef MOTE_CLI_STACK_H
#define MOTE_CLI_STACK_H

#include "host/array.h"
#include "mote/mote.h"

/* How invocations stack up. */
typedef enum {
  MOTE_STACK_SINGLE,   /* one invocation: the tensor's own shape */
  MOTE_STACK_SAMPLES,  /* independent ones: along the first dimension where that is one, else along a new one */
  MOTE_STACK_SEQUENCE, /* one after another, with the state carried on: along a new first dimension */
} mote_stack_mode;

typedef struct {
  mote_array array;
  bool dequantize; /* float32 instead of the quantised elements */
} mote_stack;

bool mote_stack_create(mote_stack *stack, const mote_tensor *tensor, mote_stack_mode mode, size_t count,
                       bool dequantize, mote_host_error *error);

/* Stores what the tensor holds now as number `index` of `count`. */
bool mote_stack_store(mote_stack *stack, const mote_tensor *tensor, size_t index, size_t count, mote_host_error *error);

void mote_stack_free(mote_stack *stack);

#endif
