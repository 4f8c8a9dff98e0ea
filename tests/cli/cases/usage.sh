# SPDX-License-Identifier: Apache-2.0
# Every wrong command line is told in one line, with a hint, and exits with 2.
try() {
  echo "$ mote $*"
  mote "$@"
  echo "exit $?"
}
exec 2>&1
try rum
try -x
try --inspect
try run
try run model.tflite
try run a.tflite -i x.npy b.tflite
try ops model.tflite
try run a.tflite --inptu x.npy
try run a.tflite --foo
try run a.tflite --zzz=1
try run a.tflite -z
try run a.tflite -dz
try run a.tflite --input
try run a.tflite -i
try run a.tflite -i x.npy --dequantize=yes
try run a.tflite -i x.npy --scale 1/
try run a.tflite -i x.npy --scale 1/0
try run a.tflite -i x.npy --mean 1,2,
try run a.tflite -i x.npy --mean ''
try run a.tflite -i x.npy --rate 16k
try run a.tflite -i x.npy --rate 99999999999999999999
try run a.tflite -i x.npy --format=xml
try run a.tflite -i x.npy --rate 1 --rate 2
try compare a.tflite
try inspect -- -a.tflite b.tflite
try help --completion tcsh
