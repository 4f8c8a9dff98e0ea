/* SPDX-License-Identifier: Apache-2.0 */
#include "check.h"

#include <dirent.h>
#include <stdlib.h>
#include <unistd.h>

bool check_each_entry(const char *folder, void (*visit)(void *context, const char *name), void *context) {
  struct dirent **entries = NULL;
  int count = scandir(folder, &entries, NULL, alphasort);
  for (int i = 0; i < count; i++) {
    if (entries[i]->d_name[0] != '.') {
      visit(context, entries[i]->d_name);
    }
    free(entries[i]);
  }
  free(entries);
  return count >= 0;
}

bool check_file_exists(const char *path) {
  return access(path, F_OK) == 0;
}
