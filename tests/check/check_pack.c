/* SPDX-License-Identifier: Apache-2.0 */
#include "check_pack.h"
#include "check.h"
#include "host/file.h"

#include <stdlib.h>
#include <string.h>

struct check_pack {
  mote_file_output file;
  size_t case_count;
};

check_pack *check_pack_create(const char *path, mote_host_error *error) {
  check_pack *pack = check_alloc(sizeof *pack);
  if (!mote_file_output_open(&pack->file, path, error)) {
    free(pack);
    return NULL;
  }
  return pack;
}

static void put(check_pack *pack, const void *data, size_t bytes) {
  static const uint8_t zeros[MOTE_PACK_ALIGNMENT];
  fwrite(data, 1, bytes, pack->file.stream);
  fwrite(zeros, 1, mote_pack_padded((uint32_t)bytes) - bytes, pack->file.stream);
}

static void put_case(check_pack *pack, const char *name, const mote_check_case *c, uint32_t output_crc) {
  size_t name_bytes = strlen(name) + 1;
  if (name_bytes > MOTE_PACK_NAME_BYTES) {
    name += name_bytes - MOTE_PACK_NAME_BYTES;
    name_bytes = MOTE_PACK_NAME_BYTES;
  }
  mote_pack_record record = {
      .magic = MOTE_PACK_CASE,
      .name_bytes = (uint32_t)name_bytes,
      .model_bytes = (uint32_t)c->model_bytes,
      .golden_bytes = (uint32_t)c->golden_bytes,
      .atol = c->atol,
      .rtol = c->rtol,
      .mtol = c->mtol,
      .integer_tolerance = c->integer_tolerance,
      .reset_every_step = c->reset_every_step,
      .golden_only = c->golden_only,
      .output_crc = output_crc,
  };
  put(pack, &record, sizeof record);
  put(pack, name, name_bytes);
  put(pack, c->model, c->model_bytes);
  put(pack, c->golden, c->golden_bytes);
  pack->case_count++;
}

/* Only the device's kernels are on the device: where the golden outputs are to be met by others, mote's own ones take
 * their place. Intermediate tensors are left to the host. */
void check_pack_add(check_pack *pack, const char *name, const mote_check_case *c) {
  if (c->tensors) {
    return;
  }
  mote_check_case packed = *c;
  uint8_t *golden = NULL;
  packed.kernels = mote_all_kernels;
  mote_check_report report = check_run(&packed);
  if (report.verdict == MOTE_CHECK_FAILED && c->kernels != mote_all_kernels) {
    golden = check_golden_by_mote(&packed);
    packed.golden = golden ? golden : c->golden;
    report = check_run(&packed);
  }
  if (report.verdict == MOTE_CHECK_PASSED) {
    put_case(pack, name, &packed, report.output_crc);
  }
  free(golden);
}

bool check_pack_finish(check_pack *pack, mote_host_error *error) {
  mote_pack_record end = {.magic = MOTE_PACK_END};
  put(pack, &end, sizeof end);
  bool ok = mote_file_output_commit(&pack->file, error);
  free(pack);
  return ok;
}
