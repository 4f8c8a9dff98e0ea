/* SPDX-License-Identifier: Apache-2.0 */
/* ZEROS_LIKE: y = 0 in every element, of the input's shape. Quantised ones, too, become the number 0. */
#include <string.h>

#include "../common/unary.h"

static const mote_op op = {MOTE_UNARY_OP("ZEROS_LIKE", 93, 67)};

typedef struct zeros_like_params {
  uint32_t bytes;
} zeros_like_params;

static mote_status lower(mote_lowering *l) {
  zeros_like_params p;
  mote_tensor y;
  mote_lower_output(l, 0, &y);
  p.bytes = y.bytes;
  mote_lower_elements(l);
  mote_lower_params(l, &p);
  return MOTE_OK;
}

/* io[]: x, y */
static mote_status run(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  const zeros_like_params *p = params;
  memset(io[1], 0, p->bytes);
  return MOTE_OK;
}

MOTE_KERNEL(zeros_like, op, MOTE_TYPES(MOTE_NONE, MOTE_NONE, MOTE_NONE, MOTE_NONE), zeros_like_params, 0, lower, run);
