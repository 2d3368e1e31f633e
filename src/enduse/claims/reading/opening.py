"""Article files opened without a workspace: text letter by letter, HTML through the same reader as the source press/article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from enduse.claims.extracted import ArticleClaims
from enduse.claims.reading.assembling import read_text
from enduse.errors import SettingError, UnreadableFile
from enduse.sources import read_article

ENDINGS = (".txt", ".html", ".htm", ".xhtml")


@dataclass(frozen=True)
class Unread:
    """A file that could not be read, and why; the others were."""

    file: str
    reason: str


def read_paths(paths: Sequence[Path]) -> tuple[list[ArticleClaims], list[Unread]]:
    """Return the articles of files and folders in the order of their names, and what could not be read.

    A folder stands for its .txt and .html files, below it too; README files are left out. Raises SettingError for a path that
    is not there or a folder without articles, UnreadableFile when nothing at all could be read.
    """
    found: list[ArticleClaims] = []
    refused: list[UnreadableFile] = []
    for name, path in _named(paths):
        try:
            text, stated, offset = read_article(path, name)
        except UnreadableFile as error:
            refused.append(error)
            continue
        one = read_text(name, text, stated)
        found.append(ArticleClaims(replace(one.view, text_offset=offset), one.claims))
    if not found and refused:
        first = refused[0]
        raise UnreadableFile(first.file, first.reason, f"{first.remedy} No article could be read.".lstrip()) from first
    return found, [Unread(one.file, str(one)) for one in refused]


def _named(paths: Sequence[Path]) -> list[tuple[str, Path]]:
    files: dict[Path, str] = {}
    for path in paths:
        for file in _files(path):
            files.setdefault(file.resolve(), str(file.relative_to(path)) if path.is_dir() else file.name)
    alike: dict[str, list[Path]] = defaultdict(list)
    for file, name in files.items():
        alike[name].append(file)
    ordered = sorted((name, file) for file, name in files.items())
    return [(name if len(alike[name]) == 1 else _with_folders(file, alike[name]), file) for name, file in ordered]


def _with_folders(file: Path, alike: Sequence[Path]) -> str:
    """Return a file's path with as many of its folders as tell it from the others that would be called the same."""
    counts = range(2, len(file.parts) + 1)
    apart = next(count for count in counts if all(one is file or one.parts[-count:] != file.parts[-count:] for one in alike))
    return str(Path(*file.parts[-apart:]))


def _files(path: Path) -> Iterable[Path]:
    if path.is_dir():
        files = sorted(one for one in path.rglob("*") if one.suffix.lower() in ENDINGS and one.is_file() and one.stem.upper() != "README")
        if not files:
            raise SettingError(f"{path} holds no article. Accepted: files that end in {', '.join(ENDINGS)}.")
        return files
    if not path.is_file():
        raise SettingError(f"{path} is not there. Name article files ({', '.join(ENDINGS)}) or a folder of them.")
    return [path]
