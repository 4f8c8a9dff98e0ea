# SPDX-License-Identifier: Apache-2.0
"""Trains a detector of rising and falling whistles, which listens to 16 ms at a time, and writes this directory's files.

Run as `python3 -m whistle.train` in models/; common.py lists the packages. It takes a few minutes.
"""
from pathlib import Path

import common  # first: it configures TensorFlow before anything imports it
import keras
import numpy as np
from keras import layers
from tflite_micro.python.tflite_micro import runtime as tflm

from whistle import frontend
from whistle.frontend import CHANNELS, HOP, LOG_SCALE, RATE, STACK

HERE = Path(__file__).parent
SEED = 1
STREAMS = 300
EPOCHS = 40
BATCH = 64
RATE_OF_LEARNING = 0.003
NOTHING, RISING, FALLING = range(3)

# (hops, from Hz, to Hz, amplitude): what the example listens to; it makes the same samples.
SCENE = [(24, 0, 0, 0), (16, 800, 2400, 256), (24, 0, 0, 0), (16, 2300, 750, 128), (24, 0, 0, 0), (16, 1500, 1500, 256),
         (24, 0, 0, 0), (14, 900, 2500, 64), (24, 0, 0, 0)]


class Synthesizer:
    """Whistles over noise, in integers: examples/whistle/whistle.c computes the same."""

    def __init__(self, seed, noise_shift):
        self.random, self.noise_shift, self.phase = seed, noise_shift, 0

    def noise(self):
        x = self.random
        x ^= x << 13 & 0xFFFFFFFF
        x ^= x >> 17
        x ^= x << 5 & 0xFFFFFFFF
        self.random = x
        return (x - (x >> 31 << 32)) >> self.noise_shift

    def sound(self, hops, start_hz, end_hz, amplitude):
        """int16 [hops, HOP]. A parabola stands for each half of a sine wave of +-16384, which amplitude / 256 scales."""
        count = hops * HOP
        step = start_hz * (2**32 // RATE)
        slope = int((end_hz - start_hz) * (2**32 // RATE) / count)
        samples = []
        for _ in range(count):
            p = self.phase >> 16
            p -= p >> 15 << 16
            sine = p * (32768 - abs(p)) >> 14
            samples.append((sine * amplitude >> 8) + self.noise())
            self.phase = self.phase + step & 0xFFFFFFFF
            step += slope
        return np.array(samples, np.int16).reshape(hops, HOP)


def random_stream(rng):
    """Pieces of sound, and for each hop the class, or -1 where a listener might say one or the other."""
    synthesizer = Synthesizer(int(rng.integers(1, 2**32)), int(rng.integers(21, 27)))
    samples, labels = [], []
    for _ in range(6):
        gap = int(rng.integers(4, 24))
        samples.append(synthesizer.sound(gap, 0, 0, 0))
        labels += [NOTHING] * gap
        hops, amplitude = int(rng.integers(11, 20)), int(2 ** rng.uniform(5, 8))
        low, high = int(rng.integers(650, 1050)), int(rng.integers(1900, 2700))
        kind = rng.integers(0, 5)
        if kind < 2:
            start, end, label = (low, high, RISING) if kind == 0 else (high, low, FALLING)
        else:  # a steady tone, one that hardly moves, or one that is too short
            start = int(rng.integers(600, 2800))
            end, label = start + int(rng.integers(-200, 201)) * int(kind == 3), NOTHING
            hops = int(rng.integers(1, 5)) if kind == 4 else hops
        samples.append(synthesizer.sound(hops, start, end, amplitude))
        labels += [NOTHING] * (hops // 3) + [NOTHING if label == NOTHING else -1] * (hops - hops // 3)
        samples.append(synthesizer.sound(8, 0, 0, 0))
        labels += [label] * 3 + [NOTHING if label == NOTHING else -1] * 5 if label != NOTHING else [NOTHING] * 8
    return np.concatenate(samples), np.array(labels)


def run(tflite, hops):
    """The outputs of all hops of a stream, from a fresh state."""
    interpreter = tflm.Interpreter.from_bytes(tflite, arena_size=64 * 1024)
    outputs = []
    for hop in hops:
        interpreter.set_input(hop, 0)
        interpreter.invoke()
        outputs.append(interpreter.get_output(0).ravel().copy())
    return np.array(outputs)


def examples(rng, count):
    features_model = frontend.build_features()
    streams = [random_stream(rng) for _ in range(count)]
    x = np.concatenate([run(features_model, samples) for samples, _ in streams]) / LOG_SCALE
    labels = np.concatenate([labels for _, labels in streams])
    return x[labels >= 0].astype(np.float32), labels[labels >= 0]


def build():
    stack = keras.Input((STACK * CHANNELS,))
    x = layers.Dense(16, "relu", kernel_regularizer=keras.regularizers.L2(1e-4))(stack)
    return keras.Model(stack, layers.Dense(3, "softmax")(x), name="whistle")


def fold(dense, mean, deviation):
    """The layer takes x where it took (x - mean) / deviation."""
    kernel, bias = dense.get_weights()
    kernel /= deviation
    dense.set_weights([kernel, bias - mean * kernel.sum(axis=0)])


def main():
    common.make_deterministic(SEED)
    rng = np.random.default_rng(SEED)
    x, labels = examples(rng, STREAMS)
    test_x, test_labels = examples(rng, STREAMS // 5)
    model = build()
    mean, deviation = x.mean(), x.std()
    common.fit(model, keras.losses.CategoricalCrossentropy(label_smoothing=0.05), RATE_OF_LEARNING,
               (x - mean) / deviation, np.eye(3)[labels], BATCH, EPOCHS)
    fold(model.layers[1], mean, deviation)
    common.save_keras(model, HERE / "whistle.keras")
    network = common.convert(model, x[:: len(x) // 500])
    tflite = frontend.put_before(network)
    (HERE / "whistle.tflite").write_bytes(tflite)

    (scale, zero_point), output = common.quantization(network)
    quantized = np.clip(np.round(test_x / scale) + zero_point, -128, 127).astype(np.int8)
    for name, y in [("float", model.predict(test_x, verbose=0)), ("int8", common.run_tflm(network, quantized))]:
        right = [f"{(y[test_labels == c].argmax(axis=1) == c).mean():.2%}" for c in range(3)]
        print(f"{name}: right of {len(test_labels)} hops without, behind a rising, behind a falling whistle: {right}")
    print(f"features {scale:.9g} {zero_point}, output {output}; {len(tflite)} bytes")

    synthesizer = Synthesizer(1, 24)
    golden = run(tflite, np.concatenate([synthesizer.sound(*piece) for piece in SCENE]))
    common.write_csv(HERE / "whistle_golden.csv", golden)
    print("".join(".+-"[row.argmax()] for row in golden))


if __name__ == "__main__":
    main()
