"""The commands, in the order a newcomer meets them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

import enduse
from enduse.cli import deciding, screening, showing, tracing
from enduse.cli.options import Dir, Json
from enduse.errors import SettingError

app = typer.Typer(
    name="enduse",
    help=enduse.__doc__,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


@app.command()
def init(
    folder: Dir,
    title: Annotated[str, typer.Option("--title", help="The case's title, printed on the report.")] = "Untitled case",
    as_json: Json = False,
) -> None:
    """Make an empty workspace: enduse.toml and judgements.csv in a new folder."""
    workspace = enduse.Workspace.create(folder, title)
    if as_json:
        showing.show_json({"workspace": str(workspace.path), "title": workspace.settings.case.title})
    else:
        showing.say(f"{workspace.path} is ready. Next: enduse add {workspace.path} SOURCE FILE...   (enduse sources lists them)")


@app.command()
def add(
    folder: Dir,
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="A source id, for example customs/generic; see `enduse sources`.")],
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Files in the source's layout.")],
    column_map: Annotated[Path | None, typer.Option("--map", metavar="MAP", help="The column map, for sources that take one.")] = None,
    as_of: Annotated[str | None, typer.Option("--as-of", metavar="DATE", help="The day the content speaks for, YYYY-MM-DD.")] = None,
    as_json: Json = False,
) -> None:
    """Archive files as inputs of a source; `enduse run` reads them."""
    with showing.progress_bar(as_json) as progress:
        added = enduse.Workspace(folder, progress).add(source, *files, column_map=column_map, as_of=as_of)
    if as_json:
        showing.show_json({"added": [one.model_dump() for one in added], "already_there": len(files) - len(added)})
        return
    for one in added:
        showing.say(f"added {one.file} ({one.size_bytes:,} bytes, sha256 {one.sha256[:12]}…) as {one.source}")
    if len(added) < len(files):
        showing.say(f"{len(files) - len(added)} file(s) were there already")


@app.command()
def sources(as_json: Json = False) -> None:
    """List the sources that can be added, with publisher, licence and what one row is."""
    from enduse.sources import definitions

    known = definitions().values()
    if as_json:
        showing.show_json({"sources": [one.model_dump(mode="json", exclude={"layout"}) for one in known]})
        return
    rows = [(one.id, one.title, one.publisher, ", ".join(one.formats), "fetch" if one.fetch else "") for one in known]
    showing.show_table("Sources", ["id", "what", "publisher", "files", "download"], rows)


@app.command("map")
def map_columns(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A customs file in any layout.")],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="MAP", help="Write the YAML there instead of printing it.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Propose a column map for a customs file: each column with how sure the proposal is, and why."""
    from enduse.sources import propose_map
    from enduse.store import write_bytes

    proposal = propose_map(file)
    if as_json:
        showing.show_json(proposal.as_json())
    elif output is None:
        sys.stdout.write(proposal.yaml())
    if output is not None:
        write_bytes(output, proposal.yaml().encode("utf-8"))
        if not as_json:
            showing.say(f"wrote {output}; read it before use: lines marked as questions are not decided")


@app.command()
def fetch(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="A source with downloads; see `enduse sources`.")],
    into: Annotated[Path, typer.Option("--into", metavar="FOLDER", help="Where the files go.")] = Path("downloads"),
    mirror: Annotated[
        str | None, typer.Option("--mirror", metavar="URL", help="A mirror (http, https or file://) asked instead of the publisher.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Download a public list, with resume; nothing is sent but the request."""
    from enduse.sources import fetch as fetch_files

    with showing.progress_bar(as_json) as progress:
        fetched = fetch_files(source, into, mirror, progress=progress)
    if as_json:
        showing.show_json({"fetched": [one.as_json() for one in fetched]})
        return
    for one in fetched:
        said = one.as_json()
        showing.say(
            f"{said['file']}: {said['size_bytes']:,} bytes, sha256 {said['sha256'][:12]}…, {'unchanged' if said['unchanged'] else 'new'}"
        )


@app.command()
def run(
    folder: Dir,
    first: Annotated[str | None, typer.Option("--from", metavar="STAGE", help="Run this stage again even if nothing changed.")] = None,
    last: Annotated[str | None, typer.Option("--until", metavar="STAGE", help="Stop after this stage.")] = None,
    as_json: Json = False,
) -> None:
    """Run the stages read, conform, resolve, connect, assess, check, report; unchanged stages are skipped."""
    with showing.progress_bar(as_json) as progress:
        results = enduse.Workspace(folder, progress).run(first, last)
    if as_json:
        showing.show_json(
            {"stages": [{"stage": one.stage, "ran": one.ran, "seconds": round(one.seconds, 2), "rows": one.rows} for one in results]}
        )
        return
    rows = [
        (
            one.stage,
            "ran" if one.ran else "unchanged",
            f"{one.seconds:.1f} s",
            ", ".join(f"{name} {count:,}" for name, count in one.rows.items()),
        )
        for one in results
    ]
    showing.show_table("Stages", ["stage", "", "time", "rows"], rows, right=["time"])


@app.command()
def screen(
    folder: Dir,
    names: Annotated[
        Path | None,
        typer.Argument(
            metavar="NAMES.csv",
            help="Columns id, name, country, identifiers, schema (or type), address, phone, email, vessel; only name is needed.",
        ),
    ] = None,
    as_of: Annotated[str | None, typer.Option("--as-of", metavar="DATE", help="Lists as they stood on this day.")] = None,
    top: Annotated[int, typer.Option("--top", metavar="N", min=1, help="At most this many listed subjects a name.")] = 5,
    threshold: Annotated[
        float | None, typer.Option("--threshold", metavar="P", min=0.0, max=1.0, help="Hits at least this probable, 0 to 1.")
    ] = None,
    ledger: Annotated[bool, typer.Option("--ledger", help="List the screenings of this workspace instead.")] = False,
    as_json: Json = False,
) -> None:
    """Screen names against every list in the workspace; each hit says list, programme, version and why.

    With --json one object a line and name: {query, name, name_id, hits: [{id, score, probability, grade, explanation, listings}]},
    best first. Every screening is entered into the workspace's ledger, screenings.jsonl, which --ledger lists.
    """
    workspace = enduse.Workspace(folder)
    if ledger:
        screening.show_ledger(workspace.screening_history(), as_json)
    elif names is None:
        raise SettingError("no names to screen: give a CSV with a column `name`, or --ledger to list the screenings of this workspace")
    else:
        with showing.progress_bar(as_json) as progress:
            workspace = enduse.Workspace(folder, progress)
            screening.show_hits(workspace.screenings(names, as_of, top, threshold), as_json)


@app.command("match")
def match_tables(
    queries: Annotated[
        Path,
        typer.Argument(metavar="QUERIES.csv", help="Columns id, name, country, identifiers, address, phone, email; only name is needed."),
    ],
    pool: Annotated[Path, typer.Argument(metavar="POOL.csv", help="Likewise; rows that repeat an id are names of one company.")],
    top: Annotated[int, typer.Option("--top", metavar="N", min=1, help="At most this many hits a query.")] = 5,
    threshold: Annotated[
        float, typer.Option("--threshold", metavar="P", min=0.0, max=1.0, help="Hits at least this probable, 0 to 1.")
    ] = 0.5,
    linked: Annotated[
        bool, typer.Option("--link", help="In each table a company stands once: of two answers that cannot be one the better takes it.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Match a table of companies against another, across scripts, without a workspace; each hit says how probable and why.

    With --json one object a line and query: {query, hits: [{id, score, probability, explanation}]}, best first. `query` is the
    query's id, or its row number from 1 without one; `score` is the log of the odds.
    """
    from enduse.entities import matched_tables

    rows = []
    for query, name, hits in matched_tables(queries, pool, top, threshold, linked):
        if as_json:
            showing.show_line({"query": query, "name": name, "hits": [hit.as_json() for hit in hits]})
        rows += [(hit.query, hit.name, hit.pool_id, f"{hit.probability:.3f}", f"{hit.score:.2f}", hit.reason) for hit in hits]
    if not as_json:
        columns = ["name", "answers to", "id", "probability", "score", "why"]
        showing.show_table(f"{len(rows)} hits", columns, rows, right=["probability", "score"])


app.command()(deciding.questions)
app.command()(deciding.judgements)


app.command()(tracing.trace)
app.command()(tracing.suppliers)


@app.command()
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


@app.command()
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
    from enduse.cli import ledger

    if ledger.is_case(paths):
        said = ledger.of_case(paths, extractor, as_json)
    else:
        said = ledger.of_files(paths, ledger.Reader(extractor, workspace, pipeline), as_json)
    written = ledger.write_csv(said, csv) if csv is not None else []
    if as_json:
        showing.show_json(said)
        return
    ledger.show(said)
    if written:
        showing.say(f"the ledger is in {csv}: {', '.join(path.name for path in written)}")


@app.command()
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
    value = showing.bounds(said["at_least"], said["central"], said["at_most"])
    showing.say(f"recomputed: {value} {said['unit']}; it agrees with the report")
    showing.say(f"question: {said['question']}")
    showing.show_table(
        f"{len(said['rows'])} rows",
        ["row", "file", "place", "what"],
        [(row["ref_id"], row.get("file") or "", row.get("locator") or "", row.get("what") or "") for row in said["rows"][:50]],
    )


@app.command()
def report(folder: Dir, as_json: Json = False) -> None:
    """Write the report: a self-contained page, with CSV, JSON and FollowTheMoney beside it."""
    with showing.progress_bar(as_json) as progress:
        page = enduse.Workspace(folder, progress).report()
    if as_json:
        showing.show_json({"report": str(page), "files": sorted(str(path) for path in page.parent.rglob("*") if path.is_file())})
    else:
        showing.say(f"the report is at {page}")


@app.command()
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


@app.command()
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


@app.command()
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
    rows = [
        (one["figure_id"], f"{showing.bounds(one['at_least'], one['central'], one['at_most'])} {one['unit']}", one["label"])
        for one in said["headline"]
    ]
    showing.show_table("Headline figures (an invented case)", ["figure", "value", "what it counts"], rows)
    showing.say(f"the report is at {said['report']}")
