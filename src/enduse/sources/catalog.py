"""The source definitions: one folder each, `source.yml` beside `reader.py`. What changes weekly is YAML."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any, Literal, Protocol

import yaml
from pydantic import BaseModel, ConfigDict, Field

from enduse.errors import SettingError
from enduse.sources.emitting import Emission, InputFile

KINDS = ("customs", "watchlists", "goods_lists", "components", "registries", "press")


class Expectations(BaseModel):
    """What a healthy file holds; outside it the source has drifted and nothing is published."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    rows_min: int = 1
    rows_max: int | None = None
    rejected_share_max: float = 0.05
    """Share of data rows that may go to rejects, 0 to 1."""
    tables: dict[str, tuple[int, int | None]] = {}
    """Least and most rows written to a table, for example designations: [1000, null]."""


class Download(BaseModel):
    """One file that `enduse fetch` gets."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    url: str
    file: str
    size_min: int = 1
    """Fewer bytes than this are not the file (an error page, a truncated answer)."""


class SourceDefinition(BaseModel):
    """What `source.yml` declares."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(pattern=r"^(customs|watchlists|goods_lists|components|registries|press)/[a-z0-9_]+$")
    kind: Literal["customs", "watchlists", "goods_lists", "components", "registries", "press"]
    title: str
    publisher: str
    licence: str
    url: str | None = None
    description: str
    """What one row is, what is missing, what to beware of; shown by `enduse sources` and in the report."""
    formats: tuple[str, ...]
    """File endings accepted, for example csv, xlsx, xml."""
    takes_map: bool = False
    """True when the user may give a column map with the file."""
    needs_map: bool = False
    """True when the source declares no layout of its own, so that a file cannot be read without a map."""
    fetch: tuple[Download, ...] = ()
    expectations: Expectations = Expectations()
    layout: dict[str, Any] = {}
    """The reader's own declarations: column map, date and number formats, null words, categories, ignored columns."""

    def check_given(self, given: Mapping[str, Any], where: str) -> None:
        """Return when `layout.map` names every entry of a map given with a file; raises SettingError, beginning with `where`."""
        accepted: list[str] = self.layout.get("map", [])
        unknown = sorted(str(key) for key in given if key not in accepted)
        if unknown:
            raise SettingError(f"{where} says {unknown[0]!r}; {self.id} accepts: {', '.join(accepted)}")


class Reader(Protocol):
    """What a `reader.py` exports."""

    def read(self, source: SourceDefinition, file: InputFile, emit: Emission) -> None:
        """Emit every row of `file`; raises SourceDrift or UnreadableFile."""


@cache
def definitions() -> dict[str, SourceDefinition]:
    """Return every source definition by id, in alphabetical order."""
    root = resources.files("enduse.sources")
    found: dict[str, SourceDefinition] = {}
    for kind in KINDS:
        for folder in sorted((root / kind).iterdir(), key=lambda entry: entry.name):
            declared = folder / "source.yml"
            if folder.is_dir() and declared.is_file():
                definition = _load(declared)
                found[definition.id] = definition
    return found


def definition_of(source_id: str) -> SourceDefinition:
    """Return one definition; raises SettingError listing the known ids."""
    known = definitions()
    if source_id not in known:
        raise SettingError(f"unknown source {source_id!r}. Known: {', '.join(known)}")
    return known[source_id]


def reader_of(definition: SourceDefinition) -> Reader:
    """Return the module that reads files of this source."""
    module: Any = importlib.import_module("enduse.sources." + definition.id.replace("/", ".") + ".reader")
    reader: Reader = module
    return reader


def _load(path: Traversable) -> SourceDefinition:
    return SourceDefinition.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
