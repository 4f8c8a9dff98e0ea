/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Compares one model with its golden outputs, and checks what mote promises of every model besides: that the arena is
 * exact, that an instance does not depend on what its memory held before, that stepping is invoking, that a reset is
 * complete, that results do not depend on where the model stands.
 *
 * Freestanding, and without memory of its own: the same file runs on the host and in firmware on a board.
 */
#ifndef MOTE_CHECK_CORE_H
#define MOTE_CHECK_CORE_H

#include "mote/mote.h"

typedef struct mote_check_case {
  const void *model; /* at a 4-byte boundary */
  size_t model_bytes;
  const void *moved_model; /* the same bytes elsewhere, at a boundary of another kind; NULL: that is not checked */
  const void *golden;      /* MTIO (host/mtio.h), at a 4-byte boundary */
  size_t golden_bytes;
  /* NULL: the golden outputs are the model's. Else they are tensors of subgraph 0, with these indices, as they are right
   * after their operator has run. */
  const uint16_t *tensors;
  const mote_kernel *const *kernels;
  /* A float passes when |got - expected| <= atol + rtol * |expected| + mtol * M, M being the largest finite |expected|
   * of the tensor in this step; NaN matches NaN, infinities themselves. An integer of up to 32 bits may be off by
   * integer_tolerance. Other types have to be equal. */
  double atol, rtol, mtol;
  uint32_t integer_tolerance;
  bool reset_every_step; /* each step is the first of a fresh instance */
  bool golden_only;      /* compares, and checks nothing besides */
} mote_check_case;

typedef enum mote_check_verdict {
  MOTE_CHECK_PASSED,
  MOTE_CHECK_FAILED,
  MOTE_CHECK_UNSUPPORTED, /* mote_open() refused it as unsupported: report.error */
  MOTE_CHECK_NO_ROOM      /* the arena is too small even to plan, or to run: report.error.needed and .available */
} mote_check_verdict;

/* X(name, what was being done, or was wrong, when the check failed) */
#define MOTE_CHECK_STAGE_LIST(X)                                             \
  X(GOLDEN, "the golden file is damaged")                                    \
  X(OPEN, "opening")                                                         \
  X(MEASURE, "measuring")                                                    \
  X(SMALL_ARENA, "an arena of one byte less is not refused with both sizes") \
  X(CREATE, "creating")                                                      \
  X(SIGNATURE, "inputs and outputs are not those of the golden file")        \
  X(INVOKE, "invoking")                                                      \
  X(STEP, "again in used memory, step by step")                              \
  X(RESET, "after a reset amid a run")                                       \
  X(MOVED, "with the model at another address")                              \
  X(GUARD, "memory behind the arena was written to")

#define MOTE_CHECK_STAGE_ENUM(name, text) MOTE_CHECK_##name,
typedef enum mote_check_stage { MOTE_CHECK_STAGE_LIST(MOTE_CHECK_STAGE_ENUM) MOTE_CHECK_STAGE_COUNT } mote_check_stage;
#undef MOTE_CHECK_STAGE_ENUM

/* What differs at the stage, when no call of the library failed. */
typedef enum mote_check_difference {
  MOTE_CHECK_NO_DIFFERENCE,
  MOTE_CHECK_COUNT,     /* got and expected: how many inputs, outputs or steps there are */
  MOTE_CHECK_TYPE,      /* mote_type */
  MOTE_CHECK_SIZE,      /* bytes */
  MOTE_CHECK_VALUE,     /* the bits of element `element`, of type `type`; `differing` elements in all */
  MOTE_CHECK_BITS,      /* within the tolerance, but not the bits of the first run; CRCs */
  MOTE_CHECK_UNSEEN,    /* how many of the intermediate tensors were written */
  MOTE_CHECK_GUARD_BYTE /* `element` is how far behind the arena */
} mote_check_difference;

/* All fields are set, to 0 where they mean nothing. */
typedef struct mote_check_report {
  mote_check_verdict verdict;
  mote_check_stage stage; /* when failed */
  mote_check_difference difference;
  mote_error error; /* of the call that failed; status MOTE_OK: none did */
  uint32_t step;
  uint32_t tensor; /* which of the golden file: inputs, then outputs */
  uint32_t element;
  uint32_t differing;
  mote_type type;
  uint64_t got, expected;
  uint32_t arena_bytes;
  uint32_t output_crc; /* CRC-32 (IEEE) of all outputs of all steps, with every NaN as 0x7FC00000 */
} mote_check_report;

/* Runs the case in `arena`, at an 8-byte boundary. What it has more than is needed (up to 64 bytes of that) guards against
 * writes behind the end. */
void mote_check_run(const mote_check_case *c, void *arena, size_t arena_bytes, mote_check_report *report);

#endif
