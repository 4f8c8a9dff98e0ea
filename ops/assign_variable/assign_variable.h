/* SPDX-License-Identifier: Apache-2.0 */
/* ASSIGN_VARIABLE: sets the variable that the handle, input 0, stands for, to input 1. */
#ifndef MOTE_OPS_ASSIGN_VARIABLE_H
#define MOTE_OPS_ASSIGN_VARIABLE_H

#include "../common/copy.h"

#endif
