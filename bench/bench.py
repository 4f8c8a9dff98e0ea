#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measures models on emulated cores: `make bench MODELS="a.tflite ..." CORES="m4 ..."`.

Instructions are exact counts of an emulated run, the same every time; modelled cycles are theirs by the tables of
cycles.py (Cortex-M4 and M0, zero wait states); sizes are those of the linked image. The second invocation on
pseudo-random input is measured. Results go to a table and to build/bench.json; a last run's are the ones compared with.
"""
import argparse
import csv
import json
import os
import subprocess
import sys

import cycles

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BOARD_OF_CORE = {'m0': 'mps2-an385-m0', 'm3': 'mps2-an385', 'm4': 'mps2-an386', 'm7': 'mps2-an500',
                 'm33': 'mps2-an505', 'm55': 'mps3-an547'}
BUILD_TYPE = {'Os': 'MinSizeRel', 'O3': 'Release'}
SHARED_MODELS = {
    'kws_ref_int8': 'mlperf/kws_ref_int8', 'vww_96_int8': 'mlperf/vww_96_int8',
    'ic_resnet_int8': 'mlperf/ic_resnet_int8', 'ad01_int8': 'mlperf/ad01_int8', 'sww_ref_int8': 'mlperf/sww_ref_int8',
    'hello_world_int8': 'tflm/hello_world_int8', 'micro_speech_quantized': 'tflm/micro_speech_quantized',
    'person_detect': 'tflm/person_detect',
}
# What shared/baseline calls the models.
BASELINE_NAME = {'kws_ref_int8': 'kws', 'vww_96_int8': 'vww', 'ic_resnet_int8': 'ic', 'ad01_int8': 'ad',
                 'sww_ref_int8': 'sww', 'hello_world_int8': 'hello_int8', 'hello_world_float': 'hello_float',
                 'micro_speech_quantized': 'micro_speech', 'person_detect': 'person_detect', 'ad01_fp32': 'ad_f',
                 'ic_resnet_float': 'ic_f', 'keyword_scrambled': 'kw_scrambled'}


def run(command, **options):
  done = subprocess.run(command, capture_output=True, text=True, **options)
  if done.returncode != 0:
    sys.exit(f'bench: {" ".join(command)}\n{done.stdout[-3000:]}{done.stderr[-3000:]}')
  return done.stdout


def default_models(shared):
  models = [os.path.join(ROOT, 'models', name, name + '.tflite') for name in ('sine', 'digits')]
  folder = os.path.join(shared, 'zoo', 'third_party')
  if not os.path.isdir(folder):
    print(f'bench: no {folder}: only the models of this repository are measured')
    return models
  return models + [os.path.join(folder, path + '.tflite') for path in SHARED_MODELS.values()]


def build(core, opt, models):
  folder = os.path.join(ROOT, 'build', f'bench-{core}-{opt}')
  run(['cmake', '-S', ROOT, '-B', folder, '-DMOTE_BENCH=ON', f'-DMOTE_BENCH_MODELS={";".join(models)}',
       f'-DMOTE_BOARD={BOARD_OF_CORE[core]}', f'-DCMAKE_BUILD_TYPE={BUILD_TYPE[opt]}', '-DMOTE_TEXT=OFF',
       '--toolchain', os.path.join(ROOT, 'cmake', 'toolchains', 'arm-none-eabi-gcc.cmake')])
  targets = ['bench_empty'] + ['bench_' + stem_of(model) for model in models]
  run(['cmake', '--build', folder, '--target', *targets])
  return os.path.join(folder, 'bench')


def stem_of(path):
  return os.path.basename(path).split('.')[0]


def build_plugin():
  library = os.path.join(ROOT, 'build', 'libblocks.so')
  source = os.path.join(ROOT, 'bench', 'plugin', 'blocks.c')
  run(['cc', '-O2', '-fPIC', '-shared', '-fvisibility=hidden', '-o', library, source])
  return library


def symbols(elf):
  rows = (line.split() for line in run(['arm-none-eabi-nm', elf]).splitlines())
  return {row[2]: int(row[0], 16) for row in rows if len(row) == 3}


def image_bytes(elf):
  """text + data: code, constants and initial values."""
  text, data = run(['arm-none-eabi-size', elf]).splitlines()[1].split()[:2]
  return int(text) + int(data)


def emulate(core, elf, plugin):
  """-> what the firmware printed as {name: value}, the plugin's file"""
  address = symbols(elf)
  counts = elf + '.blocks'
  flags = (f'-plugin {plugin},begin={address["mote_port_measure_begin"]:#x},end={address["mote_port_measure_end"]:#x},'
           f'lap={address["mote_bench_lap"]:#x},out={counts}')
  environment = dict(os.environ, MOTE_QEMU_FLAGS=flags, MOTE_QEMU_TIMEOUT='1800')
  machine = board_setting(core, 'MOTE_BOARD_QEMU_MACHINE')
  done = subprocess.run([os.path.join(ROOT, 'ports', 'qemu.sh'), machine, 'semihosting', elf], env=environment,
                        capture_output=True, text=True)
  if done.returncode != 0:
    return {'error': (done.stdout + done.stderr).strip().splitlines()[-1:]}, counts
  return dict(line.split() for line in done.stdout.splitlines() if len(line.split()) == 2), counts


def board_setting(core, name):
  with open(os.path.join(ROOT, 'ports', 'boards', BOARD_OF_CORE[core], 'board.cmake')) as file:
    for line in file:
      if line.startswith(f'set({name} '):
        return line.split()[1].rstrip(')')
  sys.exit(f'bench: {BOARD_OF_CORE[core]} does not set {name}')


def inspect(model):
  program = os.path.join(ROOT, 'build', 'mote')
  return json.loads(run([program, 'inspect', model, '--format', 'json']))


def per_operator(model, parts, operators):
  """The third invocation's parts are an operator each; behind the last one the run ends."""
  rows = []
  for operator, part in zip(operators, parts):
    counts = model.count(part)
    rows.append({'operator': operator['operator'], 'macs': operator['macs'], 'instructions': counts.instructions,
                 'modelled_cycles': counts.m4_cycles})
  return rows


def measure(core, opt, model, folder, plugin, empty_bytes):
  stem = stem_of(model)
  elf = os.path.join(folder, f'bench_{stem}.elf')
  printed, counts_file = emulate(core, elf, plugin)
  if 'error' in printed:
    return {'core': core, 'model': stem, 'form': 'loaded', 'options': opt, 'error': ' '.join(printed['error'])}
  facts = inspect(model)
  code_model = cycles.Model(elf)
  runs = cycles.read_runs(counts_file)
  os.remove(counts_file)
  counts = code_model.count(runs[0][0])
  modelled = {'m4': counts.m4_cycles, 'm0': counts.m0_cycles}.get(core)
  operators = [o for o in facts['operators'] if o['subgraph'] == 0]
  return {
      'core': core, 'model': stem, 'form': 'loaded', 'options': opt,
      'instructions': counts.instructions, 'modelled_cycles': modelled, 'macs': int(facts['macs']),
      'code_bytes': image_bytes(elf) - empty_bytes - int(printed['model']),
      'arena_bytes': int(printed['arena']),
      'stack_bytes': max(int(printed['stack_setup']), int(printed['stack_invoke'])),
      'stack_setup_bytes': int(printed['stack_setup']), 'stack_invoke_bytes': int(printed['stack_invoke']),
      'output_crc': printed['output_crc'],
      'operators': per_operator(code_model, runs[1], operators) if core in ('m0', 'm4') else [],
  }


def read_baseline(shared):
  path = os.path.join(shared, 'baseline', 'baseline.csv')
  if not os.path.exists(path):
    return {}
  with open(path, newline='') as file:
    return {(row['core'], row['variant'], row['model']): row for row in csv.DictReader(file)}


def ratio(value, other):
  return f'{value / other:7.2f}' if value and other else '      -'


def print_table(results, last, baseline):
  print('instructions: exact, emulated; cycles: modelled, zero wait states; code, arena, stack: bytes, exact')
  print(f'{"core":4} {"opt":3} {"model":24} {"instructions":>12} {"cycles":>12} {"MAC/cyc":>7} {"vs last":>7} '
        f'{"vs ref":>7} {"vs cmsis":>8} {"code":>6} {"arena":>7} {"stack":>5}')
  for r in results:
    if 'error' in r:
      print(f'{r["core"]:4} {r["options"]:3} {r["model"]:24} {r["error"]}')
      continue
    column = {'m0': 'm0_cycles', 'm4': 'm4_cycles'}.get(r['core'], 'instructions')
    value = r['modelled_cycles'] or r['instructions']
    before = last.get((r['core'], r['options'], r['model']), {})
    others = [baseline.get((r['core'], f'{v}_{r["options"]}', BASELINE_NAME.get(r['model'])), {}) for v in
              ('ref', 'cmsis')]
    reference, cmsis = [int(o.get(column) or 0) for o in others]
    print(f'{r["core"]:4} {r["options"]:3} {r["model"]:24} {r["instructions"]:12} {r["modelled_cycles"] or "-":>12} '
          f'{ratio(r["macs"], r["modelled_cycles"])} '
          f'{ratio(value, before.get("modelled_cycles") or before.get("instructions"))} '
          f'{ratio(value, reference)} {ratio(value, cmsis):>8} {r["code_bytes"]:6} {r["arena_bytes"]:7} '
          f'{r["stack_bytes"]:5}')


def print_operators(results):
  for r in results:
    if not r.get('operators'):
      continue
    print(f'\n{r["core"]} {r["options"]} {r["model"]}: by operator (the hook around it included)')
    for i, o in enumerate(r['operators']):
      print(f'  {i:3} {o["operator"]:28} {o["macs"]:10} MACs {o["instructions"]:10} instructions '
            f'{o["modelled_cycles"]:10} cycles {ratio(o["macs"], o["modelled_cycles"])} MAC/cycle')


def main():
  parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
  parser.add_argument('--models', nargs='*', default=[], help='.tflite files; by default those of the project')
  parser.add_argument('--cores', nargs='*', default=[], choices=BOARD_OF_CORE, help='default: m4')
  parser.add_argument('--options', nargs='*', default=[], choices=BUILD_TYPE, help='default: Os O3')
  parser.add_argument('--operators', action='store_true', help='also by operator')
  parser.add_argument('--shared', default=os.environ.get('MOTE_SHARED', os.path.join(ROOT, '..', 'shared')))
  arguments = parser.parse_args()
  models = [os.path.abspath(m) for m in arguments.models] or default_models(arguments.shared)
  path = os.path.join(ROOT, 'build', 'bench.json')
  last = {}
  if os.path.exists(path):
    with open(path) as file:
      last = {(r['core'], r['options'], r['model']): r for r in json.load(file)}
  plugin = build_plugin()
  results = []
  for core in arguments.cores or ['m4']:
    for opt in arguments.options or list(BUILD_TYPE):
      folder = build(core, opt, models)
      empty_bytes = image_bytes(os.path.join(folder, 'bench_empty.elf'))
      results += [measure(core, opt, model, folder, plugin, empty_bytes) for model in models]
  print_table(results, last, read_baseline(arguments.shared))
  if arguments.operators:
    print_operators(results)
  with open(path + '.new', 'w') as file:
    json.dump(results, file, indent=1)
  os.replace(path + '.new', path)
  sys.exit(1 if any('error' in r for r in results) else 0)


if __name__ == '__main__':
  main()
