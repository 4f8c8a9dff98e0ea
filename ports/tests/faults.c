/* SPDX-License-Identifier: Apache-2.0 */
/* Deliberate faults, each at a labelled instruction. */
#include <stddef.h>
#include <stdint.h>

#include "selftest.h"

#define NOWHERE 0x3F000000u /* no board has memory there */

extern const char mote_port_fault_at_undefined[];
extern const char mote_port_fault_at_bus[];
extern const char mote_port_fault_at_unaligned[];
extern const char mote_port_fault_at_division[];

/* Aligned, because QEMU reports a jump to an address that is neither odd nor a multiple of four as an unaligned access. */
__attribute__((noinline, aligned(4))) static void undefined_instruction(void) {
  __asm__ volatile(".global mote_port_fault_at_undefined\nmote_port_fault_at_undefined: udf #7");
}

__attribute__((noinline)) static void bus_error(void) {
  uint32_t value = NOWHERE;
  __asm__ volatile(".global mote_port_fault_at_bus\nmote_port_fault_at_bus: ldr %0, [%0]" : "+l"(value));
}

__attribute__((noinline)) static void unaligned_access(void) {
  /* Several registers at once: that needs alignment on every core. */
  uint32_t words[2] = {1, 2};
  uintptr_t address = (uintptr_t)words + 1;
  __asm__ volatile(".global mote_port_fault_at_unaligned\nmote_port_fault_at_unaligned: ldm %0!, {r2, r3}"
                   : "+l"(address)::"r2", "r3", "memory");
}

__attribute__((noinline)) static void bad_jump(void) {
  const uintptr_t even = (uintptr_t)undefined_instruction & ~(uintptr_t)1;
  ((void (*)(void))even)();
}

__attribute__((noinline)) static void fetch_nothing(void) {
  ((void (*)(void))(NOWHERE + 1))();
}

static volatile uint32_t deepest = UINT32_MAX;

__attribute__((noinline)) static uint32_t recurse(uint32_t depth) {
  volatile uint32_t filler[16];
  filler[depth % 16] = depth;
  return depth == deepest ? 0 : recurse(depth + 1) + filler[depth % 16];
}

static void overflow_stack(void) {
  recurse(0);
}

#if __ARM_ARCH_ISA_THUMB >= 2
__attribute__((noinline)) static void divide_by_zero(void) {
  uint32_t value = 0;
  __asm__ volatile(".global mote_port_fault_at_division\nmote_port_fault_at_division: udiv %0, %0, %0" : "+r"(value));
}
#endif

const mote_port_fault_case mote_port_fault_cases[] = {
    {"undefined", undefined_instruction, mote_port_fault_at_undefined},
    {"bus", bus_error, mote_port_fault_at_bus},
    {"unaligned", unaligned_access, mote_port_fault_at_unaligned},
    {"jump", bad_jump, NULL},
    {"fetch", fetch_nothing, NULL},
    {"overflow", overflow_stack, NULL},
#if __ARM_ARCH_ISA_THUMB >= 2
    {"division", divide_by_zero, mote_port_fault_at_division},
#endif
    {NULL, NULL, NULL},
};
