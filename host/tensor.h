/* SPDX-License-Identifier: Apache-2.0 */
/* Between the runtime's tensors and the host's arrays. */
#ifndef MOTE_HOST_TENSOR_H
#define MOTE_HOST_TENSOR_H

#include "array.h"

#include "mote/mote.h"

/* The array type that holds a tensor type's elements; int4 becomes int8. False where there is none. */
bool mote_tensor_array_type(mote_type type, mote_array_type *array_type);

/* A copy of the tensor's elements as they are. */
bool mote_tensor_to_array(const mote_tensor *tensor, mote_array *array, mote_host_error *error);

#endif
