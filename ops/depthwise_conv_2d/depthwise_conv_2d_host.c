/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/host.h"
#include "../common/lowering.h"

static uint64_t macs(const mote_tensor *x, uint32_t input_count, const mote_tensor *y) {
  (void)input_count;
  return (uint64_t)mote_shape_count(&y->shape) * mote_shape_product(&x[1].shape, 1, 3);
}

const mote_op_host mote_host_depthwise_conv_2d = {"DEPTHWISE_CONV_2D", macs};
