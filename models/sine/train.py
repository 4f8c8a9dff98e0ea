# SPDX-License-Identifier: Apache-2.0
"""Trains y = sin(x) for 0 <= x <= 2 pi, the hello-world of embedded inference, and writes every file of this directory.

Run as `python3 -m sine.train` in models/; common.py lists the packages. It takes under a minute.
"""
from pathlib import Path

import common  # first: it configures TensorFlow before anything imports it
import keras
import numpy as np
from keras import layers

HERE = Path(__file__).parent
SEED = 1
SAMPLES = 4096
EPOCHS = 200
BATCH = 64
RATE = 0.01


def build():
    # Biases of 0 would put the bend of every first unit at x = 0, the edge of the range: spread the bends over it.
    # Small weights keep the ranges of the hidden units small, and so the int8 steps fine.
    l2 = keras.regularizers.L2(1e-4)
    spread = {"kernel_initializer": keras.initializers.RandomUniform(-1, 1),
              "bias_initializer": keras.initializers.RandomUniform(-4, 4)}
    return keras.Sequential([
        keras.Input((1,)),
        layers.Dense(16, "relu", kernel_regularizer=l2, **spread),
        layers.Dense(16, "relu", kernel_regularizer=l2),
        layers.Dense(1, kernel_regularizer=l2),
    ], name="sine")


def main():
    common.make_deterministic(SEED)
    x = np.linspace(0, 2 * np.pi, SAMPLES, dtype=np.float32)[:, np.newaxis]
    model = build()
    common.fit(model, "mse", RATE, x, np.sin(x), BATCH, EPOCHS)
    common.save_keras(model, HERE / "sine.keras")

    tflite = common.convert(model, x[::16])
    (HERE / "sine.tflite").write_bytes(tflite)
    (in_scale, in_zero), (out_scale, out_zero) = common.quantization(tflite)
    print(f"input scale {in_scale:.9g} zero point {in_zero}, output {out_scale:.9g} {out_zero}; {len(tflite)} bytes")

    quantized = np.arange(-128, 128).astype(np.int8)[:, np.newaxis]
    real = in_scale * (quantized.astype(np.float32) - in_zero)
    tflm, lite = common.run_tflm(tflite, quantized), common.run_tflite(tflite, quantized)
    for name, y in [("float", model.predict(real, verbose=0)),
                    ("int8, TFLM", out_scale * (tflm.astype(int) - out_zero)),
                    ("int8, TFLite reference", out_scale * (lite.astype(int) - out_zero))]:
        error = np.abs(y - np.sin(real))
        print(f"{name}: mean absolute error {error.mean():.4f}, largest {error.max():.4f}")
    common.print_difference(tflm, lite)
    common.write_csv(HERE / "sine_golden.csv", np.column_stack([quantized, tflm]))


if __name__ == "__main__":
    main()
