"""The commands that fill a workspace and run it: from an empty folder to tables."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

import enduse
from enduse.cli import showing
from enduse.cli.options import Dir, Json
from enduse.errors import SettingError
from enduse.settings import FILE_NAME


def init(
    folder: Dir,
    title: Annotated[str | None, typer.Option("--title", help="The new case's title, printed on the report.")] = None,
    as_json: Json = False,
) -> None:
    """Make an empty workspace: enduse.toml and judgements.csv in a new folder; one already there is left untouched."""
    known = (folder / FILE_NAME).is_file()
    workspace = enduse.Workspace.create(folder) if title is None else enduse.Workspace.create(folder, title)
    held = workspace.settings.case.title
    if known and title not in (None, held):
        raise SettingError(
            f"{folder} is a workspace already, titled {held!r}; to change that, edit `title` under [case] in its enduse.toml"
        )
    if as_json:
        showing.show_json({"workspace": str(workspace.path), "title": workspace.settings.case.title})
    else:
        showing.say(f"{workspace.path} is ready. Next: enduse add {workspace.path} SOURCE FILE...   (enduse sources lists them)")


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


def sources(as_json: Json = False) -> None:
    """List the sources that can be added, with publisher and file endings; with --json licence and what one row is too."""
    from enduse.sources import definitions

    known = definitions().values()
    if as_json:
        showing.show_json({"sources": [one.model_dump(mode="json", exclude={"layout"}) for one in known]})
        return
    rows = [(one.id, one.title, one.publisher, ", ".join(one.formats), "fetch" if one.fetch else "") for one in known]
    showing.show_table("Sources", ["id", "what", "publisher", "files", "download"], rows, whole=["id"])


def map_columns(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A customs file in any layout.")],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="MAP", help="Write the YAML there instead of printing it.")
    ] = None,
    encoding: Annotated[
        str | None, typer.Option("--encoding", metavar="NAME", help="How the text is written, where it cannot be told: cp1254, cp1251 ...")
    ] = None,
    as_json: Json = False,
) -> None:
    """Propose a column map for a customs file: each column with how sure the proposal is, and why."""
    from enduse.sources import propose_map
    from enduse.store import write_bytes

    proposal = propose_map(file, encoding=encoding)
    if as_json:
        showing.show_json(proposal.as_json())
    elif output is None:
        sys.stdout.write(proposal.yaml())
    if output is not None:
        write_bytes(output, proposal.yaml().encode("utf-8"))
        if not as_json:
            showing.say(f"wrote {output}; read it before use: lines marked as questions are not decided")


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


def run(
    folder: Dir,
    first: Annotated[str | None, typer.Option("--from", metavar="STAGE", help="Run this stage again even if nothing changed.")] = None,
    last: Annotated[str | None, typer.Option("--until", metavar="STAGE", help="Stop after this stage.")] = None,
    as_json: Json = False,
) -> None:
    """Run the stages read, conform, resolve, attribute, connect, assess, check, report; unchanged stages are skipped."""
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
