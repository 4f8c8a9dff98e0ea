/* SPDX-License-Identifier: Apache-2.0 */
/* A model on the host: read, verified with all kernels, measured for the device, and made ready to run. */
#ifndef MOTE_CLI_MODEL_H
#define MOTE_CLI_MODEL_H

#include "cli/cli.h"
#include "host/file.h"
#include "mote/kernel.h"

typedef struct {
  const char *path;
  mote_buffer file;
  mote_model model;
  mote_buffer arena;
  mote_instance *instance;
  mote_needs device, host;   /* what it needs on a machine with 4-byte pointers, and on this one */
  uint32_t arena_bytes;      /* all of it, there */
  uint32_t host_arena_bytes; /* and here */
} mote_cli_model;

/* Opens the model that is the command's operand. On failure says why (every unsupported operator at once) and returns
 * the exit code; the model is to be closed in any case. */
int mote_cli_open_model(const mote_cli_args *args, mote_cli_model *model);
void mote_cli_close_model(mote_cli_model *model);

/* "operator 3 (CONV_2D), tensor 7 'conv/weights': the shape ...: needed 3, got 4" */
void mote_cli_describe_error(const mote_model *model, const mote_error *error, char *text, size_t text_bytes);

#endif
