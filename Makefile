# Every target does its own set-up. PYTHON may name another interpreter: make demo PYTHON=python3.12
.DEFAULT_GOAL := help
SHELL := /bin/sh
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do \
	command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(not (3,11) <= sys.version_info[:2] < (3,14))' 2>/dev/null && { echo $$p; break; }; done)
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed-base
DEV := $(VENV)/.installed-dev
SPARK_VENV := .venv-spark
SPARK := $(SPARK_VENV)/.installed
export PIP_DISABLE_PIP_VERSION_CHECK := 1
JOBS ?= 2

.PHONY: help demo test check fmt spark bench lock docs clean

help:  ## Print each target with its sentence.
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11, 3.12 or 3.13 is needed; none was found on the path." >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(STAMP): $(VENV)/bin/python requirements/base.txt pyproject.toml
	@echo "installing the locked dependencies (once) ..."
	@$(BIN)/python -m pip install --quiet --no-deps --require-hashes -r requirements/base.txt
	@$(BIN)/python -m pip install --quiet --no-deps --require-hashes -r requirements/build.txt
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(DEV): $(STAMP) requirements/dev.txt
	@echo "installing the locked development tools (once) ..."
	@$(BIN)/python -m pip install --quiet --no-deps --require-hashes -r requirements/dev.txt
	@touch $@

$(SPARK): requirements/spark.txt requirements/build.txt pyproject.toml
	$(PYTHON) -m venv $(SPARK_VENV)
	@$(SPARK_VENV)/bin/python -m pip install --quiet --no-deps --require-hashes -r requirements/spark.txt
	@$(SPARK_VENV)/bin/python -m pip install --quiet --no-deps --require-hashes -r requirements/build.txt
	@$(SPARK_VENV)/bin/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

demo: $(STAMP)  ## Build the invented example case, run every stage, print the headline figures and the report's path.
	$(BIN)/enduse demo demo

test: $(DEV)  ## Run the whole truth: formatting, lint, types, import order, docs, doctests and tests.
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .
	$(BIN)/mypy --no-error-summary
	$(BIN)/lint-imports --no-cache
	$(BIN)/python docs/generate.py --check
	$(BIN)/pytest -n $(JOBS) -m "not spark and not slow"

check: test  ## The same as test.

slow: $(DEV)  ## Run the tests marked slow (large files, killed runs); CI runs them too.
	$(BIN)/pytest -n $(JOBS) -m "slow and not spark"

spark: $(SPARK)  ## Run every SQL step of the demo case on Spark in local mode and compare the tables (needs Java 17).
	$(SPARK_VENV)/bin/pytest -m spark -p no:cacheprovider

bench: $(DEV)  ## Measure speed, memory and accuracy; docs/measured.md and measured-names.md name the command of every figure.
	$(BIN)/python benchmarks/run.py

fmt: $(DEV)  ## Format and sort imports.
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

docs: $(DEV)  ## Write the generated reference pages anew.
	$(BIN)/python docs/generate.py

lock:  ## Compile requirements/*.txt anew (needs uv; hashes only, no host names).
	sh requirements/compile.sh

clean:  ## Remove environments, caches and the demo.
	rm -rf $(VENV) $(SPARK_VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis demo bench-out
