/* SPDX-License-Identifier: Apache-2.0 */
/* SELECT: y = condition ? a : b. The condition has the shape of a and b, or is one bool for all, or a vector of one for
 * each of a's outermost slices. */
#ifndef MOTE_OPS_SELECT_H
#define MOTE_OPS_SELECT_H

#include "../common/choose.h"

typedef struct mote_select_params {
  int32_t count, slice_bytes; /* an element of the condition is for so many bytes; of one for all there is count 1 */
} mote_select_params;

void mote_select(const mote_select_params *p, const uint8_t *condition, const void *a, const void *b, void *y);

#endif
