/* SPDX-License-Identifier: Apache-2.0 */
/* READ_VARIABLE: the value of the variable that the handle, input 0, stands for. A variable that was never set is 0. */
#ifndef MOTE_OPS_READ_VARIABLE_H
#define MOTE_OPS_READ_VARIABLE_H

#include "../common/copy.h"

#endif
