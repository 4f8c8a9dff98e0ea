/* SPDX-License-Identifier: Apache-2.0 */
/*
 * MIRROR_PAD: x surrounded by its mirror images, with (symmetric) or without (reflect) the outermost elements. x is copied
 * inside of y by mote_strided_copy(); then, from the innermost dimension out, each dimension of y is mirrored as a whole.
 */
#ifndef MOTE_OPS_MIRROR_PAD_H
#define MOTE_OPS_MIRROR_PAD_H

#include "../common/strided.h"

/* A dimension of y with padding. */
typedef struct mote_mirror_axis {
  int32_t outer;       /* how often the dimension comes */
  int32_t inner_bytes; /* of each of its elements */
  int32_t before, size, after;
} mote_mirror_axis;

typedef struct mote_mirror_pad_params {
  mote_strided_params inside;
  int32_t mirror_count; /* of mirror axes */
  int32_t skip;         /* elements at the edges that are not repeated: 1 to reflect, 0 for symmetric */
} mote_mirror_pad_params;

/* mirrors: the innermost first. */
void mote_mirror_pad_c(const mote_mirror_pad_params *p, const mote_strided_axis *axes, const mote_mirror_axis *mirrors,
                       const void *x, void *y);

#define mote_mirror_pad mote_mirror_pad_c

#endif
