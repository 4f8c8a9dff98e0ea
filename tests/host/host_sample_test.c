/* SPDX-License-Identifier: Apache-2.0 */
#include "check.h"

#include "host/npy.h"
#include "host/sample.h"

#include <unistd.h>

static const float tensor_scale = 0.5f;
static const mote_sample_options no_options;

/* A tensor without data; `quantized` gives it a scale. */
static mote_tensor make_tensor(mote_type type, bool quantized, uint32_t rank, const int32_t *dims) {
  mote_tensor tensor = {.type = type, .shape = {.rank = rank}};
  memcpy(tensor.shape.dims, dims, rank * sizeof *dims);
  if (quantized) {
    tensor.scale = &tensor_scale;
    tensor.scale_count = 1;
  }
  return tensor;
}

#define DIMS(...)                                                                           \
  (uint32_t)(sizeof((const int32_t[]){__VA_ARGS__}) / sizeof(int32_t)), (const int32_t[]) { \
    __VA_ARGS__                                                                             \
  }

/* Writes the file, reads it as a sample, fits array 0 to the tensor. */
static bool fit_file(const char *path, const void *bytes, size_t size, const mote_tensor *tensor,
                     const mote_sample_options *options, mote_array *values, mote_host_error *error) {
  mote_sample sample;
  *values = (mote_array){0};
  if (!mote_file_write(path, bytes, size, error) || !mote_sample_read(path, &sample, error)) {
    unlink(path);
    return false;
  }
  bool ok = mote_sample_fit(&sample, 0, tensor, options, values, error);
  mote_sample_free(&sample);
  unlink(path);
  return ok;
}

/* `expected` lists the values: "1 -2 0.5". */
static void check_values(const mote_array *values, mote_array_type type, const char *shape, const char *expected) {
  char text[256] = "";
  size_t used = 0;
  CHECK(values->type == type);
  CHECK(strcmp(mote_shape_to_text(values->rank, values->dims).text, shape) == 0);
  for (size_t i = 0; i < mote_array_count(values) && used < sizeof text; i++) {
    used += (size_t)snprintf(text + used, sizeof text - used, "%s%g", i ? " " : "", mote_array_get(values, i));
  }
  if (!CHECK(strcmp(text, expected) == 0)) {
    fprintf(stderr, "  %s, expected %s\n", text, expected);
  }
}

static void check_fit(const char *path, const void *bytes, size_t size, const mote_tensor *tensor,
                      const mote_sample_options *options, mote_array_type type, const char *shape,
                      const char *expected) {
  mote_host_error error;
  mote_array values;
  CHECK_WORKS(fit_file(path, bytes, size, tensor, options, &values, &error), error);
  check_values(&values, type, shape, expected);
  mote_array_free(&values);
}

static void check_no_fit(const char *path, const void *bytes, size_t size, const mote_tensor *tensor,
                         const mote_sample_options *options, const char *part) {
  mote_host_error error;
  mote_array values;
  CHECK_FAILS(fit_file(path, bytes, size, tensor, options, &values, &error), error, part);
  CHECK(!values.data);
}

static void test_tables(void) {
  const char text[] = "1,2\n3,300\n";
  const size_t size = sizeof text - 1;
  const char values[] = "1 2 3 300";
  const mote_tensor real = make_tensor(MOTE_FLOAT32, false, DIMS(1, 2));
  const mote_tensor quantized = make_tensor(MOTE_INT8, true, DIMS(1, 1, 2));
  const mote_tensor integer = make_tensor(MOTE_INT32, false, DIMS(2));
  const mote_tensor narrow = make_tensor(MOTE_INT8, false, DIMS(1, 2));
  check_fit("t.csv", text, size, &real, &no_options, MOTE_ARRAY_FLOAT32, "2x2", values);
  check_fit("t.CSV", text, size, &quantized, &no_options, MOTE_ARRAY_FLOAT32, "2x1x2", values);
  check_fit("t.csv", text, size, &integer, &no_options, MOTE_ARRAY_INT32, "2x2", values);
  check_no_fit("t.csv", text, size, &narrow, &no_options, "1 of 4 values do not fit into int8");
  check_no_fit("t.dat", text, size, &real, &no_options, "t.dat: the format is not known");
  check_no_fit("t.csv", "1,x", 3, &real, &no_options, "t.csv: line 1, column 2: \"x\"");
}

static void test_raw(void) {
  const uint8_t bytes[] = {1, 0, 2, 0, 0xff, 0xff, 0, 1};
  const char values[] = "1 2 -1 256";
  const mote_tensor one = make_tensor(MOTE_INT16, true, DIMS(2, 2));
  const mote_tensor rows = make_tensor(MOTE_INT16, true, DIMS(1, 2));
  const mote_tensor sequence = make_tensor(MOTE_INT16, false, DIMS(2, 1));
  const mote_tensor three = make_tensor(MOTE_INT16, false, DIMS(3));
  const mote_tensor wide = make_tensor(MOTE_FLOAT32, false, DIMS(1));
  const mote_tensor empty = make_tensor(MOTE_INT16, false, DIMS(0));
  check_fit("r.bin", bytes, sizeof bytes, &one, &no_options, MOTE_ARRAY_INT16, "2x2", values);
  check_fit("r.raw", bytes, sizeof bytes, &rows, &no_options, MOTE_ARRAY_INT16, "2x2", values);
  check_fit("r.bin", bytes, sizeof bytes, &sequence, &no_options, MOTE_ARRAY_INT16, "2x2x1", values);
  check_no_fit("r.bin", bytes, sizeof bytes, &three, &no_options, "raw data of 4 does not fit the tensor, which is 3");
  check_no_fit("r.bin", bytes, sizeof bytes, &empty, &no_options, "does not fit");
  check_no_fit("r.bin", bytes, 7, &wide, &no_options, "7 bytes of data, but float32 1 takes 4");
  check_no_fit("r.bin", bytes, 0, &wide, &no_options, "does not fit");
}

static void test_numbers(void) {
  const int64_t integers[] = {-1, 2, 127};
  const double reals[] = {-1, 2, 127};
  const char values[] = "-1 2 127";
  mote_host_error error;
  mote_array array;
  mote_buffer file;
  const mote_tensor quantized = make_tensor(MOTE_INT8, true, DIMS(1, 3));
  const mote_tensor natural = make_tensor(MOTE_UINT8, true, DIMS(1, 3));
  const mote_tensor half = make_tensor(MOTE_FLOAT16, false, DIMS(3));
  const mote_tensor flag = make_tensor(MOTE_BOOL, false, DIMS(1, 3));
  const mote_tensor resource = make_tensor(MOTE_RESOURCE, false, DIMS(1));
  CHECK(mote_array_view(&array, MOTE_ARRAY_INT64, 2, (const size_t[]){1, 3}, integers, sizeof integers, &error));
  CHECK_WORKS(mote_npy_write("n.npy", &array, &error), error);
  CHECK_WORKS(mote_file_read("n.npy", 4096, &file, &error), error);
  check_fit("n.npy", file.data, file.size, &quantized, &no_options, MOTE_ARRAY_INT8, "1x3", values);
  check_fit("any.name", file.data, file.size, &half, &no_options, MOTE_ARRAY_FLOAT16, "3", values);
  check_fit("n.npy", file.data, file.size, &flag, &no_options, MOTE_ARRAY_BOOL, "1x3", "1 1 1");
  check_no_fit("n.npy", file.data, file.size, &natural, &no_options, "1 of 3 values do not fit into uint8");
  check_no_fit("n.npy", file.data, file.size, &resource, &no_options, "holds no numbers");
  mote_buffer_free(&file);
  CHECK(mote_array_view(&array, MOTE_ARRAY_FLOAT64, 1, (const size_t[]){3}, reals, sizeof reals, &error));
  CHECK_WORKS(mote_npy_write("n.npy", &array, &error), error);
  CHECK_WORKS(mote_file_read("n.npy", 4096, &file, &error), error);
  check_fit("n.npy", file.data, file.size, &natural, &no_options, MOTE_ARRAY_FLOAT32, "3", values);
  mote_buffer_free(&file);
}

static void store32(uint8_t *bytes, uint32_t value) {
  for (int i = 0; i < 4; i++) {
    bytes[i] = (uint8_t)(value >> 8 * i);
  }
}

enum { BMP_BYTES = 62 };

/* A picture of 2x1 pixels: R, G, B 10 20 30 and 40 50 60. */
static const uint8_t *make_bmp(void) {
  static uint8_t file[BMP_BYTES] = "BM";
  const uint8_t row[] = {30, 20, 10, 60, 50, 40};
  store32(file + 10, 54);
  store32(file + 14, 40);
  store32(file + 18, 2);
  store32(file + 22, 1);
  file[28] = 24;
  memcpy(file + 54, row, sizeof row);
  return file;
}

static void test_pictures(void) {
  const uint8_t *bmp = make_bmp();
  const char pixels[] = "10 20 30 40 50 60";
  const char grey[] = "18 48";
  const char normalised[] = "0 5 2.5 15 20 10";
  const char doubled[] = "10 20 30 18 28 38 33 43 53 40 50 60";
  const mote_sample_options each = {.mean_count = 3, .mean = {10, 10, 20}, .scale_count = 3, .scale = {0.5, 0.5, 0.25}};
  const mote_sample_options two = {.mean_count = 2};
  const mote_sample_options resize = {.resize = true};
  const mote_tensor plain = make_tensor(MOTE_UINT8, true, DIMS(1, 1, 2, 3));
  const mote_tensor real = make_tensor(MOTE_FLOAT32, false, DIMS(1, 2, 3));
  const mote_tensor quantized = make_tensor(MOTE_INT8, true, DIMS(1, 1, 2, 1));
  const mote_tensor flat = make_tensor(MOTE_UINT8, false, DIMS(1, 2));
  const mote_tensor large = make_tensor(MOTE_UINT8, false, DIMS(1, 1, 4, 3));
  const mote_tensor vector = make_tensor(MOTE_FLOAT32, false, DIMS(6));
  const mote_tensor batch = make_tensor(MOTE_FLOAT32, false, DIMS(2, 1, 2, 3));
  check_fit("p.bmp", bmp, BMP_BYTES, &plain, &no_options, MOTE_ARRAY_UINT8, "1x1x2x3", pixels);
  check_fit("p.bmp", bmp, BMP_BYTES, &real, &no_options, MOTE_ARRAY_FLOAT32, "1x2x3", pixels);
  check_fit("p.bmp", bmp, BMP_BYTES, &real, &each, MOTE_ARRAY_FLOAT32, "1x2x3", normalised);
  check_fit("p.bmp", bmp, BMP_BYTES, &plain, &each, MOTE_ARRAY_FLOAT32, "1x1x2x3", normalised);
  check_fit("p.bmp", bmp, BMP_BYTES, &quantized, &no_options, MOTE_ARRAY_FLOAT32, "1x1x2x1", grey);
  check_fit("p.bmp", bmp, BMP_BYTES, &flat, &no_options, MOTE_ARRAY_UINT8, "1x2", grey);
  check_fit("p.bmp", bmp, BMP_BYTES, &large, &resize, MOTE_ARRAY_UINT8, "1x1x4x3", doubled);
  check_no_fit("p.bmp", bmp, BMP_BYTES, &large, &no_options, "the picture has 2x1 pixels, the tensor takes 4x1");
  check_no_fit("p.bmp", bmp, BMP_BYTES, &real, &two, "2 means and 0 scales for 3 channels");
  check_no_fit("p.bmp", bmp, BMP_BYTES, &vector, &no_options, "a picture of 1x2x3 does not fit the tensor, which is 6");
  check_no_fit("p.bmp", bmp, BMP_BYTES, &batch, &no_options, "does not fit");
}

static void test_sound(void) {
  static const uint8_t wav[] = "RIFF\x2c\0\0\0WAVEfmt \x10\0\0\0\1\0\1\0\x80\x3e\0\0\0\x7d\0\0\2\0\x10\0data\x08\0\0\0"
                               "\0\0\0\x40\0\xc0\0\x80";
  const char samples[] = "0 16384 -16384 -32768";
  const char unit[] = "0 0.5 -0.5 -1";
  const mote_sample_options scale = {.scale_count = 1, .scale = {1.0 / 32768}, .rate_hz = 16000};
  const mote_sample_options rate = {.rate_hz = 8000};
  const mote_tensor integer = make_tensor(MOTE_INT16, false, DIMS(1, 4));
  const mote_tensor real = make_tensor(MOTE_FLOAT32, false, DIMS(1, 2));
  const mote_tensor quantized = make_tensor(MOTE_INT8, true, DIMS(4));
  const mote_tensor three = make_tensor(MOTE_INT16, false, DIMS(1, 3));
  check_fit("s.wav", wav, sizeof wav - 1, &integer, &no_options, MOTE_ARRAY_INT16, "1x4", samples);
  check_fit("s.wav", wav, sizeof wav - 1, &real, &scale, MOTE_ARRAY_FLOAT32, "2x2", unit);
  check_fit("s.wav", wav, sizeof wav - 1, &quantized, &scale, MOTE_ARRAY_FLOAT32, "4", unit);
  check_no_fit("s.wav", wav, sizeof wav - 1, &integer, &rate, "16000 samples a second, 8000 are wanted");
  check_no_fit("s.wav", wav, sizeof wav - 1, &three, &no_options, "sound of 4 does not fit the tensor, which is 1x3");
}

static void test_reading(void) {
  mote_host_error error;
  mote_sample sample;
  CHECK_FAILS(mote_sample_read("none.npy", &sample, &error), error, "none.npy: cannot open");
  CHECK(!sample.arrays.items);
  CHECK_WORKS(mote_file_write("z.npz", "PK\5\6 is no archive", 18, &error), error);
  CHECK_FAILS(mote_sample_read("z.npz", &sample, &error), error, "z.npz: cannot open the .npz archive");
  CHECK(unlink("z.npz") == 0);
}

int main(void) {
  char folder[] = "/tmp/mote-sample-test-XXXXXX";
  if (!mkdtemp(folder) || chdir(folder) != 0) {
    perror(folder);
    return 1;
  }
  test_tables();
  test_raw();
  test_numbers();
  test_pictures();
  test_sound();
  test_reading();
  CHECK(chdir("/") == 0 && rmdir(folder) == 0);
  return check_report();
}
