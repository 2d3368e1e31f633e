"""Goods as articles name them, as HS prefixes: narrowly (these goods and nothing else) and widely (wherever they may be filed)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml

from enduse.terms.scripts import HAN

_HS = re.compile(r"\b(?:HS|customs|tariff) (?:codes? |headings? |subheadings? )?(\d{4}(?:\.?\d{2}){0,3})\b", re.IGNORECASE)
_CASES = r"(?:ыми|ими|ями|ами|ого|ому|ый|ий|ым|им|ые|ие|ых|их|ая|ую|ое|ой|ов|ев|ей|ам|ях|ах|ям|ом|ем|ём|ью|а|у|е|ы|и|я|ю|ь|о)?"
"""How a Russian noun or adjective may end behind its stem: other words made of it ("моторные масла") are other goods."""
_FOREIGN = re.compile(rf"[\u0400-\u04ff{HAN}]")


@dataclass(frozen=True)
class Goods:
    """One word for goods: `narrow` and `wide` are HS prefixes; both empty: goods of any kind."""

    label: str
    narrow: tuple[str, ...]
    wide: tuple[str, ...]


@dataclass(frozen=True)
class Found:
    """One place of a text that names goods, with its words as printed."""

    start: int
    end: int
    goods: Goods
    text: str = ""


@dataclass(frozen=True)
class _Catalogue:
    """The words for goods: English ones by themselves, Russian ones by their stems, Chinese ones as they stand."""

    english: dict[str, Goods]
    pattern: re.Pattern[str]
    foreign: tuple[tuple[re.Pattern[str], Goods], ...]
    words: dict[Goods, tuple[str, ...]]


@cache
def _catalogue() -> _Catalogue:
    said = yaml.safe_load((resources.files("enduse.claims.typing") / "goods_words.yml").read_text(encoding="utf-8"))
    english: dict[str, Goods] = {}
    foreign: list[tuple[str, Goods]] = []
    words: dict[Goods, tuple[str, ...]] = {}
    for entry in said:
        goods = Goods(entry["label"], tuple(entry["narrow"]), tuple(entry["wide"]))
        for word in entry["words"]:
            english[word.casefold()] = goods
            english[_plural(word.casefold())] = goods
        stems = entry.get("ru", ())
        foreign += [(rf"(?<!\w){' '.join(f'{one}{_CASES}' for one in stem.split())}(?!\w)", goods) for stem in stems]
        foreign += [(re.escape(word), goods) for word in entry.get("zh", ())]
        words[goods] = (*entry["words"], *(stem for stem in stems if " " not in stem), *entry.get("zh", ()))
    longest = sorted(english, key=lambda word: (-len(word), word))
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(re.escape(word) for word in longest)})(?![\w-])", re.IGNORECASE)
    return _Catalogue(english, pattern, tuple((re.compile(one, re.IGNORECASE), goods) for one, goods in foreign), words)


def _plural(word: str) -> str:
    if word.endswith("s"):
        return word
    return word[:-1] + "ies" if word.endswith("y") else word + "s"


def find_goods(text: str) -> list[Found]:
    """Return the goods a text names, in order; the longest words win.

    >>> [one.goods.label for one in find_goods("aircraft engines and chips, HS code 8482.10")]
    ['aircraft engines', 'integrated circuits', 'HS 848210']
    >>> [one.goods.label for one in (*find_goods("42 авиационных двигателя"), *find_goods("42台航空发动机"))]
    ['aircraft engines', 'aircraft engines']
    """
    held = _catalogue()
    found = [Found(one.start(), one.end(), held.english[one[0].casefold()], one[0]) for one in held.pattern.finditer(text)]
    for match in _HS.finditer(text):
        code = match[1].replace(".", "")
        found.append(Found(match.start(), match.end(), Goods(f"HS {code}", (code,), (code,)), match[0]))
    if _FOREIGN.search(text):
        found += _foreign(text, held)
    return sorted(found, key=lambda one: one.start)


def _foreign(text: str, held: _Catalogue) -> list[Found]:
    met = [Found(one.start(), one.end(), goods, one[0]) for pattern, goods in held.foreign for one in pattern.finditer(text)]
    kept: list[Found] = []
    for one in sorted(met, key=lambda one: (one.start - one.end, one.start, one.goods.label)):
        if not any(one.start < other.end and other.start < one.end for other in kept):
            kept.append(one)
    return kept


def goods_of(word: str) -> Goods | None:
    """Return the goods that a word as printed names, when it names nothing else; None for a word that is not in the catalogue."""
    found = find_goods(word)
    return found[0].goods if len(found) == 1 and (found[0].start, found[0].end) == (0, len(word)) else None


def words_of(goods: Goods) -> tuple[str, ...]:
    """Return the words by which a printed description may name the goods, in any language; none for a bare code.

    >>> words_of(find_goods("bearings")[0].goods)
    ('bearing', 'подшипник', '轴承')
    """
    return _catalogue().words.get(goods, ())
