/* SPDX-License-Identifier: Apache-2.0 */
/* One operator of the file -> a block of memory with its kernel, parameters and operands. */
#ifndef MOTE_RUNTIME_LOWER_H
#define MOTE_RUNTIME_LOWER_H

#include "model.h"
#include "mote/kernel.h"

/*
 * Where lowering puts an operator:
 *
 *     kernel | words, io_words | params | io[]: inputs, outputs, extras | constants that lower() computed
 *
 * With base NULL it only counts: the same steps, nothing stored. Sizes are those of a machine with pointer_bytes.
 */
typedef struct mote_block {
  uint8_t *base;
  uint32_t pointer_bytes;
  uint32_t bytes;         /* so far */
  uint32_t io;            /* offset of io[] */
  uint32_t extras;        /* index of the first extra in io[] */
  uint8_t *state;         /* the instance's state; NULL when counting */
  uint32_t state_bytes;   /* of all operators so far */
  uint32_t scratch_bytes; /* of this operator */
  uint32_t scratch_extra; /* which extra it is */
} mote_block;

/* How a block begins, on this machine. */
typedef struct mote_step_header {
  const mote_kernel *kernel;
  uint16_t words;    /* of the block: the next one follows */
  uint16_t io_words; /* where io[] stands; with MOTE_STEP_SKIPPED when the operator does not run */
} mote_step_header;

enum { MOTE_STEP_SKIPPED = 0x8000 };

static inline void *const *mote_step_io(const uint8_t *step) {
  uint32_t words = ((const mote_step_header *)(const void *)step)->io_words & ~(uint32_t)MOTE_STEP_SKIPPED;
  return (void *const *)(const void *)(step + 4 * words);
}

typedef struct mote_layout mote_layout;

enum { MOTE_MAX_CALLS = 2 };

/* A mote_lowering with what only the loader sees. */
typedef struct mote_lowerer {
  mote_lowering l; /* first: infer() and lower() get its address */
  mote_graph_view graph;
  mote_operator_view view;
  mote_block block;
  mote_error *error;
  bool is_skipped;  /* all outputs are empty */
  bool has_handles; /* an operand is the handle of a resource variable */
  /* what an operator with a variable or with subgraphs adds to the layout, and from what */
  mote_status (*lay_out)(mote_layout *layout);
  uint32_t variable_bytes;
  uint32_t call_count;
  uint32_t calls[MOTE_MAX_CALLS];
} mote_lowerer;

static inline mote_lowerer *mote_lowerer_of(mote_lowering *l) {
  return (mote_lowerer *)l;
}

/* Operand `i` of the vector; an index of -1 or one past the end is an absent optional tensor, of type MOTE_NONE. */
mote_status mote_lower_operand(const mote_model *model, const mote_graph_view *graph, mote_vector operands, uint32_t i,
                               mote_tensor *tensor);

/* Decodes operator `op` of w->graph, finds its kernel, checks it against the file and lowers it to w->block. */
mote_status mote_lower_op(mote_lowerer *w, uint32_t op);

/* The types of inputs 0, 1, 2 and output 0, packed as MOTE_TYPES() does. */
uint32_t mote_operator_types(const mote_model *model, const mote_graph_view *graph, const mote_operator_view *view);

/* The first linked kernel that computes the operator with these types; else NULL and why. */
const mote_kernel *mote_find_kernel(const mote_model *model, const mote_graph_view *graph,
                                    const mote_operator_view *view, mote_status *why);

mote_status mote_fail_at(mote_error *error, mote_status status, uint32_t subgraph, uint32_t op, uint32_t tensor,
                         uint32_t needed, uint32_t available, const char *text);

#endif
