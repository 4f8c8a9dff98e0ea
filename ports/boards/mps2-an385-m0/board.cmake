# SPDX-License-Identifier: Apache-2.0
# Arm MPS2, AN385, running Armv6-M code: what a Cortex-M0 would execute, with plenty of memory.
set(MOTE_CPU cortex-m0)
set(MOTE_BOARD_MEMORY ${MOTE_PORT_DIR}/boards/mps2-an385/memory.ld)
set(MOTE_BOARD_CLOCK_HZ 25000000)
set(MOTE_BOARD_STACK_BYTES 16384)
set(MOTE_BOARD_BIG_BYTES 16777216)
set(MOTE_BOARD_UART_SOURCE ${MOTE_PORT_DIR}/cortex-m/uart_cmsdk.c)
set(MOTE_BOARD_UART_BASE 0x40004000)
set(MOTE_BOARD_TIME_SOURCE ${MOTE_PORT_DIR}/cortex-m/time_systick.c)
set(MOTE_BOARD_QEMU_MACHINE mps2-an385)
