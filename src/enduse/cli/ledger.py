"""What `enduse claims` does: a workspace's own articles, or article files without one, as a ledger told, shown and written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import enduse
from enduse.cli import showing
from enduse.errors import SettingError
from enduse.settings import FILE_NAME

Said = dict[str, Any]


@dataclass(frozen=True)
class Reader:
    """Who reads article files: rules or an endpoint, whose settings and cache, and whether an installed pipeline adds names."""

    extractor: str
    workspace: Path | None
    pipeline: bool


def is_case(paths: Sequence[Path]) -> bool:
    """Tell whether a workspace is among the paths."""
    return any((path / FILE_NAME).is_file() for path in paths)


def of_case(paths: Sequence[Path], extractor: str, quiet: bool) -> Said:
    """Return the ledger of one workspace's own articles; raises SettingError for anything beside it, or another reader than rules."""
    if len(paths) != 1:
        raise SettingError("Name one workspace, or article files and folders of them, not both at once.")
    if extractor != "rules":
        raise SettingError(
            f"--extractor {extractor}: a workspace's own articles are read by rules. Name the article files to ask an endpoint."
        )
    with showing.progress_bar(quiet) as progress:
        return enduse.Workspace(paths[0], progress).attribute().ledger()


def of_files(paths: Sequence[Path], reader: Reader, quiet: bool) -> Said:
    """Return the ledger of article files and folders of them, without a workspace."""
    from enduse.claims import extracting, grouped, reading, told_apart

    # Asked about no article first, so that a wrong extractor or setting is told before the articles are read.
    extracting.extract(reader.extractor, [], reader.workspace)
    read, unread = reading.read_paths(paths)
    named, pipelines = extracting.with_names(read) if reader.pipeline else (read, [])
    with showing.progress_bar(quiet) as progress:
        extraction = extracting.extract(reader.extractor, named, reader.workspace, progress)
    articles = told_apart(extraction.articles)
    said = reading.told(articles, grouped(articles)) | extraction.as_json()
    if pipelines:
        said["pipelines"] = [{"name": one.name, "version": one.version, "language": one.language} for one in pipelines]
    said["unread"] = [{"file": one.file, "reason": one.reason} for one in unread]
    return said


def write_csv(said: Said, folder: Path) -> list[Path]:
    """Write the ledger as CSV files and return their paths; no cell of them runs as a formula."""
    from enduse.report import ledger_files
    from enduse.store import write_bytes

    paths = []
    for name, data in ledger_files(said).items():
        write_bytes(folder / name, data)
        paths.append(folder / name)
    return paths


def show(said: Said) -> None:
    """Print the ledger as tables for people."""
    checked = any(one.get("verdict") for one in said["claims"])
    columns = ["article", "where", "who says it", "stance", "type", "words", *(["verdict"] if checked else [])]
    showing.show_table(f"{len(said['claims'])} claims", columns, [_claim(one, checked) for one in said["claims"]])
    groups = [
        (one["id"], one["first_publisher"] or "", one["root"] or "", len(one["articles"]), len(one["claims"])) for one in said["origins"]
    ]
    showing.show_table(
        f"{len(groups)} origins", ["origin", "first published by", "root", "articles", "claims"], groups, right=["articles", "claims"]
    )
    if links := _links(said):
        showing.show_table("Names and what they may stand for", ["name", "candidate", "grade", "score", "id"], links, right=["score"])
    for article in said["articles"]:
        for one in article["problems"]:
            showing.say(f"{article['article']} {one['start']}-{one['end']}: {one['explanation']}")
    refused = [(one["article"], one["reason"].replace("_", " "), one["detail"]) for one in said.get("rejects", ())]
    if refused:
        showing.show_table(f"{len(refused)} refused", ["article", "reason", "what was offered, what is printed"], refused)
    for one in said.get("unread", ()):
        showing.say(f"not read: {one['reason']}")


def _claim(one: Said, checked: bool) -> tuple[str, ...]:
    who = " > ".join(node["name"] or "the article" for node in one["speaker_chain"])
    row = (one["article"], f"{one['start']}-{one['end']}", who, one["stance"], one["type"].replace("_", " "), one["quote"])
    return (*row, one["verdict"]["verdict"].replace("_", " ") if one["verdict"] else "") if checked else row


def _links(said: Said) -> list[tuple[Any, ...]]:
    """Return the companies and subjects that names may stand for; each name once."""
    found: dict[tuple[str, str], tuple[Any, ...]] = {}
    for article in said["articles"]:
        for mention in article["mentions"]:
            for one in mention.get("candidates", ()):
                if one["candidate_kind"] in ("entity", "subject"):
                    score = "" if one["score"] is None else one["score"]
                    row = (mention["name"], one["candidate"], one["grade"].replace("_", " "), score, one["candidate_id"])
                    found.setdefault((mention["name_id"], one["candidate_id"]), row)
    return [found[key] for key in sorted(found, key=lambda key: (found[key][0], key))]
