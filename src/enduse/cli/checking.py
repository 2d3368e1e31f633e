"""The commands about what was published: read into claims, and put to the rows."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

import enduse
from enduse.cli import ledger as ledgers
from enduse.cli import showing
from enduse.cli.options import Dir, Json


def check(
    folder: Dir,
    ledger: Annotated[Path | None, typer.Argument(metavar="CLAIMS.yml", help="A claims ledger; without it, the workspace's own.")] = None,
    as_json: Json = False,
) -> None:
    """Check claims against the rows: supported, partly supported, contradicted or not decidable, with reason and rows.

    Without a ledger: the workspace's claims files, and what its own articles claim.
    """
    workspace = enduse.Workspace(folder)
    if ledger is not None:
        said = [one.as_json() for one in workspace.check_claims(ledger)]
    else:
        with showing.progress_bar(as_json) as progress:
            enduse.Workspace(folder, progress).check()
        said = workspace.verdicts()
    if as_json:
        showing.show_json({"verdicts": said})
        return
    if not said:
        showing.say(
            "no claims to check: give a ledger (enduse check DIR CLAIMS.yml), or add one as press/claims, or articles as press/article"
        )
        return
    rows = [
        (one["claim_id"], one.get("quote", ""), one["verdict"].replace("_", " "), one["reason"].replace("_", " "), one["explanation"])
        for one in said
    ]
    showing.show_table("Claims", ["claim", "words", "verdict", "reason", "numbers compared"], rows)


def claims(
    paths: Annotated[
        list[Path], typer.Argument(metavar="DIR|FILE...", help="A workspace; or article files (.txt, .html), or folders of them.")
    ],
    extractor: Annotated[
        str,
        typer.Option(
            "--extractor",
            metavar="rules|endpoint",
            help="Who reads: rules (offline), or the endpoint named in enduse.toml; the articles' text is then SENT to it.",
        ),
    ] = "rules",
    workspace: Annotated[
        Path | None,
        typer.Option("--workspace", metavar="DIR", help="Whose enduse.toml names the endpoint and whose cache keeps its replies."),
    ] = None,
    pipeline: Annotated[
        bool, typer.Option("--pipeline/--no-pipeline", help="Add names found by an official spaCy pipeline, if one is installed.")
    ] = True,
    as_json: Json = False,
    csv: Annotated[Path | None, typer.Option("--csv", metavar="FOLDER", help="Write the ledger there as CSV files too.")] = None,
) -> None:
    """Read articles into a ledger of claims: verbatim spans, who says it, stance, quantities, dates, origins.

    Of a workspace: its own articles, with the companies of the case that names may stand for. Of files: no workspace is needed.

    By default nothing leaves this machine. With --extractor endpoint the articles' prose is sent to the address in the workspace's
    enduse.toml; a claim it offers is kept only when quote, numbers, dates, names and hedges stand in the article, else it is refused
    and listed under rejects.
    """
    if ledgers.is_case(paths):
        said = ledgers.of_case(paths, extractor, as_json)
    else:
        said = ledgers.of_files(paths, ledgers.Reader(extractor, workspace, pipeline), as_json)
    written = ledgers.write_csv(said, csv) if csv is not None else []
    if as_json:
        showing.show_json(said)
        return
    ledgers.show(said)
    if written:
        showing.say(f"the ledger is in {csv}: {', '.join(path.name for path in written)}")
