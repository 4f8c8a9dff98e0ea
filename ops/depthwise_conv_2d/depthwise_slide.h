/* SPDX-License-Identifier: Apache-2.0 */
/* The fast way for the most frequent window: 3 × 3 without dilation, a stride of 1 or 2 along the row, int8. */
#ifndef MOTE_OPS_DEPTHWISE_SLIDE_H
#define MOTE_OPS_DEPTHWISE_SLIDE_H

#include "../common/outputs.h"
#include "depthwise_conv_2d.h"

/* Is this such a layer? Its scales must be below one half too. */
bool mote_depthwise_can_slide(const mote_depthwise_geometry *g, const mote_outputs *outputs);

void mote_depthwise_slide_s8(const mote_depthwise_conv_2d_params *p, mote_rows rows, const int8_t *x, const int8_t *w,
                             const mote_outputs *outputs, int8_t *y);

#endif
