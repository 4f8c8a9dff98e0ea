# SPDX-License-Identifier: Apache-2.0
# Arm MPS2, AN385: Cortex-M3.
set(MOTE_CPU cortex-m3)
set(MOTE_BOARD_CLOCK_HZ 25000000)
set(MOTE_BOARD_STACK_BYTES 16384)
set(MOTE_BOARD_UART_SOURCE ../../cortex-m/uart_cmsdk.c)
set(MOTE_BOARD_UART_BASE 0x40004000)
set(MOTE_BOARD_TIME_SOURCE ../../cortex-m/time_systick.c)
set(MOTE_BOARD_QEMU_MACHINE mps2-an385)
