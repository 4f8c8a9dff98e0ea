/* SPDX-License-Identifier: Apache-2.0 */
/* Console on the UART of the nRF51, 115200 baud (nRF51 Series Reference Manual, "UART"). */
#include "port_internal.h"

#define TASKS_STARTTX MOTE_PORT_REGISTER(MOTE_PORT_UART_BASE + 0x008u)
#define EVENTS_TXDRDY MOTE_PORT_REGISTER(MOTE_PORT_UART_BASE + 0x11Cu)
#define ENABLE        MOTE_PORT_REGISTER(MOTE_PORT_UART_BASE + 0x500u)
#define PSELTXD       MOTE_PORT_REGISTER(MOTE_PORT_UART_BASE + 0x50Cu)
#define TXD           MOTE_PORT_REGISTER(MOTE_PORT_UART_BASE + 0x51Cu)
#define BAUDRATE      MOTE_PORT_REGISTER(MOTE_PORT_UART_BASE + 0x524u)

#define ENABLED         4u
#define BAUD_115200     0x01D7E000u
#define MICROBIT_TX_PIN 24u

void mote_port_write(const char *text, uint32_t length_bytes) {
  if (ENABLE != ENABLED) {
    PSELTXD = MICROBIT_TX_PIN;
    BAUDRATE = BAUD_115200;
    ENABLE = ENABLED;
    TASKS_STARTTX = 1;
  }
  for (uint32_t i = 0; i < length_bytes; i++) {
    EVENTS_TXDRDY = 0;
    TXD = (uint8_t)text[i];
    while (!EVENTS_TXDRDY) {}
  }
}
