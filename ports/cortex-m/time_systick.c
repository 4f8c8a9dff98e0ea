/* SPDX-License-Identifier: Apache-2.0 */
/* Time by SysTick: 24 bits counting down, the rest counted by its interrupt. */
#include "port_internal.h"

#define RELOAD         0xFFFFFFu
#define ICSR_PENDSTSET (1u << 26)

static volatile uint32_t mote_port_systick_wraps;

void mote_port_systick(void) {
  mote_port_systick_wraps++;
}

static void start_once(void) {
  const uint32_t running = 7; /* processor clock, interrupt, enable */
  if ((SYST_CSR & running) != running) {
    SYST_RVR = RELOAD;
    SYST_CVR = 0;
    SYST_CSR = running;
  }
}

/* At a count of 0 the interrupt may or may not have been taken yet: read again. Interrupts must be enabled. */
uint32_t mote_port_time(void) {
  start_once();
  uint32_t wraps;
  uint32_t count;
  uint32_t pending;
  do {
    wraps = mote_port_systick_wraps;
    count = SYST_CVR;
    pending = SCB_ICSR & ICSR_PENDSTSET;
  } while (count == 0 || pending || wraps != mote_port_systick_wraps);
  return wraps << 24 | ((0 - count) & RELOAD);
}
