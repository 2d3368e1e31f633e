"""What `enduse claims` does: a workspace's own articles, or article files without one, as a ledger told, shown and written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from enduse.cli import showing
from enduse.errors import SettingError
from enduse.settings import FILE_NAME
from enduse.workspace import Workspace

Said = dict[str, Any]


def ledger_of(paths: Sequence[Path], quiet: bool) -> Said:
    """Return the ledger of one workspace, or of article files and folders; raises SettingError for both at once."""
    if not any((path / FILE_NAME).is_file() for path in paths):
        return _of_files(paths)
    if len(paths) != 1:
        raise SettingError("Name one workspace, or article files and folders of them, not both at once.")
    with showing.progress_bar(quiet) as progress:
        return Workspace(paths[0], progress).attribute().ledger()


def _of_files(paths: Sequence[Path]) -> Said:
    from enduse.claims import grouped, reading, told_apart

    found, unread = reading.read_paths(paths)
    articles = told_apart(found)
    said = reading.told(articles, grouped(articles))
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
    showing.show_table("Origins", ["origin", "first published by", "root", "articles", "claims"], groups, right=["articles", "claims"])
    if links := _links(said):
        showing.show_table("Names and what they may stand for", ["name", "candidate", "grade", "score", "id"], links, right=["score"])
    for article in said["articles"]:
        for one in article["problems"]:
            showing.say(f"{article['article']} {one['start']}-{one['end']}: {one['explanation']}")
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
