/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The smallest program with a network in it: y = sin(x), computed by three fully connected layers in int8.
 *
 * `mote header sine.tflite` has written sine.h and sine.c: the model, the list of the kernels that it needs, and the size
 * of the arena, which is all the RAM that it needs.
 */
#include "mote/mote.h"
#include "mote_port.h"
#include "sine.h"

static MOTE_ARENA(arena, SINE_ARENA_BYTES);

int main(void) {
  mote_model model;
  mote_instance *net;
  mote_error error;

  /* Verifies the model and lays it out. Either can fail for a model that came over the air; then `error` says why. */
  if (mote_open(&model, sine_model, SINE_MODEL_BYTES, sine_kernels, &error) != MOTE_OK ||
      mote_create(&net, &model, arena, sizeof arena, &error) != MOTE_OK) {
    mote_port_printf("%s: operator %u, tensor %u, needed %u, got %u\n", mote_status_text(error.status), error.op,
                     error.tensor, (unsigned)error.needed, (unsigned)error.available);
    return 1;
  }

  mote_tensor x, y;
  mote_input(net, 0, &x);
  mote_output(net, 0, &y);

  for (int i = 0; i <= 12; i++) {
    float angle = 0.5f * (float)i, sine;
    mote_quantize(&x, &angle, 1); /* float -> the input's int8 */
    if (mote_invoke(net, &error) != MOTE_OK) {
      return 1;
    }
    mote_dequantize(&y, &sine, 1); /* the output's int8 -> float */
    mote_port_printf("sin(%.1f) = %5.2f\n", (double)angle, (double)sine);
  }
  mote_port_printf("arena %u bytes\n", (unsigned)sizeof arena);
  return 0;
}
