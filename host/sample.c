/* SPDX-License-Identifier: Apache-2.0 */
#include "sample.h"

#include "audio.h"
#include "csv.h"
#include "image.h"
#include "npy.h"

#include <stdlib.h>
#include <string.h>

static bool has_signature(const mote_buffer *file, const char *signature) {
  size_t length = strlen(signature);
  return file->size >= length && memcmp(file->data, signature, length) == 0;
}

static bool parse_raw(const mote_buffer *file, mote_array *array, mote_host_error *error) {
  if (!mote_array_create(array, MOTE_ARRAY_UINT8, 1, &file->size, error)) {
    return false;
  }
  memcpy(array->data, file->data, file->size);
  return true;
}

/* Formats of one array, which has no name. */
static bool parse_one(const char *path, const mote_buffer *file, mote_sample *sample, mote_array *array,
                      mote_host_error *error) {
  if (has_signature(file, "\x93NUMPY")) {
    return mote_npy_parse(file->data, file->size, array, error);
  }
  if (mote_image_recognise(file->data, file->size)) {
    sample->kind = MOTE_SAMPLE_PICTURE;
    return mote_image_parse(file->data, file->size, array, error);
  }
  if (mote_audio_recognise(file->data, file->size)) {
    sample->kind = MOTE_SAMPLE_SOUND;
    return mote_audio_parse(file->data, file->size, array, &sample->rate_hz, error);
  }
  if (mote_path_has_extension(path, ".csv")) {
    return mote_csv_parse(file->data, file->size, array, error);
  }
  return MOTE_HOST_FAIL(error, "the format is not known: mote reads .npy, .npz, .csv, raw elements named .bin or .raw, "
                               "PNG, JPEG, BMP, WAV and other sound files");
}

/* A raw file may begin with anything, so its name comes before its first bytes. */
static bool parse(const char *path, const mote_buffer *file, mote_sample *sample, mote_host_error *error) {
  bool raw = mote_path_has_extension(path, ".bin") || mote_path_has_extension(path, ".raw");
  if (!raw && has_signature(file, "PK")) {
    sample->named = true;
    return mote_npz_parse(file->data, file->size, &sample->arrays, error);
  }
  sample->arrays.items = mote_host_alloc(1, sizeof *sample->arrays.items, error);
  if (!sample->arrays.items) {
    return false;
  }
  sample->arrays.count = 1;
  mote_named_array *item = &sample->arrays.items[0];
  item->name = mote_host_alloc(1, 1, error);
  if (!item->name) {
    return false;
  }
  if (raw) {
    sample->kind = MOTE_SAMPLE_RAW;
  }
  return raw ? parse_raw(file, &item->array, error) : parse_one(path, file, sample, &item->array, error);
}

bool mote_sample_read(const char *path, mote_sample *sample, mote_host_error *error) {
  mote_buffer file;
  *sample = (mote_sample){.kind = MOTE_SAMPLE_NUMBERS};
  if (!mote_file_read(path, MOTE_FILE_MAX_BYTES, &file, error)) {
    return false;
  }
  bool ok = parse(path, &file, sample, error) || mote_host_fail_in(error, path);
  mote_buffer_free(&file);
  if (!ok) {
    mote_sample_free(sample);
  }
  return ok;
}

void mote_sample_free(mote_sample *sample) {
  mote_array_list_free(&sample->arrays);
}

/* What the tensor wants, in the terms of arrays. */
typedef struct {
  mote_array_type type;
  bool quantized;
  size_t rank;
  size_t dims[MOTE_MAX_RANK];
  size_t count;
} wanted_values;

static bool get_wanted(const mote_tensor *tensor, wanted_values *wanted, mote_host_error *error) {
  *wanted = (wanted_values){.rank = tensor->shape.rank, .count = 1};
  if (!mote_tensor_array_type(tensor->type, &wanted->type)) {
    return MOTE_HOST_FAIL(error, "a tensor of type %s holds no numbers", mote_type_name(tensor->type));
  }
  bool narrow = tensor->type == MOTE_INT8 || tensor->type == MOTE_UINT8 || tensor->type == MOTE_INT16;
  wanted->quantized = narrow && tensor->scale_count > 0;
  for (size_t i = 0; i < wanted->rank; i++) {
    wanted->dims[i] = (size_t)tensor->shape.dims[i];
    wanted->count *= wanted->dims[i];
  }
  return true;
}

static bool fail_shape(const mote_array *array, const char *what, const wanted_values *wanted, mote_host_error *error) {
  return MOTE_HOST_FAIL(error, "%s %s does not fit the tensor, which is %s", what,
                        mote_shape_to_text(array->rank, array->dims).text,
                        mote_shape_to_text(wanted->rank, wanted->dims).text);
}

/* Replaces `values` by an array of another type that has to hold them all. */
static bool change_type(mote_array *values, mote_array_type type, mote_host_error *error) {
  mote_array converted;
  size_t clamped;
  if (values->type == type) {
    return true;
  }
  if (!mote_array_convert(values, type, &converted, &clamped, error)) {
    return false;
  }
  if (clamped > 0) {
    mote_array_free(&converted);
    return MOTE_HOST_FAIL(error, "%zu of %zu values do not fit into %s", clamped, mote_array_count(values),
                          mote_array_type_name(type));
  }
  mote_array_free(values);
  *values = converted;
  return true;
}

static bool fit_type(mote_array *values, const wanted_values *wanted, mote_host_error *error) {
  bool real = wanted->quantized && mote_array_type_is_float(values->type);
  return change_type(values, real ? MOTE_ARRAY_FLOAT32 : wanted->type, error);
}

/* Gives N samples in a row the tensor's shape, N in front. */
static bool fit_shape(mote_array *values, const char *what, const wanted_values *wanted, mote_host_error *error) {
  size_t count = mote_array_count(values);
  if (wanted->count == 0 || count == 0 || count % wanted->count != 0) {
    return fail_shape(values, what, wanted, error);
  }
  size_t dims[MOTE_MAX_RANK + 1] = {count / wanted->count};
  bool leading_one = wanted->rank > 0 && wanted->dims[0] == 1;
  if (leading_one || dims[0] == 1) {
    memcpy(dims + leading_one, wanted->dims + leading_one, (wanted->rank - leading_one) * sizeof dims[0]);
    return mote_array_reshape(values, wanted->rank, dims, error);
  }
  memcpy(dims + 1, wanted->dims, wanted->rank * sizeof dims[0]);
  return mote_array_reshape(values, wanted->rank + 1, dims, error);
}

/* value = (sample - mean) * scale, over the last dimension's channels */
static bool normalise(mote_array *values, size_t channels, const mote_sample_options *options, mote_host_error *error) {
  if ((options->mean_count > 1 && options->mean_count != channels) ||
      (options->scale_count > 1 && options->scale_count != channels)) {
    return MOTE_HOST_FAIL(error, "%zu means and %zu scales for %zu channels", options->mean_count, options->scale_count,
                          channels);
  }
  if (!change_type(values, MOTE_ARRAY_FLOAT32, error)) {
    return false;
  }
  float *value = values->data;
  for (size_t i = 0; i < mote_array_count(values); i++) {
    size_t channel = i % channels;
    double mean = options->mean_count ? options->mean[options->mean_count > 1 ? channel : 0] : 0.0;
    double scale = options->scale_count ? options->scale[options->scale_count > 1 ? channel : 0] : 1.0;
    value[i] = (float)(((double)value[i] - mean) * scale);
  }
  return true;
}

/* [..., height, width, 1 or 3], or [..., height, width] of a grey picture; what is in front has to be 1. */
static bool get_picture_size(const wanted_values *wanted, size_t *height, size_t *width, size_t *channels) {
  const size_t *end = wanted->dims + wanted->rank;
  bool has_channels = wanted->rank >= 3 && (end[-1] == 1 || end[-1] == 3);
  *channels = has_channels ? *--end : 1;
  if (end - wanted->dims < 2) {
    return false;
  }
  *width = *--end;
  *height = *--end;
  return *height * *width * *channels == wanted->count;
}

static bool fit_picture(const mote_array *picture, const wanted_values *wanted, const mote_sample_options *options,
                        mote_array *values, mote_host_error *error) {
  size_t height;
  size_t width;
  size_t channels;
  mote_array coloured;
  bool as_is = wanted->type == MOTE_ARRAY_UINT8 && options->mean_count + options->scale_count == 0;
  if (!get_picture_size(wanted, &height, &width, &channels)) {
    return fail_shape(picture, "a picture of", wanted, error);
  }
  bool same_size = picture->dims[0] == height && picture->dims[1] == width;
  if (!same_size && !options->resize) {
    return MOTE_HOST_FAIL(error, "the picture has %zux%zu pixels, the tensor takes %zux%zu (--resize scales it)",
                          picture->dims[1], picture->dims[0], width, height);
  }
  if (!mote_image_set_channels(picture, channels, &coloured, error)) {
    return false;
  }
  bool ok = true;
  if (same_size) {
    *values = coloured;
  } else {
    ok = mote_image_resize(&coloured, height, width, values, error);
    mote_array_free(&coloured);
  }
  return ok && (as_is || normalise(values, channels, options, error)) &&
         fit_shape(values, "a picture of", wanted, error) && fit_type(values, wanted, error);
}

static bool copy(const mote_array *array, mote_array *values, mote_host_error *error) {
  return mote_array_convert(array, array->type, values, NULL, error);
}

static bool fit_sound(const mote_sample *sample, const mote_array *sound, const wanted_values *wanted,
                      const mote_sample_options *options, mote_array *values, mote_host_error *error) {
  bool as_is = wanted->type == MOTE_ARRAY_INT16 && options->mean_count + options->scale_count == 0;
  if (options->rate_hz && options->rate_hz != sample->rate_hz) {
    return MOTE_HOST_FAIL(error, "the sound has %u samples a second, %u are wanted: resample it first", sample->rate_hz,
                          options->rate_hz);
  }
  if (as_is) { /* saturates: full scale of a float file is 32768 */
    return mote_array_convert(sound, MOTE_ARRAY_INT16, values, NULL, error) &&
           fit_shape(values, "sound of", wanted, error);
  }
  return copy(sound, values, error) && normalise(values, 1, options, error) &&
         fit_shape(values, "sound of", wanted, error) && fit_type(values, wanted, error);
}

static bool fit_raw(const mote_array *raw, const wanted_values *wanted, mote_array *values, mote_host_error *error) {
  mote_array elements;
  size_t count = raw->bytes / mote_array_type_bytes(wanted->type);
  if (!mote_array_view(&elements, wanted->type, 1, &count, raw->data, raw->bytes, error)) {
    return false;
  }
  return copy(&elements, values, error) && fit_shape(values, "raw data of", wanted, error);
}

static bool fit_numbers(const mote_array *numbers, const wanted_values *wanted, mote_array *values,
                        mote_host_error *error) {
  bool table = numbers->rank == 2 && numbers->dims[1] == wanted->count;
  return copy(numbers, values, error) && fit_type(values, wanted, error) &&
         (!table || fit_shape(values, "a table of", wanted, error));
}

static bool fit(const mote_sample *sample, const mote_array *array, const wanted_values *wanted,
                const mote_sample_options *options, mote_array *values, mote_host_error *error) {
  switch (sample->kind) {
  case MOTE_SAMPLE_PICTURE: return fit_picture(array, wanted, options, values, error);
  case MOTE_SAMPLE_SOUND: return fit_sound(sample, array, wanted, options, values, error);
  case MOTE_SAMPLE_RAW: return fit_raw(array, wanted, values, error);
  case MOTE_SAMPLE_NUMBERS: break;
  }
  return fit_numbers(array, wanted, values, error);
}

bool mote_sample_fit(const mote_sample *sample, size_t index, const mote_tensor *tensor,
                     const mote_sample_options *options, mote_array *values, mote_host_error *error) {
  wanted_values wanted;
  *values = (mote_array){0};
  if (get_wanted(tensor, &wanted, error) &&
      fit(sample, &sample->arrays.items[index].array, &wanted, options, values, error)) {
    return true;
  }
  mote_array_free(values);
  return false;
}
