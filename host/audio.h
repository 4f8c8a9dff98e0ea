/* SPDX-License-Identifier: Apache-2.0 */
/* Sound: WAV, AIFF, FLAC, Ogg and what else libsndfile reads. */
#ifndef MOTE_HOST_AUDIO_H
#define MOTE_HOST_AUDIO_H

#include "array.h"

/* Longer recordings are refused: more than an hour at 16 kHz. */
enum { MOTE_AUDIO_MAX_FRAMES = 1 << 26, MOTE_AUDIO_MAX_CHANNELS = 16 };

/* Whether the bytes begin like a sound file. */
bool mote_audio_recognise(const void *bytes, size_t size);

/* float32 [frames] in units of 16-bit samples (-32768 to 32767, whatever width the file has; 16-bit samples come out
 * as they are). Several channels are averaged. Nothing is resampled. */
bool mote_audio_parse(const void *bytes, size_t size, mote_array *samples, unsigned *rate_hz, mote_host_error *error);

#endif
