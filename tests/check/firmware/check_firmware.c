/* SPDX-License-Identifier: Apache-2.0 */
/*
 * check_firmware PACK: runs the cases of a pack (see check_pack.h) on a board, from a file of the host.
 *
 * A case passes when check_core.h says so and the outputs have the bits that they had on the host. Its model and golden
 * outputs are put into free flash when the host can write there, as an emulator can, else into RAM; the arena gets the
 * RAM that is left. A case for which there is too little of either is skipped.
 */
#include "mote_port.h"
#include "tests/check/check_core.h"
#include "tests/check/check_pack.h"

#include <string.h>

typedef struct {
  int32_t file;
  mote_port_memory flash, ram;
  unsigned passed, failed, skipped;
} session;

/* --- Reading ------------------------------------------------------------------------------------------------------ */

static bool read_all(session *s, void *to, uint32_t bytes) {
  return mote_port_file_read(s->file, to, bytes) == (int32_t)bytes;
}

static bool read_past(session *s, uint32_t bytes) {
  while (bytes > 0) {
    uint32_t count = bytes < s->ram.bytes ? bytes : s->ram.bytes;
    if (!read_all(s, s->ram.start, count)) {
      return false;
    }
    bytes -= count;
  }
  return true;
}

/* Leaves the flash that the host can read the file into, maybe none. */
static void find_flash(session *s, const char *path) {
  volatile const uint32_t *magic = (const uint32_t *)(void *)s->flash.start;
  int32_t file = mote_port_file_open(path, MOTE_PORT_FILE_READ);
  bool is_written = s->flash.bytes >= sizeof *magic && *magic != MOTE_PACK_CASE &&
                    mote_port_file_read(file, s->flash.start, sizeof *magic) == (int32_t)sizeof *magic &&
                    *magic == MOTE_PACK_CASE;
  if (!is_written) {
    s->flash.bytes = 0;
  }
  mote_port_file_close(file);
}

/* --- Reporting ---------------------------------------------------------------------------------------------------- */

static void print_failure(const char *name, const mote_check_report *r) {
#define STAGE_TEXT(name, text) text,
  static const char *const texts[] = {MOTE_CHECK_STAGE_LIST(STAGE_TEXT)};
#undef STAGE_TEXT
  mote_port_printf("FAILED  %s: %s", name, texts[r->stage]);
  if (r->error.status != MOTE_OK) {
    mote_port_printf(": operator %u, tensor %u: %s (needed %u, got %u)", r->error.op, r->error.tensor,
                     mote_status_text(r->error.status), (unsigned)r->error.needed, (unsigned)r->error.available);
  }
  if (r->difference != MOTE_CHECK_NO_DIFFERENCE) {
    mote_port_printf(": step %u, tensor %u, element %u: got %llx, expected %llx; %u differ", (unsigned)r->step,
                     (unsigned)r->tensor, (unsigned)r->element, (unsigned long long)r->got,
                     (unsigned long long)r->expected, (unsigned)r->differing);
  }
  mote_port_printf("\n");
}

static void count(session *s, const char *name, const mote_check_report *r, uint32_t host_crc) {
  if (r->verdict == MOTE_CHECK_NO_ROOM) {
    s->skipped++;
    mote_port_printf("skipped %s: the arena needs %u bytes of RAM, free are %u\n", name, (unsigned)r->error.needed,
                     (unsigned)r->error.available);
  } else if (r->verdict != MOTE_CHECK_PASSED) {
    s->failed++;
    print_failure(name, r);
  } else if (r->output_crc != host_crc) {
    s->failed++;
    mote_port_printf("FAILED  %s: not the bits of the host: CRC %08x, there %08x\n", name, (unsigned)r->output_crc,
                     (unsigned)host_crc);
  } else {
    s->passed++;
  }
}

/* --- Running ------------------------------------------------------------------------------------------------------ */

/* A copy of the model 4 bytes off its place, at the end of the RAM, when there is room. */
static void move_model(mote_check_case *c, mote_port_memory *ram) {
  uint32_t bytes = mote_pack_padded((uint32_t)c->model_bytes + 4);
  if (bytes <= ram->bytes) {
    ram->bytes -= bytes;
    c->moved_model = memcpy(ram->start + ram->bytes + 4, c->model, c->model_bytes);
  }
}

static void run_case(session *s, const char *name, const mote_pack_record *record, const uint8_t *model,
                     mote_port_memory ram) {
  mote_check_report report;
  mote_check_case c = {
      .model = model,
      .model_bytes = record->model_bytes,
      .golden = model + mote_pack_padded(record->model_bytes),
      .golden_bytes = record->golden_bytes,
      .kernels = mote_all_kernels,
      .atol = record->atol,
      .rtol = record->rtol,
      .mtol = record->mtol,
      .integer_tolerance = record->integer_tolerance,
      .reset_every_step = record->reset_every_step != 0,
      .golden_only = record->golden_only != 0,
  };
  mote_port_memory left = ram;
  move_model(&c, &left);
  mote_check_run(&c, left.start, left.bytes, &report);
  if (report.verdict == MOTE_CHECK_NO_ROOM && c.moved_model) { /* the copy can be done without */
    c.moved_model = NULL;
    mote_check_run(&c, ram.start, ram.bytes, &report);
  }
  count(s, name, &report, record->output_crc);
}

static bool read_and_run(session *s, const mote_pack_record *record) {
  char name[MOTE_PACK_NAME_BYTES];
  uint32_t bytes = mote_pack_padded(record->model_bytes) + mote_pack_padded(record->golden_bytes);
  mote_port_memory ram = s->ram;
  uint8_t *model = s->flash.start;
  if (record->name_bytes > sizeof name || !read_all(s, name, mote_pack_padded(record->name_bytes))) {
    return false;
  }
  if (bytes > s->flash.bytes) {
    if (bytes > ram.bytes) {
      s->skipped++;
      mote_port_printf("skipped %s: model and golden outputs need %u bytes, free are %u of flash, %u of RAM\n", name,
                       (unsigned)bytes, (unsigned)s->flash.bytes, (unsigned)ram.bytes);
      return read_past(s, bytes);
    }
    model = ram.start;
    ram = (mote_port_memory){ram.start + bytes, ram.bytes - bytes};
  }
  if (!read_all(s, model, bytes)) {
    return false;
  }
  run_case(s, name, record, model, ram);
  return true;
}

/* False when the pack is damaged. */
static bool run_pack(session *s) {
  mote_pack_record record;
  while (read_all(s, &record, sizeof record)) {
    if (record.magic == MOTE_PACK_END) {
      return true;
    }
    if (record.magic != MOTE_PACK_CASE || !read_and_run(s, &record)) {
      return false;
    }
  }
  return false;
}

int main(void) {
  char line[256], *arguments[2];
  session s = {.flash = mote_port_free_flash(), .ram = mote_port_free_ram()};
  if (mote_port_arguments(line, sizeof line, arguments, 2) != 2) {
    mote_port_printf("usage: check_firmware PACK\n");
    return 2;
  }
  s.file = mote_port_file_open(arguments[1], MOTE_PORT_FILE_READ);
  if (s.file < 0) {
    mote_port_printf("check_firmware: cannot open %s\n", arguments[1]);
    return 2;
  }
  find_flash(&s, arguments[1]);
  mote_port_stack_paint();
  if (!run_pack(&s)) {
    mote_port_printf("FAILED  %s: the pack is damaged\n", arguments[1]);
    s.failed++;
  }
  mote_port_printf(
      "image: %u bytes of flash, %u of RAM, of which %u are stack (%u used); free: %u of flash, %u of RAM\n",
      (unsigned)mote_port_flash_used(), (unsigned)mote_port_ram_used(), (unsigned)mote_port_stack_bytes(),
      (unsigned)mote_port_stack_used(), (unsigned)s.flash.bytes, (unsigned)s.ram.bytes);
  mote_port_printf("%u passed, %u failed, %u skipped\n", s.passed, s.failed, s.skipped);
  return s.failed > 0;
}
