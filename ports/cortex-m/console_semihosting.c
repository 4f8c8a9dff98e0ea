/* SPDX-License-Identifier: Apache-2.0 */
/* Console on the host's standard output, which semihosting opens under the name ":tt". */
#include "port_internal.h"
#include "semihosting.h"

#define MODE_W 4u

static int32_t mote_port_console_file; /* 0: not opened yet; handles are positive */

void mote_port_write(const char *text, uint32_t length_bytes) {
  if (mote_port_console_file == 0) {
    mote_port_console_file = mote_port_semihosting_open(":tt", MODE_W);
  }
  if (mote_port_console_file > 0) {
    mote_port_file_write(mote_port_console_file, text, length_bytes);
  }
}
