# SPDX-License-Identifier: Apache-2.0
# BBC micro:bit (version 1): nRF51822, Cortex-M0.
set(MOTE_CPU cortex-m0)
set(MOTE_BOARD_CLOCK_HZ 16000000)
set(MOTE_BOARD_STACK_BYTES 2048)
set(MOTE_BOARD_UART_SOURCE ${MOTE_PORT_DIR}/cortex-m/uart_nrf51.c)
set(MOTE_BOARD_UART_BASE 0x40002000)
set(MOTE_BOARD_TIME_SOURCE ${MOTE_PORT_DIR}/cortex-m/time_nrf51.c)
set(MOTE_BOARD_QEMU_MACHINE microbit)
