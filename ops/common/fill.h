/* SPDX-License-Identifier: Apache-2.0 */
/* Memory that is one element, again and again. */
#ifndef MOTE_OPS_COMMON_FILL_H
#define MOTE_OPS_COMMON_FILL_H

#include <stdint.h>

/* y becomes `count` (at least 1) elements like the one at `value`. */
void mote_fill(uint32_t count, uint32_t element_bytes, const void *value, void *y);

#endif
