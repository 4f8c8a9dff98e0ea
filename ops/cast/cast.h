/* SPDX-License-Identifier: Apache-2.0 */
/*
 * CAST: elements of another type, as a C conversion: integers wrap around, floats are cut toward zero, to bool everything
 * but 0 is true. Where C leaves it undefined (a float outside of the integer's range) the nearest limit, and 0 for NaN.
 */
#ifndef MOTE_OPS_CAST_H
#define MOTE_OPS_CAST_H

#include "../common/lowering.h"

/* An integer type as a number: its bytes, negative when it is signed; 0 for bool. */
typedef int16_t mote_integer_kind;

typedef struct mote_cast_params {
  int32_t count;
  mote_integer_kind from, to; /* of the side that is an integer */
} mote_cast_params;

void mote_cast_int_c(const mote_cast_params *p, const void *x, void *y);
void mote_cast_int_f32_c(const mote_cast_params *p, const void *x, float *y);
void mote_cast_f32_int_c(const mote_cast_params *p, const float *x, void *y);

#define mote_cast_int mote_cast_int_c
#define mote_cast_int_f32 mote_cast_int_f32_c
#define mote_cast_f32_int mote_cast_f32_int_c

#endif
