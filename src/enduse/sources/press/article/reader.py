"""Reads a news article: its text unchanged, and what it states about itself; no outlet, date or language is guessed."""

from __future__ import annotations

import codecs
import hashlib
import re
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from enduse.errors import UnreadableFile
from enduse.model.sources import ARTICLES
from enduse.sources.catalog import SourceDefinition
from enduse.sources.emitting import Emission, InputFile
from enduse.sources.press.article.publisher import stated_by
from enduse.terms.ids import hash_of
from enduse.terms.periods import period_of

_HTML_NAMES = (".html", ".htm", ".xhtml")
_HTML_START = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)
_MARKS = ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_FRONT = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.*?\r?\n)---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_LANGUAGE = re.compile(r"[a-z]{2}")
Stated = dict[str, str]


class Opened(NamedTuple):
    """One article: its text, what it states about itself, and how it was read. `offset`: characters of the file before the text."""

    text: str
    stated: Stated
    offset: int = 0
    encoding: str | None = None
    note: str | None = None


def read(source: SourceDefinition, file: InputFile, emit: Emission) -> None:
    """Emit one row of articles. Raises UnreadableFile for bytes that are no text, an empty article or a wrong heading."""
    opened = open_article(file.path, file.name, source.layout)
    emit.encoding = opened.encoding
    if opened.note:
        emit.note(opened.note)
    sha256 = hashlib.sha256(opened.text.encode("utf-8")).hexdigest()
    emit.read()
    # Two outlets that print one agency's text word for word are two publications.
    article_id = hash_of([sha256, *(opened.stated.get(name) for name in ("outlet", "published_on", "url"))])
    emit.row(ARTICLES, article_id=article_id, sha256=sha256, text=opened.text, text_offset=opened.offset, **opened.stated)


def open_article(path: Path, name: str, layout: dict[str, Any]) -> Opened:
    """Return one article file opened. Raises UnreadableFile for bytes that are no text, an empty article or a wrong heading."""
    limit: int = layout["bytes_max"]
    if path.stat().st_size > limit:
        raise UnreadableFile(name, f"larger than {limit:,} bytes", "One article for each file is accepted.")
    raw = path.read_bytes()
    if name.lower().endswith(_HTML_NAMES) or _HTML_START.match(raw):
        opened = _page(raw, name, layout["tags"])
    else:
        opened = _plain(raw, name, layout["fields"])
    if not opened.text.strip():
        raise UnreadableFile(name, "no text was found in it", "Save the article's text as a .txt file in UTF-8.")
    return opened


def _plain(raw: bytes, name: str, fields: list[str]) -> Opened:
    """Return the text letter by letter, without the lines between --- and --- that state what is known of it."""
    encoding = next((form for mark, form in _MARKS if raw.startswith(mark)), "utf-8")
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableFile(name, f"not UTF-8 text: {error.reason} at byte {error.start}", "Save it as UTF-8 and add it again.") from error
    if "\0" in text:
        raise UnreadableFile(name, f"a NUL character at {text.index(chr(0))}", "Plain text is accepted.")
    found = _FRONT.match(text)
    if not found:
        return Opened(text, {}, 0, encoding)
    return Opened(text[found.end() :], _heading(found[1], name, fields), found.end(), encoding)


def _heading(block: str, name: str, fields: list[str]) -> Stated:
    try:
        # As text throughout: 2024 stays a year and NO a language.
        said: Any = yaml.load(block, Loader=yaml.BaseLoader)  # noqa: S506 - BaseLoader makes text only
    except (yaml.YAMLError, RecursionError) as error:
        raise UnreadableFile(name, f"the lines between --- and --- are not YAML: {error}", f"Accepted: {', '.join(fields)}.") from error
    if not isinstance(said, dict) or not all(isinstance(value, str) for value in said.values()):
        raise UnreadableFile(name, "the lines between --- and --- are not `name: value`", f"Accepted: {', '.join(fields)}.")
    if any("\ud800" <= one <= "\udfff" for value in said.values() for one in value):
        raise UnreadableFile(name, "the heading writes half a character as an escape", "Write the letter itself.")
    unknown = sorted(str(key) for key in said if key not in fields)
    if unknown:
        raise UnreadableFile(name, f"the heading states {unknown[0]!r}", f"Accepted: {', '.join(fields)}.")
    stated = {key: " ".join(value.split()) for key, value in said.items() if value.strip()}
    day = stated.get("published_on")
    if day is not None and (period_of(day) is None or len(day) > 10):
        raise UnreadableFile(name, f"published_on is {day!r}", "Write 2024, 2024-07 or 2024-07-02, or leave it out.")
    if not _LANGUAGE.fullmatch(stated.get("language", "en")):
        raise UnreadableFile(name, f"language is {stated['language']!r}", "Write its two letters, such as en or zh, or leave it out.")
    return stated


def _page(raw: bytes, name: str, tags: dict[str, list[str]]) -> Opened:
    """Return the body's text and what the page's own tags state."""
    import trafilatura
    from lxml import etree, html

    try:
        # The parser neither opens files nor the network; entities of the document's own are not resolved.
        tree = html.document_fromstring(raw, parser=html.HTMLParser(no_network=True, huge_tree=False))
        text = trafilatura.extract(raw, include_comments=False, include_tables=True, deduplicate=False, output_format="txt")
    except (etree.LxmlError, ValueError, RecursionError) as error:
        raise UnreadableFile(name, f"not readable as HTML: {error}", "Save the article's text as a .txt file in UTF-8.") from error
    found = stated_by(tree) | {key: value for key, names in tags.items() if (value := _tag(tree, names))}
    if period := period_of(found.pop("published_on", "")):
        found["published_on"] = str(period)
    language = (tree.get("lang") or "").split("-")[0].lower()
    if _LANGUAGE.fullmatch(language):
        found["language"] = language
    return Opened(text or "", found, note=f"text taken from the page by trafilatura {trafilatura.__version__}")


def _tag(tree: Any, names: list[str]) -> str | None:
    for wanted in names:
        for tag in tree.iter("meta"):
            if wanted in (tag.get("property"), tag.get("name"), tag.get("itemprop")) and (tag.get("content") or "").strip():
                return " ".join(tag.get("content").split())
    return None
