/* SPDX-License-Identifier: Apache-2.0 */
/* ZEROS_LIKE: zeros in the shape and type of x. */
#ifndef MOTE_OPS_ZEROS_LIKE_H
#define MOTE_OPS_ZEROS_LIKE_H

#include "../common/copy.h"

#endif
