/* SPDX-License-Identifier: Apache-2.0 */
/* All that the device code needs of a C library, for compilers that come without one. Found only when there is no other
 * <string.h>. */
#ifndef MOTE_PORT_STRING_H
#define MOTE_PORT_STRING_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#define MOTE_PORT_RESTRICT
#else
#define MOTE_PORT_RESTRICT restrict
#endif

void *memcpy(void *MOTE_PORT_RESTRICT to, const void *MOTE_PORT_RESTRICT from, size_t count_bytes);
void *memmove(void *to, const void *from, size_t count_bytes);
void *memset(void *to, int value, size_t count_bytes);

#ifdef __cplusplus
}
#endif

#endif
