/* SPDX-License-Identifier: Apache-2.0 */
#include "check.h"

#include "host/file.h"

#include <dirent.h>
#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

static int count_files(const char *folder) {
  int count = 0;
  DIR *dir = opendir(folder);
  for (struct dirent *entry; dir && (entry = readdir(dir)) != NULL;) {
    count += entry->d_name[0] != '.';
  }
  if (dir) {
    closedir(dir);
  }
  return count;
}

static void test_errors(void) {
  mote_host_error error;
  char long_place[1000];
  memset(long_place, 'x', sizeof long_place - 1);
  long_place[sizeof long_place - 1] = '\0';
  CHECK(!MOTE_HOST_FAIL(&error, "byte %d", 12));
  CHECK(!mote_host_fail_in(&error, "a.npy"));
  CHECK(strcmp(error.text, "a.npy: byte 12") == 0);
  mote_host_add_place(&error, long_place);
  CHECK(strncmp(error.text, "...xxx", 6) == 0);
  CHECK(strcmp(error.text + strlen(error.text) - 16, ": a.npy: byte 12") == 0);
  mote_host_set_error(&error, "%s", long_place);
  CHECK(strlen(error.text) == sizeof error.text - 1);
  mote_host_add_place(&error, long_place);
  CHECK(strlen(error.text) < sizeof error.text);
}

static void test_round_trip(void) {
  mote_host_error error;
  mote_buffer buffer;
  CHECK_WORKS(mote_file_write("a", "hello", 5, &error), error);
  CHECK_WORKS(mote_file_read("a", 5, &buffer, &error), error);
  CHECK(buffer.size == 5 && memcmp(buffer.data, "hello", 5) == 0);
  mote_buffer_free(&buffer);
  CHECK_FAILS(mote_file_read("a", 4, &buffer, &error), error, "a: is larger than the limit of 4 bytes");
  CHECK(!buffer.data);
  CHECK_WORKS(mote_file_write("empty", NULL, 0, &error), error);
  CHECK_WORKS(mote_file_read("empty", 4, &buffer, &error), error);
  CHECK(buffer.size == 0);
  mote_buffer_free(&buffer);
  CHECK(count_files(".") == 2);
}

static void test_large_file(void) {
  enum { SIZE = 300000 };
  mote_host_error error;
  mote_buffer buffer;
  uint8_t *data = calloc(SIZE, 1);
  if (!data) {
    abort();
  }
  for (size_t i = 0; i < SIZE; i++) {
    data[i] = (uint8_t)(i * 7);
  }
  CHECK_WORKS(mote_file_write("large", data, SIZE, &error), error);
  CHECK_WORKS(mote_file_read("large", MOTE_FILE_MAX_BYTES, &buffer, &error), error);
  CHECK(buffer.size == SIZE && memcmp(buffer.data, data, SIZE) == 0);
  mote_buffer_free(&buffer);
  free(data);
  CHECK_FAILS(mote_file_read("/dev/zero", 1000, &buffer, &error), error, "limit");
}

static void test_read_errors(void) {
  mote_host_error error;
  mote_buffer buffer;
  CHECK_FAILS(mote_file_read("none/such", 9, &buffer, &error), error, "none/such: cannot open: No such file");
  CHECK_FAILS(mote_file_read(".", 9, &buffer, &error), error, ".: cannot read: Is a directory");
}

static void test_atomic_write(void) {
  mote_host_error error;
  mote_buffer buffer;
  mote_file_output output;
  struct stat status;
  CHECK_WORKS(mote_file_write("kept", "old", 3, &error), error);
  CHECK(chmod("kept", 0640) == 0);
  int before = count_files(".");
  CHECK_WORKS(mote_file_output_open(&output, "kept", &error), error);
  fputs("new and half", output.stream);
  CHECK(count_files(".") == before + 1);
  mote_file_output_discard(&output);
  CHECK(count_files(".") == before);
  CHECK_WORKS(mote_file_read("kept", 9, &buffer, &error), error);
  CHECK(buffer.size == 3 && memcmp(buffer.data, "old", 3) == 0);
  mote_buffer_free(&buffer);
  CHECK_WORKS(mote_file_write("kept", "newer", 5, &error), error);
  CHECK(stat("kept", &status) == 0 && status.st_size == 5 && (status.st_mode & 0777) == 0640);
  CHECK(count_files(".") == before);
}

static void test_links_and_devices(void) {
  mote_host_error error;
  struct stat status;
  CHECK(symlink("kept", "link") == 0);
  CHECK_WORKS(mote_file_write("link", "through", 7, &error), error);
  CHECK(lstat("link", &status) == 0 && S_ISLNK(status.st_mode));
  CHECK(stat("kept", &status) == 0 && status.st_size == 7);
  CHECK_WORKS(mote_file_write("/dev/null", "gone", 4, &error), error);
  CHECK(stat("/dev/null", &status) == 0 && S_ISCHR(status.st_mode));
  if (access("/dev/full", W_OK) == 0) {
    CHECK_FAILS(mote_file_write("/dev/full", "no", 2, &error), error, "/dev/full: cannot write: No space left");
  }
}

static void test_write_errors(void) {
  mote_host_error error;
  CHECK_FAILS(mote_file_write("none/such", "x", 1, &error), error, "none/such: cannot create: No such file");
  CHECK_FAILS(mote_file_write(".", "x", 1, &error), error, ".: cannot write: Is a directory");
  CHECK_FAILS(mote_file_write("kept/x", "x", 1, &error), error, "kept/x: cannot create: Not a directory");
}

static void test_directories(void) {
  mote_host_error error;
  struct stat status;
  CHECK_WORKS(mote_directory_create("d/e//f/", &error), error);
  CHECK(stat("d/e/f", &status) == 0 && S_ISDIR(status.st_mode));
  CHECK_WORKS(mote_directory_create("d/e", &error), error);
  CHECK_WORKS(mote_directory_create("/", &error), error);
  CHECK_WORKS(mote_directory_create(".", &error), error);
  CHECK_FAILS(mote_directory_create("kept", &error), error, "kept: cannot create the folder: File exists");
  CHECK_FAILS(mote_directory_create("kept/x", &error), error, "kept");
  CHECK_FAILS(mote_directory_create("", &error), error, "empty name");
}

static void check_join(const char *folder, const char *name, const char *expected) {
  mote_host_error error;
  char *path = mote_path_join(folder, name, &error);
  CHECK(path && strcmp(path, expected) == 0);
  free(path);
}

static void test_paths(void) {
  check_join("a", "b", "a/b");
  check_join("a/", "b", "a/b");
  check_join("", "b", "b");
  check_join("/", "b", "/b");
  CHECK(mote_path_has_extension("a.NPY", ".npy"));
  CHECK(!mote_path_has_extension(".npy", ".npy"));
  CHECK(!mote_path_has_extension("a.npz", ".npy"));
}

int main(void) {
  char folder[] = "/tmp/mote-file-test-XXXXXX";
  if (!mkdtemp(folder) || chdir(folder) != 0) {
    perror(folder);
    return 1;
  }
  test_errors();
  test_round_trip();
  test_large_file();
  test_read_errors();
  test_atomic_write();
  test_links_and_devices();
  test_write_errors();
  test_directories();
  test_paths();
  const char *const left[] = {"a", "empty", "large", "link", "kept"};
  for (size_t i = 0; i < sizeof left / sizeof left[0]; i++) {
    CHECK(unlink(left[i]) == 0);
  }
  CHECK(rmdir("d/e/f") == 0 && rmdir("d/e") == 0 && rmdir("d") == 0);
  CHECK(chdir("/") == 0 && rmdir(folder) == 0); /* fails if anything was left behind */
  return check_report();
}
