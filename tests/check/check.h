/* SPDX-License-Identifier: Apache-2.0 */
/* The host program around check_core.h: what its parts share. */
#ifndef MOTE_CHECK_H
#define MOTE_CHECK_H

#include "check_core.h"
#include "host/error.h"

#include <stdint.h>

typedef struct {
  const char *shared; /* the folder with conformance/ and zoo/ */
  const char *op;     /* only the conformance cases of this operator; NULL: of all */
  const char *part;   /* only cases and models with this in their name; NULL: all */
  bool quick;         /* only some conformance cases and the models of this repository */
  bool list_unsupported;
  bool verbose;
} check_options;

typedef enum {
  CHECK_PASSED,
  CHECK_FAILED,
  CHECK_KNOWN,       /* not what TFLite Micro gives, on purpose */
  CHECK_UNSUPPORTED, /* mote refuses the model cleanly */
  CHECK_OUTCOME_COUNT
} check_outcome;

typedef struct check_table check_table;
typedef struct check_pack check_pack;

typedef struct {
  check_options options;
  check_table *table;
  check_pack *pack; /* what passes goes into it, too; NULL: there is none */
} check_session;

/* Each runs one kind of cases and counts their outcomes; a file that cannot be read counts as failed. */
void check_conformance(check_session *session);
void check_zoo(check_session *session);
void check_repository_models(check_session *session);

/* Whether the options want the case of this name. */
bool check_wants(const check_session *session, const char *name);

/* --- check_case.c, check_folder.c: running a case ----------------------------------------------------------------- */

/* A model twice, in blocks of exactly its size, at a 16-byte boundary and 4 bytes behind one. */
typedef struct {
  uint8_t *data;
  uint8_t *moved;
  size_t size;
} check_model;

check_model check_model_copy(const void *data, size_t size);
void check_model_free(check_model *model);

/* Sets the model and the kernels of the case: all of the library. */
mote_check_case check_case_of(const check_model *model);

/* mote_check_run() with an arena of exactly the size that the case needs. */
mote_check_report check_run(const mote_check_case *c);

/* Runs the case and counts its outcome in row `row`, CHECK_PASSED as `passed`; what failed or is unsupported is printed.
 * `name` is the case's. */
check_outcome check_count_case(check_session *session, const char *row, const char *name, const mote_check_case *c,
                               check_outcome passed);
/* The same for what has no report. `text`: why it failed. */
void check_count_failure(check_session *session, const char *row, const char *name, const char *text);

/* Calls back for each name in the folder that does not begin with a dot, in alphabetical order. False when the folder
 * cannot be read. */
bool check_each_entry(const char *folder, void (*visit)(void *context, const char *name), void *context);

bool check_file_exists(const char *path);

/* zeroed memory, or the program ends */
void *check_alloc(size_t size);

/* --- check_table.c: the outcomes ---------------------------------------------------------------------------------- */

check_table *check_table_create(void);
void check_table_free(check_table *table);
void check_table_heading(check_table *table, const char *heading);
/* Counts in the row of this name under the last heading. */
void check_table_count(check_table *table, const char *name, check_outcome outcome);
/* Counts that the current case is unsupported for this reason, once a case. */
void check_table_reason(check_table *table, const char *text);
void check_table_next_case(check_table *table);
void check_table_print(const check_table *table, bool all_reasons);
size_t check_table_total(const check_table *table, check_outcome outcome);

/* --- check_pack.c: cases for devices ------------------------------------------------------------------------------- */

/* NULL when the file cannot be written. */
check_pack *check_pack_create(const char *path, mote_host_error *error);
void check_pack_add(check_pack *pack, const char *name, const mote_check_case *c);
/* Completes the file and frees the pack. */
bool check_pack_finish(check_pack *pack, mote_host_error *error);

/* --- check_golden.c: golden files that are not read --------------------------------------------------------------- */

/* A golden file in memory: int8 inputs and outputs, one of each a step. To be freed with free(). */
uint8_t *check_golden_from_rows(const int8_t *inputs, size_t input_bytes, const int8_t *outputs, size_t output_bytes,
                                size_t step_count, size_t *golden_bytes);

/* A copy of the golden file with other outputs: those of all steps, without padding. NULL when the sizes do not fit. */
uint8_t *check_golden_with_outputs(const uint8_t *golden, size_t golden_bytes, const uint8_t *outputs, size_t bytes);

/* A copy with the outputs that ADD_N or CUMSUM on int8 has in real arithmetic, rounded at the end. `options` are those of
 * the manifest. NULL when that cannot be told. */
uint8_t *check_golden_in_reals(const check_model *model, const char *op, const char *options, const uint8_t *golden,
                               size_t golden_bytes);

/* A copy with the outputs that the case's kernels give. NULL when they do not run. */
uint8_t *check_golden_by_mote(const mote_check_case *c);

/* --- check_single_rounding.c -------------------------------------------------------------------------------------- */

/* The library's kernels, but FULLY_CONNECTED on integers rounds as in TensorFlow Lite's reference kernels: once. */
const mote_kernel *const *check_single_rounding_kernels(void);

#endif
