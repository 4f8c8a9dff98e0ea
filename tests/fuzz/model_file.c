/* SPDX-License-Identifier: Apache-2.0 */
/* Opens, plans and runs files as they are. */
#include "tests/support/exercise.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static const exercise_limits limits = {.max_arena_bytes = 1 << 16};
  mote_error error;
  exercise_model(data, size, size, &limits, &error);
  return 0;
}
