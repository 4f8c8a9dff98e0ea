# SPDX-License-Identifier: Apache-2.0
"""Trains a small depthwise-separable CNN on scikit-learn's 8x8 digits and writes every file of this directory.

Run as `python3 -m digits.train` in models/; common.py lists the packages. It takes under a minute.
"""
from pathlib import Path

import common  # first: it configures TensorFlow before anything imports it
import keras
import numpy as np
from keras import layers
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

HERE = Path(__file__).parent
SEED = 1
EPOCHS = 60
BATCH = 32
RATE = 0.003
PIXEL_MAX = 16  # the set's pixels are 0..16; the network sees pixel / 16


def load():
    """Returns train images, test images [count, 8, 8, 1] (integers 0..16), train labels, test labels."""
    digits = load_digits()
    images = digits.images.astype(np.int32)[..., np.newaxis]
    return train_test_split(images, digits.target, test_size=0.2, stratify=digits.target, random_state=SEED)


def conv_relu(x, conv):
    return layers.ReLU()(layers.BatchNormalization()(conv(x)))


def separable(x, filters):
    x = conv_relu(x, layers.DepthwiseConv2D(3, padding="same", use_bias=False))
    return conv_relu(x, layers.Conv2D(filters, 1, use_bias=False))


def build():
    image = keras.Input((8, 8, 1))
    x = conv_relu(image, layers.Conv2D(16, 3, padding="same", use_bias=False))
    x = separable(x, 32)
    x = layers.MaxPooling2D(2)(x)
    x = separable(x, 32)
    x = layers.AveragePooling2D(2)(x)
    x = layers.Flatten()(x)
    return keras.Model(image, layers.Dense(10, activation="softmax")(x), name="digits")


def representative(images):
    """Training images plus one with a single pixel of 17: the range 0..17 makes a pixel step exactly 15 int8 steps."""
    widest = np.zeros_like(images[:1])
    widest[0, 0, 0, 0] = PIXEL_MAX + 1
    return np.concatenate([images, widest]) / PIXEL_MAX


def ten_of_each(labels):
    """Indices of the first ten examples of each digit, in the order 0, 1, …, 9, 0, 1, …"""
    return np.stack([np.flatnonzero(labels == digit)[:10] for digit in range(10)], axis=1).ravel()


def macs(model):
    """Multiply-accumulates of one inference: outputs x products an output."""
    total = 0
    for layer in model.layers:
        if isinstance(layer, layers.DepthwiseConv2D):
            total += int(np.prod(layer.output.shape[1:])) * layer.kernel.shape[0] * layer.kernel.shape[1]
        elif isinstance(layer, (layers.Conv2D, layers.Dense)):
            total += int(np.prod(layer.output.shape[1:])) * int(np.prod(layer.kernel.shape[:-1]))
    return total


def main():
    common.make_deterministic(SEED)
    train_images, test_images, train_labels, test_labels = load()
    model = build()
    # Hard targets drive the int8 outputs to -128 and 127, where a wrong bit upstream would not show.
    loss = keras.losses.CategoricalCrossentropy(label_smoothing=0.1)
    common.fit(model, loss, RATE, train_images / PIXEL_MAX, np.eye(10)[train_labels], BATCH, EPOCHS)
    common.save_keras(model, HERE / "digits.keras")

    tflite = common.convert(model, representative(train_images))
    (HERE / "digits.tflite").write_bytes(tflite)
    (scale, zero_point), output = common.quantization(tflite)
    print(f"input scale {scale:.9g} zero point {zero_point}, output {output}; {macs(model)} MACs, {len(tflite)} bytes")
    assert (zero_point, round(1 / (PIXEL_MAX * scale), 4)) == (-128, 15), "README.md promises input = 15 * pixel - 128"

    quantized = (15 * test_images - 128).astype(np.int8)
    floats = model.predict(test_images / PIXEL_MAX, verbose=0)
    tflm, lite = common.run_tflm(tflite, quantized), common.run_tflite(tflite, quantized)
    hundred = ten_of_each(test_labels)
    for name, outputs in [("float", floats), ("int8, TFLM", tflm), ("int8, TFLite reference", lite)]:
        right = outputs.argmax(axis=1) == test_labels
        print(f"{name}: {right.sum()} of {len(right)} ({right.mean():.2%}), of the hundred {right[hundred].sum()}")
    common.print_difference(tflm, lite)

    pixels = test_images[hundred].reshape(100, 64)
    common.write_csv(HERE / "digits_test.csv", np.column_stack([test_labels[hundred], pixels]))
    common.write_csv(HERE / "digits_golden.csv", tflm[hundred])


if __name__ == "__main__":
    main()
