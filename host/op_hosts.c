/* SPDX-License-Identifier: Apache-2.0 */
#include "ops/common/host.h"

#include <stddef.h>

#define OP(op)
#define K(kernel)
#define HOST(op) extern const mote_op_host mote_host_##op;
#include "ops/ops.def"
#undef HOST

#define HOST(op) &mote_host_##op,
const mote_op_host *const mote_op_hosts[] = {
#include "ops/ops.def"
    NULL,
};
