#!/bin/sh
# Compile the lock files. Hashes only: no index is named, so that any mirror of the packages will do.
set -eu
cd "$(dirname "$0")/.."
compile() { uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --overrides requirements/overrides.in --quiet "$@"; }
compile pyproject.toml -o requirements/base.txt
compile pyproject.toml --group dev -c requirements/base.txt -o requirements/dev.txt
compile pyproject.toml --group dev --extra spark -o requirements/spark.txt
compile requirements/build.in -o requirements/build.txt
