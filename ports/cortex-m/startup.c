/* SPDX-License-Identifier: Apache-2.0 */
/* Vector table and reset. */
#include <string.h>

#include "port_internal.h"

int main(void);

typedef struct {
  void *initial_stack;
  void (*handlers[15])(void); /* exceptions 1 to 15 */
} mote_port_vector_table;

/* No external interrupt is enabled here; a firmware that uses them brings its vendor's table instead of this file. */
__attribute__((section(".vectors"), used)) const mote_port_vector_table mote_port_vectors = {
    mote_port_stack_top,
    {mote_port_reset, mote_port_fault, mote_port_fault, mote_port_fault, mote_port_fault, mote_port_fault,
     mote_port_fault, mote_port_fault, mote_port_fault, mote_port_fault, mote_port_fault, mote_port_fault,
     mote_port_fault, mote_port_fault, mote_port_systick},
};

__attribute__((weak)) void mote_port_board_init(void) {}

/* Not inlined into reset: the compiler may use floating-point or vector registers here, even in the prologue. */
__attribute__((noinline)) _Noreturn static void start(void) {
  mote_port_board_init();
  memcpy(mote_port_data_start, mote_port_data_load, (uintptr_t)mote_port_data_size);
  memset(mote_port_bss_start, 0, (uintptr_t)mote_port_bss_size);
  mote_port_exit(main());
}

/* A stack overflow must fault. Armv8-M has a register for that. Before it, the stack stands at the start of RAM with nothing
 * below, but some boards ignore accesses there: an MPU, where the core has one, forbids them. */
#if __ARM_ARCH >= 8 && MOTE_PORT_MAINLINE
static void guard_stack(void) {
  __asm__ volatile("msr msplim, %0" ::"r"(mote_port_stack_limit));
}
#else
#define GUARD_BYTES        1024u
#define RASR_SIZE_1024     (9u << 1)
#define RASR_ENABLE        1u
#define RASR_EXECUTE_NEVER (1u << 28) /* the access field's 0 is: none */

static void guard_stack(void) {
  if (MPU_TYPE != 0) {
    MPU_RNR = 0;
    MPU_RBAR = (uint32_t)(uintptr_t)mote_port_stack_limit - GUARD_BYTES;
    MPU_RASR = RASR_EXECUTE_NEVER | RASR_SIZE_1024 | RASR_ENABLE;
    MPU_CTRL = 1u << 2 | 1u; /* on, default map everywhere else, off in the fault handler */
  }
}
#endif

static void set_up_core(void) {
  guard_stack();
#if MOTE_PORT_MAINLINE
  SCB_CCR |= 1u << 4; /* integer division by zero faults instead of giving 0 */
#endif
#if defined(__ARM_FP) || defined(__ARM_FEATURE_MVE)
  SCB_CPACR |= 0xFu << 20; /* full access to coprocessors 10 and 11: FPU and MVE */
#endif
#if defined(__ARM_FEATURE_MVE)
  SCB_CCR |= 1u << 19; /* low-overhead loops */
#endif
  __asm__ volatile("dsb\n\tisb" ::: "memory");
}

void mote_port_reset(void) {
  set_up_core();
  start();
}
