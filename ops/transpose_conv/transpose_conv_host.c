/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/host.h"
#include "../common/lowering.h"

/* Products of inputs and weights, those beside the output included. */
static uint64_t macs(const mote_tensor *x, uint32_t input_count, const mote_tensor *y) {
  (void)input_count;
  (void)y;
  return (uint64_t)mote_shape_count(&x[2].shape) * mote_shape_product(&x[1].shape, 0, 3);
}

const mote_op_host mote_host_transpose_conv = {"TRANSPOSE_CONV", macs};
