/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A convolutional network reads a hundred handwritten digits, images it was not trained on, and tells how well it did
 * and what it cost. ../../models/digits says where model and images come from.
 */
#include "digits_model.h"
#include "mote/mote.h"
#include "mote_port.h"

enum { SAMPLE_COUNT = 100, PIXEL_COUNT = 64, CLASS_COUNT = 10 };

/* A row an image: its label, then its pixels, 0 (paper) to 16 (ink). */
static const uint8_t samples[SAMPLE_COUNT * (1 + PIXEL_COUNT)] = {
#include "digits_test.csv"
};

static MOTE_ARENA(arena, DIGITS_MODEL_ARENA_BYTES);

static int fail(const mote_error *error) {
  mote_port_printf("%s: operator %u, tensor %u, needed %u, got %u\n", mote_status_text(error->status), error->op,
                   error->tensor, (unsigned)error->needed, (unsigned)error->available);
  return 1;
}

/* The model takes a pixel of 0 to 16 as 15 p - 128: its input scale is 1/240, its zero point -128, and 16 is 1.0667. */
static void load_image(const uint8_t *pixels, int8_t *x) {
  for (int i = 0; i < PIXEL_COUNT; i++) {
    x[i] = (int8_t)(15 * pixels[i] - 128);
  }
}

static int most_likely(const int8_t *y) {
  int best = 0;
  for (int i = 1; i < CLASS_COUNT; i++) {
    if (y[i] > y[best]) {
      best = i;
    }
  }
  return best;
}

/* Instructions since the program began, when the emulator counts a nanosecond for each: see `make demo`. */
static uint32_t instructions(uint32_t ticks) {
  return ticks * (1000000000u / MOTE_PORT_CLOCK_HZ);
}

int main(void) {
  mote_port_stack_paint();
  mote_model model;
  mote_instance *net;
  mote_error error;
  if (mote_open(&model, digits_model_model, DIGITS_MODEL_MODEL_BYTES, digits_model_kernels, &error) != MOTE_OK ||
      mote_create(&net, &model, arena, sizeof arena, &error) != MOTE_OK) {
    return fail(&error);
  }
  mote_tensor x, y;
  mote_input(net, 0, &x);
  mote_output(net, 0, &y);

  int right = 0;
  uint32_t ticks = 0;
  for (int i = 0; i < SAMPLE_COUNT; i++) {
    const uint8_t *sample = samples + i * (1 + PIXEL_COUNT);
    load_image(sample + 1, x.data);
    uint32_t start = mote_port_time();
    if (mote_invoke(net, &error) != MOTE_OK) {
      return fail(&error);
    }
    ticks += mote_port_time() - start;
    int predicted = most_likely(y.data);
    right += predicted == sample[0];
    mote_port_printf("%d%s%s", predicted, predicted == sample[0] ? " " : "! ", i % 25 == 24 ? "\n" : "");
  }
  mote_port_printf("%d of %d right (! marks the wrong ones)\n", right, SAMPLE_COUNT);
  mote_port_printf("arena %u bytes, stack %u bytes, flash %u bytes of which the model is %u\n", (unsigned)sizeof arena,
                   (unsigned)mote_port_stack_used(), (unsigned)mote_port_flash_used(),
                   (unsigned)DIGITS_MODEL_MODEL_BYTES);

  char line[128], *arguments[4];
  if (mote_port_arguments(line, sizeof line, arguments, 4) == 2) { /* "count": the emulator counts */
    mote_port_printf("%u instructions an inference\n", (unsigned)(instructions(ticks / SAMPLE_COUNT)));
  }
  return right >= 95 ? 0 : 1;
}
