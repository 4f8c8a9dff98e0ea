/* SPDX-License-Identifier: Apache-2.0 */
/* Stack, memory and instruction measures. */
#include "port_internal.h"

#define PAINT           0xA5C3F00Fu
#define OWN_FRAME_WORDS 16 /* the compiler may read sp before it saves registers */

void mote_port_stack_paint(void) {
  uint32_t *sp;
  __asm__ volatile("mov %0, sp" : "=r"(sp));
  for (volatile uint32_t *word = mote_port_stack_limit; word < sp - OWN_FRAME_WORDS; word++) {
    *word = PAINT;
  }
}

uint32_t mote_port_stack_used(void) {
  const volatile uint32_t *word = mote_port_stack_limit;
  while (word < mote_port_stack_top && *word == PAINT) {
    word++;
  }
  return (uint32_t)((uintptr_t)mote_port_stack_top - (uintptr_t)word);
}

uint32_t mote_port_stack_bytes(void) {
  return (uint32_t)((uintptr_t)mote_port_stack_top - (uintptr_t)mote_port_stack_limit);
}

uint32_t mote_port_flash_used(void) {
  return (uint32_t)(uintptr_t)mote_port_flash_bytes;
}

uint32_t mote_port_ram_used(void) {
  return (uint32_t)(uintptr_t)mote_port_ram_bytes;
}

mote_port_memory mote_port_free_ram(void) {
  return (mote_port_memory){mote_port_free_ram_start,
                            (uint32_t)((uintptr_t)mote_port_free_ram_end - (uintptr_t)mote_port_free_ram_start)};
}

mote_port_memory mote_port_free_flash(void) {
  return (mote_port_memory){mote_port_free_flash_start,
                            (uint32_t)((uintptr_t)mote_port_free_flash_end - (uintptr_t)mote_port_free_flash_start)};
}

/* The assembly comments keep the compiler from merging the two into one address. */
__attribute__((noinline, used)) void mote_port_measure_begin(void) {
  __asm__ volatile("@ begin" ::: "memory");
}

__attribute__((noinline, used)) void mote_port_measure_end(void) {
  __asm__ volatile("@ end" ::: "memory");
}
