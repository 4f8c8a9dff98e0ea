/* SPDX-License-Identifier: Apache-2.0 */
/* Runs the model that the first argument names once; succeeds when the library does. */
#include <stdio.h>

#include <mote/kernel.h>
#include <mote/mote.h>

static MOTE_ARENA(arena, 65536);
static MOTE_ARENA(file, 65536);

int main(int argc, char **argv) {
  FILE *stream = argc == 2 ? fopen(argv[1], "rb") : NULL;
  size_t bytes = stream ? fread(file, 1, sizeof file, stream) : 0;
  if (stream) {
    fclose(stream);
  }
  mote_model model;
  mote_instance *net;
  mote_error error;
  if (mote_open(&model, file, bytes, mote_all_kernels, &error) ||
      mote_create(&net, &model, arena, sizeof arena, &error) || mote_invoke(net, &error)) {
    fprintf(stderr, "%s\n", mote_status_text(error.status));
    return 1;
  }
  return 0;
}
