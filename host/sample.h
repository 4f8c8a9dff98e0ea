/* SPDX-License-Identifier: Apache-2.0 */
/* A file of samples in any format that the host reads, and how its values become those of a model's input. */
#ifndef MOTE_HOST_SAMPLE_H
#define MOTE_HOST_SAMPLE_H

#include "file.h"
#include "tensor.h"

typedef enum {
  MOTE_SAMPLE_NUMBERS, /* .npy, .npz, .csv: values of any type and shape */
  MOTE_SAMPLE_RAW,     /* .bin, .raw: the elements as they stand in memory */
  MOTE_SAMPLE_PICTURE, /* PNG, JPEG, BMP: 0 to 255 */
  MOTE_SAMPLE_SOUND    /* WAV and others: -32768 to 32767 */
} mote_sample_kind;

typedef struct {
  mote_sample_kind kind;
  bool named;             /* the arrays have names (.npz); else there is one array, with an empty name */
  mote_array_list arrays; /* owned */
  unsigned rate_hz;       /* of sound */
} mote_sample;

/* Tells the format by the file's first bytes; .csv, .bin and .raw by the name's extension. */
bool mote_sample_read(const char *path, mote_sample *sample, mote_host_error *error);
void mote_sample_free(mote_sample *sample);

enum { MOTE_SAMPLE_MAX_CHANNELS = 4 };

/* How pictures and sound become numbers: value = (sample - mean) * scale, with one mean and scale for all channels or
 * one for each. */
typedef struct {
  size_t mean_count; /* 0: 0 */
  double mean[MOTE_SAMPLE_MAX_CHANNELS];
  size_t scale_count; /* 0: 1 */
  double scale[MOTE_SAMPLE_MAX_CHANNELS];
  bool resize;      /* pictures of another size than the tensor's are resized; else they are an error */
  unsigned rate_hz; /* sound of another rate is an error; 0: any rate */
} mote_sample_options;

/* Makes values for `tensor` (its data are not needed) out of array `index`. The result is
 *   of the tensor's own type: elements to be copied, or
 *   float32 where the tensor is quantised: real values to be quantised.
 * The first is what integers, bools and raw files give, the second what floats, pictures and sound give. (Pictures for
 * a uint8 tensor and sound for an int16 tensor stay as they are when neither mean nor scale is given.) Integers of
 * another type than the tensor's are converted; one that does not fit is an error.
 *
 * Arrays keep their shape. What has no shape of its own takes the tensor's, [1, d, ...]; with N times as many
 * elements it becomes [N, d, ...]: a picture always N = 1; sound, raw files and tables (whose rows must be samples)
 * also more. */
bool mote_sample_fit(const mote_sample *sample, size_t index, const mote_tensor *tensor,
                     const mote_sample_options *options, mote_array *values, mote_host_error *error);

#endif
