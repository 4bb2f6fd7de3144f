# Everything sets itself up on a fresh clone: Python 3.11 or newer, pip and make are enough.
# uv is used where it is there; both ways install the same locked wheels.

NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3 python; do \
	$$p -c "$(NEW_ENOUGH)" 2>/dev/null && { command -v $$p; break; }; done)
PY := .venv/bin/python
UV := $(shell command -v uv 2>/dev/null)
# One more than there are cores: while a test waits for a process, another one works.
WORKERS ?= $(shell $(PYTHON) -c "import os; print(min(5, 1 + (os.cpu_count() or 1)))" 2>/dev/null || echo 3)
TESTS ?=

.PHONY: help setup demo test check format docs migration names lock clean bench chaos

help:
	@echo "make demo       the product on a page of this machine, no account needed"
	@echo "make test       every test (TESTS=tests/core for some)"
	@echo "make setup      only install what the bot needs, into .venv"
	@echo "make bench      how fast it is, beside others (ROWS=\"alert taps\" for some, QUICK=--quick)"
	@echo "make chaos      what it survives: an hour of kills, outages and lies"
	@echo "make check      format, lint, types, layers, texts"
	@echo "make format     put the code into shape"
	@echo "make migration  write down what changed in the tables (m=\"adds the channels\")"
	@echo "make docs       make the tables of commands and roles anew"
	@echo "make names      add new durable names to tests/durable_names.txt"
	@echo "make lock       choose the newest versions of everything we use"

setup: .venv/run.stamp

demo: .venv/run.stamp
	.venv/bin/tocsin demo

test: .venv/dev.stamp
	$(PY) -m pytest -n $(WORKERS) --dist worksteal -rsfE --durations=10 $(TESTS)

bench: .venv/dev.stamp bench/peers/.venv/stamp
	$(PY) -m bench $(ROWS) $(QUICK)

chaos: .venv/dev.stamp
	$(PY) -m tests.chaos

check: .venv/dev.stamp
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .
	.venv/bin/mypy
	.venv/bin/lint-imports
	$(PY) -m pytest -q tests/test_architecture.py tests/test_texts.py

format: .venv/dev.stamp
	.venv/bin/ruff format .
	.venv/bin/ruff check --fix .

migration: .venv/dev.stamp
	$(PY) -m storage.migrations $(m)

docs: .venv/dev.stamp
	$(PY) -m tests.documents

names: .venv/dev.stamp
	$(PY) -m tests.durable

lock: .venv/dev.stamp
	uv pip compile $(COMPILE) --upgrade --extra build pyproject.toml -o requirements.lock
	uv pip compile $(COMPILE) --upgrade --extra build --extra dev -c requirements.lock \
		pyproject.toml -o requirements-dev.lock

COMPILE := -q --universal --python-version 3.11 --generate-hashes --no-header \
	--no-emit-index-url --no-annotate

clean:
	rm -rf .venv bench/peers/.venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

# What the bot is measured beside has an environment of its own.

bench/peers/.venv/stamp: bench/peers/requirements.txt
ifneq ($(UV),)
	@$(UV) venv -q --allow-existing --python $(PYTHON) bench/peers/.venv
	@$(UV) pip install -q --python bench/peers/.venv/bin/python -r $<
else
	@$(PYTHON) -m venv bench/peers/.venv
	@bench/peers/.venv/bin/python -m pip install -q --disable-pip-version-check -r $<
endif
	@touch $@

# The environment. A stamp says from which lock it was filled, so that a second run starts at
# once and a changed lock is noticed.

.venv/bin/python:
	@$(PYTHON) -c "$(NEW_ENOUGH)" || \
		{ echo "Python 3.11 or newer is needed: make PYTHON=/path/to/python3.11"; exit 1; }
ifneq ($(UV),)
	@$(UV) venv -q --allow-existing --python $(PYTHON) .venv
else
	@$(PYTHON) -m venv .venv 2>/dev/null || $(PYTHON) -m venv --without-pip .venv
endif

.venv/run.stamp: .venv/bin/python requirements.lock pyproject.toml
	@test -e .venv/dev.stamp || $(MAKE) --no-print-directory install LOCK=requirements.lock
	@touch $@

.venv/dev.stamp: .venv/bin/python requirements-dev.lock pyproject.toml
	@$(MAKE) --no-print-directory install LOCK=requirements-dev.lock
	@touch $@ .venv/run.stamp

ifneq ($(UV),)
PIP := $(UV) pip install -q --python $(PY)
else
PIP := $(PYTHON) -m pip --python $(PY) install -q --disable-pip-version-check
endif

.PHONY: install
install:
	@echo "Installing what $(LOCK) names into .venv ..."
	@$(PIP) --require-hashes --only-binary :all: -r $(LOCK)
	@$(PIP) --no-deps --no-build-isolation -e .
