/* SPDX-License-Identifier: Apache-2.0 */
/*
 * CAST: y = x in another type. Integers wrap around; floats are cut to whole numbers and, where those do not fit,
 * become the type's limit; to bool, everything but 0 is 1. Few kernels for many pairs of types: elements go in blocks
 * through int64 or float, so that firmware without floats links none.
 */
#ifndef MOTE_OPS_CAST_H
#define MOTE_OPS_CAST_H

#include "mote/kernel.h"

typedef struct mote_cast_params {
  int32_t count;
  int16_t x_type, y_type; /* mote_type */
} mote_cast_params;

/* Between integers, bool included; from them to floats (float16 included); back; between floats. */
void mote_cast_int_int_c(const mote_cast_params *p, int32_t count, const void *x, void *y);
void mote_cast_int_float_c(const mote_cast_params *p, int32_t count, const void *x, void *y);
void mote_cast_float_int_c(const mote_cast_params *p, int32_t count, const void *x, void *y);
void mote_cast_float_float_c(const mote_cast_params *p, int32_t count, const void *x, void *y);

#define mote_cast_int_int     mote_cast_int_int_c
#define mote_cast_int_float   mote_cast_int_float_c
#define mote_cast_float_int   mote_cast_float_int_c
#define mote_cast_float_float mote_cast_float_float_c

#endif
