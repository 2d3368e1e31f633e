"""The stages in order. A stage whose inputs, parameters and code are unchanged is not run again; each run is recorded."""

from __future__ import annotations

import datetime as dt
import difflib
import json
import shutil
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from enduse import claims, entities, findings, graph, records, report, sources
from enduse.engine import Engine, closing
from enduse.engine.duckdb import DuckDBEngine
from enduse.errors import SettingError
from enduse.settings import FILE_NAME, Settings
from enduse.store import Archive, Progress, StageRun, Tables, code_of, holding_much, sha256_of, silent, write_json
from enduse.terms.ids import hash_of
from enduse.version import VERSION


@dataclass(frozen=True)
class Stage:
    """One stage: the verb users see, the room that does it, the stages whose tables it reads."""

    name: str
    act: Callable[[StageRun], None]
    after: tuple[str, ...]
    room: str
    settings: tuple[str, ...]
    """The parts of enduse.toml that its tables depend on."""
    files: tuple[str, ...] = ()
    """Files in the workspace that people edit and this stage reads."""


STAGES: tuple[Stage, ...] = (
    Stage("read", sources.read, (), "sources", ("inputs", "parameters")),
    Stage("conform", records.conform, ("read",), "records", ("coverage", "rates", "parameters")),
    Stage("resolve", entities.resolve, ("read", "conform"), "entities", ("parameters",), ("judgements.csv",)),
    Stage("attribute", claims.attribute, ("read", "conform", "resolve"), "claims", ("parameters",)),
    Stage("connect", graph.connect, ("read", "conform", "resolve"), "graph", ("parameters",)),
    Stage("assess", findings.assess, ("read", "conform", "resolve", "connect"), "findings", ("case", "parameters")),
    Stage(
        "check",
        claims.check,
        ("read", "conform", "resolve", "attribute", "connect", "assess"),
        "claims",
        ("parameters",),
        (claims.GRADES_FILE,),
    ),
    Stage(
        "report",
        report.write,
        ("read", "conform", "resolve", "attribute", "connect", "assess", "check"),
        "report",
        ("case", "parameters", "inputs", "coverage"),
    ),
)
STAGE_NAMES: tuple[str, ...] = tuple(stage.name for stage in STAGES)


@dataclass(frozen=True)
class StageResult:
    """What one stage did: `ran` is False when nothing had changed."""

    stage: str
    ran: bool
    seconds: float
    rows: dict[str, int]


def chosen(first: str | None, last: str | None) -> Sequence[Stage]:
    """Return the stages from `first` to `last`, both included; raises SettingError for an unknown or empty choice."""
    for name in (first, last):
        if name is not None and name not in STAGE_NAMES:
            raise SettingError(f"unknown stage {name!r}. Stages in order: {', '.join(STAGE_NAMES)}")
    start = STAGE_NAMES.index(first) if first else 0
    end = STAGE_NAMES.index(last) if last else len(STAGES) - 1
    if start > end:
        raise SettingError(f"--from {first} comes after --until {last}. Stages in order: {', '.join(STAGE_NAMES)}")
    return STAGES[start : end + 1]


def run(
    folder: Path,
    settings: Settings,
    first: str | None = None,
    last: str | None = None,
    progress: Progress = silent,
    engine_at: Callable[[Path], Engine] = DuckDBEngine,
) -> list[StageResult]:
    """Run the chosen stages; the caller holds the workspace's lock. `first` given: that stage runs again even if unchanged.

    `engine_at` opens the engine that runs the SQL, given its temporary folder.
    """
    check_parameters(folder, settings)
    tables, archive = Tables(folder / "tables"), Archive(folder / "archive")
    temporary = folder / "tmp" / "run"
    shutil.rmtree(temporary, ignore_errors=True)
    tables.recover()
    tables.discard()
    results: list[StageResult] = []
    started = dt.datetime.now(dt.UTC)
    for stage in chosen(first, last):
        key = _key(stage, folder, settings, tables)
        record = tables.record(stage.name)
        forced = stage.name == first
        if not forced and record is not None and record["key"] == key and tables.intact(record):
            results.append(StageResult(stage.name, False, 0.0, record.get("rows", {})))
            continue
        at_work = StageRun(folder, tables, archive, engine_at(temporary), settings, progress)
        results.append(_run_stage(stage, key, at_work))
    shutil.rmtree(temporary, ignore_errors=True)
    _record_run(folder, started, results, tables)
    return results


def is_current(folder: Path, settings: Settings, name: str) -> bool:
    """Tell whether a stage's tables are those that it and the stages before it would write now."""
    tables = Tables(folder / "tables")
    asked = STAGES[STAGE_NAMES.index(name)]
    for stage in STAGES:
        if stage is asked or stage.name in asked.after:
            record = tables.record(stage.name)
            if record is None or record["key"] != _key(stage, folder, settings, tables):
                return False
    return True


def check_parameters(folder: Path, settings: Settings) -> None:
    """Return when every parameter set in enduse.toml is one that some room declares; raises SettingError naming the nearest."""
    known = report.declared()
    for name in settings.parameters:
        if name not in known:
            near = difflib.get_close_matches(name, known, 3, 0.5)
            hint = f"Nearest: {', '.join(near)}." if near else f"Known: {', '.join(known)}."
            raise SettingError(f"{folder / FILE_NAME}: there is no parameter {name!r}. {hint}")


def _run_stage(stage: Stage, key: str, at_work: StageRun) -> StageResult:
    began = time.monotonic()
    at_work.progress(stage.name, 0, None)
    with closing(at_work.engine), holding_much():
        try:
            stage.act(at_work)
            rows = at_work.finish()
        except BaseException:
            at_work.abandon()
            at_work.tables.discard()
            raise
    at_work.tables.commit(
        stage.name,
        {
            "key": key,
            "version": VERSION,
            "rows": rows,
            "parameters": dict(sorted(at_work.parameters_used.items())),
            "steps": at_work.steps_run,
        },
    )
    return StageResult(stage.name, True, time.monotonic() - began, rows)


def open_engine(temporary: Path) -> Engine:
    """Return the default engine, spilling into this folder."""
    return DuckDBEngine(temporary)


def _key(stage: Stage, folder: Path, settings: Settings, tables: Tables) -> str:
    """Hash everything the stage's tables depend on: its part of the settings, code, files people edit, and earlier tables."""
    before = [sorted((tables.record(name) or {}).get("tables", {}).items()) for name in stage.after]
    told = settings.model_dump(mode="json", include=set(stage.settings))
    files = [(name, sha256_of(folder / name)) for name in (*stage.files, *_rate_files(stage, settings)) if (folder / name).is_file()]
    return hash_of([stage.name, _code(stage.room), json.dumps([told, files, before], sort_keys=True)], 64)


def _rate_files(stage: Stage, settings: Settings) -> tuple[str, ...]:
    return settings.rates if "rates" in stage.settings else ()


def _code(room: str) -> str:
    """Hash the source text of a room and of what stands under the house."""
    return VERSION + code_of(room, "store", "engine", "model", "terms", "resources")


def _record_run(folder: Path, started: dt.datetime, results: list[StageResult], tables: Tables) -> None:
    """Keep one JSON per run: when, which stages, row counts, hashes, parameters."""
    name = started.strftime("%Y%m%dT%H%M%S.%fZ")
    stages = [{"stage": one.stage, "ran": one.ran, "seconds": round(one.seconds, 3), **(tables.record(one.stage) or {})} for one in results]
    write_json(folder / "runs" / f"{name}.json", {"started_at": started.isoformat(), "version": VERSION, "stages": stages})
