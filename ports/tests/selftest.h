/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MOTE_PORT_SELFTEST_H
#define MOTE_PORT_SELFTEST_H

/* A deliberate fault: where is the address of the instruction that faults, NULL where it is not known. */
typedef struct {
  const char *name;
  void (*cause)(void);
  const char *where;
} mote_port_fault_case;

extern const mote_port_fault_case mote_port_fault_cases[]; /* ends with a NULL name */

#endif
