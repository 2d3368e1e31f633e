"""Goods as articles name them, as HS prefixes: narrowly (these goods and nothing else) and widely (wherever they may be filed)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml

_HS = re.compile(r"\b(?:HS|customs|tariff) (?:codes? |headings? |subheadings? )?(\d{4}(?:\.?\d{2}){0,3})\b", re.IGNORECASE)
_AND = re.compile(r"\s*(?:,|and|or|&|as well as|,\s*and)\s*")


@dataclass(frozen=True)
class Goods:
    """One word for goods: `narrow` and `wide` are HS prefixes; both empty: goods of any kind."""

    label: str
    narrow: tuple[str, ...]
    wide: tuple[str, ...]


@dataclass(frozen=True)
class Found:
    """One place of a text that names goods."""

    start: int
    end: int
    goods: Goods


@cache
def _catalogue() -> tuple[dict[str, Goods], re.Pattern[str]]:
    said = yaml.safe_load((resources.files("enduse.claims.typing") / "goods_words.yml").read_text(encoding="utf-8"))
    words: dict[str, Goods] = {}
    for entry in said:
        goods = Goods(entry["label"], tuple(entry["narrow"]), tuple(entry["wide"]))
        for word in entry["words"]:
            words[word.casefold()] = goods
            words[_plural(word.casefold())] = goods
    longest = sorted(words, key=lambda word: (-len(word), word))
    return words, re.compile(rf"(?<![\w-])(?:{'|'.join(re.escape(word) for word in longest)})(?![\w-])", re.IGNORECASE)


def _plural(word: str) -> str:
    if word.endswith("s"):
        return word
    return word[:-1] + "ies" if word.endswith("y") else word + "s"


def find_goods(text: str) -> list[Found]:
    """Return the goods a text names, in order; the longest words win.

    >>> [one.goods.label for one in find_goods("aircraft engines and chips, HS code 8482.10")]
    ['aircraft engines', 'integrated circuits', 'HS 848210']
    """
    words, pattern = _catalogue()
    found = [Found(one.start(), one.end(), words[one[0].casefold()]) for one in pattern.finditer(text)]
    for match in _HS.finditer(text):
        code = match[1].replace(".", "")
        found.append(Found(match.start(), match.end(), Goods(f"HS {code}", (code,), (code,))))
    return sorted(found, key=lambda one: one.start)


def goods_of(word: str) -> Goods | None:
    """Return the goods that a word as printed names, when it names nothing else; None for a word that is not in the catalogue."""
    found = find_goods(word)
    return found[0].goods if len(found) == 1 and (found[0].start, found[0].end) == (0, len(word)) else None


def leftover(text: str) -> str:
    """Return what stands beside the goods of a text when they and the words that join them are taken out.

    >>> leftover("engines and unheard-of gimbals"), leftover("engines and chips")
    ('unheard-of gimbals', '')
    """
    kept = text
    for one in reversed(find_goods(text)):
        kept = kept[: one.start] + "\0" + kept[one.end :]
    return " ".join(part for part in _AND.split(kept) if part.strip("\0 ")).replace("\0", "").strip()
