"""Inputs: what may be added, the bytes of each in the archive, and a folder that lists several with its case and coverage."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from enduse import sources
from enduse.errors import SettingError, UnreadableFile
from enduse.settings import Case, CoverageDeclaration, Input
from enduse.store import Archive, Progress
from enduse.workspace.asked import day
from enduse.workspace.files import printable

LISTING = "inputs.yml"


@dataclass(frozen=True)
class Offered:
    """Files offered as inputs of one source; `retrieved_at` is null for now."""

    source: str
    files: tuple[Path, ...]
    column_map: Path | None
    as_of: str | None
    retrieved_at: str | None


class Listed(BaseModel):
    """One file of an inputs.yml, relative to the folder it lies in."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    source: str
    file: str
    map: str | None = None
    as_of: str | None = None


class Listing(BaseModel):
    """An inputs.yml: files to add, the coverage declared for them, the case they are about; empty where it says nothing."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    inputs: tuple[Listed, ...]
    coverage: tuple[CoverageDeclaration, ...] = ()
    case: Case | None = None


def check(offered: Offered) -> None:
    """Raise SettingError or UnreadableFile, before anything is kept, when the files cannot be inputs of the source."""
    definition = sources.definition_of(offered.source)
    if offered.as_of is not None:
        day(offered.as_of)
    if definition.needs_map and offered.column_map is None:
        raise SettingError(f"{definition.id} needs a column map: make one with `enduse map FILE -o MAP.yml` and give it with --map MAP.yml")
    if offered.column_map is not None and not definition.takes_map:
        raise SettingError(f"{definition.id} has its own layout and takes no column map")
    for path in (*offered.files, *([offered.column_map] if offered.column_map else ())):
        if path.is_dir():
            raise SettingError(f"{path} is not a file but a folder: name the files in it, for example {path / '*.csv'}")
        if not path.is_file():
            raise SettingError(f"{path} is not a file")
    for path in offered.files:
        _check_ending(definition, path)
    if offered.column_map is not None:
        sources.check_map(definition, offered.column_map)


def keep(offered: Offered, known: Sequence[Input], archive: Archive, progress: Progress) -> list[Input]:
    """Return what is not known yet under the same source, map and day, its bytes in the archive."""
    map_sha256 = archive.keep(offered.column_map)[0] if offered.column_map else None
    seen = {(one.source, one.sha256, one.map_sha256, one.as_of) for one in known}
    added: list[Input] = []
    for number, path in enumerate(offered.files):
        progress(f"archiving {path.name}", number, len(offered.files))
        sha256, size = archive.keep(path)
        key = (offered.source, sha256, map_sha256, offered.as_of)
        if key in seen:
            continue
        seen.add(key)
        added.append(
            Input(
                source=offered.source,
                file=printable(path.name),
                sha256=sha256,
                size_bytes=size,
                retrieved_at=offered.retrieved_at or dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
                as_of=offered.as_of,
                map_sha256=map_sha256,
            )
        )
    return added


def listing_of(folder: Path) -> Listing:
    """Return what the folder's inputs.yml says; raises SettingError without one, UnreadableFile when it is something else."""
    path = folder / LISTING
    remedy = "Give a folder as `enduse simulate` writes it: inputs.yml lists `inputs` (source, file, map, as_of), `coverage` and `case`."
    try:
        said: Any = yaml.safe_load(path.read_text(encoding="utf-8"))
        return Listing.model_validate(said)
    except FileNotFoundError as error:
        raise SettingError(f"{folder} holds no {LISTING}") from error
    except OSError as error:
        raise UnreadableFile(path, error.strerror or str(error), remedy) from error
    except (UnicodeDecodeError, yaml.YAMLError, RecursionError) as error:
        raise UnreadableFile(path, "not a YAML document", remedy) from error
    except ValidationError as error:
        wrong = "; ".join(f"{'.'.join(str(part) for part in one['loc']) or LISTING}: {one['msg']}" for one in error.errors())
        raise UnreadableFile(path, wrong, remedy) from error


def _check_ending(definition: sources.SourceDefinition, path: Path) -> None:
    name = path.name.lower().removesuffix(".gz")
    if not any(name.endswith("." + ending) for ending in definition.formats):
        raise UnreadableFile(
            path, f"{definition.id} does not read this kind of file", f"Accepted endings: {', '.join(definition.formats)}."
        )
