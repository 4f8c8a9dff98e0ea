/* SPDX-License-Identifier: Apache-2.0 */
/* What the host knows of an operator beyond what the device does: one `mote_op_host` in ops/<op>/<op>_host.c and
 * HOST(<op>) in its line of ops.def. */
#ifndef MOTE_OPS_COMMON_HOST_H
#define MOTE_OPS_COMMON_HOST_H

#include "mote/kernel.h"

typedef struct mote_op_host {
  const char *name; /* as in mote_op */
  /* Multiply-accumulates of one run. x[i] is input i (MOTE_NONE where absent), y output 0. */
  uint64_t (*macs)(const mote_tensor *x, uint32_t input_count, const mote_tensor *y);
} mote_op_host;

/* NULL-terminated. */
extern const mote_op_host *const mote_op_hosts[];

#endif
