/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MOTE_PORT_SEMIHOSTING_H
#define MOTE_PORT_SEMIHOSTING_H

#include <stdint.h>

/* mode: the index of an fopen mode in {r, rb, r+, r+b, w, wb, w+, w+b, a, ab, a+, a+b}. */
int32_t mote_port_semihosting_open(const char *path, uint32_t mode);

#endif
