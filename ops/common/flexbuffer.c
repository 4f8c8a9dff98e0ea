/* SPDX-License-Identifier: Apache-2.0 */
#include "flexbuffer.h"

#include "mote/kernel.h"
#include "runtime/real.h"

/* The lowest four of `width` bytes at `position`. */
static uint32_t read_word(mote_flexbuffer *f, uint32_t position, uint32_t width) {
  if (f->bad || position > f->bytes || width > f->bytes - position) {
    f->bad = true;
    return 0;
  }
  uint32_t word = 0;
  for (uint32_t i = 0; i < width && i < 4; i++) {
    word |= (uint32_t)f->data[position + i] << 8 * i;
  }
  return word;
}

/* `position` moved back by so many bytes. */
static uint32_t back(mote_flexbuffer *f, uint32_t position, uint32_t bytes) {
  if (f->bad || bytes > position) {
    f->bad = true;
    return 0;
  }
  return position - bytes;
}

/* Where the offset at `position` leads. */
static uint32_t follow(mote_flexbuffer *f, uint32_t position, uint32_t width) {
  return back(f, position, read_word(f, position, width));
}

static bool is_key(mote_flexbuffer *f, uint32_t position, const char *key) {
  uint32_t i = 0;
  while (key[i] != '\0' && read_word(f, position + i, 1) == (uint8_t)key[i]) {
    i++;
  }
  return key[i] == '\0' && read_word(f, position + i, 1) == 0 && !f->bad;
}

/* The element of width `width` with the packed type: an indirect one is only an offset to the value. */
static mote_flex_value unpack(mote_flexbuffer *f, uint32_t position, uint32_t width, uint32_t packed) {
  mote_flex_value value = {position, (uint8_t)width, (uint8_t)(packed >> 2)};
  if (value.type >= MOTE_FLEX_INDIRECT_INT && value.type <= MOTE_FLEX_INDIRECT_FLOAT) {
    value.position = follow(f, position, width);
    value.width = (uint8_t)(1u << (packed & 3));
    value.type = (uint8_t)(value.type - MOTE_FLEX_INDIRECT_INT + MOTE_FLEX_INT);
  }
  return value;
}

mote_flex_value mote_flex_find(mote_flexbuffer *f, const char *key) {
  const mote_flex_value none = {0, 0, MOTE_FLEX_NULL};
  uint32_t end = back(f, f->bytes, 2), offset_width = read_word(f, end + 1, 1), packed = read_word(f, end, 1);
  uint32_t width = 1u << (packed & 3);
  uint32_t values = follow(f, back(f, end, offset_width), offset_width);
  uint32_t head = back(f, values, 3 * width);
  uint32_t keys = follow(f, head, width), key_width = read_word(f, head + width, width);
  uint32_t count = read_word(f, head + 2 * width, width);
  f->bad = f->bad || packed >> 2 != MOTE_FLEX_MAP || count > f->bytes || key_width > 8;
  for (uint32_t i = 0; i < count && !f->bad; i++) {
    if (is_key(f, follow(f, keys + i * key_width, key_width), key)) {
      return unpack(f, values + i * width, width, read_word(f, values + count * width + i, 1));
    }
  }
  return none;
}

int32_t mote_flex_int(mote_flexbuffer *f, mote_flex_value value) {
  uint32_t word = read_word(f, value.position, value.width);
  if (value.type != MOTE_FLEX_INT) {
    return (int32_t)word;
  }
  return value.width == 1 ? (int8_t)word : value.width == 2 ? (int16_t)word : (int32_t)word;
}

uint32_t mote_flex_float(mote_flexbuffer *f, mote_flex_value value) {
  mote_real r;
  if (value.type != MOTE_FLEX_FLOAT) {
    mote_real_from_int(&r, mote_flex_int(f, value));
    return mote_real_to_float(&r);
  }
  uint32_t low = read_word(f, value.position, value.width);
  if (value.width == 4) {
    return low;
  }
  f->bad = f->bad || value.width != 8;
  const uint32_t fraction = 0xFFFFF, hidden_bit = 0x100000;
  uint32_t high = read_word(f, value.position + 4, 4);
  mote_real_from_int(&r, (int64_t)((uint64_t)((high & fraction) | hidden_bit) << 32 | low));
  r.exponent += (int32_t)(high >> 20 & 0x7FF) - 1075;
  r.negative = high >> 31 != 0;
  return mote_real_to_float(&r);
}

/* --- Options ------------------------------------------------------------------------------------------------------ */

mote_status mote_lower_custom_options(mote_lowering *l) {
  const mote_op *op = l->kernel->op;
  mote_flexbuffer f = {l->custom_options, l->custom_options_bytes, false};
  for (uint32_t i = 0; i < op->option_count; i++) {
    const mote_option *o = &op->options[i];
    mote_flex_value value = {0, 0, MOTE_FLEX_NULL};
    if (f.bytes > 0) {
      value = mote_flex_find(&f, o->name);
    }
    int32_t word = o->otherwise;
    if (value.type != MOTE_FLEX_NULL) {
      bool is_float = o->kind == MOTE_OPTION_FLOAT;
      bool fits = value.type == MOTE_FLEX_INT || value.type == MOTE_FLEX_UINT || value.type == MOTE_FLEX_BOOL ||
                  (is_float && value.type == MOTE_FLEX_FLOAT);
      MOTE_CHECK(l, fits, MOTE_OPTION, NULL, o->kind, value.type, "an option has a value of another type");
      word = is_float ? (int32_t)mote_flex_float(&f, value) : mote_flex_int(&f, value);
    }
    MOTE_CHECK(l, !f.bad, MOTE_MALFORMED, NULL, 0, 0, "the options lead outside of the file");
    MOTE_TRY(mote_lower_set_option(l, i, word));
  }
  return MOTE_OK;
}
