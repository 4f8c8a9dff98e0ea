/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/host.h"
#include "../common/lowering.h"

/* Of each step and batch: the weights of four gates. */
static uint64_t macs(const mote_tensor *x, uint32_t input_count, const mote_tensor *y) {
  (void)input_count;
  uint64_t rows = (uint64_t)y->shape.dims[0] * (uint64_t)y->shape.dims[1];
  uint64_t weights = (uint64_t)mote_shape_count(&x[1].shape) + mote_shape_count(&x[5].shape);
  return 4 * weights * rows;
}

const mote_op_host mote_host_unidirectional_sequence_lstm = {"UNIDIRECTIONAL_SEQUENCE_LSTM", macs};
