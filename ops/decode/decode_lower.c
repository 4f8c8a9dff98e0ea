/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/lowering.h"
#include "decode.h"

#include <string.h>

/* The ancillary data begin with a header; what stands from SUB_VERSION on depends on the kind. */
enum { KIND = 0, VERSION = 1, SUB_VERSION = 4, PARAMETER = 5, TABLE_STRIDE = 6, HEADER_BYTES = 16 };

static const mote_op op = {
    .name = "TFLM_DECODE",
    .code = MOTE_CUSTOM,
    .min_inputs = 2,
    .max_inputs = MOTE_ANY_COUNT,
    .min_outputs = 1,
    .max_outputs = MOTE_ANY_COUNT,
};

/* How many elements belong to one channel in a row. */
static mote_status lower_channels(mote_lowering *l, const mote_tensor *y, mote_decode_params *p) {
  const uint32_t count = mote_shape_count(&y->shape), axis = (uint32_t)y->quantized_dimension;
  p->outer = p->channels = 1;
  p->inner = count;
  if (y->scale_count > 1) {
    MOTE_CHECK(l,
               axis < y->shape.rank && (axis == 0 || axis == y->shape.rank - 1) &&
                   (uint32_t)y->shape.dims[axis] == y->scale_count,
               MOTE_QUANTIZATION, y, y->scale_count, axis, "the channels must be the first or the last dimension");
    p->channels = y->scale_count;
    p->outer = axis == 0 ? 1 : count / p->channels;
    p->inner = axis == 0 ? count / p->channels : 1;
  }
  return MOTE_OK;
}

static mote_status lower_lut(mote_lowering *l, const mote_tensor *codes, const uint8_t *header, uint32_t count,
                             mote_decode_params *p) {
  p->code_bits = header[PARAMETER] & 7;
  p->table_stride = header[TABLE_STRIDE];
  MOTE_CHECK(l, p->code_bits > 0, MOTE_OPTION, codes, 1, 0, "the indices have no bits");
  MOTE_CHECK(l, (uint64_t)count * p->code_bits <= (uint64_t)codes->bytes * 8, MOTE_SHAPE, codes,
             (count * (uint64_t)p->code_bits + 7) / 8, codes->bytes, "there are too few indices");
  return MOTE_OK;
}

static mote_status lower_prune(mote_lowering *l, const mote_tensor *codes, const mote_tensor *y, uint32_t count,
                               mote_decode_params *p) {
  MOTE_CHECK(l, count <= (uint64_t)codes->bytes * 8, MOTE_SHAPE, codes, (count + 7) / 8, codes->bytes,
             "there are too few bits");
  for (uint32_t channel = 0; channel < p->channels && y->scale_count > 0; channel++) {
    int32_t zero_point = mote_zero_point(y, channel);
    MOTE_CHECK(l, zero_point == 0 || (y->type == MOTE_INT8 && (int8_t)zero_point == zero_point), MOTE_QUANTIZATION, y,
               0, zero_point, "the zero point must be 0, or an int8");
  }
  p->zero_point = (int8_t)y->zero_point;
  return MOTE_OK;
}

static mote_status lower_huffman(mote_lowering *l, const mote_tensor *codes, const mote_tensor *y,
                                 const uint8_t *header, mote_decode_params *p) {
  p->wide_entries = header[PARAMETER] & 1;
  p->code_bits = (uint8_t)((header[PARAMETER] >> 4) + 1);
  MOTE_CHECK(l, y->type == MOTE_INT8 || (y->type == MOTE_INT16 && p->wide_entries), MOTE_TYPE, y, MOTE_INT8, y->type,
             "Huffman codes stand for int8 elements, with 32-bit tables also for int16 ones");
  MOTE_CHECK(l, codes->bytes < UINT32_MAX / 8, MOTE_TOO_LARGE, codes, UINT32_MAX / 8, codes->bytes, "too many codes");
  return MOTE_OK;
}

static bool is_decodable(mote_type type) {
  return type == MOTE_BOOL || type == MOTE_INT8 || type == MOTE_INT16 || type == MOTE_INT32 || type == MOTE_INT64 ||
         type == MOTE_FLOAT32;
}

/* Output `i` from its two inputs. */
static mote_status lower_tensor(mote_lowering *l, uint32_t i, mote_decode_params *p) {
  mote_tensor codes, ancillary, y;
  mote_lower_input(l, 2 * i, &codes);
  mote_lower_input(l, 2 * i + 1, &ancillary);
  mote_lower_output(l, i, &y);
  MOTE_CHECK(l, codes.is_constant && ancillary.is_constant, MOTE_CONSTANT, codes.is_constant ? &ancillary : &codes, 0,
             0, "compressed data must be constant");
  MOTE_CHECK(l, ancillary.bytes >= HEADER_BYTES, MOTE_SHAPE, &ancillary, HEADER_BYTES, ancillary.bytes,
             "the ancillary data are too short");
  const uint8_t *header = ancillary.data;
  MOTE_CHECK(l, header[VERSION] == 1 && header[SUB_VERSION] == 1, MOTE_UNSUPPORTED_FEATURE, &ancillary, 1,
             header[VERSION], "the version of the ancillary data");
  MOTE_CHECK(l, is_decodable(y.type), MOTE_TYPE, &y, MOTE_INT8, y.type, "compressed data cannot have this type");
  const uint32_t count = mote_shape_count(&y.shape);
  memset(p, 0, sizeof *p);
  MOTE_TRY(lower_channels(l, &y, p));
  p->kind = header[KIND];
  p->element_bytes = (uint8_t)mote_type_bytes(y.type, 1);
  p->code_bytes = codes.bytes;
  p->table_bytes = ancillary.bytes - HEADER_BYTES;
  switch (p->kind) {
  case MOTE_DECODE_LUT: return lower_lut(l, &codes, header, count, p);
  case MOTE_DECODE_PRUNE: return lower_prune(l, &codes, &y, count, p);
  case MOTE_DECODE_HUFFMAN: return lower_huffman(l, &codes, &y, header, p);
  default:
    return mote_lower_fail(l, MOTE_UNSUPPORTED_FEATURE, &ancillary, MOTE_DECODE_PRUNE, p->kind,
                           MOTE_NAME("the kind of compression"));
  }
}

/* Params of the operator; those of its tensors are an extra operand. */
typedef struct decode_count {
  uint32_t tensors;
} decode_count;

/* Of a pruned tensor with channels. They follow the params of the tensors, `*bytes` so far. */
static void lower_zero_points(const mote_lowering *l, uint32_t i, mote_decode_params *p, int8_t *all, uint32_t *bytes) {
  if (p->kind != MOTE_DECODE_PRUNE || p->channels == 1) {
    return;
  }
  mote_tensor y;
  mote_lower_output(l, i, &y);
  p->zero_points = *bytes;
  for (uint32_t channel = 0; all != NULL && channel < p->channels; channel++) {
    all[*bytes + channel] = (int8_t)mote_zero_point(&y, channel);
  }
  *bytes += p->channels;
}

static mote_status lower(mote_lowering *l) {
  const decode_count count = {l->output_count};
  MOTE_CHECK(l, l->input_count == 2 * count.tensors, MOTE_OPERANDS, NULL, 2 * count.tensors, l->input_count,
             "there must be two inputs an output");
  const uint32_t params_bytes = count.tensors * (uint32_t)sizeof(mote_decode_params);
  mote_decode_params p;
  uint32_t bytes = params_bytes;
  for (uint32_t i = 0; i < count.tensors; i++) {
    MOTE_TRY(lower_tensor(l, i, &p));
    lower_zero_points(l, i, &p, NULL, &bytes);
  }
  mote_decode_params *all = mote_lower_alloc(l, 0, bytes);
  bytes = params_bytes;
  for (uint32_t i = 0; all != NULL && i < count.tensors; i++) {
    MOTE_TRY(lower_tensor(l, i, &all[i]));
    lower_zero_points(l, i, &all[i], (int8_t *)all, &bytes);
  }
  mote_lower_params(l, &count);
  return MOTE_OK;
}

static mote_status decode(const mote_decode_params *p, const uint8_t *codes, const uint8_t *ancillary,
                          const int8_t *zero_points, void *y) {
  const void *table = ancillary + HEADER_BYTES;
  switch (p->kind) {
  case MOTE_DECODE_LUT: return mote_decode_lut(p, codes, table, y);
  case MOTE_DECODE_PRUNE: return mote_decode_prune(p, codes, table, zero_points, y);
  default: return mote_decode_huffman(p, codes, table, y);
  }
}

/* io[]: codes and ancillary data of each tensor, the tensors, their params */
static mote_status run(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  const uint32_t count = ((const decode_count *)params)->tensors;
  const mote_decode_params *all = io[3 * count];
  for (uint32_t i = 0; i < count; i++) {
    const int8_t *zero_points = all[i].zero_points ? (const int8_t *)all + all[i].zero_points : NULL;
    MOTE_TRY(decode(&all[i], io[2 * i], io[2 * i + 1], zero_points, io[2 * count + i]));
  }
  return MOTE_OK;
}

MOTE_KERNEL(decode, op, MOTE_TYPES(MOTE_NONE, MOTE_NONE, MOTE_NONE, MOTE_NONE), decode_count, 1, lower, run);
