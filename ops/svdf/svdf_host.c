/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/host.h"
#include "../common/lowering.h"

/* Of each batch: the feature weights and the time weights. */
static uint64_t macs(const mote_tensor *x, uint32_t input_count, const mote_tensor *y) {
  (void)input_count;
  uint64_t weights = (uint64_t)mote_shape_count(&x[1].shape) + mote_shape_count(&x[2].shape);
  return weights * (uint64_t)y->shape.dims[0];
}

const mote_op_host mote_host_svdf = {"SVDF", macs};
