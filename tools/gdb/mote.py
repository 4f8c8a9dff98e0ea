# SPDX-License-Identifier: Apache-2.0
"""GDB commands that show what mote works on. In GDB: `source tools/gdb/mote.py`, then `help mote`."""
import gdb

ELEMENT = {'MOTE_FLOAT32': 'float', 'MOTE_INT8': 'signed char', 'MOTE_UINT8': 'unsigned char', 'MOTE_BOOL': 'unsigned char',
           'MOTE_INT16': 'short', 'MOTE_UINT16': 'unsigned short', 'MOTE_INT32': 'int', 'MOTE_UINT32': 'unsigned int',
           'MOTE_INT64': 'long long', 'MOTE_UINT64': 'unsigned long long'}


class Mote(gdb.Command):
  """Commands for programs with mote:
  mote tensor TENSOR [COUNT]    a mote_tensor: its type, shape, quantisation and first elements
  mote operators INSTANCE       the operators of a mote_instance's main graph, where they stand, and which is next"""

  def __init__(self):
    super().__init__('mote', gdb.COMMAND_DATA, prefix=True)


def dereferenced(text):
  value = gdb.parse_and_eval(text)
  return value.dereference() if value.type.strip_typedefs().code == gdb.TYPE_CODE_PTR else value


class Tensor(gdb.Command):
  """mote tensor TENSOR [COUNT]: TENSOR is a mote_tensor or a pointer to one; COUNT elements (16) are shown."""

  def __init__(self):
    super().__init__('mote tensor', gdb.COMMAND_DATA, gdb.COMPLETE_EXPRESSION)

  def invoke(self, argument, from_tty):
    words = gdb.string_to_argv(argument)
    if not words:
      raise gdb.GdbError('mote tensor: which one?')
    tensor = dereferenced(words[0])
    kind = str(tensor['type'])
    shape = 'x'.join(str(int(tensor['shape']['dims'][d])) for d in range(int(tensor['shape']['rank']))) or 'scalar'
    print(f'tensor {int(tensor["index"])}: {shape} {kind[5:].lower()}, {int(tensor["bytes"])} bytes at '
          f'{int(tensor["data"]):#x}{" (constant)" if tensor["is_constant"] else ""}')
    scale = None
    if int(tensor['scale_count']) > 0:
      scale = float(tensor['scale'][0])
      print(f'scale {scale:.9g}{"" if int(tensor["scale_count"]) == 1 else " (per channel)"}, '
            f'zero point {int(tensor["zero_point"])}')
    if kind in ELEMENT and int(tensor['data']):
      self.print_elements(tensor, ELEMENT[kind], int(words[1]) if len(words) > 1 else 16, scale)

  @staticmethod
  def print_elements(tensor, name, most, scale):
    element = gdb.lookup_type(name)
    count = min(int(tensor['bytes']) // element.sizeof, most)
    data = tensor['data'].cast(element.pointer())
    values = [float(data[i]) if name == 'float' else int(data[i]) for i in range(count)]
    print(' '.join(f'{v:g}' for v in values))
    if scale is not None and int(tensor['scale_count']) == 1:
      print('real: ' + ' '.join(f'{scale * (v - int(tensor["zero_point"])):.4g}' for v in values))


class Operators(gdb.Command):
  """mote operators INSTANCE: INSTANCE is a mote_instance or a pointer to one."""

  def __init__(self):
    super().__init__('mote operators', gdb.COMMAND_DATA, gdb.COMPLETE_EXPRESSION)

  def invoke(self, argument, from_tty):
    instance = dereferenced(argument)
    graph = instance['graphs'][0]
    header = gdb.lookup_type('mote_step_header').pointer()
    step, following = graph['steps'], int(instance['next'])
    for i in range(int(graph['op_count'])):
      block = step.cast(header)
      kernel = block['kernel']
      mark = '>' if int(step) == following else ' '
      print(f'{mark} {i:3} {kernel["op"]["name"].string():28} params at {int(step) + header.sizeof + 4:#x}, '
            f'operands at {int(step) + 4 * (int(block["io_words"]) & 0x7fff):#x}, run {kernel["run"]}')
      step = step + 4 * int(block['words'])


Mote()
Tensor()
Operators()
