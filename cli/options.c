/* SPDX-License-Identifier: Apache-2.0 */
/* Every command and option of the program. Help, man page, completions and the parser read this and nothing else. */
#include "cli/help.h"
#include "cli/option.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* The commands' own files need no headers: this is the only caller. */
int mote_cli_compare(const mote_cli_args *args);
int mote_cli_header(const mote_cli_args *args);
int mote_cli_inspect(const mote_cli_args *args);
int mote_cli_ops(const mote_cli_args *args);
int mote_cli_run(const mote_cli_args *args);

/* Options that several commands have. */
#define FORMAT                                                                                                         \
  {                                                                                                                    \
    .name = "format", .kind = MOTE_CLI_TEXT, .argument = "text|json", .choices = {"text", "json"}, .fallback = "text", \
    .help = "how the results are printed"                                                                              \
  }
#define OUTPUT_FILE                                                             \
  {                                                                             \
    .name = "output", .letter = 'o', .kind = MOTE_CLI_TEXT, .argument = "FILE", \
    .help = "write the results to FILE instead of standard output"              \
  }

static const mote_cli_option common_options[] = {
    {.name = "quiet", .letter = 'q', .help = "print errors only, besides the results"},
    {.name = "verbose", .letter = 'v', .help = "tell more about what is being done"},
    {.name = "help", .letter = 'h', .help = "explain the command"},
};

static const mote_cli_option inspect_options[] = {
    {.name = "tensors", .letter = 't', .help = "also list every tensor"},
    {.name = "timeline", .help = "also list what stands in the arena while each operator runs"},
    FORMAT,
    OUTPUT_FILE,
};

static const mote_cli_option run_options[] = {
    {.name = "input",
     .letter = 'i',
     .kind = MOTE_CLI_TEXT,
     .repeatable = true,
     .required = true,
     .argument = "[NAME=]FILE",
     .help = "the file of one input; without NAME, files belong to the model's inputs in their order"},
    {.name = "output-dir",
     .letter = 'o',
     .kind = MOTE_CLI_TEXT,
     .argument = "DIR",
     .help = "write output N of the model to DIR/N.npy"},
    {.name = "dump",
     .kind = MOTE_CLI_TEXT,
     .repeatable = true,
     .argument = "TENSOR",
     .help = "also write this tensor (its index or name, or all) to DIR/tensor_INDEX.npy, right after it was computed"},
    {.name = "dequantize", .letter = 'd', .help = "give quantised outputs as real values, in float32"},
    {.name = "mean",
     .kind = MOTE_CLI_REALS,
     .argument = "M[,M...]",
     .help = "pictures and sound: subtract M from each sample, for all channels or one for each"},
    {.name = "scale",
     .kind = MOTE_CLI_REALS,
     .argument = "S[,S...]",
     .help = "pictures and sound: then multiply by S, which may be a quotient such as 1/255"},
    {.name = "resize", .help = "pictures: scale them to the size that the model takes"},
    {.name = "rate",
     .kind = MOTE_CLI_INTEGER,
     .argument = "HZ",
     .help = "sound: refuse a file with another number of samples a second"},
    FORMAT,
};

static const mote_cli_option compare_options[] = {
    {.name = "golden",
     .letter = 'g',
     .kind = MOTE_CLI_TEXT,
     .required = true,
     .argument = "FILE",
     .help = "the inputs and expected tensors, an MTIO file"},
    {.name = "tolerance",
     .kind = MOTE_CLI_REAL,
     .argument = "T",
     .fallback = "1e-4",
     .help = "largest difference of a float tensor that passes, as a part of its largest expected value; integers have "
             "to be equal"},
    FORMAT,
    OUTPUT_FILE,
};

static const mote_cli_option header_options[] = {
    {.name = "name",
     .letter = 'n',
     .kind = MOTE_CLI_TEXT,
     .argument = "NAME",
     .help = "what the C names and the files begin with; the model's file name if not given"},
    {.name = "output-dir",
     .letter = 'o',
     .kind = MOTE_CLI_TEXT,
     .argument = "DIR",
     .fallback = ".",
     .help = "where NAME.c and NAME.h are written"},
};

static const mote_cli_option ops_options[] = {
    FORMAT,
    OUTPUT_FILE,
};

static const mote_cli_option help_options[] = {
    {.name = "man", .help = "print the manual page, in roff"},
    {.name = "completion",
     .kind = MOTE_CLI_TEXT,
     .argument = "bash|zsh|fish",
     .choices = {"bash", "zsh", "fish"},
     .help = "print the completions of a shell"},
};

static const mote_cli_command commands[] = {
    {
        .name = "inspect",
        .run = mote_cli_inspect,
        .operand = "MODEL",
        .summary = "show what is in a model and the memory it needs",
        .details = "Lists inputs, outputs, operators with their multiply-accumulates and weights, and the arena: its "
                   "exact size on the device and which operator makes it that large.",
        .example = "inspect model.tflite",
        .options = inspect_options,
        .option_count = COUNT(inspect_options),
    },
    {
        .name = "run",
        .run = mote_cli_run,
        .operand = "MODEL",
        .summary = "run a model on input files",
        .details =
            "Inputs are .npy, .npz (arrays named like the inputs), .csv, raw elements named .bin or .raw, PNG, JPEG and "
            "BMP pictures (samples 0 to 255), WAV and other sound (samples -32768 to 32767). Real numbers for a "
            "quantised input are quantised; integers are taken as they are.\n"
            "An array of N rows where the tensor's first dimension is 1 is N independent samples. One more leading "
            "dimension than the tensor has makes a sequence of invocations, with the state carried on. The outputs are "
            "stacked the same way.",
        .example = "run model.tflite --input picture.png --scale 1/255 -o results",
        .options = run_options,
        .option_count = COUNT(run_options),
    },
    {
        .name = "compare",
        .run = mote_cli_compare,
        .operand = "MODEL",
        .summary = "run a model and compare with the results it should have",
        .details = "Tells the error of each tensor, and the first operator whose output differs. The exit code is 1 if "
                   "any tensor differs.",
        .example = "compare model.tflite --golden model.io",
        .options = compare_options,
        .option_count = COUNT(compare_options),
    },
    {
        .name = "header",
        .run = mote_cli_header,
        .operand = "MODEL",
        .summary = "write a model as C source for firmware",
        .details =
            "Writes the model as an aligned array, the list of the kernels that it needs, and its arena size as a "
            "macro.",
        .example = "header model.tflite --name person -o src",
        .options = header_options,
        .option_count = COUNT(header_options),
    },
    {
        .name = "ops",
        .run = mote_cli_ops,
        .summary = "list the operators and types that are supported",
        .example = "ops --format json",
        .options = ops_options,
        .option_count = COUNT(ops_options),
    },
    {
        .name = "help",
        .run = mote_cli_help,
        .operand = "[COMMAND]",
        .summary = "explain the program or a command",
        .example = "help run",
        .options = help_options,
        .option_count = COUNT(help_options),
    },
};

const mote_cli_table mote_cli_options = {
    .commands = commands,
    .command_count = COUNT(commands),
    .common = common_options,
    .common_count = COUNT(common_options),
};
