"""The commands about what is told: the report, and any figure of it computed again."""

from __future__ import annotations

import json
from typing import Annotated

import typer

import enduse
from enduse.cli import showing
from enduse.cli.options import Dir, Json

_ROWS_MAX = 50
"""A table for people holds at most this many rows behind a figure; all of them are in JSON."""


def explain(
    folder: Dir,
    figure: Annotated[str, typer.Argument(metavar="FIGURE", help="A figure's id, as the report prints it.")],
    as_json: Json = False,
) -> None:
    """Compute a printed figure again from the tables, and show its question, parameters and rows."""
    said = enduse.Workspace(folder).explain(figure).as_json()
    if as_json:
        showing.show_json(said)
        return
    showing.say(f"{said['figure_id']}: {said['label']}")
    showing.say(f"recomputed: {showing.figure(said)}; it agrees with the report")
    showing.say(f"question: {json.dumps(said['question'], ensure_ascii=False)}")
    shown = said["rows"][:_ROWS_MAX]
    showing.show_table(
        showing.many(len(said["rows"]), "row"),
        ["row", "file", "place", "what"],
        [(row["ref_id"], row.get("file") or "", row.get("locator") or "", row.get("what") or "") for row in shown],
    )
    showing.say_unshown(len(said["rows"]) - len(shown), "rows")


def report(folder: Dir, as_json: Json = False) -> None:
    """Write the report: a self-contained page, with CSV, JSON and FollowTheMoney beside it."""
    with showing.progress_bar(as_json) as progress:
        page = enduse.Workspace(folder, progress).report()
    if as_json:
        showing.show_json({"report": str(page), "files": sorted(str(path) for path in page.parent.rglob("*") if path.is_file())})
    else:
        showing.say(f"the report is at {page}")
