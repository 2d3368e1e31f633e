"""The one object users hold: a folder with inputs, tables, judgements, runs and a report.

from enduse import Workspace

case = Workspace.create("case", title="Pumps")
case.add("customs/generic", "imports.csv", column_map="imports.yml")
case.run()
case.trace(["Example Trading"], ["Invented Works"], goods=["8413"]).as_json()
"""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

import pyarrow as pa
import yaml

from enduse import claims, entities, graph, pipeline, sources, worlds
from enduse import report as report_room
from enduse.engine import closing
from enduse.errors import SettingError, StorageFailed, UnreadableFile, WorkspaceLocked
from enduse.settings import FILE_NAME, Input, Settings, block, hs_prefix, load
from enduse.store import Archive, Progress, StageRun, Tables, silent, write_bytes, writing

_TEMPLATE = """# An enduse workspace. Lines may be edited by hand; `enduse add` appends inputs at the end.
[case]
title = {title}
# Names or ids of the end users followed; empty: every consignee that answers to a list.
end_users = []
# HS prefixes followed; empty: all goods.
goods = []

[parameters]
# Any parameter the report's method section prints, for example:  class_digits = 6
"""
_JUDGEMENTS = "left_id,right_id,judgement,judged_by,judged_on,reason\n"
Unit = Literal["kg", "pieces", "usd"]


class Workspace:
    """A workspace folder; raises NotAWorkspace when it holds no enduse.toml."""

    def __init__(self, path: Path | str, progress: Progress = silent) -> None:
        self.path = Path(path)
        self.progress = progress
        self.tables = Tables(self.path / "tables")
        self.archive = Archive(self.path / "archive")
        load(self.path)

    @classmethod
    def create(cls, path: Path | str, title: str = "Untitled case") -> Workspace:
        """Make the folder with an empty enduse.toml and judgements.csv; a workspace already there is left untouched."""
        folder = Path(path)
        if folder.exists() and not folder.is_dir():
            raise SettingError(f"{folder} is a file; give a folder for the workspace")
        if not (folder / FILE_NAME).exists():
            if folder.is_dir() and any(folder.iterdir()):
                raise SettingError(f"{folder} is not empty and not a workspace; give a new or empty folder")
            folder.mkdir(parents=True, exist_ok=True)
            write_bytes(folder / "judgements.csv", _JUDGEMENTS.encode())
            write_bytes(folder / FILE_NAME, _TEMPLATE.format(title=_quoted(title)).encode())
        return cls(folder)

    @property
    def settings(self) -> Settings:
        """What enduse.toml says now."""
        return load(self.path)

    def add(
        self,
        source: str,
        *files: Path | str,
        column_map: Path | str | None = None,
        as_of: str | None = None,
        retrieved_at: str | None = None,
    ) -> list[Input]:
        """Archive files as inputs of `source`; a file already added under the same source and map is not added twice.

        `as_of` is the day the content speaks for (a list's publication date). Raises SettingError for an unknown source, a
        missing file or map, or a wrong date; then nothing is added.
        """
        definition = sources.definition_of(source)
        if as_of is not None:
            _day(as_of)
        if definition.needs_map and column_map is None:
            raise SettingError(f"{source} needs a column map: make one with `enduse map FILE -o MAP.yml` and give it with --map MAP.yml")
        if column_map is not None and not definition.takes_map:
            raise SettingError(f"{source} has its own layout and takes no column map")
        paths = [Path(file) for file in files]
        for path in [*paths, *([Path(column_map)] if column_map else [])]:
            if not path.is_file():
                raise SettingError(f"{path} is not a file")
        for path in paths:
            _check_ending(definition, path)
        if column_map is not None:
            sources.check_map(definition, Path(column_map))
        with writing(self.path, f"enduse add {source}"):
            return self._add(source, paths, Path(column_map) if column_map else None, as_of, retrieved_at)

    def _add(self, source: str, paths: Sequence[Path], column_map: Path | None, as_of: str | None, retrieved_at: str | None) -> list[Input]:
        known = {(one.source, one.sha256, one.map_sha256, one.as_of) for one in self.settings.inputs}
        map_sha256 = self.archive.keep(column_map)[0] if column_map else None
        added: list[Input] = []
        for number, path in enumerate(paths):
            self.progress(f"archiving {path.name}", number, len(paths))
            sha256, size = self.archive.keep(path)
            if (source, sha256, map_sha256, as_of) in known:
                continue
            known.add((source, sha256, map_sha256, as_of))
            when = retrieved_at or dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
            added.append(
                Input(
                    source=source,
                    file=_printable(path.name),
                    sha256=sha256,
                    size_bytes=size,
                    retrieved_at=when,
                    as_of=as_of,
                    map_sha256=map_sha256,
                )
            )
        self._append("inputs", [one.model_dump() for one in added])
        return added

    def fill(self, folder: Path | str, retrieved_at: str | None = None) -> list[Input]:
        """Add everything that `folder/inputs.yml` lists, with its case, parameters and declared coverage."""
        root = Path(folder)
        try:
            listed = yaml.safe_load((root / "inputs.yml").read_text(encoding="utf-8"))
        except FileNotFoundError as error:
            raise SettingError(f"{root} holds no inputs.yml") from error
        added: list[Input] = []
        for one in listed["inputs"]:
            given_map = root / one["map"] if one.get("map") else None
            added += self.add(one["source"], root / one["file"], column_map=given_map, as_of=one.get("as_of"), retrieved_at=retrieved_at)
        if listed.get("coverage"):
            self._append("coverage", listed["coverage"])
        if listed.get("case"):
            self._set_case(listed["case"])
        return added

    def run(self, first: str | None = None, last: str | None = None) -> list[pipeline.StageResult]:
        """Run the stages from `first` to `last`; unchanged stages are skipped. Raises WorkspaceLocked when another process writes."""
        with writing(self.path, "enduse run"):
            return pipeline.run(self.path, self.settings, first, last, self.progress)

    def read(self) -> Workspace:
        """Run the stage of that name (and what must precede it), then return the workspace."""
        return self._until("read")

    def conform(self) -> Workspace:
        """Run up to this stage; see `read`."""
        return self._until("conform")

    def resolve(self) -> Workspace:
        """Run up to this stage; see `read`."""
        return self._until("resolve")

    def attribute(self) -> Workspace:
        """Run up to this stage; see `read`."""
        return self._until("attribute")

    def connect(self) -> Workspace:
        """Run up to this stage; see `read`."""
        return self._until("connect")

    def assess(self) -> Workspace:
        """Run up to this stage; see `read`."""
        return self._until("assess")

    def check(self) -> Workspace:
        """Run up to this stage; see `read`."""
        return self._until("check")

    def report(self) -> Path:
        """Run every stage and return the path of the report's page; a page that was removed is written again."""
        self._until("report")
        page = report_room.page_path(self.path)
        if not page.is_file():
            self.run(first="report")
        return page

    def _until(self, stage: str) -> Workspace:
        self.run(last=stage)
        return self

    def table(self, name: str) -> pa.Table:
        """Return one table's rows; raises StageNotRun when its stage has not run."""
        return self.tables.read(name)

    def find(self, names: Sequence[str]) -> list[str]:
        """Return the entity ids that names or ids stand for, in order; raises UnknownName or AmbiguousName."""
        with self._desk() as desk:
            return _find(desk, names)

    def trace(
        self,
        suppliers: Sequence[str],
        end_users: Sequence[str],
        goods: Sequence[str] = (),
        since: str | None = None,
        until: str | None = None,
        unit: Unit = "kg",
    ) -> graph.Trace:
        """Return how much of the suppliers' goods reached the end users: direct, at least, central, at most, with the rows.

        `goods` are HS prefixes, `since` and `until` ISO days (included). Names as printed, entity ids or tax ids.
        """
        _span(since, until)
        with self._desk() as desk:
            return graph.trace(desk, _find(desk, suppliers), _find(desk, end_users), _goods(goods), since, until, unit)

    def suppliers(
        self, of: Sequence[str], goods: Sequence[str] = (), since: str | None = None, until: str | None = None
    ) -> graph.Suppliers:
        """Return who shipped directly to these companies: how many at least and at most, values, masses and rows."""
        _span(since, until)
        with self._desk() as desk:
            return graph.suppliers(desk, _find(desk, of), _goods(goods), since, until)

    def screen(
        self, queries: Path | str | Sequence[entities.Query], as_of: str | None = None, top: int = 5, threshold: float | None = None
    ) -> list[entities.Hit]:
        """Return the listed subjects that names answer to, best first, as of a day; a path is read as CSV. See `screenings`."""
        return [hit for one in self.screenings(queries, as_of, top, threshold) for hit in one.hits]

    def screenings(
        self, queries: Path | str | Sequence[entities.Query], as_of: str | None = None, top: int = 5, threshold: float | None = None
    ) -> Iterator[entities.Screened]:
        """Yield the hits of each name in turn, so that a million names need little memory; the ledger then says what was asked and found.

        A path is read as CSV, and as a whole before the first name is screened: a line that cannot be used is told at once.
        `threshold` is the least probability of a hit; null: the parameter `entities.probability_min`.
        """
        day = _day(as_of) if as_of else None
        path = Path(queries) if isinstance(queries, (str, Path)) else None
        given = () if isinstance(queries, (str, Path)) else queries
        total = sum(1 for _ in entities.stream_queries(path)) if path else len(given)
        with self._desk() as desk:
            least = desk.parameter(entities.PROBABILITY_MIN) if threshold is None else threshold
            sha256, size = self.archive.keep(path) if path else entities.keep_names(desk, given)
            names = entities.stream_queries(self.archive.path(sha256)) if path else given
            question = entities.Question(_printable(path.name) if path else "names given", sha256, size, day, top, least)
            found = entities.screenings(desk, names, day, top, least)
            # Closed before the desk is, so that the ledger is written when the one who asks stops early too.
            with contextlib.closing(entities.recorded(desk, question, found)) as answers:
                for number, one in enumerate(answers):
                    if number % 256 == 0:
                        self.progress("screening names", number, total)
                    yield one

    def screening_history(self) -> list[dict[str, Any]]:
        """Return the screening ledger, the oldest entry first, each with what people have decided about its hits by now."""
        with self._desk() as desk:
            return list(entities.history(desk))

    def questions(self) -> list[entities.OpenQuestion]:
        """Return the open questions of identity, what moves most of the answer first."""
        with self._desk() as desk:
            return list(entities.questions(desk))

    def consequences(self) -> list[entities.Consequence]:
        """Return what each decision in judgements.csv changed: companies, listed matches, questions; see `entities.consequences`."""
        with self._desk() as desk:
            return list(entities.consequences(desk, pipeline.open_engine))

    def check_claims(self, ledger: Path | str) -> list[claims.Verdict]:
        """Return a verdict for each claim of a YAML ledger, without adding it to the workspace."""
        given = sources.read_ledger(Path(ledger))
        with self._desk() as desk:
            return claims.check_file(desk, given)

    def ledger(self) -> dict[str, Any]:
        """Return what the workspace's articles claim, as `enduse claims DIR --json` prints it: claims, origins, links.

        Verdicts and grades stand in it when the stage `check` has run on what the workspace holds now; null otherwise.
        """
        with self._desk() as desk:
            return claims.told_case(desk, pipeline.is_current(self.path, self.settings, "check"))

    def explain(self, figure: str) -> report_room.Explanation:
        """Compute one printed figure again from the tables; raises FigureMismatch when it comes out differently."""
        with self._desk() as desk:
            return report_room.explain(desk, figure)

    def verdicts(self) -> list[dict[str, Any]]:
        """Return the verdict of every checked claim in the workspace, with its article, its words and its cited rows."""
        cited: dict[str, list[dict[str, Any]]] = {}
        for row in self.table("verdict_citations").to_pylist():
            cited.setdefault(row["claim_id"], []).append({"kind": row["kind"], "ref_id": row["ref_id"]})
        said: dict[str, dict[str, Any]] = {}
        for name in ("extracted_claims", "claims"):
            said |= {row["claim_id"]: {key: row[key] for key in ("article", "quote")} for row in self.table(name).to_pylist()}
        verdicts = self.table("verdicts").to_pylist()
        return [{**row, **said.get(row["claim_id"], {}), "rows": cited.get(row["claim_id"], [])} for row in verdicts]

    def headline(self) -> list[dict[str, Any]]:
        """Return the figures of the report's summary, in the order printed."""
        figures = {row["figure_id"]: row for row in self.table("figures").to_pylist()}
        return [figures[name] for name in report_room.HEADLINE if name in figures]

    def score(self, truth: Path | str) -> worlds.Score:
        """Return how this workspace compares with the truth of the invented world it was filled from."""
        known = _truth(Path(truth))
        return worlds.score(known, self._answers(known))

    def _answers(self, truth: Mapping[str, Any]) -> worlds.Answers:
        """Return this workspace's tables, and its answers to the truth's questions (None where a name is not known)."""
        tables = {
            field: self.tables.read(name, worlds.COLUMNS[field]) if self.tables.has(name) else None for field, name in worlds.TABLES.items()
        }
        results: dict[str, dict[str, Any] | None] = {}
        asked = worlds.questions(truth)
        for number, question in enumerate(asked):
            self.progress("answering the truth's questions", number, len(asked))
            results[question["id"]] = self._answered(question)
        return worlds.Answers(**tables, results=results)

    def _answered(self, question: Mapping[str, Any]) -> dict[str, Any] | None:
        goods, since, until = question.get("goods") or (), question.get("since"), question.get("until")
        try:
            if question["ask"] == "trace":
                return self.trace(question["from"], question["to"], goods, since, until, question["unit"]).as_json()
            return self.suppliers(question["of"], goods, since, until).as_json()
        except SettingError:
            # A name that the tables do not hold, or that several companies share, is an answer not given: scored as such.
            return None

    @contextmanager
    def _desk(self) -> Iterator[StageRun]:
        """Open the tables for questions; finishes an interrupted commit first when nobody else is writing.

        A workspace that may not be written (a read-only medium) answers all the same, from what is there.
        """
        try:
            with writing(self.path, "a question"):
                self.tables.recover()
        except (WorkspaceLocked, StorageFailed):
            pass
        with self._scratch() as scratch, closing(pipeline.open_engine(scratch)) as engine:
            yield StageRun(self.path, self.tables, self.archive, engine, self.settings, self.progress)

    @contextmanager
    def _scratch(self) -> Iterator[Path]:
        """Give a folder for what does not fit into memory: in the workspace, else where the system keeps such things."""
        folder = self.path / "tmp" / f"question-{os.getpid()}"
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            folder = Path(tempfile.mkdtemp(prefix="enduse-"))
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def _append(self, name: str, rows: Sequence[Mapping[str, Any]]) -> None:
        if not rows:
            return
        path = self.path / FILE_NAME
        text = path.read_text(encoding="utf-8").rstrip("\n") + "\n"
        write_bytes(path, (text + "".join("\n" + block(name, dict(row)) for row in rows)).encode("utf-8"))

    def _set_case(self, case: Mapping[str, Any]) -> None:
        path = self.path / FILE_NAME
        lines = path.read_text(encoding="utf-8").split("\n")
        start = lines.index("[case]")
        end = next((number for number in range(start + 1, len(lines)) if lines[number].startswith("[")), len(lines))
        body = block("case", dict(case)).split("\n")[1:]
        write_bytes(path, "\n".join([*lines[: start + 1], *body, *lines[end:]]).encode("utf-8"))


def _truth(path: Path) -> dict[str, Any]:
    """Return what truth.json of an invented world says; raises UnreadableFile for another file."""
    remedy = "Give the truth.json that `enduse simulate` or `enduse demo` wrote."
    try:
        known = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UnreadableFile(path, error.strerror or str(error), remedy) from error
    except (ValueError, RecursionError) as error:
        raise UnreadableFile(path, "not a JSON document", remedy) from error
    missing = [name for name in worlds.TRUTH_PARTS if name not in known] if isinstance(known, dict) else list(worlds.TRUTH_PARTS)
    if missing or not isinstance(known, dict):
        raise UnreadableFile(path, f"not the truth of an invented world: it says nothing of {', '.join(missing)}", remedy)
    return known


def _find(desk: StageRun, names: Sequence[str]) -> list[str]:
    found: dict[str, None] = {}
    for name in names:
        for entity in entities.find(desk, name):
            found[entity] = None
    if not found:
        raise SettingError("no company given: name at least one, as printed, by entity id or by tax id")
    return list(found)


def _goods(goods: Sequence[str]) -> tuple[str, ...]:
    try:
        return tuple(hs_prefix(part) for part in goods)
    except ValueError as error:
        raise SettingError(str(error)) from error


def _span(since: str | None, until: str | None) -> None:
    first, last = (_day(since) if since else None), (_day(until) if until else None)
    if first and last and first > last:
        raise SettingError(f"--since {since} comes after --until {until}")


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise SettingError(f"{text!r} is not a day; write it as YYYY-MM-DD, for example 2023-03-31") from error


def _check_ending(definition: sources.SourceDefinition, path: Path) -> None:
    name = path.name.lower().removesuffix(".gz")
    if not any(name.endswith("." + ending) for ending in definition.formats):
        raise UnreadableFile(
            path, f"{definition.id} does not read this kind of file", f"Accepted endings: {', '.join(definition.formats)}."
        )


def _quoted(text: str) -> str:
    return block("x", {"title": _printable(text)}).split(" = ", 1)[1].strip()


def _printable(text: str) -> str:
    """Return a name with the bytes that are no UTF-8 replaced: enduse.toml and the tables hold text only."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
