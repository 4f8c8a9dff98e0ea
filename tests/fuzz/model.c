/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Opens, plans and runs models that the bytes make up: mostly valid ones (tests/support/generate.h), half of them damaged
 * afterwards. MOTE_FUZZ_OUTPUT=FILE saves the model that an input stands for.
 */
#include <stdio.h>
#include <stdlib.h>

#include "tests/support/exercise.h"
#include "tests/support/generate.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void save(const mote_buffer *file) {
  const char *path = getenv("MOTE_FUZZ_OUTPUT");
  mote_host_error error;
  if (path && !mote_file_write(path, file->data, file->size, &error)) {
    fprintf(stderr, "%s\n", error.text);
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static const exercise_limits limits = {.max_arena_bytes = 1 << 17};
  static generator g;
  g.random = (random_source){data, size, size};
  for (size_t i = 0; i < size; i++) {
    g.random.state = g.random.state * 31 + data[i];
  }
  bool is_damaged = random_once_in(&g.random, 2);
  generate_model(&g);
  mote_buffer file = test_write(&g.model);
  if (is_damaged) {
    generate_damage(&g.random, &file);
  }
  save(&file);
  mote_error error;
  exercise_model(file.data, file.size, random_bits(&g.random), &limits, &error);
  mote_buffer_free(&file);
  return 0;
}
