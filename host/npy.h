/* SPDX-License-Identifier: Apache-2.0 */
/* NumPy's array files: .npy (format versions 1 to 3) and .npz (a zip archive of them).
 *
 * Read: bool, signed and unsigned integers and floats of 16, 32 and 64 bits, either byte order, C and Fortran order.
 * Written: version 1.0, little-endian, C order. */
#ifndef MOTE_HOST_NPY_H
#define MOTE_HOST_NPY_H

#include "array.h"
#include "file.h"

/* What the members of one .npz may take together once they are unpacked. */
#define MOTE_NPZ_MAX_BYTES MOTE_FILE_MAX_BYTES

/* The array owns its data: nothing refers to `bytes` afterwards. */
bool mote_npy_parse(const void *bytes, size_t size, mote_array *array, mote_host_error *error);
bool mote_npy_read(const char *path, mote_array *array, mote_host_error *error);

bool mote_npy_write(const char *path, const mote_array *array, mote_host_error *error);

/* The members in the archive's order, their names without ".npy". Members may be stored or deflated. */
bool mote_npz_parse(const void *bytes, size_t size, mote_array_list *list, mote_host_error *error);

#endif
