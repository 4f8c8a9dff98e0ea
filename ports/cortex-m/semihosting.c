/* SPDX-License-Identifier: Apache-2.0 */
/* Exit and host services by semihosting (Arm, "Semihosting for AArch32 and AArch64"). Without a host each call fails. */
#include "semihosting.h"
#include "port_internal.h"

#define SYS_OPEN          0x01u
#define SYS_CLOSE         0x02u
#define SYS_WRITE         0x05u
#define SYS_READ          0x06u
#define SYS_FLEN          0x0Cu
#define SYS_GET_CMDLINE   0x15u
#define SYS_EXIT          0x18u
#define SYS_EXIT_EXTENDED 0x20u

#define ADP_STOPPED_RUN_TIME_ERROR   0x20023u
#define ADP_STOPPED_APPLICATION_EXIT 0x20026u

static int32_t call(uint32_t operation, uintptr_t argument) {
  register uint32_t r0 __asm__("r0") = operation;
  register uintptr_t r1 __asm__("r1") = argument;
  __asm__ volatile("bkpt 0xab" : "+r"(r0) : "r"(r1) : "memory");
  return (int32_t)r0;
}

static int32_t call_block(uint32_t operation, uintptr_t a, uintptr_t b, uintptr_t c) {
  const uintptr_t block[3] = {a, b, c};
  return call(operation, (uintptr_t)block);
}

void mote_port_exit(int32_t status) {
  call_block(SYS_EXIT_EXTENDED, ADP_STOPPED_APPLICATION_EXIT, (uintptr_t)status, 0);
  /* Still here: the host knows only the older call, which tells success from failure. */
  call(SYS_EXIT, status == 0 ? ADP_STOPPED_APPLICATION_EXIT : ADP_STOPPED_RUN_TIME_ERROR);
  for (;;) {
    __asm__ volatile("wfi");
  }
}

static uint32_t string_length(const char *text) {
  uint32_t length = 0;
  while (text[length] != '\0') {
    length++;
  }
  return length;
}

int32_t mote_port_semihosting_open(const char *path, uint32_t mode) {
  return call_block(SYS_OPEN, (uintptr_t)path, mode, string_length(path));
}

int32_t mote_port_file_open(const char *path, mote_port_file_mode mode) {
  return mote_port_semihosting_open(path, (uint32_t)mode);
}

void mote_port_file_close(int32_t file) {
  call_block(SYS_CLOSE, (uintptr_t)file, 0, 0);
}

int32_t mote_port_file_length(int32_t file) {
  return call_block(SYS_FLEN, (uintptr_t)file, 0, 0);
}

/* Both calls return the number of bytes not transferred. */
static int32_t transfer(uint32_t operation, int32_t file, uintptr_t data, uint32_t length_bytes) {
  const int32_t left = call_block(operation, (uintptr_t)file, data, length_bytes);
  return left < 0 || (uint32_t)left > length_bytes ? -1 : (int32_t)(length_bytes - (uint32_t)left);
}

int32_t mote_port_file_read(int32_t file, void *data, uint32_t length_bytes) {
  return transfer(SYS_READ, file, (uintptr_t)data, length_bytes);
}

int32_t mote_port_file_write(int32_t file, const void *data, uint32_t length_bytes) {
  return transfer(SYS_WRITE, file, (uintptr_t)data, length_bytes);
}

int32_t mote_port_arguments(char *line, uint32_t line_bytes, char **arguments, int32_t capacity) {
  uintptr_t block[2] = {(uintptr_t)line, line_bytes};
  if (call(SYS_GET_CMDLINE, (uintptr_t)block) != 0) {
    return 0;
  }
  int32_t count = 0;
  char previous = ' ';
  for (char *c = line; *c != '\0'; c++) {
    const char current = *c;
    if (current == ' ') {
      *c = '\0';
    } else if (previous == ' ' && count < capacity) {
      arguments[count++] = c;
    }
    previous = current;
  }
  return count;
}
