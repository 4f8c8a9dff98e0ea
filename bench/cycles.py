# SPDX-License-Identifier: Apache-2.0
"""From executed blocks (plugin/blocks.c) and an ELF file to instructions and modelled Cortex-M4 and M0 cycles.

Zero-wait-state memory. What an instruction costs is in the two tables below; what is not in a table costs one cycle.
"""
import re
import subprocess
from collections import namedtuple

# Arm Cortex-M4 Processor Technical Reference Manual r0p1, table 3-1; floating point: table 7-1. A division takes 2 to
# 12 cycles: 6 stand for it.
M4 = {
    'divide': 6,
    'load': 2,              # 1 behind another single load or store, unless its address is what that one loads
    'store_register': 2,    # [Rn, Rm]: 1 behind another single load or store
    'store_immediate': 1,
    'multiple': 1,          # and 1 for each register
    'taken': 2,             # on top of the branch's 1
    'table_branch': 2,
    'float_load': 2, 'float_load_double': 3, 'float_store': 2, 'float_store_double': 3,
    'float_mac': 3, 'float_divide': 14, 'float_move_two': 2,
    'mve': 0,
}
# Arm Cortex-M0 Technical Reference Manual r0p0, table 3-1, with the single-cycle multiplier.
M0 = {'load': 2, 'store_register': 2, 'store_immediate': 2, 'multiple': 1, 'taken': 2, 'pop_pc': 1, 'call': 1}

Instruction = namedtuple('Instruction', 'address size kind function m4 m0 loads address_registers')
Counts = namedtuple('Counts', 'instructions m4_cycles m0_cycles functions')

SINGLE = ('load', 'store_register', 'store_immediate')
BRANCH = re.compile(r'(b|bx|bl|blx|bxns|blxns)(eq|ne|cs|hs|cc|lo|mi|pl|vs|vc|hi|ls|ge|lt|gt|le|al)?$|cbn?z$')
SYNONYM = {'sl': 'r10', 'fp': 'r11', 'ip': 'r12'}


def registers(text):
  return [SYNONYM.get(r, r) for r in re.findall(r'\b(r\d+|sp|lr|pc|ip|fp|sl)\b', text)]


def count_list(operands):
  """Registers in a list such as {r4-r7, lr}."""
  total = 0
  for part in re.search(r'\{(.*)\}', operands).group(1).split(','):
    ends = [int(re.sub(r'\D', '', r) or 0) for r in part.split('-')]
    total += ends[-1] - ends[0] + 1 if len(ends) == 2 else 1
  return total


def classify_float(name, operands):
  """-> kind, M4 cycles"""
  double = re.match(r'd\d', operands)
  if re.search(r'\bq\d', operands) or name.startswith(('vpst', 'vpt', 'vctp', 'vpnot')):
    return 'mve', M4['mve']
  if name.startswith(('vldm', 'vpop', 'vstm', 'vpush')):
    return 'multiple', M4['multiple'] + count_list(operands) * (2 if re.search(r'\{d', operands) else 1)
  if name.startswith('vldr'):
    return 'float', M4['float_load_double' if double else 'float_load']
  if name.startswith('vstr'):
    return 'float', M4['float_store_double' if double else 'float_store']
  if name.startswith(('vdiv', 'vsqrt')):
    return 'float', M4['float_divide']
  if re.match(r'vf?n?m[la][as]|vf?nm[as]|vfm[as]|vnml', name):
    return 'float', M4['float_mac']
  if name.startswith('vmov') and operands.count(',') >= 2:
    return 'float', M4['float_move_two']
  return 'float', 1


def classify(name, operands):
  """-> kind, M4 cycles, M0 cycles; of a branch without what it costs to take it."""
  if name.startswith('v'):
    kind, cycles = classify_float(name, operands)
    return kind, cycles, 1
  if BRANCH.match(name):
    return 'branch', 1, 1 + (M0['call'] if name == 'bl' else 0)
  if name in ('tbb', 'tbh'):
    return 'branch', M4['table_branch'], 1
  if name.startswith(('ldm', 'pop', 'stm', 'push')):
    words = count_list(operands)
    extra = M0['pop_pc'] if name.startswith(('ldm', 'pop')) and 'pc' in operands else 0
    return 'multiple', M4['multiple'] + words, M0['multiple'] + words + extra
  if name.startswith(('ldrd', 'strd')):
    return 'multiple', M4['multiple'] + 2, 1
  if name.startswith('ldr'):
    return 'load', M4['load'], M0['load']
  if name.startswith('str'):
    inside = re.search(r'\[(.*?)\]', operands)
    kind = 'store_register' if inside and len(registers(inside.group(1))) > 1 else 'store_immediate'
    return kind, M4[kind], M0[kind]
  if name.startswith(('sdiv', 'udiv')):
    return 'other', M4['divide'], 1
  return 'other', 1, 1


def disassemble(elf):
  """-> {address: Instruction}"""
  attributes = subprocess.run(['arm-none-eabi-readelf', '-A', elf], capture_output=True, text=True, check=True).stdout
  options = ['-m', 'armv8.1-m.main'] if 'MVE' in attributes else ['-M', 'force-thumb']
  text = subprocess.run(['arm-none-eabi-objdump', '-d', *options, elf], capture_output=True, text=True,
                        check=True).stdout
  line_of = re.compile(r'^\s*([0-9a-f]+):\s+((?:[0-9a-f]{4} ?){1,2})\s*\t(\S+)\s*([^;@<]*)')
  found, function = {}, ''
  for line in text.splitlines():
    header = re.match(r'^[0-9a-f]+ <(.*)>:$', line)
    if header:
      function = header.group(1)
    match = line_of.match(line)
    if not match or match.group(3).startswith('.'):
      continue
    name = match.group(3).replace('.w', '').replace('.n', '').split('.')[0]
    operands = match.group(4).strip()
    kind, m4, m0 = classify(name, operands)
    inside = re.search(r'\[(.*?)\]', operands)
    address = int(match.group(1), 16)
    found[address] = Instruction(address, 2 * len(match.group(2).split()), kind, function, m4, m0,
                                 registers(operands.split(',')[0])[:1] if kind == 'load' else [],
                                 registers(inside.group(1)) if inside else [])
  return found


def saved_by_pipelining(before, insn):
  """A single load or store right behind another one takes a cycle only, unless it waits for an address."""
  if before is None or before.kind not in SINGLE or insn.kind not in SINGLE:
    return 0
  if before.loads and before.loads[0] in insn.address_registers:
    return 0
  return insn.m4 - 1


class Model:
  def __init__(self, elf):
    self.instructions = disassemble(elf)
    self.blocks = {}
    self.unknown = 0

  def block(self, pc, count):
    """-> M4 cycles, M0 cycles, last instruction, the one behind it"""
    if (pc, count) in self.blocks:
      return self.blocks[pc, count]
    m4 = m0 = 0
    before, address = None, pc
    for _ in range(count):
      insn = self.instructions.get(address)
      if insn is None:
        self.unknown += 1
        m4, m0, address, before = m4 + 1, m0 + 1, address + 2, None
        continue
      m4 += insn.m4 - saved_by_pipelining(before, insn)
      m0 += insn.m0
      before, address = insn, address + insn.size
    self.blocks[pc, count] = m4, m0, before, self.instructions.get(address)
    return self.blocks[pc, count]

  def count(self, rows):
    """rows: (pc, instructions, runs, left) -> Counts"""
    instructions = m4_cycles = m0_cycles = 0
    functions = {}
    for pc, count, runs, left in rows:
      m4, m0, last, behind = self.block(pc, count)
      cycles = m4 * runs + left * M4['taken']
      if behind is not None: # a pair that the end of the block cuts in two
        cycles -= saved_by_pipelining(last, behind) * (runs - left)
      instructions += count * runs
      m4_cycles += cycles
      m0_cycles += m0 * runs + left * M0['taken']
      insn = self.instructions.get(pc)
      name = insn.function if insn else '?'
      functions[name] = functions.get(name, 0) + cycles
    return Counts(instructions, m4_cycles, m0_cycles, functions)


def read_runs(path):
  """-> a list of runs, each a list of parts, each a list of rows"""
  runs = []
  with open(path) as file:
    for line in file:
      word = line.split()
      if word[0] == 'run':
        runs.append([])
      elif word[0] == 'part':
        runs[-1].append([])
      else:
        runs[-1][-1].append((int(word[1], 16), int(word[2]), int(word[3]), int(word[4])))
  return runs
