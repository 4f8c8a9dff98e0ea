/* SPDX-License-Identifier: Apache-2.0 */
/* Every exception that nobody handles ends here: says in words what happened and where, and exits with a failure status. */
#include "port_internal.h"

#define FRAME_WORDS        8u
#define REPORT_STACK_BYTES 512

enum { R0, R1, R2, R3, R12, LR, PC, XPSR }; /* order of the stacked frame */

void mote_port_fault_report(uint32_t *frame, uint32_t exc_return);

/* Finds the stack that holds the frame. When less than REPORT_STACK_BYTES are left above the limit, as after an overflow,
 * the report runs on the top of the stack, whose contents are not needed any more. */
__attribute__((naked)) void mote_port_fault(void) {
  __asm__ volatile(".syntax unified\n"
                   "  mov   r1, lr\n"
                   "  movs  r2, #4\n"
                   "  tst   r1, r2\n" /* EXC_RETURN bit 2: which stack pointer was in use */
                   "  mrs   r0, msp\n"
                   "  beq   1f\n"
                   "  mrs   r0, psp\n"
                   "1:\n"
                   "  mrs   r2, msp\n"
                   "  ldr   r3, =mote_port_stack_limit + %c0\n"
                   "  cmp   r2, r3\n"
                   "  bhs   2f\n"
                   "  ldr   r3, =mote_port_stack_top\n"
                   "  msr   msp, r3\n"
                   "2:\n"
                   "  ldr   r2, =mote_port_fault_report\n"
                   "  bx    r2\n"
                   "  .ltorg\n" ::"i"(REPORT_STACK_BYTES));
}

#if MOTE_PORT_MAINLINE
#define CFSR_MSTKERR (1u << 4)
#define CFSR_STKERR  (1u << 12)

typedef struct {
  uint8_t bit;
  const char *text;
} mote_port_cause;

static const mote_port_cause cfsr_causes[] = {
    {0, "IACCVIOL: instruction fetch from memory that may not be executed"},
    {1, "DACCVIOL: data access to protected memory"},
    {3, "MUNSTKERR: protected memory while leaving an exception"},
    {4, "MSTKERR: protected memory while saving registers on entry to an exception"},
    {5, "MLSPERR: protected memory while saving floating-point registers"},
    {8, "IBUSERR: instruction fetch from an address that has no memory"},
    {9, "PRECISERR: data access to an address that has no memory"},
    {10, "IMPRECISERR: earlier write to an address that has no memory (pc is later than the write)"},
    {11, "UNSTKERR: bus error while leaving an exception"},
    {12, "STKERR: bus error while saving registers on entry to an exception"},
    {13, "LSPERR: bus error while saving floating-point registers"},
    {16, "UNDEFINSTR: undefined instruction"},
    {17, "INVSTATE: jump to an address with bit 0 clear, or other invalid state"},
    {18, "INVPC: invalid return from an exception"},
    {19, "NOCP: floating-point, vector or coprocessor instruction where there is none or it is off"},
    {20, "STKOF: stack overflow, stack limit register"},
    {24, "UNALIGNED: unaligned data access"},
    {25, "DIVBYZERO: integer division by zero"},
};

static const mote_port_cause hfsr_causes[] = {
    {1, "VECTTBL: bus error while reading the vector table"},
    {31, "DEBUGEVT: breakpoint instruction without a debugger"},
};

static void print_causes(uint32_t bits, const mote_port_cause *causes, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    if (bits >> causes[i].bit & 1) {
      mote_port_printf("  %s\n", causes[i].text);
    }
  }
}

static void print_status_registers(void) {
  const uint32_t cfsr = SCB_CFSR;
  const uint32_t hfsr = SCB_HFSR;
  print_causes(cfsr, cfsr_causes, sizeof cfsr_causes / sizeof *cfsr_causes);
  print_causes(hfsr, hfsr_causes, sizeof hfsr_causes / sizeof *hfsr_causes);
  if (cfsr >> 7 & 1) {
    mote_port_printf("  data address (MMFAR) 0x%08lx\n", (unsigned long)SCB_MMFAR);
  }
  if (cfsr >> 15 & 1) {
    mote_port_printf("  data address (BFAR) 0x%08lx\n", (unsigned long)SCB_BFAR);
  }
  mote_port_printf("  cfsr 0x%08lx hfsr 0x%08lx\n", (unsigned long)cfsr, (unsigned long)hfsr);
}

static int registers_were_saved(void) {
  return (SCB_CFSR & (CFSR_MSTKERR | CFSR_STKERR)) == 0;
}
#else
static void print_status_registers(void) {
  mote_port_printf("  (Armv6-M does not record the cause)\n");
}

static int registers_were_saved(void) {
  return 1;
}
#endif

static const char *exception_name(uint32_t number) {
  switch (number) {
  case 2: return "NMI";
  case 3: return "HardFault";
  case 4: return "MemManage fault";
  case 5: return "BusFault";
  case 6: return "UsageFault";
  case 7: return "SecureFault";
  default: return "unexpected exception";
  }
}

static uint32_t interrupted_sp(const uint32_t *frame, uint32_t exc_return) {
  uint32_t words = FRAME_WORDS;
#if defined(__ARM_FP) || defined(__ARM_FEATURE_MVE)
  if (!(exc_return >> 4 & 1)) {
    words += 18; /* s0-s15, FPSCR, VPR or reserved */
  }
#else
  (void)exc_return;
#endif
  words += frame[XPSR] >> 9 & 1; /* alignment word */
  return (uint32_t)(uintptr_t)(frame + words);
}

static void print_registers(const uint32_t *frame, uint32_t exc_return) {
  static const char names[FRAME_WORDS][5] = {"r0", "r1", "r2", "r3", "r12", "lr", "pc", "xpsr"};
  const uintptr_t start = (uintptr_t)frame;
  if (start <= (uintptr_t)mote_port_stack_limit) { /* equal: where Armv8-M stops the stack pointer */
    mote_port_printf("  stack overflow: sp 0x%08lx reached the limit 0x%08lx; link with more STACK_BYTES\n",
                     (unsigned long)start, (unsigned long)(uintptr_t)mote_port_stack_limit);
  } else if (!registers_were_saved() || start > (uintptr_t)mote_port_ram_end - FRAME_WORDS * sizeof *frame) {
    mote_port_printf("  sp 0x%08lx is no stack: the registers could not be saved\n", (unsigned long)start);
  } else {
    for (uint32_t i = 0; i < FRAME_WORDS; i++) {
      mote_port_printf("  %-4s 0x%08lx%s", names[i], (unsigned long)frame[i], i % 4 == 3 ? "\n" : "");
    }
    mote_port_printf("  sp   0x%08lx\n", (unsigned long)interrupted_sp(frame, exc_return));
  }
}

/* A semihosting call when no host listens: step over it and let it fail, so that the program runs without a debugger. */
static int skip_semihosting_call(uint32_t *frame) {
  const uintptr_t start = (uintptr_t)frame;
  if (start < (uintptr_t)mote_port_stack_limit + REPORT_STACK_BYTES || start >= (uintptr_t)mote_port_stack_top) {
    return 0;
  }
  const uintptr_t pc = frame[PC];
  if (pc < (uintptr_t)mote_port_text_start || pc >= (uintptr_t)mote_port_text_end || *(const uint16_t *)pc != 0xBEABu) {
    return 0;
  }
  frame[R0] = UINT32_MAX;
  frame[PC] += 2;
  return 1;
}

/* Entered with lr still holding EXC_RETURN, so that returning from here ends the exception. */
__attribute__((used)) void mote_port_fault_report(uint32_t *frame, uint32_t exc_return) {
  uint32_t exception;
  __asm__ volatile("mrs %0, ipsr" : "=r"(exception));
  if (exception == 3 && skip_semihosting_call(frame)) {
    return;
  }
  mote_port_printf("\n*** %s (exception %lu)\n", exception_name(exception), (unsigned long)exception);
  print_status_registers();
  print_registers(frame, exc_return);
  mote_port_exit(MOTE_PORT_FAULT_STATUS);
}
