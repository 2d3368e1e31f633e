"""The column map a user gives with a file: small YAML, read safely, checked when it is added."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

from enduse.errors import SettingError
from enduse.sources.catalog import SourceDefinition
from enduse.sources.customs.layout import layout_of

BYTES_MAX = 256 * 1024
"""A map names a few dozen columns; a larger file is something else."""
_HALF = re.compile(r"\\u[dD][89a-fA-F][0-9a-fA-F]{2}|\\U0000[dD][89a-fA-F][0-9a-fA-F]{2}")
"""YAML's escapes make lone surrogates of these, which are no text."""
REMEDY = "Make one with: enduse map FILE -o MAP.yml"


class _Words(yaml.SafeLoader):
    """Reads `No`, `Y`, `2023` and `1.10` as the headers they are; of plain scalars only null stays a value, the model makes the rest."""


_Words.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in each if tag in ("tag:yaml.org,2002:null", "tag:yaml.org,2002:merge")]
    for first, each in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def map_of(path: Path, where: str) -> dict[str, Any]:
    """Return the map in the file at `path`; raises SettingError, beginning with `where`, for anything but a YAML mapping."""
    if path.stat().st_size > BYTES_MAX:
        raise SettingError(f"{where} is larger than {BYTES_MAX:,} bytes; a column map is a short YAML file. {REMEDY}")
    try:
        text = path.read_text(encoding="utf-8-sig")
        loaded = yaml.load(text, Loader=_Words)  # noqa: S506 - a SafeLoader that makes fewer kinds of values
    except UnicodeDecodeError as error:
        raise SettingError(f"{where} is not UTF-8 text: {error.reason} at byte {error.start}. {REMEDY}") from error
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        # ValueError: a scalar that looks like a date and is none.
        said = " ".join(str(error).split())[:300]
        raise SettingError(f"{where} is not readable as YAML: {said}. {REMEDY}") from error
    if half := _HALF.search(text):
        raise SettingError(f"{where} writes half a character ({half[0]}); write the letter itself")
    if not isinstance(loaded, dict):
        raise SettingError(f"{where} is not a YAML mapping. {REMEDY}")
    return loaded


def check_map(definition: SourceDefinition, path: Path) -> None:
    """Return when the map at `path` can be used with the source; raises SettingError naming each wrong entry."""
    where = f"the column map {path}"
    try:
        given = map_of(path, where)
    except OSError as error:
        raise SettingError(f"{where} cannot be read: {error.strerror or error}") from error
    if definition.kind == "customs":
        layout_of({**definition.layout, **given}, where)
        return
    definition.check_given(given, where)
