/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The firmware that is measured: invokes a model on pseudo-random input between the markers that the emulator's plugin
 * knows. The first invocation is not measured; the second is, as a whole; the third part by part, an operator each.
 *
 * Linked with empty.c instead of the library and a model, it is the same firmware without mote.
 */
#include "bench_model.h"
#include "mote/mote.h"
#include "mote_port.h"

/* Called after each operator; the plugin counts from one call to the next. */
void mote_bench_lap(void);
__attribute__((noinline)) void mote_bench_lap(void) {
  __asm volatile("");
}

MOTE_PORT_BIG_RAM static MOTE_ARENA(arena, BENCH_MODEL_ARENA_BYTES);

/* The input of all measurements: xorshift32 from 1, stepped before each use; a byte of it for an element of int8 or int16
 * (or anything else), a number in [-1, 1) for a float. */
static uint32_t random_state;

static uint32_t next_random(void) {
  random_state ^= random_state << 13;
  random_state ^= random_state >> 17;
  random_state ^= random_state << 5;
  return random_state;
}

static void fill(const mote_tensor *t) {
  if (t->type == MOTE_FLOAT32) {
    float *values = t->data;
    for (uint32_t i = 0; i < t->bytes / 4; i++) {
      values[i] = (float)(int32_t)next_random() * (1.0f / 2147483648.0f);
    }
    return;
  }
  uint8_t *bytes = t->data;
  for (uint32_t i = 0; i < t->bytes; i++) {
    bytes[i] = (uint8_t)next_random();
  }
}

static void fill_inputs(const mote_instance *net) {
  mote_tensor t;
  random_state = 1;
  for (uint32_t i = 0; mote_input(net, i, &t) == MOTE_OK; i++) {
    fill(&t);
  }
}

/* CRC-32 (IEEE 802.3) of all outputs. */
static uint32_t output_crc(const mote_instance *net) {
  uint32_t crc = 0xFFFFFFFFu;
  mote_tensor t;
  for (uint32_t i = 0; mote_output(net, i, &t) == MOTE_OK; i++) {
    const uint8_t *bytes = t.data;
    for (uint32_t k = 0; k < t.bytes; k++) {
      crc ^= bytes[k];
      for (int bit = 0; bit < 8; bit++) {
        crc = crc >> 1 ^ (0xEDB88320u & (0u - (crc & 1)));
      }
    }
  }
  return ~crc;
}

static void lap(void *context, const mote_instance *instance, uint32_t subgraph, uint32_t op) {
  (void)context;
  (void)instance;
  (void)op;
  if (subgraph == 0) {
    mote_bench_lap();
  }
}

static int fail(const mote_error *error) {
  mote_port_printf("failed status %d op %u tensor %u needed %u available %u\n", (int)error->status, error->op,
                   error->tensor, (unsigned)error->needed, (unsigned)error->available);
  return 1;
}

static int measure(mote_instance *net) {
  static const mote_hook hook = {NULL, lap, NULL};
  mote_error error;
  for (int round = 0; round < 3; round++) {
    fill_inputs(net);
    mote_set_hook(net, round == 2 ? &hook : NULL);
    mote_port_stack_paint();
    uint32_t before = mote_port_stack_used();
    if (round > 0) {
      mote_port_measure_begin();
    }
    mote_status status = mote_invoke(net, &error);
    if (round > 0) {
      mote_port_measure_end();
    }
    if (status != MOTE_OK) {
      return fail(&error);
    }
    if (round == 1) {
      mote_port_printf("stack_invoke %u\noutput_crc %08x\n", (unsigned)(mote_port_stack_used() - before),
                       (unsigned)output_crc(net));
    }
  }
  return 0;
}

int main(void) {
  mote_model model;
  mote_instance *net;
  mote_error error;
  mote_port_stack_paint();
  uint32_t before = mote_port_stack_used();
  if (mote_open(&model, bench_model_model, BENCH_MODEL_MODEL_BYTES, bench_model_kernels, &error) != MOTE_OK ||
      mote_create(&net, &model, arena, sizeof arena, &error) != MOTE_OK) {
    return fail(&error);
  }
  mote_port_printf("stack_setup %u\narena %u\nmodel %u\n", (unsigned)(mote_port_stack_used() - before),
                   (unsigned)sizeof arena, (unsigned)BENCH_MODEL_MODEL_BYTES);
  return measure(net);
}
