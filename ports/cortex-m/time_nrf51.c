/* SPDX-License-Identifier: Apache-2.0 */
/* Time by TIMER0 of the nRF51, which has no SysTick: 32 bits at the core's 16 MHz (nRF51 Series Reference Manual, "TIMER"). */
#include "port_internal.h"

#define TIMER0         0x40008000u
#define TASKS_START    MOTE_PORT_REGISTER(TIMER0 + 0x000u)
#define TASKS_CAPTURE0 MOTE_PORT_REGISTER(TIMER0 + 0x040u)
#define BITMODE        MOTE_PORT_REGISTER(TIMER0 + 0x508u)
#define PRESCALER      MOTE_PORT_REGISTER(TIMER0 + 0x510u)
#define CC0            MOTE_PORT_REGISTER(TIMER0 + 0x540u)

#define BITMODE_32 3u

void mote_port_systick(void) {
  mote_port_fault();
}

uint32_t mote_port_time(void) {
  if (BITMODE != BITMODE_32) {
    BITMODE = BITMODE_32;
    PRESCALER = 0;
    TASKS_START = 1;
  }
  TASKS_CAPTURE0 = 1;
  return CC0;
}
