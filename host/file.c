/* SPDX-License-Identifier: Apache-2.0 */
#define _XOPEN_SOURCE 700
#include "file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

enum { READ_BYTES = 1 << 16, TEMPORARY_TRIES = 100 };

static bool fail_errno(mote_host_error *error, const char *path, const char *action) {
  mote_host_set_error(error, "cannot %s: %s", action, strerror(errno));
  return mote_host_fail_in(error, path);
}

/* Capacity doubles, so a stream of unknown length costs time in proportion to its length. */
static bool read_stream(FILE *stream, size_t max_bytes, mote_buffer *buffer, mote_host_error *error) {
  size_t capacity = 0;
  for (;;) {
    if (buffer->size == capacity) {
      capacity = capacity ? capacity * 2 : READ_BYTES;
      uint8_t *data = realloc(buffer->data, capacity);
      if (!data) {
        return MOTE_HOST_FAIL(error, "out of memory: %zu bytes", capacity);
      }
      buffer->data = data;
    }
    buffer->size += fread(buffer->data + buffer->size, 1, capacity - buffer->size, stream);
    if (buffer->size > max_bytes) {
      return MOTE_HOST_FAIL(error, "is larger than the limit of %zu bytes", max_bytes);
    }
    if (ferror(stream)) {
      return MOTE_HOST_FAIL(error, "cannot read: %s", strerror(errno));
    }
    if (feof(stream)) {
      return true;
    }
  }
}

bool mote_file_read(const char *path, size_t max_bytes, mote_buffer *buffer, mote_host_error *error) {
  *buffer = (mote_buffer){0};
  FILE *stream = fopen(path, "rb");
  if (!stream) {
    return fail_errno(error, path, "open");
  }
  bool ok = read_stream(stream, max_bytes, buffer, error);
  fclose(stream);
  if (ok) {
    return true;
  }
  mote_buffer_free(buffer);
  return mote_host_fail_in(error, path);
}

void mote_buffer_free(mote_buffer *buffer) {
  free(buffer->data);
  *buffer = (mote_buffer){0};
}

/* Opens a new file beside the target, with the target's permissions if it exists. */
static int open_temporary(mote_file_output *output, const struct stat *old, mote_host_error *error) {
  size_t bytes = strlen(output->target) + 48;
  output->temporary = mote_host_alloc(bytes, 1, error);
  if (!output->temporary) {
    return -1;
  }
  for (int i = 0; i < TEMPORARY_TRIES; i++) {
    snprintf(output->temporary, bytes, "%s.%ld-%d.tmp", output->target, (long)getpid(), i);
    int file = open(output->temporary, O_WRONLY | O_CREAT | O_EXCL, 0666);
    if (file >= 0 && old) {
      (void)fchmod(file, old->st_mode & 07777);
    }
    if (file >= 0) {
      return file;
    }
    if (errno != EEXIST) {
      break;
    }
  }
  fail_errno(error, output->path, "create");
  free(output->temporary);
  output->temporary = NULL;
  return -1;
}

static int open_target(mote_file_output *output, mote_host_error *error) {
  struct stat old;
  bool exists = stat(output->target, &old) == 0;
  if (exists && S_ISDIR(old.st_mode)) {
    errno = EISDIR;
    fail_errno(error, output->path, "write");
    return -1;
  }
  if (!exists || S_ISREG(old.st_mode)) {
    return open_temporary(output, exists ? &old : NULL, error);
  }
  int file = open(output->target, O_WRONLY);
  if (file < 0) {
    fail_errno(error, output->path, "open");
  }
  return file;
}

bool mote_file_output_open(mote_file_output *output, const char *path, mote_host_error *error) {
  *output = (mote_file_output){.path = strdup(path), .target = realpath(path, NULL)};
  if (!output->target) {
    output->target = strdup(path); /* does not exist yet */
  }
  if (!output->path || !output->target) {
    mote_file_output_discard(output);
    return MOTE_HOST_FAIL(error, "out of memory");
  }
  int file = open_target(output, error);
  if (file >= 0) {
    output->stream = fdopen(file, "wb");
  }
  if (output->stream) {
    return true;
  }
  if (file >= 0) {
    fail_errno(error, path, "open");
    close(file);
  }
  mote_file_output_discard(output);
  return false;
}

/* Everything has to reach the file before it gets its name: fclose reports what buffered writes could not. */
static bool finish(mote_file_output *output, mote_host_error *error) {
  bool bad = fflush(output->stream) != 0 || ferror(output->stream);
  int flush_errno = errno;
  bool bad_close = fclose(output->stream) != 0;
  output->stream = NULL;
  if (bad || bad_close) {
    if (bad) {
      errno = flush_errno;
    }
    return fail_errno(error, output->path, "write");
  }
  if (output->temporary && rename(output->temporary, output->target) != 0) {
    return fail_errno(error, output->path, "write");
  }
  free(output->temporary);
  output->temporary = NULL; /* nothing left to remove */
  return true;
}

bool mote_file_output_commit(mote_file_output *output, mote_host_error *error) {
  bool ok = finish(output, error);
  mote_file_output_discard(output);
  return ok;
}

void mote_file_output_discard(mote_file_output *output) {
  if (output->stream) {
    fclose(output->stream);
  }
  if (output->temporary) {
    unlink(output->temporary);
  }
  free(output->temporary);
  free(output->target);
  free(output->path);
  *output = (mote_file_output){0};
}

bool mote_file_write(const char *path, const void *data, size_t size, mote_host_error *error) {
  mote_file_output output;
  if (!mote_file_output_open(&output, path, error)) {
    return false;
  }
  if (size) {
    fwrite(data, 1, size, output.stream);
  }
  return mote_file_output_commit(&output, error);
}

static bool make_one(char *path, mote_host_error *error) {
  struct stat status;
  if (mkdir(path, 0777) == 0) {
    return true;
  }
  int reason = errno;
  if (stat(path, &status) == 0 && S_ISDIR(status.st_mode)) {
    return true;
  }
  errno = reason;
  return fail_errno(error, path, "create the folder");
}

bool mote_directory_create(const char *path, mote_host_error *error) {
  if (path[0] == '\0') {
    return MOTE_HOST_FAIL(error, "the folder has an empty name");
  }
  char *copy = strdup(path);
  if (!copy) {
    return MOTE_HOST_FAIL(error, "out of memory");
  }
  bool ok = true;
  for (char *slash = copy; ok && (slash = strchr(slash + 1, '/')) != NULL;) {
    *slash = '\0';
    ok = make_one(copy, error);
    *slash = '/';
  }
  ok = ok && make_one(copy, error);
  free(copy);
  return ok;
}

char *mote_path_join(const char *folder, const char *name, mote_host_error *error) {
  size_t length = strlen(folder);
  size_t bytes = length + strlen(name) + 2;
  char *path = mote_host_alloc(bytes, 1, error);
  bool slash = length > 0 && folder[length - 1] != '/';
  if (path) {
    snprintf(path, bytes, "%s%s%s", folder, slash ? "/" : "", name);
  }
  return path;
}

bool mote_path_has_extension(const char *path, const char *extension) {
  size_t length = strlen(path);
  size_t extension_length = strlen(extension);
  return length > extension_length && strcasecmp(path + length - extension_length, extension) == 0;
}
