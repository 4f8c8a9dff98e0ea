/* SPDX-License-Identifier: Apache-2.0 */
/* Operators of a file in words, those that mote does not know included. */
#ifndef MOTE_HOST_BUILTIN_NAMES_H
#define MOTE_HOST_BUILTIN_NAMES_H

#include "mote/mote.h"

/* The schema's name of a BuiltinOperator ("CONV_2D"); NULL for a number that it does not have. */
const char *mote_builtin_name(uint32_t code);

typedef struct {
  char text[64];
} mote_op_text;

/* "CONV_2D", a custom operator's own name with unprintable characters as '?', or "operator 300". */
mote_op_text mote_op_name_text(const mote_op_description *op);

/* "(int8, int8, int32) -> int8" */
mote_op_text mote_op_types_text(const mote_op_description *op);

#endif
