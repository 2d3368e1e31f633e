"""A workspace: every stage and every question a method, each opened for its own work and closed after it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pyarrow as pa

from enduse import claims, entities, graph, pipeline, sources, worlds
from enduse import report as report_room
from enduse.errors import StageNotRun, WorkspaceError
from enduse.settings import Input, Settings, load
from enduse.store import Archive, Progress, StageRun, Tables, silent, writing
from enduse.workspace import files as folders
from enduse.workspace import inputs, scoring
from enduse.workspace.asked import check_span, companies, day, prefixes
from enduse.workspace.desk import opened

Unit = graph.Unit
_LISTS = "watchlists/"
"""How the ids of sources begin that are lists of people and companies."""


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
        """Make the folder with an empty enduse.toml and judgements.csv; a workspace already there is left untouched, its title too."""
        folder = Path(path)
        folders.make(folder, title)
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
        given = None if column_map is None else Path(column_map)
        offered = inputs.Offered(source, tuple(Path(file) for file in files), given, as_of, retrieved_at)
        inputs.check(offered)
        with writing(self.path, f"enduse add {source}"):
            added = inputs.keep(offered, self.settings.inputs, self.archive, self.progress)
            folders.append(self.path, "inputs", [one.model_dump() for one in added])
        return added

    def fill(self, folder: Path | str, retrieved_at: str | None = None) -> list[Input]:
        """Add everything that `folder/inputs.yml` lists, with its case and the coverage it declares; done twice, nothing stands twice.

        Raises SettingError without an inputs.yml, UnreadableFile when it says something else.
        """
        root = Path(folder)
        listing = inputs.listing_of(root)
        added: list[Input] = []
        for one in listing.inputs:
            given_map = root / one.map if one.map else None
            added += self.add(one.source, root / one.file, column_map=given_map, as_of=one.as_of, retrieved_at=retrieved_at)
        declared = self.settings.coverage
        with writing(self.path, "enduse add"):
            new = [one for one in listing.coverage if one not in declared]
            folders.append(self.path, "coverage", [one.model_dump(exclude_unset=True) for one in new])
            if listing.case is not None:
                folders.set_case(self.path, listing.case.model_dump(exclude_unset=True))
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
            return companies(desk, names)

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
        check_span(since, until)
        with self._desk() as desk:
            return graph.trace(desk, companies(desk, suppliers), companies(desk, end_users), prefixes(goods), since, until, unit)

    def suppliers(
        self, of: Sequence[str], goods: Sequence[str] = (), since: str | None = None, until: str | None = None
    ) -> graph.Suppliers:
        """Return who shipped directly to these companies: how many at least and at most, values, masses and rows."""
        check_span(since, until)
        with self._desk() as desk:
            return graph.suppliers(desk, companies(desk, of), prefixes(goods), since, until)

    def screen(
        self, queries: Path | str | Sequence[entities.Query], as_of: str | None = None, top: int = 5, threshold: float | None = None
    ) -> list[entities.Hit]:
        """Return the listed subjects that names answer to, best first, as of a day; a path is read as a table. See `screenings`.

        A row that cannot be asked has no hit, as a name that answers to nobody; `screenings` tells the two apart.
        """
        return [hit for one in self.screenings(queries, as_of, top, threshold) for hit in one.hits]

    def screenings(
        self, queries: Path | str | Sequence[entities.Query], as_of: str | None = None, top: int = 5, threshold: float | None = None
    ) -> Iterator[entities.Screened]:
        """Yield the hits of each name in turn, so that a million names need little memory; the ledger then says what was asked and found.

        A path is read as `entities.read_queries` does, and as a whole before the first name is screened: a file that is no table of
        names is told at once. A row without a name comes back with `query.refused` and no hits, and the others are screened.
        `threshold` is the least probability of a hit; null: the parameter `entities.probability_min`. Raises WorkspaceError where there
        is no list to answer to: no hit would then mean nothing.
        """
        when = None if as_of is None else day(as_of)
        path = Path(queries) if isinstance(queries, (str, Path)) else None
        given = () if isinstance(queries, (str, Path)) else queries
        # A pipe can be read only once: what it held is read from the archive.
        piped = self.archive.keep(path) if path and path.is_fifo() else None
        asked = self.archive.path(piped[0]) if piped else path
        total, stated = 0, set[str]()
        for one in entities.stream_queries(asked) if asked else given:
            total += 1
            if one.id and one.id.isdecimal():
                stated.add(one.id)
        with self._desk() as desk:
            self._check_lists(desk)
            least = desk.parameter(entities.PROBABILITY_MIN) if threshold is None else threshold
            sha256, size = piped or (self.archive.keep(path) if path else entities.keep_names(desk, given))
            names = entities.stream_queries(self.archive.path(sha256)) if path else given
            self.progress("making the lists ready", 0, None)
            question = entities.Question(folders.printable(path.name) if path else "names given", sha256, size, when, top, least)
            found = entities.screenings(desk, names, when, top, least, stated)
            # Closed before the desk is, so that the ledger is written when the one who asks stops early too.
            with contextlib.closing(entities.recorded(desk, question, found)) as answers:
                for number, answer in enumerate(answers):
                    if number % 256 == 0:
                        self.progress("screening names", number, total)
                    yield answer

    def unread_lists(self) -> list[str]:
        """Return the files of lists that were added and that no run has read yet: they are not screened against."""
        read = self.table("snapshots").to_pylist() if self.tables.has("snapshots") else []
        known = {(row["source_id"], row["sha256"]) for row in read}
        return [one.file for one in self.settings.inputs if one.source.startswith(_LISTS) and (one.source, one.sha256) not in known]

    def _check_lists(self, desk: StageRun) -> None:
        """Return when names can answer to something; raises WorkspaceError saying whether a list is to be added or a run is due."""
        if desk.has("designations") and self.tables.read("designations", ["designation_id"]).num_rows:
            return
        if self.unread_lists():
            raise StageNotRun("designations", self.path)
        raise WorkspaceError(
            f"{self.path} holds no list to screen against, so that no hit would mean nothing. Add one, for example: "
            f"enduse add {self.path} watchlists/un_xml FILE --as-of DATE; then: enduse run {self.path}"
        )

    def screening_history(self) -> list[dict[str, Any]]:
        """Return the screening ledger, the oldest entry first, each with what people have decided about its hits by now."""
        with self._desk() as desk:
            return list(entities.history(desk))

    def questions(self) -> list[entities.OpenQuestion]:
        """Return the open questions of identity, what moves most of the answer first."""
        with self._desk() as desk:
            return list(entities.questions(desk))

    def listed_questions(self) -> list[entities.ListedQuestion]:
        """Return the companies that may be on a list and are not followed for it, what moves most of the answer first."""
        with self._desk() as desk:
            return list(entities.listed_questions(desk))

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
        return scoring.score(self, Path(truth))

    def _desk(self) -> AbstractContextManager[StageRun]:
        return opened(self.path, self.archive, self.settings, self.progress)
