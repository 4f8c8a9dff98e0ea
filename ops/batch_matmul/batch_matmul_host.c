/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/host.h"
#include "../common/lowering.h"

/* One depth of products for each output. A matrix of x is rows × depth, or transposed. */
static uint64_t macs(const mote_tensor *x, uint32_t input_count, const mote_tensor *y) {
  (void)input_count;
  const mote_shape *shape = &x[0].shape;
  uint64_t matrix = mote_shape_product(shape, shape->rank - 2, shape->rank);
  return mote_shape_count(&y->shape) * (matrix / (uint64_t)y->shape.dims[y->shape.rank - 2]);
}

const mote_op_host mote_host_batch_matmul = {"BATCH_MATMUL", macs};
