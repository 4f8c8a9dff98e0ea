/* SPDX-License-Identifier: Apache-2.0 */
/* Whole files in, whole files out. Errors name the path and the system's reason. */
#ifndef MOTE_HOST_FILE_H
#define MOTE_HOST_FILE_H

#include "error.h"

#include <stdint.h>
#include <stdio.h>

/* More than any input that mote reads; protects against being pointed at a disk image or an endless device. */
#define MOTE_FILE_MAX_BYTES ((size_t)1 << 30)

typedef struct {
  uint8_t *data; /* aligned for any type; freed by mote_buffer_free */
  size_t size;
} mote_buffer;

/* Reads all of `path`; a file of more than `max_bytes` is an error. */
bool mote_file_read(const char *path, size_t max_bytes, mote_buffer *buffer, mote_host_error *error);

/* Frees the data and empties the buffer. */
void mote_buffer_free(mote_buffer *buffer);

/* A file being written. It has a temporary name in its folder until mote_file_output_commit gives it its own, so nobody
 * ever sees half of it and a failure leaves the old file as it was. A symbolic link keeps pointing to its file, and
 * what is not a regular file (a device, a pipe) is written directly. */
typedef struct {
  FILE *stream;    /* to be written to; write errors are kept until commit */
  char *path;      /* as the user gave it, for messages */
  char *target;    /* what to write: the path with its links followed */
  char *temporary; /* NULL where the target is written directly */
} mote_file_output;

bool mote_file_output_open(mote_file_output *output, const char *path, mote_host_error *error);

/* Closes the stream and renames the file, or reports the first error there was and removes it. Frees the output. */
bool mote_file_output_commit(mote_file_output *output, mote_host_error *error);

/* Closes the stream and removes the temporary file. Frees the output. */
void mote_file_output_discard(mote_file_output *output);

/* open, write, commit */
bool mote_file_write(const char *path, const void *data, size_t size, mote_host_error *error);

/* Makes the folder and those above it that are missing. An existing folder is no error. */
bool mote_directory_create(const char *path, mote_host_error *error);

/* "FOLDER/NAME" to be freed with free(), or NULL with the text set. */
char *mote_path_join(const char *folder, const char *name, mote_host_error *error);

/* Whether the path ends in this extension (".npy"), in whatever case. */
bool mote_path_has_extension(const char *path, const char *extension);

#endif
