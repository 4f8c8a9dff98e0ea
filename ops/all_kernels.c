/* SPDX-License-Identifier: Apache-2.0 */
#include "mote/kernel.h"

#define OP(op)
#define HOST(op)
#define K(kernel) extern const mote_kernel mote_kernel_##kernel;
#include "ops.def"
#undef K
extern const mote_kernel mote_kernel_offline_plan;

#define K(kernel) &mote_kernel_##kernel,
const mote_kernel *const mote_all_kernels[] = {
#include "ops.def"
    &mote_kernel_offline_plan,
    NULL,
};
