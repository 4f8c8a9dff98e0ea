/* SPDX-License-Identifier: Apache-2.0 */
/* SELECT_V2: y = condition ? a : b; all three inputs broadcast: mote_choose(). */
#ifndef MOTE_OPS_SELECT_V2_H
#define MOTE_OPS_SELECT_V2_H

#include "../common/choose.h"

#endif
