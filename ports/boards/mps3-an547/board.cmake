# SPDX-License-Identifier: Apache-2.0
# Arm MPS3, AN547: Cortex-M55 with MVE, running in the secure state.
set(MOTE_CPU cortex-m55)
set(MOTE_BOARD_CLOCK_HZ 32000000)
set(MOTE_BOARD_STACK_BYTES 16384)
set(MOTE_BOARD_BIG_BYTES 50331648)
set(MOTE_BOARD_UART_SOURCE ${MOTE_PORT_DIR}/cortex-m/uart_cmsdk.c)
set(MOTE_BOARD_UART_BASE 0x59303000)
set(MOTE_BOARD_TIME_SOURCE ${MOTE_PORT_DIR}/cortex-m/time_systick.c)
set(MOTE_BOARD_QEMU_MACHINE mps3-an547)
