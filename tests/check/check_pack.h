/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A pack: cases in one file, which firmware reads one after another.
 *
 *     for each case: record, name, model, golden, each padded with zeros to a multiple of MOTE_PACK_ALIGNMENT bytes
 *     a record whose magic is MOTE_PACK_END
 *
 * All numbers are little-endian.
 */
#ifndef MOTE_CHECK_PACK_H
#define MOTE_CHECK_PACK_H

#include <stdint.h>

enum {
  MOTE_PACK_ALIGNMENT = 16,
  MOTE_PACK_NAME_BYTES = 128, /* the longest name, its zero included */
  MOTE_PACK_CASE = 0x45534143,
  MOTE_PACK_END = 0x53444E45,
};

/* What is not here of a mote_check_case is the same in all packed cases: all kernels, the model's outputs. */
typedef struct mote_pack_record {
  uint32_t magic;
  uint32_t name_bytes, model_bytes, golden_bytes; /* without padding; the name's with its zero */
  double atol, rtol, mtol;
  uint32_t integer_tolerance;
  uint32_t reset_every_step, golden_only; /* 0 or 1 */
  uint32_t output_crc;                    /* on the host: mote_check_report.output_crc */
  uint32_t reserved[2];
} mote_pack_record;

_Static_assert(sizeof(mote_pack_record) % MOTE_PACK_ALIGNMENT == 0, "a record is padded like everything else");

static inline uint32_t mote_pack_padded(uint32_t bytes) {
  return (bytes + MOTE_PACK_ALIGNMENT - 1) / MOTE_PACK_ALIGNMENT * MOTE_PACK_ALIGNMENT;
}

#endif
