# SPDX-License-Identifier: Apache-2.0
# Arm MPS2, AN505: Cortex-M33 with FPU, running in the secure state.
set(MOTE_CPU cortex-m33f)
set(MOTE_BOARD_CLOCK_HZ 20000000)
set(MOTE_BOARD_STACK_BYTES 16384)
set(MOTE_BOARD_BIG_BYTES 16777216)
set(MOTE_BOARD_UART_SOURCE ${MOTE_PORT_DIR}/cortex-m/uart_cmsdk.c)
set(MOTE_BOARD_UART_BASE 0x50200000)
set(MOTE_BOARD_TIME_SOURCE ${MOTE_PORT_DIR}/cortex-m/time_systick.c)
set(MOTE_BOARD_QEMU_MACHINE mps2-an505)
