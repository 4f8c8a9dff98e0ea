/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MOTE_PORT_SELFTEST_H
#define MOTE_PORT_SELFTEST_H

#include <stddef.h>

void *memcpy(void *restrict to, const void *restrict from, size_t count_bytes);
void *memmove(void *to, const void *from, size_t count_bytes);
void *memset(void *to, int value, size_t count_bytes);

#define CHECK(condition) check((condition), #condition, __LINE__)
void check(int condition, const char *what, int line);

/* A deliberate fault: where is the address of the instruction that faults, NULL where it is not known. */
typedef struct {
  const char *name;
  void (*cause)(void);
  const char *where;
} fault_case;

extern const fault_case fault_cases[]; /* ends with a NULL name */

#endif
