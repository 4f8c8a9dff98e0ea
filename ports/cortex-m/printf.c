/* SPDX-License-Identifier: Apache-2.0 */
/* A small printf without floating-point arithmetic, 64-bit division or a heap. */
#include <stddef.h>

#include "mote_port.h"

#define SINK_BYTES       64u
#define NUMBER_WORDS     4u  /* 128 bits: the integer part of any float */
#define DIGITS_BYTES     64u /* 39 digits, a point, 15 decimals, a carry */
#define MAX_DECIMALS     15u
#define DEFAULT_DECIMALS 6u

typedef struct {
  char bytes[SINK_BYTES];
  uint32_t count;
} sink;

typedef struct {
  uint32_t width;
  uint32_t precision;
  uint8_t has_precision, left, zero, is_64_bit;
  char plus; /* '+', ' ' or '\0': what stands where a minus sign would */
} spec;

static void flush(sink *s) {
  mote_port_write(s->bytes, s->count);
  s->count = 0;
}

static void put(sink *s, char c) {
  if (s->count == SINK_BYTES) {
    flush(s);
  }
  s->bytes[s->count++] = c;
}

static void put_repeated(sink *s, char c, uint32_t count) {
  for (; count > 0; count--) {
    put(s, c);
  }
}

/* Writes sign (if not '\0') and text, padded to the width. */
static void put_field(sink *s, const spec *f, char sign, const char *text, uint32_t length) {
  const uint32_t total = length + (sign != '\0');
  const uint32_t padding = f->width > total ? f->width - total : 0;
  if (!f->left && !f->zero) {
    put_repeated(s, ' ', padding);
  }
  if (sign != '\0') {
    put(s, sign);
  }
  if (!f->left && f->zero) {
    put_repeated(s, '0', padding);
  }
  for (uint32_t i = 0; i < length; i++) {
    put(s, text[i]);
  }
  if (f->left) {
    put_repeated(s, ' ', padding);
  }
}

/* Divides the number (least significant word first) by base in place and returns the remainder. Sixteen bits at a time,
 * so that 32-bit division suffices. */
static uint32_t divide(uint32_t number[NUMBER_WORDS], uint32_t base) {
  uint32_t remainder = 0;
  for (uint32_t i = NUMBER_WORDS; i-- > 0;) {
    if (number[i] == 0 && remainder == 0) {
      continue;
    }
    const uint32_t high = remainder << 16 | number[i] >> 16;
    const uint32_t low = (high % base) << 16 | (number[i] & 0xFFFFu);
    number[i] = (high / base) << 16 | low / base;
    remainder = low % base;
  }
  return remainder;
}

/* Writes the number's digits so that they end before end; returns where they start. Destroys number. */
static char *write_digits(char *end, uint32_t number[NUMBER_WORDS], uint32_t base, const char *digits) {
  do {
    *--end = digits[divide(number, base)];
  } while ((number[0] | number[1] | number[2] | number[3]) != 0);
  return end;
}

static void put_integer(sink *s, const spec *f, uint64_t value, char sign, char conversion) {
  char text[DIGITS_BYTES];
  char *const end = text + sizeof text;
  uint32_t number[NUMBER_WORDS] = {(uint32_t)value, (uint32_t)(value >> 32), 0, 0};
  const uint32_t base = conversion == 'x' || conversion == 'X' ? 16 : 10;
  const char *const start =
      write_digits(end, number, base, conversion == 'X' ? "0123456789ABCDEF" : "0123456789abcdef");
  put_field(s, f, sign, start, (uint32_t)(end - start));
}

/* A positive number as an integer part and 64 bits of fraction. */
typedef struct {
  uint32_t integer[NUMBER_WORDS];
  uint64_t fraction;
} fixed;

/* mantissa * 2^exponent, exponent <= 75. What lies below 2^-64 is dropped. */
static fixed to_fixed(uint64_t mantissa, int32_t exponent) {
  fixed result = {{0, 0, 0, 0}, 0};
  if (exponent >= 0) {
    const uint32_t word = (uint32_t)exponent / 32;
    const uint32_t shift = (uint32_t)exponent % 32;
    const uint64_t low = (mantissa & UINT32_MAX) << shift;
    const uint64_t high = ((mantissa >> 32) << shift) + (low >> 32);
    result.integer[word] = (uint32_t)low;
    result.integer[word + 1] = (uint32_t)high;
    if (high >> 32 != 0) {
      result.integer[word + 2] = (uint32_t)(high >> 32);
    }
  } else if (exponent > -64) {
    const uint64_t integer = mantissa >> -exponent;
    result.integer[0] = (uint32_t)integer;
    result.integer[1] = (uint32_t)(integer >> 32);
    result.fraction = mantissa << (64 + exponent);
  } else if (exponent > -128) {
    result.fraction = mantissa >> (-64 - exponent);
  }
  return result;
}

/* fraction = 10 * fraction; returns the digit that leaves it. */
static uint32_t next_decimal(uint64_t *fraction) {
  const uint64_t low = (*fraction & UINT32_MAX) * 10;
  const uint64_t high = (*fraction >> 32) * 10 + (low >> 32);
  *fraction = high << 32 | (low & UINT32_MAX);
  return (uint32_t)(high >> 32);
}

/* Adds one unit in the last place to the digits between start and end; returns the new start. */
static char *increment(char *start, char *end) {
  while (end > start) {
    end--;
    if (*end == '.') {
      continue;
    }
    if (*end != '9') {
      ++*end;
      return start;
    }
    *end = '0';
  }
  *--start = '1';
  return start;
}

static void put_float(sink *s, const spec *f, double value) {
  union {
    double value;
    uint64_t bits;
  } u = {value};
  const char sign = u.bits >> 63 ? '-' : f->plus;
  const int32_t exponent = (int32_t)(u.bits >> 52 & 0x7FF) - 1023;
  uint64_t mantissa = u.bits & ((UINT64_C(1) << 52) - 1);
  if (exponent >= 128) {
    spec padded_with_spaces = *f;
    padded_with_spaces.zero = 0;
    put_field(s, &padded_with_spaces, sign, exponent == 1024 && mantissa != 0 ? "nan" : "inf", 3);
    return;
  }
  if (exponent > -1023) {
    mantissa |= UINT64_C(1) << 52;
  }
  fixed number = to_fixed(mantissa, exponent - 52);
  const uint32_t precision = f->has_precision ? f->precision : DEFAULT_DECIMALS;
  const uint32_t decimals = precision < MAX_DECIMALS ? precision : MAX_DECIMALS;
  char text[DIGITS_BYTES];
  char *end = text + sizeof text - MAX_DECIMALS - 1;
  char *start = write_digits(end, number.integer, 10, "0123456789");
  if (decimals > 0) {
    *end++ = '.';
  }
  for (uint32_t i = 0; i < decimals; i++) {
    *end++ = (char)('0' + next_decimal(&number.fraction));
  }
  const uint64_t half = UINT64_C(1) << 63;
  const int is_odd = end[-1] & 1; /* '0' is even */
  if (number.fraction > half || (number.fraction == half && is_odd)) {
    start = increment(start, end);
  }
  put_field(s, f, sign, start, (uint32_t)(end - start));
}

static void put_string(sink *s, const spec *f, const char *text) {
  const char *const shown = text != NULL ? text : "(null)";
  uint32_t length = 0;
  while ((!f->has_precision || length < f->precision) && shown[length] != '\0') {
    length++;
  }
  put_field(s, f, '\0', shown, length);
}

static const char *parse_flags(const char *c, spec *f) {
  for (;; c++) {
    switch (*c) {
    case '-': f->left = 1; break;
    case '0': f->zero = 1; break;
    case '+': f->plus = '+'; break;
    case ' ': f->plus = f->plus == '+' ? '+' : ' '; break;
    default: return c;
    }
  }
}

static const char *parse_number(const char *c, uint32_t *number) {
  for (; *c >= '0' && *c <= '9'; c++) {
    *number = *number * 10 + (uint32_t)(*c - '0');
  }
  return c;
}

static const char *parse_length(const char *c, spec *f) {
  for (; *c == 'h' || *c == 'l' || *c == 'z'; c++) {
    if (c[0] == 'l' && c[1] == 'l') {
      f->is_64_bit = 1;
      c++;
    } else {
      f->is_64_bit = (*c == 'l' && sizeof(long) == 8) || (*c == 'z' && sizeof(size_t) == 8);
    }
  }
  return c;
}

/* va_list is an array on some hosts: a struct lets it be passed on by address everywhere. */
typedef struct {
  va_list list;
} arguments;

static const char *parse_spec(const char *c, spec *f, arguments *a) {
  c = parse_flags(c, f);
  if (*c == '*') {
    const int width = va_arg(a->list, int);
    f->left |= width < 0;
    f->width = width < 0 ? 0u - (uint32_t)width : (uint32_t)width;
    c++;
  } else {
    c = parse_number(c, &f->width);
  }
  if (*c == '.') {
    f->has_precision = 1;
    c++;
    if (*c == '*') {
      const int precision = va_arg(a->list, int);
      f->has_precision = precision >= 0;
      f->precision = (uint32_t)precision;
      c++;
    } else {
      c = parse_number(c, &f->precision);
    }
  }
  return parse_length(c, f);
}

static void put_conversion(sink *s, const spec *f, char conversion, arguments *a) {
  switch (conversion) {
  case 'd':
  case 'i': {
    const int64_t value = f->is_64_bit ? va_arg(a->list, long long) : va_arg(a->list, int);
    const uint64_t magnitude = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    put_integer(s, f, magnitude, value < 0 ? '-' : f->plus, conversion);
    break;
  }
  case 'u':
  case 'x':
  case 'X': {
    const uint64_t value = f->is_64_bit ? va_arg(a->list, unsigned long long) : va_arg(a->list, unsigned);
    put_integer(s, f, value, '\0', conversion);
    break;
  }
  case 'p': put_integer(s, f, (uintptr_t)va_arg(a->list, void *), '\0', 'x'); break;
  case 'f': put_float(s, f, va_arg(a->list, double)); break;
  case 's': put_string(s, f, va_arg(a->list, const char *)); break;
  case 'c': {
    const char c = (char)va_arg(a->list, int);
    put_field(s, f, '\0', &c, 1);
    break;
  }
  default: put(s, conversion); break;
  }
}

void mote_port_vprintf(const char *format, va_list list) {
  sink s;
  s.count = 0;
  arguments a;
  va_copy(a.list, list);
  const char *c = format;
  while (*c != '\0') {
    if (*c != '%') {
      put(&s, *c++);
      continue;
    }
    spec f = {0, 0, 0, 0, 0, 0, '\0'};
    c = parse_spec(c + 1, &f, &a);
    if (*c == '\0') {
      break;
    }
    put_conversion(&s, &f, *c++, &a);
  }
  va_end(a.list);
  flush(&s);
}

void mote_port_printf(const char *format, ...) {
  va_list list;
  va_start(list, format);
  mote_port_vprintf(format, list);
  va_end(list);
}
