/* SPDX-License-Identifier: Apache-2.0 */
#include "check.h"

#include "host/audio.h"

typedef struct {
  uint8_t bytes[256];
  size_t size;
} wav_file;

static void append(wav_file *file, const void *bytes, size_t size) {
  memcpy(file->bytes + file->size, bytes, size);
  file->size += size;
}

static void append_number(wav_file *file, uint32_t value, size_t bytes) {
  for (size_t i = 0; i < bytes; i++) {
    file->bytes[file->size++] = (uint8_t)(value >> 8 * i);
  }
}

/* `format` 1: integers, 3: floats. */
static wav_file make_wav(unsigned format, unsigned channels, unsigned rate_hz, unsigned bits, const void *samples,
                         uint32_t size) {
  wav_file file = {.size = 0};
  append(&file, "RIFF", 4);
  append_number(&file, 36 + size, 4);
  append(&file, "WAVEfmt ", 8);
  append_number(&file, 16, 4);
  append_number(&file, format, 2);
  append_number(&file, channels, 2);
  append_number(&file, rate_hz, 4);
  append_number(&file, rate_hz * channels * bits / 8, 4);
  append_number(&file, channels * bits / 8, 2);
  append_number(&file, bits, 2);
  append(&file, "data", 4);
  append_number(&file, size, 4);
  append(&file, samples, size);
  return file;
}

static void check_samples(const wav_file *file, unsigned rate_hz, size_t count, const float *expected) {
  mote_host_error error;
  mote_array samples;
  unsigned rate;
  CHECK(mote_audio_recognise(file->bytes, file->size));
  CHECK_WORKS(mote_audio_parse(file->bytes, file->size, &samples, &rate, &error), error);
  CHECK(samples.type == MOTE_ARRAY_FLOAT32 && samples.rank == 1 && samples.dims[0] == count && rate == rate_hz);
  for (size_t i = 0; i < count && i < mote_array_count(&samples); i++) {
    CHECK(((float *)samples.data)[i] == expected[i]);
  }
  mote_array_free(&samples);
}

static void test_formats(void) {
  const int16_t integers[] = {0, 1, -1, 12345, INT16_MAX, INT16_MIN};
  const float same[] = {0, 1, -1, 12345, INT16_MAX, INT16_MIN};
  const float mixed[] = {0.5f, 6172, -0.5f};
  const float reals[] = {0.5f, -1.0f, 1.5f};
  const float scaled[] = {16384, -32768, 49152};
  wav_file mono = make_wav(1, 1, 16000, 16, integers, sizeof integers);
  check_samples(&mono, 16000, 6, same);
  wav_file stereo = make_wav(1, 2, 44100, 16, integers, sizeof integers);
  check_samples(&stereo, 44100, 3, mixed);
  wav_file floats = make_wav(3, 1, 8000, 32, reals, sizeof reals);
  check_samples(&floats, 8000, 3, scaled);
  wav_file deep = make_wav(1, 1, 8000, 24, "\x00\x01\x00\x80\x00\x00", 6);
  check_samples(&deep, 8000, 2, (const float[]){1, 0.5f});
}

static bool parse(const uint8_t *bytes, size_t size, mote_host_error *error) {
  mote_array samples;
  unsigned rate;
  bool ok = mote_audio_parse(bytes, size, &samples, &rate, error);
  mote_array_free(&samples);
  return ok;
}

/* libsndfile reads what there is of a cut file, so only crashes count. */
static void test_damage(void) {
  const int16_t integers[] = {0, 1, -1, 12345};
  wav_file file = make_wav(1, 2, 16000, 16, integers, sizeof integers);
  for (size_t size = 0; size < file.size; size++) {
    check_parse_copy(parse, file.bytes, size);
  }
  for (size_t bit = 0; bit < 8 * file.size; bit++) {
    wav_file damaged = file;
    damaged.bytes[bit / 8] = (uint8_t)(damaged.bytes[bit / 8] ^ 1u << bit % 8);
    check_parse_copy(parse, damaged.bytes, damaged.size);
  }
  CHECK(check_parse_copy(parse, file.bytes, file.size));
  CHECK(!check_parse_copy(parse, file.bytes, 20));
  CHECK(!mote_audio_recognise("ID3", 3) && !mote_audio_recognise("", 0));
}

int main(void) {
  test_formats();
  test_damage();
  return check_report();
}
