/* SPDX-License-Identifier: Apache-2.0 */
/* Console on the UART of Arm's Cortex-M System Design Kit (CMSDK Technical Reference Manual, "APB UART"). */
#include "port_internal.h"

#define DATA    MOTE_PORT_REGISTER(MOTE_PORT_UART_BASE + 0x00u)
#define STATE   MOTE_PORT_REGISTER(MOTE_PORT_UART_BASE + 0x04u)
#define CTRL    MOTE_PORT_REGISTER(MOTE_PORT_UART_BASE + 0x08u)
#define BAUDDIV MOTE_PORT_REGISTER(MOTE_PORT_UART_BASE + 0x10u)

#define STATE_TX_FULL  1u
#define CTRL_TX_ENABLE 1u
#define BAUD           115200u

void mote_port_write(const char *text, uint32_t length_bytes) {
  if (!(CTRL & CTRL_TX_ENABLE)) {
    BAUDDIV = MOTE_PORT_CLOCK_HZ / BAUD;
    CTRL = CTRL_TX_ENABLE;
  }
  for (uint32_t i = 0; i < length_bytes; i++) {
    while (STATE & STATE_TX_FULL) {}
    DATA = (uint8_t)text[i];
  }
}
