# SPDX-License-Identifier: Apache-2.0
"""What the training scripts share: seeding, saving, conversion to int8, and running in TensorFlow Lite and TFLM.

Requirements (Python 3.11): tensorflow-cpu 2.21.0, scikit-learn 1.9.1, numpy 2.4.6, tflite-micro 0.dev20261023182759
"""
import os
import tempfile
import zipfile

# oneDNN picks its kernels, and so the order of its sums, by CPU: plain kernels repeat better from machine to machine.
os.environ.setdefault("TF_ENABLE_ONEDNN_OPTS", "0")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")

import keras
import numpy as np
import tensorflow as tf
from tflite_micro.python.tflite_micro import runtime as tflm


def make_deterministic(seed):
    keras.utils.set_random_seed(seed)
    tf.config.experimental.enable_op_determinism()
    tf.config.threading.set_intra_op_parallelism_threads(1)
    tf.config.threading.set_inter_op_parallelism_threads(1)


def fit(model, loss, rate, x, y, batch, epochs):
    """Adam with a learning rate that falls from `rate` to 0 along a cosine."""
    steps = epochs * -(-len(x) // batch)
    # A second model of the same layers keeps the optimizer's state, twice the weights, out of the saved file.
    trainer = keras.Model(model.inputs, model.outputs)
    trainer.compile(keras.optimizers.Adam(keras.optimizers.schedules.CosineDecay(rate, steps)), loss)
    trainer.fit(x, y, batch, epochs, verbose=0)


def save_keras(model, path):
    """As model.save(), but compressed (most of the HDF5 file inside is zeros) and with fixed member times."""
    with tempfile.TemporaryDirectory() as directory:
        stored = os.path.join(directory, "model.keras")
        model.save(stored)
        with zipfile.ZipFile(stored) as source, zipfile.ZipFile(path, "w") as sink:
            for name in source.namelist():
                sink.writestr(zipfile.ZipInfo(name), source.read(name), zipfile.ZIP_DEFLATED)


def convert(model, representative):
    """Quantises `model` (one input, one output) to int8 throughout and returns the bytes of the .tflite.

    representative: float inputs [count, ...]; their ranges set the scale of every activation.
    """
    with tempfile.TemporaryDirectory() as directory:
        # The batch is fixed at 1 here: from_keras_model() would leave it dynamic.
        signature = tf.TensorSpec([1, *representative.shape[1:]], tf.float32, name="input")
        model.export(directory, "tf_saved_model", verbose=False, input_signature=[signature])
        converter = tf.lite.TFLiteConverter.from_saved_model(directory)
        converter.optimizations = [tf.lite.Optimize.DEFAULT]
        converter.representative_dataset = lambda: ([x[np.newaxis].astype(np.float32)] for x in representative)
        converter.target_spec.supported_ops = [tf.lite.OpsSet.TFLITE_BUILTINS_INT8]
        converter.inference_input_type = tf.int8
        converter.inference_output_type = tf.int8
        return converter.convert()


def tflite_interpreter(tflite):
    """TensorFlow Lite with its reference kernels, which round as documented; the optimised ones need not."""
    resolver = tf.lite.experimental.OpResolverType.BUILTIN_REF
    interpreter = tf.lite.Interpreter(model_content=tflite, experimental_op_resolver_type=resolver)
    interpreter.allocate_tensors()
    return interpreter


def quantization(tflite):
    """Returns ((scale, zero point) of the input, the same of the output)."""
    interpreter = tflite_interpreter(tflite)
    return interpreter.get_input_details()[0]["quantization"], interpreter.get_output_details()[0]["quantization"]


def run_tflite(tflite, inputs):
    """int8 inputs [count, ...] to int8 outputs [count, units], by TensorFlow Lite's reference kernels."""
    interpreter = tflite_interpreter(tflite)
    source, sink = interpreter.get_input_details()[0]["index"], interpreter.get_output_details()[0]["index"]
    outputs = []
    for x in inputs:
        interpreter.set_tensor(source, x[np.newaxis])
        interpreter.invoke()
        outputs.append(interpreter.get_tensor(sink)[0].copy())
    return np.array(outputs)


def run_tflm(tflite, inputs):
    """The same by TensorFlow Lite Micro's reference kernels, whose bits are the ones mote promises."""
    interpreter = tflm.Interpreter.from_bytes(tflite, arena_size=64 * 1024)
    outputs = []
    for x in inputs:
        interpreter.set_input(x[np.newaxis], 0)
        interpreter.invoke()
        outputs.append(interpreter.get_output(0)[0].copy())
    return np.array(outputs)


def print_difference(outputs, others):
    difference = np.abs(outputs.astype(int) - others)
    count = np.count_nonzero(difference)
    print(f"TFLM and TFLite differ in {count} of {difference.size} values, by at most {difference.max()}")


def write_csv(path, rows):
    """Integers, one row a line, with a comma after each so that C can #include the file in an initialiser."""
    with open(path, "w", encoding="ascii") as file:
        file.writelines(", ".join(str(int(v)) for v in row) + ",\n" for row in rows)
