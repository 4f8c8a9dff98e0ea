/* SPDX-License-Identifier: Apache-2.0 */
/* How every host module reports a failure: it returns false and leaves one sentence for the user.
 *
 * A text says what is wrong and where, without the program's name and without a newline: "input.npy: the header ends
 * at byte 12 of 80". Functions that read from memory know no path; whoever knows it puts it in front. */
#ifndef MOTE_HOST_ERROR_H
#define MOTE_HOST_ERROR_H

#include <stdbool.h>
#include <stddef.h>

enum { MOTE_HOST_ERROR_BYTES = 512 };

typedef struct {
  char text[MOTE_HOST_ERROR_BYTES]; /* always terminated; meaningful only after a function returned false */
} mote_host_error;

/* Sets the text. */
__attribute__((format(printf, 2, 3))) void mote_host_set_error(mote_host_error *error, const char *format, ...);

/* The same as an expression that is false, so that a failing function can end in `return MOTE_HOST_FAIL(...)`. */
#define MOTE_HOST_FAIL(error, ...) (mote_host_set_error(error, __VA_ARGS__), false)

/* Puts "PLACE: " in front of the text (of a long place, its end). */
void mote_host_add_place(mote_host_error *error, const char *place);

static inline bool mote_host_fail_in(mote_host_error *error, const char *place) {
  mote_host_add_place(error, place);
  return false;
}

/* Zeroed memory for `count` elements of `size` bytes, at least one byte, to be freed with free(); NULL sets the text. */
void *mote_host_alloc(size_t count, size_t size, mote_host_error *error);

#endif
