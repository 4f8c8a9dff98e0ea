/* SPDX-License-Identifier: Apache-2.0 */
#include "mote/mote.h"

const char *mote_status_text(mote_status status) {
#if MOTE_TEXT
#define MOTE_STATUS_CASE(name, text) text,
  static const char *const texts[] = {MOTE_STATUS_LIST(MOTE_STATUS_CASE)};
  return status < MOTE_STATUS_COUNT ? texts[status] : "unknown status";
#else
  (void)status;
  return "";
#endif
}
