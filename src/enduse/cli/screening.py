"""The command that screens names against the lists of a workspace, and how its hits and its ledger are shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

import enduse
from enduse.cli import showing
from enduse.cli.options import COLUMNS, FILES, Dir, Json, Least
from enduse.errors import SettingError
from enduse.store import holding_much

if TYPE_CHECKING:
    from enduse.entities import Hit, Screened

CSV_COLUMNS = (
    "query", "name", "name_id", "grade", "probability", "score", "listed_name", "subject_id", "subject_type", "list_id", "authority",
    "program", "measure", "status", "status_because", "listed_on", "started_on", "ended_on", "list_as_of", "list_sha256",
    "decision", "decided_by", "why",
)  # fmt: skip
"""One line a name and listing; a name without a hit and a row that cannot be asked have one too, so that all are accounted for."""
_OWN = frozenset({"enduse.toml", "judgements.csv", "grades.csv", "screenings.jsonl"})
"""Files of a workspace that people write, or that are never changed: no answer is written over them."""


def screen(
    folder: Dir,
    names: Annotated[
        Path | None,
        typer.Argument(
            metavar="NAMES.csv",
            help=f"{FILES}. Columns {COLUMNS}; name or vessel is needed.",
        ),
    ] = None,
    as_of: Annotated[str | None, typer.Option("--as-of", metavar="DATE", help="Lists as they stood on this day.")] = None,
    top: Annotated[int, typer.Option("--top", metavar="N", min=1, help="At most this many listed subjects a name.")] = 5,
    threshold: Least = None,
    csv: Annotated[
        Path | None,
        typer.Option("--csv", metavar="FILE", help="Write every name with its hits there as CSV, safe to open in a spreadsheet."),
    ] = None,
    ledger: Annotated[bool, typer.Option("--ledger", help="List the screenings of this workspace instead.")] = False,
    as_json: Json = False,
) -> None:
    """Screen names against every list in the workspace; with --json or --csv each hit says list, programme, version and why.

    With --json one object a line and name: {query, name, name_id, hits: [{id, score, probability, grade, explanation, listings}]},
    best first. A row without a name is not screened and told with its line (`refused`); the others are.

    Every screening is entered into the workspace's ledger, screenings.jsonl, which --ledger lists.
    """
    if ledger:
        _show_ledger(enduse.Workspace(folder).screening_history(), as_json)
    elif names is None:
        raise SettingError("no names to screen: give a table with a column `name`, or --ledger to list the screenings of this workspace")
    else:
        if csv is not None:
            _check_target(csv, names, folder)
        with showing.progress_bar(as_json) as progress, holding_much():
            workspace = enduse.Workspace(folder, progress)
            kept: list[list[dict[str, Any]]] = []
            found = workspace.screenings(names, as_of, top, threshold)
            try:
                _show_hits(found if csv is None else _noted(found, kept), as_json)
            except KeyboardInterrupt:
                if csv is not None:
                    _write_part(csv, kept)
                raise
        if csv is not None:
            lines = _write_csv(csv, kept)
            if not as_json:
                showing.say(f"wrote {csv}: {showing.many(lines, 'line')}")
        if unread := workspace.unread_lists():
            showing.remark(f"not screened against, for no run has read it yet: {', '.join(unread)}. Run: enduse run {folder}")


def _check_target(csv: Path, names: Path, folder: Path) -> None:
    """Return when the answers may be written there; raises SettingError, before any name is screened, for what must stay."""
    if csv.is_dir():
        raise SettingError(f"--csv {csv} is a folder; give the name of a file in it")
    if names.exists() and any(one.exists() and one.samefile(names) for one in (csv, _part_of(csv))):
        raise SettingError(f"--csv {csv} is the file of names itself; give another name, so that it is not written over")
    if csv.name in _OWN and csv.parent.resolve() == folder.resolve():
        raise SettingError(f"--csv {csv} is the workspace's own file; give another name, so that it is not written over")


def _part_of(csv: Path) -> Path:
    """Return where the answers go that were there before an interruption."""
    return csv.with_name(f"{csv.stem}.part{csv.suffix}")


def _noted(screened: Iterable[Screened], kept: list[list[dict[str, Any]]]) -> Iterator[Screened]:
    """Yield the names as they come, and keep of each its rows: one a hit, or one that says that it has none or cannot be asked."""
    for one in screened:
        asked = one.asked()
        rows = [{**_row(hit), **asked} for hit in one.hits]
        if one.query.refused:
            rows = [{**asked, "grade": "refused", "why": one.query.refused}]
        # Whole names only, wherever an interruption falls.
        kept.append(rows or [{**asked, "grade": "no hit"}])
        yield one


def _row(hit: Hit) -> dict[str, Any]:
    said = hit.as_json()
    lines = [" ".join([f"{one.outcome}: {one.comparison}", *_sides(one.left, one.right)]) for one in hit.explanation]
    decided = {"decision": hit.decision.judgement, "decided_by": hit.decision.judged_by} if hit.decision else {}
    return {**{name: said[name] for name in CSV_COLUMNS if name in said}, "decision": None, **decided, "why": "; ".join(lines)}


def _sides(left: str | None, right: str | None) -> list[str]:
    return [] if left is None and right is None else [f"{left or 'not stated'} / {right or 'not stated'}"]


def _write_csv(path: Path, kept: Sequence[Sequence[dict[str, Any]]]) -> int:
    """Write the rows of each name; return how many lines they are."""
    from enduse.report import as_csv
    from enduse.store import write_bytes

    rows = [row for rows in kept for row in rows]
    write_bytes(path, as_csv(rows, CSV_COLUMNS))
    return len(rows)


def _write_part(csv: Path, kept: Sequence[Sequence[dict[str, Any]]]) -> None:
    """Write the names answered before an interruption beside the file asked for, so that nobody takes a part for the whole."""
    part = _part_of(csv)
    said = f"{csv} is not written"
    if kept:
        _write_csv(part, kept)
        said = f"answered so far: {showing.many(len(kept), 'name')}, in {part}; {said}"
    showing.remark(f"interrupted: {said}. The names behind were not screened: run the command again for all of them")


def _show_hits(screened: Iterable[Screened], as_json: bool) -> None:
    """Print the hits: a line of JSON for each name as it is answered, or one table."""
    rows: list[tuple[Any, ...]] = []
    refused: list[str] = []
    names = hits = 0
    for one in screened:
        if as_json:
            showing.show_line(one.as_json())
            continue
        if one.query.refused:
            refused.append(one.query.refused)
            continue
        names += 1
        for hit in one.hits:
            hits += 1
            if len(rows) < showing.HITS_MAX:
                decided = f"{hit.decision.judgement}, says {hit.decision.judged_by or 'a person'}" if hit.decision else ""
                probability = f"{hit.probability:.3f}"
                rows.append((hit.query, hit.listed_name, hit.list_id, hit.program or "", hit.grade, probability, hit.status, decided))
    if as_json:
        return
    columns = ["name", "listed as", "list", "programme", "grade", "probability", "in force", "decided"]
    showing.show_table(f"{showing.many(hits, 'hit')} for {showing.many(names, 'name')}", columns, rows, right=["probability"])
    showing.say_unshown(hits - len(rows))
    if refused:
        showing.say(showing.not_asked(refused))
    if rows:
        showing.say("why each name answers, and to which version of the list: --csv FILE or --json")


def _show_ledger(records: Sequence[dict[str, Any]], as_json: bool) -> None:
    """Print the screening ledger, the oldest entry first."""
    if as_json:
        for record in records:
            showing.show_line(record)
        return
    columns = ["screening", "asked", "list versions", "found", "decided"]
    rows = [
        (
            f"{record['screening']} {record['at']}" + ("" if record["complete"] else " (stopped early)"),
            _asked(record["asked"], record["as_of"]),
            len(record["lists"]),
            f"{showing.many(record['found']['hits'], 'hit')} for {showing.many(record['found']['names_with_hits'], 'name')}",
            _decided(record["decided"]),
        )
        for record in records
    ]
    showing.show_table(showing.many(len(rows), "screening"), columns, rows, right=["list versions"])


def _asked(asked: dict[str, Any], as_of: str | None) -> str:
    refused = asked.get("refused")  # not in lines of before rows could be refused
    told = f" ({showing.many(refused, 'row')} could not be asked)" if refused else ""
    return f"{showing.many(asked['names'], 'name')} of {asked['file']}{told} as of {as_of or 'any day'}"


def _decided(decisions: Sequence[dict[str, Any]]) -> str:
    people = sorted({one["judged_by"] for one in decisions if one["judged_by"]})
    return f"{len(decisions)} by {', '.join(people) or 'a person'}" if decisions else ""
