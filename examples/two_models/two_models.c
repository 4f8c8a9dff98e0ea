/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Two models take turns under a small cooperative scheduler, and share memory.
 *
 * A model's memory has two parts. The persistent one is its own for good: its parameters, its state. The scratch holds
 * input, activations and output, which matter only from the moment the input is filled in until the output has been read.
 * Models that are never both in that stretch can have one scratch, as large as the largest needs; mote_create_shared()
 * takes the parts separately.
 *
 * So here a model keeps the scratch for a whole invocation, and the models alternate at the ends of invocations. That does
 * not mean that all else has to wait so long: mote_step() runs one operator and returns, and whatever does not touch the
 * scratch has its turn then. A model that is to interrupt another one half-way needs a scratch of its own: give it an
 * arena, and mote_create().
 */
#include "digits_model.h"
#include "mote/mote.h"
#include "mote_port.h"
#include "sine.h"

#define LARGER(a, b) ((a) > (b) ? (a) : (b))

static MOTE_ARENA(sine_memory, SINE_PERSISTENT_BYTES);
static MOTE_ARENA(digits_memory, DIGITS_MODEL_PERSISTENT_BYTES);
static MOTE_ARENA(scratch, LARGER(SINE_SCRATCH_BYTES, DIGITS_MODEL_SCRATCH_BYTES));

enum { TASK_COUNT = 2 };

/* A row an inference: inputs, and the outputs that are right. See ../../models. */
enum { SINE_COUNT = 256, DIGITS_COUNT = 100, PIXEL_COUNT = 64, CLASS_COUNT = 10 };

static const int8_t sine_golden[SINE_COUNT * 2] = {
#include "sine_golden.csv"
};
static const uint8_t digits_samples[DIGITS_COUNT * (1 + PIXEL_COUNT)] = {
#include "digits_test.csv"
};
static const int8_t digits_golden[DIGITS_COUNT * CLASS_COUNT] = {
#include "digits_golden.csv"
};

static void load_sine(int i, int8_t *x) {
  x[0] = sine_golden[i * 2];
}

static bool is_sine_right(int i, const int8_t *y) {
  return y[0] == sine_golden[i * 2 + 1];
}

static void load_digit(int i, int8_t *x) {
  const uint8_t *pixels = digits_samples + i * (1 + PIXEL_COUNT) + 1; /* behind the label */
  for (int k = 0; k < PIXEL_COUNT; k++) {
    x[k] = (int8_t)(15 * pixels[k] - 128);
  }
}

static bool is_digit_right(int i, const int8_t *y) {
  int same = 0;
  for (int k = 0; k < CLASS_COUNT; k++) {
    same += y[k] == digits_golden[i * CLASS_COUNT + k];
  }
  return same == CLASS_COUNT;
}

/* A model and what it has to do: `count` inputs, of which `done` are behind it. */
typedef struct {
  const char *name;
  void (*load)(int i, int8_t *x);
  bool (*is_right)(int i, const int8_t *y);
  int count, done, right;
  unsigned ticks;
  mote_model model;
  mote_instance *net;
} task;

static mote_error error; /* of the call that failed */

static bool create(task *t, const uint8_t *data, size_t bytes, const mote_kernel *const *kernels, uint8_t *memory,
                   size_t memory_bytes) {
  return mote_open(&t->model, data, bytes, kernels, &error) == MOTE_OK &&
         mote_create_shared(&t->net, &t->model, memory, memory_bytes, scratch, sizeof scratch, &error) == MOTE_OK;
}

/* The scratch is the task's from here ... */
static void begin(const task *t) {
  mote_tensor x;
  mote_input(t->net, 0, &x);
  t->load(t->done, x.data);
}

/* ... to here: the output has been read. */
static void end(task *t) {
  mote_tensor y;
  mote_output(t->net, 0, &y);
  t->right += t->is_right(t->done, y.data);
  t->done++;
}

typedef struct {
  task tasks[TASK_COUNT];
  task *running; /* has the scratch; NULL: nobody has */
  int turn;      /* whose is next, if it has work */
} scheduler;

static task *next_task(scheduler *s) {
  for (int i = 0; i < TASK_COUNT; i++) {
    task *t = &s->tasks[s->turn];
    s->turn = (s->turn + 1) % TASK_COUNT;
    if (t->done < t->count) {
      return t;
    }
  }
  return NULL;
}

/* What a main loop would call every time round: runs one operator. False when nothing is left to do, or on an error. */
static bool tick(scheduler *s) {
  if (!s->running) {
    s->running = next_task(s);
    if (!s->running) {
      return false;
    }
    begin(s->running);
  }
  s->running->ticks++;
  mote_status status = mote_step(s->running->net, &error);
  if (status == MOTE_DONE) { /* that was the last operator */
    end(s->running);
    s->running = NULL;
  }
  return status == MOTE_OK || status == MOTE_DONE;
}

/* A pretended watchdog: a real one resets the chip when it is not fed every few milliseconds. Here is the place for
 * whatever else there is to do, the radio, the buttons, as well. */
static unsigned feeds;

static void feed_watchdog(void) {
  feeds++;
}

static int fail(void) {
  mote_port_printf("%s: operator %u, tensor %u, needed %u, got %u\n", mote_status_text(error.status), error.op,
                   error.tensor, (unsigned)error.needed, (unsigned)error.available);
  return 1;
}

int main(void) {
  static scheduler s = {
      .tasks =
          {
              {.name = "sine", .load = load_sine, .is_right = is_sine_right, .count = SINE_COUNT},
              {.name = "digits", .load = load_digit, .is_right = is_digit_right, .count = DIGITS_COUNT},
          },
  };
  if (!create(&s.tasks[0], sine_model, SINE_MODEL_BYTES, sine_kernels, sine_memory, sizeof sine_memory) ||
      !create(&s.tasks[1], digits_model_model, DIGITS_MODEL_MODEL_BYTES, digits_model_kernels, digits_memory,
              sizeof digits_memory)) {
    return fail();
  }
  while (tick(&s)) {
    feed_watchdog();
  }
  if (error.status != MOTE_OK) {
    return fail();
  }
  int wrong = 0;
  for (int i = 0; i < TASK_COUNT; i++) {
    const task *t = &s.tasks[i];
    mote_port_printf("%s: %d of %d as expected, in %u ticks: %u an invocation\n", t->name, t->right, t->count, t->ticks,
                     t->ticks / (unsigned)t->count);
    wrong += t->count - t->right;
  }
  mote_port_printf("the watchdog was fed %u times, after every operator\n", feeds);
  mote_port_printf("memory: %u and %u bytes of their own, %u shared; an arena each would take %u more\n",
                   (unsigned)sizeof sine_memory, (unsigned)sizeof digits_memory, (unsigned)sizeof scratch,
                   (unsigned)(SINE_SCRATCH_BYTES + DIGITS_MODEL_SCRATCH_BYTES - sizeof scratch));
  return wrong > 0;
}
