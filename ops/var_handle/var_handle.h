/* SPDX-License-Identifier: Apache-2.0 */
/*
 * VAR_HANDLE: the handle of the resource variable of a name. The loader resolves handles when it lays the model out:
 * where a handle is an operand stands the variable itself, so nothing is left to run.
 */
#ifndef MOTE_OPS_VAR_HANDLE_H
#define MOTE_OPS_VAR_HANDLE_H

#include "../common/lowering.h"

#endif
