"""The commands about invented worlds: made, scored against their truth, and shown as a demo."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

import enduse
from enduse.cli import showing
from enduse.cli.options import Dir, Json


def simulate(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="A new folder for the invented world.")],
    shipments: Annotated[int, typer.Option("--shipments", metavar="N", min=1000, max=10_000_000, help="How many shipments.")] = 1000,
    seed: Annotated[int, typer.Option("--seed", metavar="S", help="Equal seeds give equal worlds.")] = 1,
    as_json: Json = False,
) -> None:
    """Write an invented world as raw files in real layouts, with the truth beside it."""
    from enduse import worlds

    with showing.progress_bar(as_json) as progress:
        world = worlds.simulate(out, shipments, seed, progress=progress)
    if as_json:
        showing.show_json(world.as_json())
    else:
        showing.say(f"{out} holds an invented world of {shipments:,} shipments. Next: enduse score DIR {out / 'truth.json'} after a run")


def score(
    folder: Dir, truth: Annotated[Path, typer.Argument(metavar="TRUTH", help="truth.json of an invented world.")], as_json: Json = False
) -> None:
    """Compare a workspace with the truth of the invented world it was filled from."""
    said = enduse.Workspace(folder).score(truth).as_json()
    if as_json:
        showing.show_json(said)
        return
    rows = [(one["measure"], one["value"], one["n"]) for one in said["measures"]]
    showing.show_table("Score", ["measure", "value", "n"], rows, right=["value", "n"])


def demo(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where the demo workspace goes.")] = Path("demo"), as_json: Json = False
) -> None:
    """Build the invented demo case, run every stage, and print the headline figures and the report's path."""
    from enduse.cli.demo import build

    with showing.progress_bar(as_json) as progress:
        said = build(folder, progress)
    if as_json:
        showing.show_json(said)
        return
    rows = [(one["figure_id"], showing.figure(one), one["label"]) for one in said["headline"]]
    showing.show_table("Headline figures (an invented case)", ["figure", "value", "what it counts"], rows)
    showing.say(f"the report is at {said['report']}")
