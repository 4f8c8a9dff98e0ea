/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Does with a file all that an application can do with a model, whatever the file is, and ends the program where the
 * library breaks its word: memory touched that is not an operand of the operator that runs (under the address sanitizer),
 * an arena that is not exact, results that depend on what memory held before, on stepping or on where the model stands.
 */
#ifndef MOTE_TESTS_SUPPORT_EXERCISE_H
#define MOTE_TESTS_SUPPORT_EXERCISE_H

#include "mote/mote.h"

typedef struct exercise_limits {
  uint32_t max_arena_bytes; /* a model that needs more is opened and measured only */
} exercise_limits;

/* What became of the file: of opening, of creating, of running; the first that is not MOTE_OK. `seed` chooses the inputs. */
mote_status exercise_model(const void *file, size_t bytes, uint64_t seed, const exercise_limits *limits,
                           mote_error *error);

#endif
