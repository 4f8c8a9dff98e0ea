/* SPDX-License-Identifier: Apache-2.0 */
/* What the files of this folder share: the core's registers, the linker script's symbols and the board's hook. */
#ifndef MOTE_PORT_INTERNAL_H
#define MOTE_PORT_INTERNAL_H

#include <stdint.h>

#include "mote_port.h"

#define MOTE_PORT_REGISTER(address) (*(volatile uint32_t *)(uintptr_t)(address))

/* System control block, MPU and SysTick (Armv6-M, v7-M and v8-M architecture manuals, "System address map"). The layout of
 * the MPU's region registers is that of Armv6-M and v7-M. */
#define SYST_CSR  MOTE_PORT_REGISTER(0xE000E010u)
#define SYST_RVR  MOTE_PORT_REGISTER(0xE000E014u)
#define SYST_CVR  MOTE_PORT_REGISTER(0xE000E018u)
#define SCB_ICSR  MOTE_PORT_REGISTER(0xE000ED04u)
#define SCB_CCR   MOTE_PORT_REGISTER(0xE000ED14u)
#define SCB_CFSR  MOTE_PORT_REGISTER(0xE000ED28u)
#define SCB_HFSR  MOTE_PORT_REGISTER(0xE000ED2Cu)
#define SCB_MMFAR MOTE_PORT_REGISTER(0xE000ED34u)
#define SCB_BFAR  MOTE_PORT_REGISTER(0xE000ED38u)
#define MPU_TYPE  MOTE_PORT_REGISTER(0xE000ED90u)
#define MPU_CTRL  MOTE_PORT_REGISTER(0xE000ED94u)
#define MPU_RNR   MOTE_PORT_REGISTER(0xE000ED98u)
#define MPU_RBAR  MOTE_PORT_REGISTER(0xE000ED9Cu)
#define MPU_RASR  MOTE_PORT_REGISTER(0xE000EDA0u)
#define SCB_CPACR MOTE_PORT_REGISTER(0xE000ED88u)

/* Armv7-M, v7E-M and v8-M mainline: Thumb-2, fault status registers. Armv6-M has neither. */
#define MOTE_PORT_MAINLINE (__ARM_ARCH_ISA_THUMB >= 2)

/* Defined by sections.ld. Their addresses are the values. */
extern uint32_t mote_port_stack_limit[];
extern uint32_t mote_port_stack_top[];
extern uint8_t mote_port_data_start[];
extern uint8_t mote_port_data_load[];
extern uint8_t mote_port_data_size[];
extern uint8_t mote_port_bss_start[];
extern uint8_t mote_port_bss_size[];
extern uint8_t mote_port_text_start[];
extern uint8_t mote_port_text_end[];
extern uint8_t mote_port_ram_start[];
extern uint8_t mote_port_ram_end[];
extern uint8_t mote_port_flash_bytes[];
extern uint8_t mote_port_ram_bytes[];
extern uint8_t mote_port_free_ram_start[];
extern uint8_t mote_port_free_ram_end[];
extern uint8_t mote_port_free_flash_start[];
extern uint8_t mote_port_free_flash_end[];

/* Clocks, caches, external memory: a board that needs any defines this in its own source file. Runs before .data and .bss
 * are set up, so it may use neither. */
void mote_port_board_init(void);

/* Exception entries for the vector table. */
void mote_port_reset(void);
void mote_port_fault(void);
void mote_port_systick(void);

#endif
