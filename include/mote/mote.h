/* SPDX-License-Identifier: Apache-2.0 */
/*
 * mote: run a TensorFlow Lite model on a microcontroller.
 *
 *     static MOTE_ARENA(arena, NAME_ARENA_BYTES);          // all the RAM that the model needs
 *     mote_model model;
 *     mote_instance *net;
 *     mote_error error;
 *     if (mote_open(&model, NAME_model, NAME_MODEL_BYTES, NAME_kernels, &error) ||
 *         mote_create(&net, &model, arena, sizeof arena, &error)) {
 *       ... mote_status_text(error.status), error.op, error.needed, error.available ...
 *     }
 *     mote_tensor x, y;
 *     mote_input(net, 0, &x);                              // x.data is where the input goes
 *     mote_output(net, 0, &y);
 *     ... fill x.data ...
 *     mote_invoke(net, &error);
 *     ... read y.data ...
 *
 * The library allocates nothing, keeps no global state and is re-entrant: two instances may run in two threads
 * when they share no memory. `mote header model.tflite` writes NAME_model, NAME_kernels and NAME_ARENA_BYTES.
 */
#ifndef MOTE_MOTE_H
#define MOTE_MOTE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "mote/config.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Every result of the library. X(name, text): the text is there when MOTE_TEXT is 1. */
#define MOTE_STATUS_LIST(X)                                                                            \
  X(OK, "ok")                                                                                          \
  X(DONE, "the last operator has run")                                                                 \
  X(NOT_A_MODEL, "not a TensorFlow Lite model (no TFL3 identifier)")                                   \
  X(MALFORMED, "the file is damaged: an offset or length leads outside of it")                         \
  X(VERSION, "the model's schema version is not 3")                                                    \
  X(ALIGNMENT, "the model must stand at a 4-byte, an arena at an 8-byte boundary")                     \
  X(UNSUPPORTED_OPERATOR, "no linked kernel for this operator")                                        \
  X(UNSUPPORTED_TYPE, "no linked kernel for this operator with these tensor types")                    \
  X(UNSUPPORTED_FEATURE, "a feature of the model that mote does not support")                          \
  X(INDEX, "an index (tensor, buffer, operator, subgraph) is out of range")                            \
  X(OPERANDS, "an operator has too few or too many inputs or outputs")                                 \
  X(SHAPE, "a tensor's shape does not fit the operator")                                               \
  X(TYPE, "a tensor's type does not fit the operator")                                                 \
  X(OPTION, "an option of the operator has a value out of its range")                                  \
  X(QUANTIZATION, "a tensor's scale or zero point is missing or out of range")                         \
  X(CONSTANT, "a tensor that has to be constant is not, or one that must not be is")                   \
  X(GRAPH, "an operator reads a tensor that nothing has written")                                      \
  X(RECURSION, "subgraphs call each other in a circle or too deeply")                                  \
  X(TOO_LARGE, "a size in the model exceeds what the library counts with")                             \
  X(ARENA, "the arena is too small")                                                                   \
  X(PLAN, "the model's offline memory plan is wrong")                                                  \
  X(DATA, "the input data drive an operator out of its domain (index out of range, division by zero)") \
  X(LOOP, "the WHILE loops did not end within MOTE_MAX_ITERATIONS rounds")                             \
  X(ARGUMENT, "a wrong argument to the library")

#define MOTE_STATUS_ENUM(name, text) MOTE_##name,
typedef enum mote_status { MOTE_STATUS_LIST(MOTE_STATUS_ENUM) MOTE_STATUS_COUNT } mote_status;
#undef MOTE_STATUS_ENUM

/* The status in words; "" when texts are compiled out (MOTE_TEXT 0). Static storage. */
const char *mote_status_text(mote_status status);

enum { MOTE_NOWHERE = 0xFFFF }; /* mote_error.op or .tensor when the error is not about one */

/* What went wrong, where. Filled in by every function that takes one (NULL is allowed); untouched on success. */
typedef struct mote_error {
  mote_status status;
  uint16_t subgraph;
  uint16_t op;        /* index of the operator in its subgraph, or MOTE_NOWHERE */
  uint16_t tensor;    /* index of the tensor in its subgraph, or MOTE_NOWHERE */
  uint32_t needed;    /* what was needed: bytes, a size, a limit; 0 when there is no number to tell */
  uint32_t available; /* what was there instead */
  const char *text;   /* what exactly, in words; NULL when texts are compiled out. Static storage. */
} mote_error;

/* Element types. Fewer than 16: the kernels' type signatures have four bits for each. */
typedef enum mote_type {
  MOTE_NONE = 0, /* an optional tensor that is absent */
  MOTE_FLOAT32,
  MOTE_FLOAT16,
  MOTE_INT4, /* two elements a byte, the low half first */
  MOTE_INT8,
  MOTE_INT16,
  MOTE_INT32,
  MOTE_INT64,
  MOTE_UINT8,
  MOTE_UINT16,
  MOTE_UINT32,
  MOTE_UINT64,
  MOTE_BOOL,     /* one byte, 0 or 1 */
  MOTE_RESOURCE, /* a resource variable (VAR_HANDLE) */
  MOTE_TYPE_COUNT
} mote_type;

/* Name of a type ("int8"); static storage. Not compiled out. */
const char *mote_type_name(mote_type type);
/* Bytes that `count` elements occupy. */
uint32_t mote_type_bytes(mote_type type, uint32_t count);

enum { MOTE_MAX_RANK = 8 };

typedef struct mote_shape {
  uint32_t rank;               /* 0 for a scalar */
  int32_t dims[MOTE_MAX_RANK]; /* outermost first; those from rank on are undefined */
} mote_shape;

/* A view of a tensor. Owns nothing: `data` points into the arena or the model, the rest into the model. */
typedef struct mote_tensor {
  void *data; /* the elements, row-major; NULL in a model that has no instance yet */
  uint32_t bytes;
  mote_type type;
  mote_shape shape;
  bool is_constant;     /* data stand in the model: read only */
  bool is_variable;     /* keeps its value from one invocation to the next */
  uint16_t index;       /* in its subgraph */
  const float *scale;   /* scale_count of them; NULL when the tensor is not quantised */
  uint32_t scale_count; /* 1, or per channel: shape.dims[quantized_dimension] */
  int32_t quantized_dimension;
  const void *zero_points;   /* int64 each, possibly off an 8-byte boundary: see mote_zero_point() */
  uint32_t zero_point_count; /* scale_count, or 1 for all, or 0: all zero */
  int32_t zero_point;        /* the first one: real = scale[0] * (element - zero_point) */
  const char *name;          /* name_bytes characters, not terminated */
  uint32_t name_bytes;
} mote_tensor;

typedef struct mote_kernel mote_kernel; /* see mote/kernel.h */

/* A verified view of a model file; the file has to stay where it is. Copy it freely. */
typedef struct mote_model {
  const uint8_t *data;
  const mote_kernel *const *kernels; /* NULL-terminated */
  uint32_t bytes;
  uint32_t root; /* where the Model table, its subgraphs and its buffers stand in the file */
  uint32_t subgraphs;
  uint32_t buffers;
  uint32_t plan_bytes; /* work memory that planning needs */
} mote_model;

/* What a model needs. persistent + scratch is the arena of mote_create(). */
typedef struct mote_needs {
  uint32_t persistent_bytes; /* instance, parameters, variables: one for each instance */
  uint32_t scratch_bytes;    /* activations: instances that never run at the same time may share it */
} mote_needs;

/* All kernels of the library, for hosts and experiments; firmware links the list that `mote header` writes. */
extern const mote_kernel *const mote_all_kernels[];

/*
 * Opens and verifies the model of `bytes` bytes at `data` (a 4-byte boundary): once it is accepted, no input data can
 * make a kernel read or write out of bounds. `kernels` lists the linked kernels, NULL last. Needs no memory.
 */
mote_status mote_open(mote_model *model, const void *data, size_t bytes, const mote_kernel *const *kernels,
                      mote_error *error);

/* An operator as the file has it, with or without a kernel. */
typedef struct mote_op_description {
  mote_status status; /* MOTE_OK: there is a kernel; MOTE_UNSUPPORTED_OPERATOR; MOTE_UNSUPPORTED_TYPE */
  uint32_t subgraph;
  uint32_t op;      /* its index in the subgraph */
  uint32_t code;    /* BuiltinOperator of the schema; 32 for a custom operator, which has a name */
  const char *name; /* name_bytes characters in the file, not terminated; NULL for a builtin operator */
  uint32_t name_bytes;
  mote_type types[4]; /* of inputs 0, 1, 2 and output 0; MOTE_NONE: absent, or a type that no kernel has */
} mote_op_description;

/* These two also take a model that mote_open() has refused with MOTE_UNSUPPORTED_OPERATOR or _TYPE. describe: MOTE_INDEX
 * when there is no such operator. unsupported: calls back for each operator of the model without a linked kernel and
 * returns how many there are. */
mote_status mote_describe_op(const mote_model *model, uint32_t subgraph, uint32_t op, mote_op_description *description);
uint32_t mote_unsupported(const mote_model *model, void (*found)(void *context, const mote_op_description *op),
                          void *context);

/*
 * Tells the exact memory that the model needs on this machine. Planning needs model->plan_bytes of work memory at an
 * 8-byte boundary (the future arena will do: every arena is as large).
 */
mote_status mote_measure(const mote_model *model, void *work, size_t work_bytes, mote_needs *needs, mote_error *error);

/* The same for a machine with 4- or 8-byte pointers: what a host tool tells about the device. */
mote_status mote_measure_for(const mote_model *model, uint32_t pointer_bytes, void *work, size_t work_bytes,
                             mote_needs *needs, mote_error *error);

typedef struct mote_instance mote_instance;

/* Declares an arena: `static MOTE_ARENA(arena, NAME_ARENA_BYTES);` */
#ifdef __cplusplus
#define MOTE_ARENA(name, bytes) uint8_t name alignas(8)[bytes]
#else
#define MOTE_ARENA(name, bytes) _Alignas(8) uint8_t name[bytes]
#endif

/*
 * Makes an instance of the model in `arena` (an 8-byte boundary), which belongs to it from then on. `*instance` points
 * into the arena; there is nothing to destroy. MOTE_ARENA: error.needed tells the exact size that works.
 */
mote_status mote_create(mote_instance **instance, const mote_model *model, void *arena, size_t arena_bytes,
                        mote_error *error);

/* The same with separate memories, so that several models can share one scratch: see mote_needs. */
mote_status mote_create_shared(mote_instance **instance, const mote_model *model, void *persistent,
                               size_t persistent_bytes, void *scratch, size_t scratch_bytes, mote_error *error);

/* Runs the model once: reads the inputs, writes the outputs. The inputs' memory may be overwritten on the way. */
mote_status mote_invoke(mote_instance *instance, mote_error *error);

/*
 * Runs the next operator, MOTE_OK, or, when it was the last one, MOTE_DONE; the call after that begins a new
 * invocation. Between two steps other work may run (but nothing that uses the same scratch).
 * IF, WHILE and CALL_ONCE with all that they call are one step.
 */
mote_status mote_step(mote_instance *instance, mote_error *error);

/* Sets the state (variables, streaming buffers) back to what it was after mote_create(), and ends a half-done run. */
void mote_reset(mote_instance *instance);

/* The inputs and outputs of the model. MOTE_ARGUMENT when there is no such index or name. */
uint32_t mote_input_count(const mote_instance *instance);
uint32_t mote_output_count(const mote_instance *instance);
mote_status mote_input(const mote_instance *instance, uint32_t index, mote_tensor *tensor);
mote_status mote_output(const mote_instance *instance, uint32_t index, mote_tensor *tensor);
/* By the name that the signature gives (falling back to the tensor's own name). */
mote_status mote_input_by_name(const mote_instance *instance, const char *name, mote_tensor *tensor);
mote_status mote_output_by_name(const mote_instance *instance, const char *name, mote_tensor *tensor);

/* Zero point of channel `channel` (0 for a tensor with one). */
int32_t mote_zero_point(const mote_tensor *tensor, uint32_t channel);
/* quantize: element = round(value / scale) + zero_point, ties away from zero, clamped to the type, NaN as 0; to the `count`
 * first elements of an int8, uint8 or int16 tensor. dequantize is the way back; both copy for a float32 tensor.
 * MOTE_TYPE for other types, MOTE_QUANTIZATION when the tensor has not one scale for all and a zero point in the type's
 * range, MOTE_ARGUMENT when `count` is more than it has. */
mote_status mote_quantize(const mote_tensor *tensor, const float *values, size_t count);
mote_status mote_dequantize(const mote_tensor *tensor, float *values, size_t count);

/*
 * Called around every operator when set: to profile, to dump tensors, to feed a watchdog. The struct has to outlive
 * its use; NULL callbacks are skipped. `op` counts the operators of `subgraph`.
 */
typedef struct mote_hook {
  void (*before)(void *context, const mote_instance *instance, uint32_t subgraph, uint32_t op);
  void (*after)(void *context, const mote_instance *instance, uint32_t subgraph, uint32_t op);
  void *context;
} mote_hook;

void mote_set_hook(mote_instance *instance, const mote_hook *hook);

/* An operator as a hook or a tool sees it. */
typedef struct mote_op_info {
  const mote_kernel *kernel;
  uint32_t input_count; /* as in the file, absent optional ones included */
  uint32_t output_count;
} mote_op_info;

uint32_t mote_operator_count(const mote_instance *instance, uint32_t subgraph);
mote_status mote_operator(const mote_instance *instance, uint32_t subgraph, uint32_t op, mote_op_info *info);
/* Tensors of an operator; valid while the operator runs (in the hook), since others reuse the memory. */
mote_status mote_operator_input(const mote_instance *instance, uint32_t subgraph, uint32_t op, uint32_t i,
                                mote_tensor *tensor);
mote_status mote_operator_output(const mote_instance *instance, uint32_t subgraph, uint32_t op, uint32_t i,
                                 mote_tensor *tensor);

/* The name of the operator that a kernel computes, as the TFLite schema spells it ("CONV_2D"), and the kernel's own
 * name ("conv_2d_s8"). Static storage; "" when texts are compiled out. */
const char *mote_kernel_op_name(const mote_kernel *kernel);
const char *mote_kernel_name(const mote_kernel *kernel);

#ifdef __cplusplus
}
#endif
#endif
