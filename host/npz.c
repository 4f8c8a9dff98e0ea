/* SPDX-License-Identifier: Apache-2.0 */
/* libzip reads the archive; what it says about sizes is not believed before it is checked. */
#include "npy.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

enum { MAX_MEMBERS = 4096, DEFLATE_MAX_RATIO = 1032 };

/* Refuses what would unpack to more than it can hold, before any memory is spent on it. */
static bool check_member(const zip_stat_t *member, size_t left, mote_host_error *error) {
  const zip_uint64_t wanted = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD;
  if ((member->valid & wanted) != wanted) {
    return MOTE_HOST_FAIL(error, "the archive does not say how large it is");
  }
  if (member->comp_method != ZIP_CM_STORE && member->comp_method != ZIP_CM_DEFLATE) {
    return MOTE_HOST_FAIL(error, "compression method %u is not supported: stored and deflated are",
                          (unsigned)member->comp_method);
  }
  if (member->size > left) {
    return MOTE_HOST_FAIL(error, "the archive would unpack to more than %zu bytes", MOTE_NPZ_MAX_BYTES);
  }
  if (member->size / DEFLATE_MAX_RATIO > member->comp_size) {
    return MOTE_HOST_FAIL(error, "%llu bytes cannot come out of %llu", (unsigned long long)member->size,
                          (unsigned long long)member->comp_size);
  }
  return true;
}

/* Reads exactly the size that was promised; the read past it makes libzip check the checksum. */
static bool unpack(zip_t *archive, zip_uint64_t index, mote_buffer *member, mote_host_error *error) {
  uint8_t extra;
  zip_file_t *file = zip_fopen_index(archive, index, 0);
  if (!file) {
    return MOTE_HOST_FAIL(error, "cannot unpack: %s", zip_strerror(archive));
  }
  zip_int64_t got = zip_fread(file, member->data, member->size);
  bool ok = got >= 0 && (size_t)got == member->size && zip_fread(file, &extra, 1) == 0;
  zip_error_t *reason = zip_file_get_error(file);
  if (!ok && zip_error_code_zip(reason) != ZIP_ER_OK) {
    mote_host_set_error(error, "cannot unpack: %s", zip_error_strerror(reason));
  } else if (!ok) {
    mote_host_set_error(error, "holds other than the %zu bytes that the archive says", member->size);
  }
  zip_fclose(file);
  return ok;
}

static bool has_name(const mote_array_list *list, const char *name) {
  for (size_t i = 0; i < list->count; i++) {
    if (strcmp(list->items[i].name, name) == 0) {
      return true;
    }
  }
  return false;
}

/* Takes the name without ".npy". */
static bool take_name(mote_array_list *list, const char *member, mote_host_error *error) {
  size_t length = strlen(member);
  if (mote_path_has_extension(member, ".npy")) {
    length -= strlen(".npy");
  }
  char *name = mote_host_alloc(length + 1, 1, error);
  if (!name) {
    return false;
  }
  snprintf(name, length + 1, "%s", member);
  if (has_name(list, name)) {
    free(name);
    return MOTE_HOST_FAIL(error, "there are two members of this name");
  }
  list->items[list->count++].name = name;
  return true;
}

static bool read_member(zip_t *archive, const zip_stat_t *stat, mote_array_list *list, mote_host_error *error) {
  if (!take_name(list, stat->name, error)) {
    return false;
  }
  mote_buffer member = {.data = mote_host_alloc(stat->size, 1, error), .size = stat->size};
  bool ok = member.data && unpack(archive, stat->index, &member, error) &&
            mote_npy_parse(member.data, member.size, &list->items[list->count - 1].array, error);
  mote_buffer_free(&member);
  return ok;
}

static bool read_members(zip_t *archive, mote_array_list *list, mote_host_error *error) {
  zip_int64_t count = zip_get_num_entries(archive, 0);
  size_t left = MOTE_NPZ_MAX_BYTES;
  if (count < 1 || count > MAX_MEMBERS) {
    return MOTE_HOST_FAIL(error, "the .npz archive has %lld members; 1 to %d are supported", (long long)count,
                          MAX_MEMBERS);
  }
  list->items = mote_host_alloc((size_t)count, sizeof *list->items, error);
  if (!list->items) {
    return false;
  }
  for (zip_uint64_t i = 0; i < (zip_uint64_t)count; i++) {
    zip_stat_t stat;
    if (zip_stat_index(archive, i, 0, &stat) != 0) {
      return MOTE_HOST_FAIL(error, "member %llu: %s", (unsigned long long)i, zip_strerror(archive));
    }
    if (!check_member(&stat, left, error) || !read_member(archive, &stat, list, error)) {
      return mote_host_fail_in(error, stat.valid & ZIP_STAT_NAME ? stat.name : "a member without a name");
    }
    left -= stat.size;
  }
  return true;
}

bool mote_npz_parse(const void *bytes, size_t size, mote_array_list *list, mote_host_error *error) {
  zip_error_t reason;
  zip_error_init(&reason);
  *list = (mote_array_list){0};
  zip_source_t *source = zip_source_buffer_create(bytes, size, 0, &reason);
  zip_t *archive = source ? zip_open_from_source(source, ZIP_RDONLY, &reason) : NULL;
  bool ok = archive && read_members(archive, list, error);
  if (!archive) {
    mote_host_set_error(error, "cannot open the .npz archive: %s", zip_error_strerror(&reason));
  }
  if (archive) {
    zip_discard(archive);
  } else if (source) {
    zip_source_free(source);
  }
  zip_error_fini(&reason);
  if (!ok) {
    mote_array_list_free(list);
  }
  return ok;
}
