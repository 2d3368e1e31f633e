"""In which encoding a text file is written: declared, marked by a BOM, or found because exactly one reading makes sense."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass

from enduse.errors import UnreadableFile
from enduse.terms.scripts import is_han

BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
CANDIDATES = ("cp1251", "cp866", "gb18030", "cp1252")
SAMPLE_LINES = 4_000
SAMPLE_LINE_BYTES = 4_000
MIXED_SHARE = 0.2
"""Up to this share of lines in another encoding, the file has one encoding and the other lines are rejected."""
PLAUSIBLE = 0.9
MIXED_BYTES = 8
_HIGH_RUN = re.compile(rb"[\x80-\xff]+")
_CYRILLIC = re.compile("[А-Яа-яЁёІіЇїЄєҐґ]")
_CYRILLIC_WORDS = re.compile("[А-Яа-яЁёІіЇїЄєҐґ]{2,}")
_LATIN = re.compile("[A-Za-z]?[À-ÖØ-öø-ÿ]+[a-zA-Z]?")
# cp1252 prints these as Icelandic letters; Turkish files (cp1254) mean Ğ İ Ş ı ğ ş: cannot be told apart, so declare it.
_TURKISH_OR_ICELANDIC = frozenset("ÐÝÞðýþ")


@dataclass(frozen=True)
class TextEncoding:
    """The encoding `name`, and how many bytes of byte-order mark stand in front."""

    name: str
    bom_bytes: int = 0

    @property
    def wide(self) -> bool:
        """True for UTF-16, whose lines cannot be split as bytes."""
        return self.name.startswith("utf-16")


def find_encoding(chunks: Iterable[bytes], file: str, declared: str | None = None) -> TextEncoding:
    """Return the encoding of the bytes in `chunks`; raises UnreadableFile when none or several make sense.

    UTF-8 when nearly all lines are; else the one of CANDIDATES whose letters look like words. Where none is
    declared a BOM says it; a declared name is believed, and lines that contradict it are rejected later.
    """
    stream = iter(chunks)
    first = next(stream, b"")
    marked = next(((name, len(bom)) for bom, name in BOMS if first.startswith(bom)), None)
    if declared is not None:
        return _declared(declared, marked, file)
    if marked is not None:
        return TextEncoding("utf-8" if marked[0] == "utf-8-sig" else marked[0], marked[1])
    survey = _Survey()
    survey.add(first)
    for chunk in stream:
        survey.add(chunk)
    survey.end()
    if survey.other == 0 or survey.other <= MIXED_SHARE * (survey.utf8 + survey.other):
        return TextEncoding("utf-8")
    if survey.utf8 > MIXED_SHARE * (survey.utf8 + survey.other):
        raise UnreadableFile(
            file,
            f"{survey.utf8} lines are UTF-8 and {survey.other} are in another encoding",
            "Convert the file to one encoding and add it again.",
        )
    return TextEncoding(_plausible(survey.sample, file))


def contradicts(line: bytes, encoding: str) -> bool:
    """Tell whether a line of a file in a one-byte or Chinese encoding is really UTF-8 (long enough not to be chance)."""
    if encoding.startswith("utf") or sum(len(run) for run in _HIGH_RUN.findall(line)) < MIXED_BYTES:
        return False
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


class _Survey:
    """Counts lines with letters beyond ASCII: in UTF-8, and not; keeps a sample of the latter."""

    def __init__(self) -> None:
        self.utf8 = 0
        self.other = 0
        self.sample: list[bytes] = []
        self._rest = b""

    def add(self, chunk: bytes) -> None:
        if chunk.isascii() and not self._rest:
            chunk = chunk[chunk.rfind(b"\n") + 1 :]
            self._rest = chunk[-SAMPLE_LINE_BYTES:]
            return
        lines = (self._rest + chunk).split(b"\n")
        # A line without an end is surveyed in parts, so that a 100 MB line costs no memory.
        self._rest = lines.pop() if len(lines[-1]) <= len(chunk) else b""
        self._count(lines)

    def end(self) -> None:
        self._count([self._rest])

    def _count(self, lines: list[bytes]) -> None:
        block = b"\n".join(lines)
        if block.isascii():
            return
        with suppress(UnicodeDecodeError):
            block.decode("utf-8")
            self.utf8 += sum(not line.isascii() for line in lines)
            return
        for line in lines:
            if line.isascii():
                continue
            try:
                line.decode("utf-8")
                self.utf8 += 1
            except UnicodeDecodeError:
                self.other += 1
                if len(self.sample) < SAMPLE_LINES:
                    self.sample.append(line[:SAMPLE_LINE_BYTES])


def _declared(name: str, marked: tuple[str, int] | None, file: str) -> TextEncoding:
    try:
        plain = codecs.lookup(name).name.replace("_", "-")
        # Some codecs turn bytes into bytes, or refuse everything: they are no text encoding.
        b"aa".decode(name)
    except (LookupError, ValueError) as error:
        accepted = f"Accepted: utf-8, utf-16, {', '.join(CANDIDATES)}, and any other name that Python knows, for example cp1254 (Turkish)."
        raise UnreadableFile(file, f"the declared encoding {name!r} is not known", accepted) from error
    if plain in ("utf-16", "utf-8-sig"):
        plain = marked[0] if marked else ("utf-16-le" if plain == "utf-16" else "utf-8")
    plain = "utf-8" if plain == "utf-8-sig" else plain
    matching = marked is not None and marked[0].startswith(plain)
    return TextEncoding(plain, marked[1] if marked and matching else 0)


def _plausible(sample: list[bytes], file: str) -> str:
    fitting = [name for name in CANDIDATES if _makes_sense(sample, name)]
    if len(fitting) == 1:
        return fitting[0]
    found = "none of the known encodings makes sense of it" if not fitting else f"{' and '.join(fitting)} make sense of it equally"
    how = "to `enduse map` with --encoding cp1254 or in the column map as encoding: cp1254"
    say = f"Declare it, {how} (Turkish; Cyrillic cp1251, Vietnamese cp1258)."
    raise UnreadableFile(file, f"the text is not UTF-8 and {found}", say)


def _makes_sense(sample: list[bytes], name: str) -> bool:
    good = bad = 0
    for line in sample:
        try:
            text = line.decode(name)
        except UnicodeDecodeError:
            bad += 1
            continue
        good += 1 if _like_words(text, name) else 0
        bad += 0 if _like_words(text, name) else 1
    return good + bad > 0 and good / (good + bad) >= PLAUSIBLE


def _like_words(text: str, name: str) -> bool:
    high = [letter for letter in text if letter > "\x7f" and letter not in "«»“”„–—№°·\xa0"]
    if not high:
        return True
    if name in ("cp1251", "cp866"):
        words = sum(len(word) for word in _CYRILLIC_WORDS.findall(text))
        lonely = len(_CYRILLIC.findall(text)) - words
        return words / len(high) >= PLAUSIBLE - 0.2 and words > lonely and _cased(text)
    if name == "gb18030":
        return sum(_common_hanzi(letter) for letter in high) / len(high) >= PLAUSIBLE
    accents = [sum(not letter.isascii() for letter in group) for group in _LATIN.findall(text)]
    beside_plain = [any(letter.isascii() for letter in group) for group in _LATIN.findall(text)]
    isolated = sum(count for count, plain in zip(accents, beside_plain, strict=True) if plain and count <= 2)
    return not _TURKISH_OR_ICELANDIC & set(high) and isolated >= (PLAUSIBLE - 0.2) * len(high)


def _cased(text: str) -> bool:
    """Tell whether upper case follows lower case inside words hardly ever (the sign of the wrong Cyrillic table)."""
    words = _CYRILLIC_WORDS.findall(text)
    odd = sum(1 for word in words if not (word.isupper() or word[1:].islower()))
    return odd <= max(len(words) // 4, 0)


def _common_hanzi(letter: str) -> bool:
    if "\u3000" <= letter <= "\u303f" or "\uff00" <= letter <= "\uffef":
        return True
    try:
        return is_han(letter) and len(letter.encode("gb2312")) == 2
    except UnicodeEncodeError:
        return False
