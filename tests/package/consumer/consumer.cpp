/* SPDX-License-Identifier: Apache-2.0 */
/* The same from C++17. */
#include <cstdio>
#include <fstream>

#include <mote/kernel.h>
#include <mote/mote.h>

static MOTE_ARENA(arena, 65536);
static MOTE_ARENA(file, 65536);

int main(int argc, char **argv) {
  std::ifstream stream(argc == 2 ? argv[1] : "", std::ios::binary);
  stream.read(reinterpret_cast<char *>(file), sizeof file);
  mote_model model;
  mote_instance *net;
  mote_error error;
  if (mote_open(&model, file, static_cast<std::size_t>(stream.gcount()), mote_all_kernels, &error) != MOTE_OK ||
      mote_create(&net, &model, arena, sizeof arena, &error) != MOTE_OK || mote_invoke(net, &error) != MOTE_OK) {
    std::fprintf(stderr, "%s\n", mote_status_text(error.status));
    return 1;
  }
  return 0;
}
