# SPDX-License-Identifier: Apache-2.0
#
# The front door; CMakeLists.txt and CMakePresets.json say how things are built, each preset in build/PRESET.

export CMAKE_GENERATOR ?= $(if $(shell command -v ninja),Ninja,Unix Makefiles)
export CMAKE_BUILD_PARALLEL_LEVEL ?= $(shell nproc)
PREFIX ?= /usr/local
FUZZ_SECONDS ?= 60
PRESETS ?= host asan

# What it starts uses every core itself.
.NOTPARALLEL:
MAKEFLAGS += --no-print-directory

CORES := m0 m0plus m3 m4f m7f m33f m55
BOARDS := microbit mps2-an385-m0 mps2-an385 mps2-an386 mps2-an500 mps2-an505 mps3-an547
QUICK_BOARDS := microbit mps2-an385-m0 mps2-an386

.PHONY: all help install demo program check check-boards test test-host test-boards test-clang fuzz cores bench size lint fmt clean packages-check

all: build-host ## build the program build/mote and the library (the default)
	@ln -sf host/mote build/mote

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z%-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

install: all ## install program, library, headers, CMake package (PREFIX=/usr/local, DESTDIR=)
	cmake --install build/host --prefix $(PREFIX)

demo: packages-demo program build/mps2-an386/configured ## classify handwritten digits on an emulated Cortex-M4
	@cmake --build --preset mps2-an386 --target digits
	@MOTE_QEMU_FLAGS="-icount shift=0" ports/qemu.sh mps2-an386 semihosting build/mps2-an386/examples/digits.elf count

# The program alone.
program: build/host/configured
	@cmake --build --preset host --target mote_program
	@ln -sf host/mote build/mote

check: $(PRESETS:%=build-%) ## compare with golden outputs (PRESETS="host asan", OP=CONV_2D, CASE=digits, SHARED=../shared)
	@status=0; for preset in $(PRESETS); do echo "$$preset:"; \
	  build/$$preset/tests/mote_check $(SHARED:%=--shared %) $(OP:%=--op %) $(CASE:%=--case %) || status=1; \
	done; exit $$status

check-boards: packages-test all $(BOARDS:%=build/%/configured) ## the same on emulated boards (BOARDS="mps2-an386 microbit", OP=, CASE=, SHARED=)
	@for board in $(BOARDS); do cmake --build --preset $$board --target check_firmware || exit; done
	tests/check/boards $(SHARED:%=--shared %) $(OP:%=--op %) $(CASE:%=--case %) -- $(BOARDS)

test: packages-test all $(addprefix build-,asan $(QUICK_BOARDS)) ## run the tests: host, sanitizers, three emulated boards
	tools/run-tests host asan $(QUICK_BOARDS)

test-host: all ## run the host tests alone
	tools/run-tests host

test-boards: packages-test $(BOARDS:%=build-%) ## run the tests of every emulated board
	tools/run-tests $(BOARDS)

test-clang: packages-fuzz build-clang ## run the host tests on a build by Clang
	tools/run-tests clang

fuzz: packages-fuzz build-fuzz ## run each fuzz target (FUZZ_SECONDS=60, FUZZ_TARGETS= all)
	tools/fuzz $(FUZZ_SECONDS) $(FUZZ_TARGETS)

cores: $(CORES:%=build-%) ## build the device library for every core

bench: packages-bench all ## measure models on emulated cores (MODELS="a.tflite ...", CORES="m0 m3 m4 m7 m33 m55", OPERATORS=1)
	bench/bench.py $(if $(MODELS),--models $(MODELS)) $(if $(filter command%,$(origin CORES)),--cores $(CORES)) \
	  $(if $(OPERATORS),--operators)

size: packages-arm cores ## code and constants of the device library on every core
	tools/size $(CORES)

lint: packages-lint all build-m0 build-m4f ## formatting, static analysis, boundary checks
	tools/lint/all

fmt: packages-lint ## format the C sources
	tools/lint/format --fix

clean: ## remove what was built
	rm -rf build

# Configured once; CMake itself notices later changes.
build-%: build/%/configured
	@cmake --build --preset $*

build/%/configured: CMakePresets.json | packages-check
	@mkdir -p $(@D) && cmake --preset $* >$(@D)/configure.log
	@touch $@

# Firmware takes its models through `mote header`.
$(BOARDS:%=build/%/configured): | all

.PRECIOUS: build/%/configured

# `make` alone only says what is missing; the targets that need more install it.
packages-check:
	@tools/install-packages --check build

packages-%:
	@tools/install-packages $*
