/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What an operator is made of: for the operators in ops/ and for an application's own custom ones.
 *
 * An operator (`mote_op`) names its options and infers its outputs' shapes. A kernel (`mote_kernel`) is the operator in
 * one type signature: lower() turns the operator of the file into plain parameters, run() computes with them. The
 * loader does everything else: decoding, matching types, comparing shapes, placing tensors.
 */
#ifndef MOTE_KERNEL_H
#define MOTE_KERNEL_H

#include "mote/mote.h"

#ifdef __cplusplus
extern "C" {
#endif

/* --- Options ------------------------------------------------------------------------------------------------------ */

enum { MOTE_MAX_OPTIONS = 12 };

typedef enum mote_option_kind {
  MOTE_OPTION_BOOL,
  MOTE_OPTION_INT8,
  MOTE_OPTION_INT32,
  MOTE_OPTION_FLOAT
} mote_option_kind;

/* One option of an operator, in the order in which lower() finds the values in mote_lowering.option[]. */
typedef struct mote_option {
  const char *name;  /* of a builtin operator: NULL when texts are compiled out; of a custom one: its flexbuffer key */
  uint8_t slot;      /* field number in the options table of the schema */
  uint8_t kind;      /* mote_option_kind; a float's value is its bits: mote_option_float() */
  int16_t otherwise; /* the value when the file has none */
  int16_t min, max;  /* inclusive; MOTE_OPTION_MIN and _MAX: as far as the kind goes. Not for floats. */
} mote_option;

#define MOTE_OPTION_MIN INT16_MIN
#define MOTE_OPTION_MAX INT16_MIN /* not INT16_MAX, which is a limit that operators have */
#if MOTE_TEXT
#define MOTE_NAME(text) (text)
#else
#define MOTE_NAME(text) NULL
#endif

/* The fused activations of the schema. */
enum { MOTE_ACT_NONE = 0, MOTE_ACT_RELU = 1, MOTE_ACT_RELU_N1_TO_1 = 2, MOTE_ACT_RELU6 = 3 };
enum { MOTE_PADDING_SAME = 0, MOTE_PADDING_VALID = 1 };

/* --- Lowering ----------------------------------------------------------------------------------------------------- */

typedef struct mote_lowering mote_lowering;

enum { MOTE_ANY_COUNT = 255, MOTE_CUSTOM = 32, MOTE_METADATA = 0xFFFF };

typedef struct mote_op {
  const char *name;     /* "CONV_2D"; for a custom operator its custom code */
  uint16_t code;        /* BuiltinOperator of the schema; MOTE_CUSTOM: a custom one, found by name; MOTE_METADATA:
                          * no operator, but what reads the model's metadata of that name */
  uint8_t options_type; /* BuiltinOptions of the schema; 0: none */
  uint8_t option_count; /* at most MOTE_MAX_OPTIONS */
  uint8_t min_inputs, max_inputs; /* max MOTE_ANY_COUNT: as many as there are */
  uint8_t min_outputs, max_outputs;
  const mote_option *options;
  /* Computes the shape of output number `output` from inputs and options, or fails with the place. The loader compares
   * it with the file. NULL: the file's shapes are taken as they are and lower() checks them. */
  mote_status (*infer)(mote_lowering *l, uint32_t output, mote_shape *shape);
} mote_op;

/* One operator of a model on its way to parameters: what infer() and lower() see. */
struct mote_lowering {
  const mote_model *model;
  const mote_kernel *kernel;
  uint32_t op;                        /* its index in its subgraph */
  uint32_t input_count, output_count; /* as in the file; a missing trailing optional input reads as MOTE_NONE */
  int32_t option[MOTE_MAX_OPTIONS];
  const void *custom_options; /* custom operators: what the file has for them, see mote_lower_custom_options() */
  uint32_t custom_options_bytes;

  /* lower() may set */
  bool view;         /* output 0 is input 0, byte for byte, under another shape: nothing runs when memory is shared */
  uint32_t in_place; /* bit i: output 0 may stand where input i (as large or larger) stands, element by element */
};

/* Input or output `i`. Never fails: the loader has checked the operands; an absent one has type MOTE_NONE. `data` is
 * set for constants only. */
void mote_lower_input(const mote_lowering *l, uint32_t i, mote_tensor *tensor);
void mote_lower_output(const mote_lowering *l, uint32_t i, mote_tensor *tensor);

/* A vector or string among the options (field `slot` of a builtin operator's options table): `*count` elements of
 * `element_bytes` at a 4-byte boundary, or NULL when the file has none. */
const void *mote_lower_option_vector(const mote_lowering *l, uint32_t slot, uint32_t element_bytes, uint32_t *count);

/*
 * Custom operators: decodes the options from the FlexBuffers map that the file has for them, by name, as those of builtin
 * operators are decoded; for infer() to begin with. The table's names must not be compiled out, its slots mean nothing.
 * (Options of another form are for the operator itself to read, from custom_options.)
 */
mote_status mote_lower_custom_options(mote_lowering *l);
/* Sets option `i`, or fails if the value is not within the limits of the table. */
mote_status mote_lower_set_option(mote_lowering *l, uint32_t i, int32_t value);

/* Hands over the parameters (kernel->params_bytes of them, copied). */
void mote_lower_params(mote_lowering *l, const void *params);

/*
 * Extra operands, which follow inputs and outputs in io[] as number `extra`. alloc: constants that lower() computes,
 * at a 4-byte boundary; returns NULL when only counting (compute and check all the same, but do not store). state:
 * zeroed memory at an 8-byte boundary that lives as long as the instance. scratch: memory for the run only.
 */
void *mote_lower_alloc(mote_lowering *l, uint32_t extra, uint32_t bytes);
void mote_lower_state(mote_lowering *l, uint32_t extra, uint32_t bytes);
void mote_lower_scratch(mote_lowering *l, uint32_t extra, uint32_t bytes);

/* Output 0 is the handle of the resource variable that the options (container, shared_name) name. */
void mote_lower_open_variable(mote_lowering *l);
/* Input 0 is such a handle, whose variable has to have `bytes`. io[0] is the variable itself. */
void mote_lower_use_variable(mote_lowering *l, uint32_t bytes);

/*
 * Says that run() will run `subgraph`, after it has copied the last `input_count` inputs of the operator to the
 * subgraph's; checks that the subgraph exists and has such inputs, and so many outputs. callee_output: one of those.
 */
mote_status mote_lower_call(mote_lowering *l, uint32_t subgraph, uint32_t input_count, uint32_t output_count);
void mote_lower_callee_output(const mote_lowering *l, uint32_t subgraph, uint32_t i, mote_tensor *tensor);

/* Records the error and returns `status`. `tensor` may be NULL. */
mote_status mote_lower_fail(mote_lowering *l, mote_status status, const mote_tensor *tensor, uint32_t needed,
                            uint32_t available, const char *text);

/* For what comes from outside: fails with the place unless the condition holds. */
#define MOTE_CHECK(l, condition, status, tensor, needed, available, text)                                    \
  do {                                                                                                       \
    if (!(condition)) {                                                                                      \
      return mote_lower_fail(l, status, tensor, (uint32_t)(needed), (uint32_t)(available), MOTE_NAME(text)); \
    }                                                                                                        \
  } while (0)

#define MOTE_TRY(expression)                    \
  do {                                          \
    mote_status mote_try_status = (expression); \
    if (mote_try_status != MOTE_OK) {           \
      return mote_try_status;                   \
    }                                           \
  } while (0)

/* --- Kernels ------------------------------------------------------------------------------------------------------ */

/*
 * io[]: the inputs (op->max_inputs of them, NULL for absent ones; input_count when max_inputs is MOTE_ANY_COUNT), then
 * the outputs likewise, then the extras. Returns MOTE_OK, MOTE_DATA when the data leave the operator's domain, or MOTE_DONE to
 * end the invocation here, which is no error: the outputs stay what they are.
 */
typedef mote_status mote_run_fn(const void *params, void *const *io, mote_instance *instance);

struct mote_kernel {
  const mote_op *op;
#if MOTE_TEXT
  const char *name;
#endif
  uint16_t types;       /* MOTE_TYPES(): inputs 0, 1, 2 and output 0; MOTE_NONE: any */
  uint8_t params_words; /* sizeof(params) / 4: params have no pointers, so they are the same on every machine */
  uint8_t extra_count;
  mote_status (*lower)(mote_lowering *l);
  mote_run_fn *run;
};

#define MOTE_TYPES(input0, input1, input2, output0) \
  (uint16_t)((input0) | (input1) << 4 | (input2) << 8 | (output0) << 12)

/* Defines the descriptor `mote_kernel_<name>`. */
#if MOTE_TEXT
#define MOTE_KERNEL(kernel, op, types, params_type, extras, lower, run) \
  const mote_kernel mote_kernel_##kernel = {&op, #kernel, types, sizeof(params_type) / 4, extras, lower, run}
#else
#define MOTE_KERNEL(kernel, op, types, params_type, extras, lower, run) \
  const mote_kernel mote_kernel_##kernel = {&op, types, sizeof(params_type) / 4, extras, lower, run}
#endif

/* Output rows (of an image) or units to produce: [first, end). */
typedef struct mote_rows {
  int32_t first, end;
} mote_rows;

/* Runs a subgraph from its first operator to its last. */
mote_status mote_run_subgraph(mote_instance *instance, uint32_t subgraph);
/* Counts a round of a loop; false when the invocation has had MOTE_MAX_ITERATIONS. */
bool mote_count_round(mote_instance *instance);
/* Where the inputs and outputs of a subgraph stand. */
void *const *mote_subgraph_inputs(const mote_instance *instance, uint32_t subgraph);
void *const *mote_subgraph_outputs(const mote_instance *instance, uint32_t subgraph);

#ifdef __cplusplus
}
#endif
#endif
