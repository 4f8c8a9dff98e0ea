/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/host.h"
#include "../common/lowering.h"

static uint64_t macs(const mote_tensor *x, uint32_t input_count, const mote_tensor *y) {
  (void)input_count;
  (void)y;
  return (uint64_t)mote_shape_count(&x[0].shape) * (uint64_t)x[1].shape.dims[0];
}

const mote_op_host mote_host_fully_connected = {"FULLY_CONNECTED", macs};
