# SPDX-License-Identifier: Apache-2.0
"""Builds the part of the model that is not trained: from 128 samples to the stack of log spectra, by signal operators.

TensorFlow has no such operators, so that the .tflite is put together here, operator by operator.
"""
import flatbuffers
import numpy as np
from flatbuffers import flexbuffers
from tensorflow.lite.python import schema_py_generated as schema

RATE = 8000
HOP, FRAME = 128, 256  # samples: every 16 ms a spectrum of the last 32 ms
BINS = FRAME // 2 + 1
CHANNELS, LOWEST_HZ, HIGHEST_HZ = 16, 500, 3000
STACK = 16  # spectra that the network sees: 256 ms
LOG_SCALE = 64
WINDOW_SHIFT, FILTER_BITS, LOG_CORRECTION_BITS = 12, 12, 3


class Graph:
    """Appends tensors and operators to a model of the schema's object interface."""

    def __init__(self, model):
        self.model = model
        self.subgraph = model.subgraphs[0]

    def tensor(self, name, tensor_type, shape, data=None, scale=None):
        tensor = schema.TensorT()
        tensor.name, tensor.type, tensor.shape = name, tensor_type, list(shape)
        tensor.buffer = 0
        if data is not None:
            buffer = schema.BufferT()
            buffer.data = np.frombuffer(data.tobytes(), np.uint8)
            self.model.buffers.append(buffer)
            tensor.buffer = len(self.model.buffers) - 1
        if scale is not None:
            tensor.quantization = schema.QuantizationParametersT()
            tensor.quantization.scale, tensor.quantization.zeroPoint = [scale], [0]
        self.subgraph.tensors.append(tensor)
        return len(self.subgraph.tensors) - 1

    def _code(self, builtin, custom):
        code = schema.OperatorCodeT()
        code.builtinCode, code.customCode, code.version = builtin, custom, 1
        code.deprecatedBuiltinCode = min(builtin, 127)
        self.model.operatorCodes.append(code)
        return len(self.model.operatorCodes) - 1

    def operator(self, name, inputs, outputs, **options):
        """name: of a custom operator, or a BuiltinOperator of the schema (a number)"""
        operator = schema.OperatorT()
        if isinstance(name, str):
            operator.opcodeIndex = self._code(schema.BuiltinOperator.CUSTOM, name)
            operator.customOptions = np.frombuffer(flexbuffers.Dumps(options), np.uint8)
        else:
            operator.opcodeIndex = self._code(name, None)
        operator.inputs, operator.outputs = inputs, outputs
        self.subgraph.operators.append(operator)


def filter_bank():
    """Overlapping triangles, evenly spaced on the mel scale: see ops/signal_filter_bank/signal_filter_bank.h."""
    mel = lambda hz: 1127 * np.log1p(hz / 700)
    points = 700 * np.expm1(np.linspace(mel(LOWEST_HZ), mel(HIGHEST_HZ), CHANNELS + 2) / 1127) * FRAME / RATE
    weights, x_starts, w_starts, widths = [], [], [], []
    for low, high in zip(points, points[1:]):
        bins = np.arange(np.ceil(low), np.ceil(high), dtype=int)
        x_starts.append(bins[0])
        w_starts.append(len(weights))
        widths.append(len(bins))
        weights.extend((high - bins) / (high - low))
    weights = np.round(np.array(weights) * (1 << FILTER_BITS)).astype(np.int16)
    return weights, (1 << FILTER_BITS) - weights, *(np.array(a, np.int16) for a in (x_starts, w_starts, widths))


def add_frontend(graph, features):
    """Computes the tensor `features`, int8 [1, STACK * CHANNELS] or int16 [STACK * CHANNELS]; returns the input's index."""
    int16, int32, kind = schema.TensorType.INT16, schema.TensorType.INT32, schema.TensorType
    t = graph.tensor
    samples = t("samples", int16, [HOP])
    frames, frames_valid = t("frames", int16, [1, FRAME]), t("frames_valid", kind.BOOL, [])
    graph.operator("SignalFramer", [samples], [frames, frames_valid], frame_size=FRAME, frame_step=HOP, prefill=True)
    frame = t("frame", int16, [FRAME])
    graph.operator(schema.BuiltinOperator.RESHAPE, [frames, t("frame_shape", int32, [1], np.int32([FRAME]))], [frame])

    hann = np.round((0.5 - 0.5 * np.cos(2 * np.pi * (np.arange(FRAME) + 0.5) / FRAME)) * (1 << WINDOW_SHIFT))
    windowed = t("windowed", int16, [FRAME])
    graph.operator("SignalWindow", [frame, t("hann", int16, [FRAME], hann.astype(np.int16))], [windowed],
                   shift=WINDOW_SHIFT)
    scaled, scale_bits = t("scaled", int16, [FRAME]), t("scale_bits", int32, [])
    graph.operator("SignalFftAutoScale", [windowed], [scaled, scale_bits])
    spectrum = t("spectrum", int16, [2 * BINS])
    graph.operator("SignalRfft", [scaled], [spectrum], T=int16, fft_length=FRAME)
    energy = t("energy", kind.UINT32, [BINS])
    graph.operator("SignalEnergy", [spectrum], [energy], start_index=0, end_index=BINS)

    bank = t("bank", kind.UINT64, [CHANNELS])
    names = "weights", "unweights", "x_starts", "w_starts", "widths"
    constants = [t(name, int16, a.shape, a) for name, a in zip(names, filter_bank())]
    graph.operator("SignalFilterBank", [energy, *constants], [bank], num_channels=CHANNELS)
    root = t("root", kind.UINT32, [CHANNELS])
    graph.operator("SignalFilterBankSquareRoot", [bank, scale_bits], [root])
    log = t("log", int16, [CHANNELS])
    graph.operator("SignalFilterBankLog", [root], [log], input_correction_bits=LOG_CORRECTION_BITS,
                   output_scale=LOG_SCALE)

    is_int16 = graph.subgraph.tensors[features].type == int16
    scale = 1 / LOG_SCALE
    stack = features if is_int16 else t("stack", int16, [STACK * CHANNELS], scale=scale)
    stack_valid = t("stack_valid", kind.BOOL, [])
    graph.operator("SignalStacker", [log], [stack, stack_valid], num_channels=CHANNELS,
                   stacker_left_context=STACK - 1, stacker_right_context=0, stacker_step=1)
    if not is_int16:
        shape = [1, STACK * CHANNELS]
        row = t("row", int16, shape, scale=scale)
        graph.operator(schema.BuiltinOperator.RESHAPE, [stack, t("row_shape", int32, [2], np.int32(shape))], [row])
        graph.operator(schema.BuiltinOperator.QUANTIZE, [row], [features])
    return samples


def pack(model):
    builder = flatbuffers.Builder(4096)
    builder.Finish(model.Pack(builder), b"TFL3")
    return bytes(builder.Output())


def build_features():
    """The model of the features alone: int16 [HOP] to int16 [STACK * CHANNELS]."""
    model, subgraph = schema.ModelT(), schema.SubGraphT()
    model.version, model.buffers, model.operatorCodes, model.subgraphs = 3, [schema.BufferT()], [], [subgraph]
    subgraph.tensors, subgraph.operators = [], []
    graph = Graph(model)
    features = graph.tensor("features", schema.TensorType.INT16, [STACK * CHANNELS])
    subgraph.inputs, subgraph.outputs = [add_frontend(graph, features)], [features]
    return pack(model)


def put_before(tflite):
    """The model with its input computed from samples: int16 [HOP] to what it gives."""
    model = schema.ModelT.InitFromPackedBuf(tflite, 0)
    subgraph = model.subgraphs[0]
    operators, subgraph.operators = subgraph.operators, []
    subgraph.inputs = [add_frontend(Graph(model), subgraph.inputs[0])]
    subgraph.operators += operators
    model.signatureDefs, model.metadata = [], []
    return pack(model)
