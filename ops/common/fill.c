/* SPDX-License-Identifier: Apache-2.0 */
#include "fill.h"

#include <string.h>

void mote_fill(uint32_t count, uint32_t element_bytes, const void *value, void *y) {
  if (element_bytes == 1) {
    memset(y, *(const uint8_t *)value, count);
    return;
  }
  uint32_t bytes = count * element_bytes;
  memcpy(y, value, element_bytes);
  for (uint32_t done = element_bytes; done < bytes;) { /* the filled part doubles until all is */
    uint32_t more = bytes - done < done ? bytes - done : done;
    memcpy((uint8_t *)y + done, y, more);
    done += more;
  }
}
