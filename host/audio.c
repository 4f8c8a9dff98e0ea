/* SPDX-License-Identifier: Apache-2.0 */
#include "audio.h"

#include <sndfile.h>
#include <stdlib.h>
#include <string.h>

enum { CHUNK_FRAMES = 4096 };

static const float full_scale = 32768.0f; /* of a 16-bit sample; libsndfile's is 1 */

bool mote_audio_recognise(const void *bytes, size_t size) {
  static const char signatures[][5] = {"RIFF", "RIFX", "RF64", "FORM", "fLaC", "OggS", ".snd", "caff"};
  for (size_t i = 0; i < sizeof signatures / sizeof signatures[0]; i++) {
    if (size >= 4 && memcmp(bytes, signatures[i], 4) == 0) {
      return true;
    }
  }
  return false;
}

/* A file in memory, the way libsndfile wants to see it. */
typedef struct {
  const uint8_t *bytes;
  sf_count_t size;
  sf_count_t position;
} memory_file;

static sf_count_t get_length(void *user) {
  return ((const memory_file *)user)->size;
}

static sf_count_t tell(void *user) {
  return ((const memory_file *)user)->position;
}

static sf_count_t seek(sf_count_t offset, int whence, void *user) {
  memory_file *file = user;
  sf_count_t base = whence == SEEK_CUR ? file->position : whence == SEEK_END ? file->size : 0;
  if (offset < -base || offset > file->size - base) {
    return -1;
  }
  file->position = base + offset;
  return file->position;
}

static sf_count_t read_bytes(void *to, sf_count_t count, void *user) {
  memory_file *file = user;
  sf_count_t left = file->size - file->position;
  if (count > left) {
    count = left;
  }
  if (count <= 0) {
    return 0;
  }
  memcpy(to, file->bytes + file->position, (size_t)count);
  file->position += count;
  return count;
}

static sf_count_t write_bytes(const void *from, sf_count_t count, void *user) {
  (void)from;
  (void)count;
  (void)user;
  return 0;
}

typedef struct {
  float *samples;
  size_t count;
  size_t capacity;
} recording;

static bool make_room(recording *sound, size_t more, mote_host_error *error) {
  if (sound->count + more > MOTE_AUDIO_MAX_FRAMES) {
    return MOTE_HOST_FAIL(error, "the sound is too long: the limit is %d samples", MOTE_AUDIO_MAX_FRAMES);
  }
  if (sound->count + more <= sound->capacity) {
    return true;
  }
  size_t capacity = 2 * sound->capacity + more;
  float *samples = realloc(sound->samples, capacity * sizeof *samples);
  if (!samples) {
    return MOTE_HOST_FAIL(error, "out of memory: %zu samples", capacity);
  }
  sound->samples = samples;
  sound->capacity = capacity;
  return true;
}

static void append_mixed(recording *sound, const float *frames, size_t count, size_t channels) {
  for (size_t i = 0; i < count; i++) {
    float sum = 0.0f;
    for (size_t c = 0; c < channels; c++) {
      sum += frames[i * channels + c];
    }
    sound->samples[sound->count++] = sum / (float)channels * full_scale;
  }
}

/* Reads to the end in chunks, so that a header that lies about the length costs nothing. */
static bool read_frames(SNDFILE *file, size_t channels, recording *sound, mote_host_error *error) {
  float *frames = mote_host_alloc(channels * CHUNK_FRAMES, sizeof *frames, error);
  bool ok = frames != NULL;
  sf_count_t count = 0;
  while (ok && (count = sf_readf_float(file, frames, CHUNK_FRAMES)) > 0) {
    ok = make_room(sound, (size_t)count, error);
    if (ok) {
      append_mixed(sound, frames, (size_t)count, channels);
    }
  }
  free(frames);
  if (ok && sf_error(file) != SF_ERR_NO_ERROR) {
    return MOTE_HOST_FAIL(error, "damaged sound file: %s", sf_strerror(file));
  }
  return ok;
}

static bool read_sound(SNDFILE *file, const SF_INFO *info, mote_array *samples, mote_host_error *error) {
  recording sound = {0};
  if (info->channels < 1 || info->channels > MOTE_AUDIO_MAX_CHANNELS || info->samplerate < 1) {
    return MOTE_HOST_FAIL(error, "sound of %d channels at %d Hz is not supported", info->channels, info->samplerate);
  }
  bool ok = read_frames(file, (size_t)info->channels, &sound, error);
  if (ok && info->frames != (sf_count_t)sound.count) {
    ok = MOTE_HOST_FAIL(error, "truncated sound: %lld samples are announced and %zu are there", (long long)info->frames,
                        sound.count);
  }
  ok = ok && mote_array_create(samples, MOTE_ARRAY_FLOAT32, 1, &sound.count, error);
  if (ok && sound.count > 0) {
    memcpy(samples->data, sound.samples, samples->bytes);
  }
  free(sound.samples);
  return ok;
}

bool mote_audio_parse(const void *bytes, size_t size, mote_array *samples, unsigned *rate_hz, mote_host_error *error) {
  SF_VIRTUAL_IO io = {get_length, seek, read_bytes, write_bytes, tell};
  memory_file file = {.bytes = bytes, .size = (sf_count_t)size};
  SF_INFO info = {0};
  *samples = (mote_array){0};
  SNDFILE *reader = sf_open_virtual(&io, SFM_READ, &info, &file);
  if (!reader) {
    return MOTE_HOST_FAIL(error, "cannot read the sound: %s", sf_strerror(NULL));
  }
  bool ok = read_sound(reader, &info, samples, error);
  *rate_hz = (unsigned)info.samplerate;
  sf_close(reader);
  return ok;
}
