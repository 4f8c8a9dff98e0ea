/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A QEMU TCG plugin that counts how often each translated block of a firmware runs, between two marker functions.
 *
 *     -plugin libblocks.so,begin=ADDRESS,end=ADDRESS,lap=ADDRESS,out=FILE
 *
 * Counting starts when `begin` is called and stops when `end` is; a call of `lap` starts another part. FILE gets lines
 *     run N                      the N-th begin..end pair
 *     part N                     its N-th part (0 before the first lap)
 *     block PC COUNT RUNS LEFT   a block: its address, its instructions, how often it ran, and how often the next block
 *                                was not the one behind it in memory (its branch was taken)
 * bench/cycles.py turns them into instructions and modelled cycles. The API is version 1 (QEMU 6 and later); Debian does
 * not package its header, so the few functions are declared here.
 */
#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define EXPORT __attribute__((visibility("default")))

typedef uint64_t qemu_plugin_id_t;
struct qemu_plugin_tb;
struct qemu_plugin_insn;
typedef void (*translate_callback)(qemu_plugin_id_t, struct qemu_plugin_tb *);
typedef void (*run_callback)(unsigned, void *);
typedef void (*exit_callback)(qemu_plugin_id_t, void *);
enum { NO_REGISTERS = 0 };

void qemu_plugin_register_vcpu_tb_trans_cb(qemu_plugin_id_t id, translate_callback callback);
void qemu_plugin_register_vcpu_tb_exec_cb(struct qemu_plugin_tb *tb, run_callback callback, int flags, void *data);
void qemu_plugin_register_vcpu_insn_exec_cb(struct qemu_plugin_insn *insn, run_callback callback, int flags,
                                            void *data);
void qemu_plugin_register_atexit_cb(qemu_plugin_id_t id, exit_callback callback, void *data);
size_t qemu_plugin_tb_n_insns(const struct qemu_plugin_tb *tb);
struct qemu_plugin_insn *qemu_plugin_tb_get_insn(const struct qemu_plugin_tb *tb, size_t index);
uint64_t qemu_plugin_insn_vaddr(const struct qemu_plugin_insn *insn);
const void *qemu_plugin_insn_data(const struct qemu_plugin_insn *insn);

EXPORT int qemu_plugin_version = 1;
EXPORT int qemu_plugin_install(qemu_plugin_id_t id, const void *info, int argc, char **argv);

typedef struct block {
  uint32_t pc, end; /* end: the address behind the last instruction */
  uint32_t count;   /* of instructions */
  uint64_t runs, left;
  struct block *next; /* of those that ran in this part */
  bool listed;
} block;

typedef enum { BEGIN, END, LAP, MARKERS } marker;

static uint32_t marker_address[MARKERS];
static FILE *out;
static block *listed, *previous;
static bool counting;
static unsigned run_number, part_number;

/* Writes the counts of the part that ends, and starts from zero. */
static void write_part(void) {
  for (block *b = listed, *next; b != NULL; b = next) {
    next = b->next;
    if (b->runs > 0) {
      fprintf(out, "block %" PRIx32 " %" PRIu32 " %" PRIu64 " %" PRIu64 "\n", b->pc, b->count, b->runs, b->left);
    }
    b->runs = b->left = 0;
    b->listed = false;
  }
  listed = previous = NULL;
}

static void block_runs(unsigned cpu, void *data) {
  (void)cpu;
  block *b = data;
  if (!counting) {
    return;
  }
  if (previous != NULL && previous->end != b->pc) {
    previous->left++;
  }
  if (!b->listed) {
    b->listed = true;
    b->next = listed;
    listed = b;
  }
  b->runs++;
  previous = b;
}

/* The marker's own block has run already: it does not count on either side. */
static void begin_runs(unsigned cpu, void *data) {
  (void)cpu;
  (void)data;
  counting = true;
  listed = previous = NULL;
  part_number = 0;
  fprintf(out, "run %u\npart 0\n", run_number++);
}

static void end_runs(unsigned cpu, void *data) {
  (void)cpu;
  if (counting) {
    ((block *)data)->runs--;
    counting = false;
    write_part();
  }
}

static void lap_runs(unsigned cpu, void *data) {
  (void)cpu;
  (void)data;
  if (counting) {
    write_part();
    fprintf(out, "part %u\n", ++part_number);
  }
}

/* From the encoding: QEMU 7.2 says 2 bytes for a 32-bit instruction across a page boundary. */
static uint32_t instruction_bytes(const struct qemu_plugin_insn *insn) {
  const uint8_t *code = qemu_plugin_insn_data(insn);
  return (code[1] & 0xF8) >= 0xE8 ? 4 : 2;
}

static void block_translated(qemu_plugin_id_t id, struct qemu_plugin_tb *tb) {
  static const run_callback marker_runs[MARKERS] = {begin_runs, end_runs, lap_runs};
  (void)id;
  size_t count = qemu_plugin_tb_n_insns(tb);
  const struct qemu_plugin_insn *last = qemu_plugin_tb_get_insn(tb, count - 1);
  block *b = calloc(1, sizeof *b); /* QEMU keeps the block as long as it runs, so the counts are kept too */
  if (b == NULL) {
    return;
  }
  b->pc = (uint32_t)qemu_plugin_insn_vaddr(qemu_plugin_tb_get_insn(tb, 0));
  b->end = (uint32_t)qemu_plugin_insn_vaddr(last) + instruction_bytes(last);
  b->count = (uint32_t)count;
  qemu_plugin_register_vcpu_tb_exec_cb(tb, block_runs, NO_REGISTERS, b);
  for (size_t i = 0; i < count; i++) {
    struct qemu_plugin_insn *insn = qemu_plugin_tb_get_insn(tb, i);
    for (int m = 0; m < MARKERS; m++) {
      if (marker_address[m] != 0 && (uint32_t)qemu_plugin_insn_vaddr(insn) == marker_address[m]) {
        qemu_plugin_register_vcpu_insn_exec_cb(insn, marker_runs[m], NO_REGISTERS, b);
      }
    }
  }
}

static void emulator_exits(qemu_plugin_id_t id, void *data) {
  (void)id;
  (void)data;
  fclose(out);
}

int qemu_plugin_install(qemu_plugin_id_t id, const void *info, int argc, char **argv) {
  static const char *const names[MARKERS] = {"begin=", "end=", "lap="};
  const char *path = "blocks.out";
  (void)info;
  for (int i = 0; i < argc; i++) {
    for (int m = 0; m < MARKERS; m++) {
      if (strncmp(argv[i], names[m], strlen(names[m])) == 0) {
        marker_address[m] = (uint32_t)strtoul(argv[i] + strlen(names[m]), NULL, 0) & ~1u;
      }
    }
    if (strncmp(argv[i], "out=", 4) == 0) {
      path = argv[i] + 4;
    }
  }
  out = fopen(path, "w");
  if (out == NULL) {
    perror(path);
    return -1;
  }
  qemu_plugin_register_vcpu_tb_trans_cb(id, block_translated);
  qemu_plugin_register_atexit_cb(id, emulator_exits, NULL);
  return 0;
}
