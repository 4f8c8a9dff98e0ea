/* SPDX-License-Identifier: Apache-2.0 */
/* The library's functions that bench.c calls, with nothing in them. */
#include "mote/kernel.h"

const uint8_t bench_model_model[1] = {0};
const mote_kernel *const bench_model_kernels[] = {NULL};

mote_status mote_open(mote_model *model, const void *data, size_t bytes, const mote_kernel *const *kernels,
                      mote_error *error) {
  (void)model, (void)data, (void)bytes, (void)kernels, (void)error;
  return MOTE_OK;
}

mote_status mote_create(mote_instance **instance, const mote_model *model, void *arena, size_t arena_bytes,
                        mote_error *error) {
  (void)instance, (void)model, (void)arena, (void)arena_bytes, (void)error;
  return MOTE_OK;
}

mote_status mote_input(const mote_instance *instance, uint32_t index, mote_tensor *tensor) {
  (void)instance, (void)index, (void)tensor;
  return MOTE_ARGUMENT;
}

mote_status mote_output(const mote_instance *instance, uint32_t index, mote_tensor *tensor) {
  (void)instance, (void)index, (void)tensor;
  return MOTE_ARGUMENT;
}

mote_status mote_invoke(mote_instance *instance, mote_error *error) {
  (void)instance, (void)error;
  return MOTE_OK;
}

void mote_set_hook(mote_instance *instance, const mote_hook *hook) {
  (void)instance, (void)hook;
}
