/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A network that listens: it takes 16 ms of sound at a time, remembers what went before, and tells whether a rising or a
 * falling whistle has just ended.
 *
 * The memory is in the model: its first operator keeps the samples that the next spectrum overlaps with, another one the
 * last sixteen spectra. So every invocation costs one spectrum, and the program only has to hand over the samples as
 * they come. What is remembered lasts until mote_reset(), which makes the model forget as if nothing had been heard.
 *
 * The sound, whistles over noise, is made here; ../../models/whistle says how the model was trained.
 */
#include "mote/mote.h"
#include "mote_port.h"
#include "whistle_model.h"

enum { RATE = 8000, HOP = 128, CLASS_COUNT = 3, SURE = 64 /* three quarters: real = (element + 128) / 256 */ };

static MOTE_ARENA(arena, WHISTLE_MODEL_ARENA_BYTES);

/* --- The sound ---------------------------------------------------------------------------------------------------- */

typedef struct {
  int hops, start_hz, end_hz, amplitude; /* amplitude: 256 is half of full scale */
} piece;

static const piece scene[] = {
    {24, 0, 0, 0},         {16, 800, 2400, 256}, {24, 0, 0, 0},       {16, 2300, 750, 128}, {24, 0, 0, 0},
    {16, 1500, 1500, 256}, {24, 0, 0, 0},        {14, 900, 2500, 64}, {24, 0, 0, 0},
};

enum { PIECE_COUNT = sizeof scene / sizeof scene[0], HOP_COUNT = 182 };

typedef struct {
  uint32_t phase, step; /* of 2^32 a period */
  uint32_t random;
} synthesizer;

static int32_t noise(synthesizer *s) {
  s->random ^= s->random << 13;
  s->random ^= s->random >> 17;
  s->random ^= s->random << 5;
  return (int32_t)s->random >> 24;
}

/* A parabola stands for each half of the wave. */
static int32_t sine(uint32_t phase) {
  int32_t p = (int16_t)(phase >> 16);
  return p * (32768 - (p < 0 ? -p : p)) >> 14;
}

static void synthesize(synthesizer *s, const piece *p, int32_t slope, int16_t *samples) {
  for (int i = 0; i < HOP; i++) {
    samples[i] = (int16_t)((sine(s->phase) * p->amplitude >> 8) + noise(s));
    s->phase += s->step;
    s->step += (uint32_t)slope;
  }
}

/* --- Listening ---------------------------------------------------------------------------------------------------- */

/* What TensorFlow Lite Micro gives for this sound, a row a hop: nothing, rising, falling. */
static const int8_t golden[HOP_COUNT * CLASS_COUNT] = {
#include "whistle_golden.csv"
};

typedef struct {
  int hop, wrong, heard;
  int last; /* the class of the hop before */
} listener;

static void listen(listener *l, const int8_t *scores) {
  static const char *const names[CLASS_COUNT] = {"nothing", "a rising whistle", "a falling whistle"};
  int class = scores[1] >= SURE ? 1 : scores[2] >= SURE ? 2 : 0;
  if (class != 0 && class != l->last) {
    mote_port_printf("%4d ms: %s\n", (l->hop + 1) * (1000 * HOP / RATE), names[class]);
    l->heard++;
  }
  for (int i = 0; i < CLASS_COUNT; i++) {
    l->wrong += scores[i] != golden[l->hop * CLASS_COUNT + i];
  }
  l->last = class;
  l->hop++;
}

static mote_status play(mote_instance *net, listener *l, mote_error *error) {
  synthesizer s = {.random = 1};
  mote_tensor x, y;
  mote_input(net, 0, &x);
  mote_output(net, 0, &y);
  for (const piece *p = scene; p < scene + PIECE_COUNT; p++) {
    const int32_t step_per_hz = (int32_t)(UINT32_MAX / RATE);
    int32_t slope = (p->end_hz - p->start_hz) * step_per_hz / (p->hops * HOP);
    s.step = (uint32_t)(p->start_hz * step_per_hz);
    for (int i = 0; i < p->hops; i++) {
      synthesize(&s, p, slope, x.data);
      mote_status status = mote_invoke(net, error);
      if (status != MOTE_OK) {
        return status;
      }
      listen(l, y.data);
    }
  }
  return MOTE_OK;
}

int main(void) {
  mote_model model;
  mote_instance *net;
  mote_error error;
  listener first = {0}, second = {0};
  if (mote_open(&model, whistle_model_model, WHISTLE_MODEL_MODEL_BYTES, whistle_model_kernels, &error) != MOTE_OK ||
      mote_create(&net, &model, arena, sizeof arena, &error) != MOTE_OK || play(net, &first, &error) != MOTE_OK) {
    mote_port_printf("%s: operator %u, tensor %u, needed %u, got %u\n", mote_status_text(error.status), error.op,
                     error.tensor, (unsigned)error.needed, (unsigned)error.available);
    return 1;
  }
  mote_port_printf("and again, from the start:\n");
  mote_reset(net);
  if (play(net, &second, &error) != MOTE_OK) {
    return 1;
  }
  mote_port_printf("%d values differ from TensorFlow Lite Micro's; arena %u bytes\n", first.wrong + second.wrong,
                   (unsigned)sizeof arena);
  return first.wrong + second.wrong > 0 || first.heard != 3 || second.heard != 3;
}
