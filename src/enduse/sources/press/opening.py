"""One article file opened by itself, without a workspace, as the source press/article reads it."""

from __future__ import annotations

from pathlib import Path

from enduse.sources.catalog import definition_of
from enduse.sources.press.article.reader import open_article


def read_article(path: Path, name: str) -> tuple[str, dict[str, str], int]:
    """Return (text, what it states about itself, characters of the file before the text). Raises UnreadableFile."""
    opened = open_article(path, name, definition_of("press/article").layout)
    return opened.text, opened.stated, opened.offset
