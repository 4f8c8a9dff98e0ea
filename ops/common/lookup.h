/* SPDX-License-Identifier: Apache-2.0 */
/* Quantised functions of one input as tables: see lut.h. */
#ifndef MOTE_OPS_COMMON_LOOKUP_H
#define MOTE_OPS_COMMON_LOOKUP_H

#include "lut.h"
#include "unary.h"

/* int8: 256 outputs, from input 0 to 127 and on from -128. int16: 513 samples, between which a line is drawn. */
void mote_lookup_s8_c(int32_t count, const int8_t *table, const int8_t *x, int8_t *y);
void mote_lookup_s16_c(int32_t count, const int16_t *table, const int16_t *x, int16_t *y);

#define mote_lookup_s8  mote_lookup_s8_c
#define mote_lookup_s16 mote_lookup_s16_c

/* lower() and run() for the table of `function`; params are mote_unary_params, the table is the only extra operand. */
mote_status mote_lower_lookup_s8(mote_lowering *l, mote_float_function *function);
mote_status mote_lower_lookup_s16(mote_lowering *l, mote_float_function *function);
mote_status mote_run_lookup_s8(const void *params, void *const *io, mote_instance *instance);
mote_status mote_run_lookup_s16(const void *params, void *const *io, mote_instance *instance);

/*
 * Any other function of one byte is worth a table, too, when there are more elements than it has entries. That table is
 * made in each run, in scratch: it costs no memory of its own. lower() asks for it as the only extra operand.
 */
enum { MOTE_TABLE_FROM = 512, MOTE_TABLE_BYTES = 256 };
void mote_lower_table(mote_lowering *l, int32_t count);
/* 0 to 255 */
void mote_table_start(uint8_t *table);

/* run() for params that begin with the number of elements; io[]: x, y, table or NULL */
#define MOTE_TABLE_RUN(run, kernel)                                                      \
  static mote_status run(const void *params, void *const *io, mote_instance *instance) { \
    (void)instance;                                                                      \
    const mote_unary_params *p = params;                                                 \
    void *table = io[2];                                                                 \
    if (table == NULL) {                                                                 \
      kernel(params, p->count, io[0], io[1]);                                            \
      return MOTE_OK;                                                                    \
    }                                                                                    \
    mote_table_start(table);                                                             \
    kernel(params, MOTE_TABLE_BYTES, table, table);                                      \
    mote_lookup_s8(p->count, table, io[0], io[1]);                                       \
    return MOTE_OK;                                                                      \
  }

/* Descriptors of the two kernels `name`_s8 and `name`_s16 for the mote_op `op`. */
#define MOTE_LOOKUP_DESCRIPTORS(name, function)                                                                      \
  static mote_status lower_s8(mote_lowering *l) {                                                                    \
    return mote_lower_lookup_s8(l, function);                                                                        \
  }                                                                                                                  \
  static mote_status lower_s16(mote_lowering *l) {                                                                   \
    return mote_lower_lookup_s16(l, function);                                                                       \
  }                                                                                                                  \
  MOTE_KERNEL(name##_s8, op, MOTE_TYPES(MOTE_INT8, MOTE_NONE, MOTE_NONE, MOTE_INT8), mote_unary_params, 1, lower_s8, \
              mote_run_lookup_s8);                                                                                   \
  MOTE_KERNEL(name##_s16, op, MOTE_TYPES(MOTE_INT16, MOTE_NONE, MOTE_NONE, MOTE_INT16), mote_unary_params, 1,        \
              lower_s16, mote_run_lookup_s16)

#endif
