"""Articles: the text unchanged, and only what they state about themselves."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import pytest

from enduse.errors import UnreadableFile
from tests.sources.reading import read_file, rows

PAGE = """<!DOCTYPE html><html lang="en-GB"><head><title>x</title>
<meta property="og:site_name" content="Invented Courier"><meta property="og:title" content="Kestrel parts &amp; planes">
<meta property="article:published_time" content="2024-07-02T08:00:00Z"></head><body><nav><a href="/">Home</a> <a href="/more">More</a></nav>
<article><h1>Kestrel parts</h1><p>Invented Kestrel Works sold at least two million dollars of parts to Example Trading, a report says.</p>
<p>The company told the Courier that it does not comment on its customers, and did not answer further questions.</p></article>
<script>document.write("not the text")</script></body></html>"""


def _article(folder: Path, content: str | bytes, name: str = "a.txt") -> dict[str, Any]:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    (row,) = rows(read_file("press/article", path), "articles")
    return row


@pytest.mark.parametrize(
    "text", ["One line", "Two\r\nlines \t\n\n", "\ufeffWith a mark", "---\nnot a heading", "Текст \u2028 中文 \u200b\n"]
)
def test_the_text_is_kept_letter_by_letter(tmp_path: Path, text: str) -> None:
    """Line ends, blanks, marks and rare characters stay; the hash is of the file's bytes, nothing is stated."""
    row = _article(tmp_path, text)
    assert row["text"] == text
    assert row["sha256"] == hashlib.sha256(text.encode()).hexdigest()
    assert [row[name] for name in ("outlet", "title", "url", "published_on", "language")] == [None] * 5


def test_a_heading_states_what_is_known_and_is_no_part_of_the_text(tmp_path: Path) -> None:
    """A year stays a year, NO would stay a word, an empty value is not stated."""
    row = _article(tmp_path, "---\noutlet: Invented Courier\ntitle: 'Yes: no'\npublished_on: 2024\nlanguage: no\nurl:\n---\nThe text.\n")
    assert (row["text"], row["outlet"], row["title"]) == ("The text.\n", "Invented Courier", "Yes: no")
    assert (row["published_on"], row["language"], row["url"]) == ("2024", "no", None)


@pytest.mark.parametrize(
    ("heading", "reason"),
    [
        ("author: somebody", "author"),
        ("published_on: last week", "published_on"),
        ("published_on: 2024-02-30", "published_on"),
        ("language: English", "language"),
        ("- a list", "name: value"),
        ("title: [a", "not YAML"),
    ],
)
def test_a_wrong_heading_is_refused(tmp_path: Path, heading: str, reason: str) -> None:
    """What would be lost or guessed is said instead, with what is accepted."""
    with pytest.raises(UnreadableFile, match=reason):
        _article(tmp_path, f"---\n{heading}\n---\nText\n")


@pytest.mark.parametrize("content", ["", " \n", b"\xff\xfe\xfa\xfb\xfc", b"a\x00b", "Привет".encode("cp1251")])
def test_bytes_that_are_no_text_are_refused(tmp_path: Path, content: str | bytes) -> None:
    """Empty files, NUL bytes and other encodings end in a clear error, not in guessed letters."""
    with pytest.raises(UnreadableFile):
        _article(tmp_path, content)


def test_a_page_gives_its_body_and_what_its_tags_state(tmp_path: Path) -> None:
    """The body's words are the text, menu and scripts are not; site, title, day and language stand in tags."""
    row = _article(tmp_path, PAGE, "page.html")
    assert "Invented Kestrel Works sold at least two million dollars" in row["text"]
    assert "not the text" not in row["text"]
    assert (row["outlet"], row["title"], row["published_on"]) == ("Invented Courier", "Kestrel parts & planes", "2024-07-02")
    assert (row["language"], row["url"]) == ("en", None)
    assert row["sha256"] == hashlib.sha256(row["text"].encode()).hexdigest()


def test_the_same_page_gives_the_same_text(tmp_path: Path) -> None:
    """Reading a page twice, under two names, is one article."""
    assert _article(tmp_path, PAGE, "a.html")["article_id"] == _article(tmp_path, PAGE, "b.htm")["article_id"]


@pytest.mark.parametrize(
    "page",
    [
        "<html></html>",
        "<html>" + "<div>" * 100_000,
        '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]><html><body>&x;</body></html>',
    ],
)
def test_a_hostile_page_is_refused_or_harmless(tmp_path: Path, page: str) -> None:
    """An empty page, deep nesting and an entity that names a file: an error or a text without the file's content."""
    try:
        row = _article(tmp_path, page, "page.html")
    except UnreadableFile:
        return
    host = Path("/etc/hostname")
    assert not host.is_file() or host.read_text().strip() not in row["text"]


@pytest.mark.shared
@pytest.mark.parametrize("name", ["article_a.txt", "article_b.txt", "article_c.txt"])
def test_real_articles_are_stored_unchanged(shared: Path, name: str) -> None:
    """The hash of the stored text is the hash of the file."""
    path = shared / "articles" / name
    (row,) = rows(read_file("press/article", path), "articles")
    assert hashlib.sha256(row["text"].encode()).hexdigest() == hashlib.sha256(path.read_bytes()).hexdigest() == row["sha256"]
