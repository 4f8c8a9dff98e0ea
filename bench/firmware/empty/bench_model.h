/* SPDX-License-Identifier: Apache-2.0 */
/* In place of a model's header. */
#ifndef BENCH_MODEL_H
#define BENCH_MODEL_H

#include "mote/mote.h"

#define BENCH_MODEL_MODEL_BYTES 1
#define BENCH_MODEL_ARENA_BYTES 8

extern const uint8_t bench_model_model[BENCH_MODEL_MODEL_BYTES];
extern const mote_kernel *const bench_model_kernels[];

#endif
