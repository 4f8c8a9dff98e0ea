/* SPDX-License-Identifier: Apache-2.0 */
/* Stands in for libFuzzer: runs a fuzz target once on the empty input and once on each file of the named folders. */
#include <dirent.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int passed, failed;

static void replay(const char *path) {
  FILE *file = fopen(path, "rb");
  long size = -1;
  if (file && fseek(file, 0, SEEK_END) == 0) {
    size = ftell(file);
    rewind(file);
  }
  /* Exactly `size` bytes, so that the address sanitizer sees the first byte too far. */
  uint8_t *data = size >= 0 ? malloc((size_t)size) : NULL;
  if (size < 0 || (size > 0 && (!data || fread(data, (size_t)size, 1, file) != 1))) {
    fprintf(stderr, "%s: cannot read\n", path);
    failed++;
  } else {
    LLVMFuzzerTestOneInput(data, (size_t)size);
    passed++;
  }
  free(data);
  if (file) {
    fclose(file);
  }
}

static void replay_folder(const char *folder) {
  DIR *dir = opendir(folder);
  if (!dir) {
    fprintf(stderr, "%s: no such folder\n", folder);
    failed++;
    return;
  }
  for (struct dirent *entry = readdir(dir); entry; entry = readdir(dir)) {
    if (entry->d_name[0] != '.') {
      char path[4096];
      snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
      replay(path);
    }
  }
  closedir(dir);
}

int main(int argc, char **argv) {
  LLVMFuzzerTestOneInput((const uint8_t *)"", 0);
  passed++;
  for (int i = 1; i < argc; i++) {
    replay_folder(argv[i]);
  }
  printf("%d passed, %d failed\n", passed, failed);
  return failed > 0;
}
