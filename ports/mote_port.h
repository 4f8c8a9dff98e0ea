/* SPDX-License-Identifier: Apache-2.0 */
/* All that a firmware application includes of the port: console, exit status, host files, stack and time measures.
 * Single-threaded: call these from main, not from interrupt handlers. */
#ifndef MOTE_PORT_H
#define MOTE_PORT_H

#include <stdarg.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#define MOTE_PORT_NORETURN [[noreturn]]
#else
#define MOTE_PORT_NORETURN _Noreturn
#endif

/* Placement of large objects in the board's largest memory (its ordinary flash or RAM where there is only one).
 *   MOTE_PORT_BIG_DATA static const uint8_t model[] = {...};     constant data, such as a model
 *   MOTE_PORT_BIG_RAM static uint8_t arena[1 << 20];             not cleared at reset: write before you read
 * Alignment is the object's own: add _Alignas(16) where it matters. */
#define MOTE_PORT_BIG_DATA __attribute__((section(".rodata.mote_port_big")))
#define MOTE_PORT_BIG_RAM  __attribute__((section(".bss.mote_port_big")))

/* Exit status of a firmware that ended in a processor fault. */
#define MOTE_PORT_FAULT_STATUS 100

/* ---- Console: semihosting or a UART, chosen at build time with MOTE_PORT_CONSOLE ---- */

void mote_port_write(const char *text, uint32_t length_bytes);

/* Conversions: %d %i %u %x %X %c %s %p %f %%, with the flags - 0 + and space, a width, a precision for %s and %f (6 when
 * not given, at most 15), * for either, and the lengths h, l, ll, z. %f rounds correctly for every float at up to 9
 * decimals, and prints magnitudes from 2^128, which no float has, as inf. */
__attribute__((format(printf, 1, 2))) void mote_port_printf(const char *format, ...);
__attribute__((format(printf, 1, 0))) void mote_port_vprintf(const char *format, va_list arguments);

/* Ends the program. Under an emulator or a debugger with semihosting the status (0 is success) reaches the host;
 * otherwise the processor sleeps for ever. Returning from main does the same. */
MOTE_PORT_NORETURN void mote_port_exit(int32_t status);

/* ---- The host, by semihosting ---- */

/* Splits the host's command line at spaces: line is a buffer of line_bytes for its characters, arguments receives up to
 * capacity pointers into it. Returns the number of arguments, the first being the program's name; 0 when the host gives no
 * command line or line is too small for it. */
int32_t mote_port_arguments(char *line, uint32_t line_bytes, char **arguments, int32_t capacity);

typedef enum {
  MOTE_PORT_FILE_READ = 1,  /* must exist */
  MOTE_PORT_FILE_WRITE = 5, /* created, or emptied */
} mote_port_file_mode;

/* Returns a handle, or -1 when the host cannot open the file. */
int32_t mote_port_file_open(const char *path, mote_port_file_mode mode);
void mote_port_file_close(int32_t file);
/* Each returns a number of bytes, or -1 on failure; read returns fewer than asked for at the end of the file. */
int32_t mote_port_file_length(int32_t file);
int32_t mote_port_file_read(int32_t file, void *data, uint32_t length_bytes);
int32_t mote_port_file_write(int32_t file, const void *data, uint32_t length_bytes);

/* ---- Measures ---- */

/* Fills the unused part of the stack with a pattern; the other returns the deepest use since, in bytes from the stack's
 * top. Read it once right after painting, too, to know how much the callers hold. */
void mote_port_stack_paint(void);
uint32_t mote_port_stack_used(void);
uint32_t mote_port_stack_bytes(void);

/* Bytes of flash (code, constants, initial values of .data, big data) and of RAM (.data, .bss, stack, big RAM) that the
 * image occupies. */
uint32_t mote_port_flash_used(void);
uint32_t mote_port_ram_used(void);

/* Memory that the image leaves free. */
typedef struct {
  uint8_t *start; /* at a 16-byte boundary */
  uint32_t bytes;
} mote_port_memory;

mote_port_memory mote_port_free_ram(void);   /* of the board's largest RAM */
mote_port_memory mote_port_free_flash(void); /* not to be written to by the program */

/* Core clock cycles, modulo 2^32, at MOTE_PORT_CLOCK_HZ; subtract two readings. The counter starts at the first call, so
 * that a program which never asks is never interrupted by it. Emulators tie it to their own clock: it then says nothing
 * about the real processor. */
uint32_t mote_port_time(void);

/* Empty functions at whose addresses an emulator plugin starts and stops counting instructions. */
void mote_port_measure_begin(void);
void mote_port_measure_end(void);

#ifdef __cplusplus
}
#endif

#endif
