"""A Chinese name as one text: words of letters that spell it across brand and trade, and words that are its first letters.

What a name's segments call a place or a trade may be spelled with the brand: 东方 is the east, and Dongfang; 虚轮 is Xulun.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from enduse.entities import chinese, chinese_sounds
from enduse.entities.chinese import SPAN_MAX, Span
from enduse.entities.pinyin import PINYIN, SYLLABLES, plain
from enduse.entities.read_words import Word
from enduse.entities.reading import SYLLABLE, Reading
from enduse.entities.sides import Alignment, Tie, kind_of
from enduse.terms.sounds import sound_of

INITIALS_MIN, INITIALS_MAX = 2, 6
_SURE_ALONE = 3
"""First letters from which they find a name by themselves; fewer only beside a place or a trade."""
_LETTER = 0.8
"""What one first letter tells of a brand: little, for many syllables begin with it."""
_INITIALS_SURE = 0.7
_RUN_MAX = 4
_SYLLABLE_MAX = 6


class Part(NamedTuple):
    """A stretch of a run of characters: words of known meaning, or the number of a brand."""

    run: int
    start: int
    end: int
    words: tuple[Word, ...]
    brand: int | None


@lru_cache(maxsize=4096)
def parts(han: Reading) -> tuple[Part, ...]:
    """Return the stretches of a Chinese name in the order in which they stand."""
    found: list[Part] = []
    word = brand = 0
    for number, run in enumerate(han.runs):
        for one in chinese.segments(run):
            if one.means:
                found.append(Part(number, one.start, one.end, han.words[word : word + len(one.means)], None))
                word += len(one.means)
            else:
                found.append(Part(number, one.start, one.end, (), brand))
                brand += 1
    return tuple(found)


def keys_of_whole(han: Reading) -> set[str]:
    """Return the keys of a Chinese name as one text: how stretches of two characters or more are spelled, and its first letters."""
    found: set[str] = set()
    stood = parts(han)
    for number, run in enumerate(han.runs):
        telling = [False] * len(run)
        for one in stood:
            if one.run == number and (one.brand is not None or any(word.kind in ("place", "word") for word in one.words)):
                telling[one.start : one.end] = [True] * (one.end - one.start)
        for start in range(len(run)):
            for end, spellings in enumerate(chinese_sounds.read_from(run, start, start + SPAN_MAX), start + 1):
                if end > start + 1 and any(telling[start:end]):
                    found.update([f"p:{spelled}" for spelled in spellings])
    places_and_trades = beside(han)
    for letters in first_letters(han):
        if len(letters) >= _SURE_ALONE:
            found.add(f"i:{letters}")
        found |= {f"i:{letters}|{one}" for one in places_and_trades}
    return found


def keys_of_letters(reading: Reading) -> set[str]:
    """Return the keys under which a name in letters is found as one that spells Chinese characters, or is their first letters."""
    found: set[str] = set()
    places_and_trades = beside(reading)
    spoken = [(one, plain(one.text)) for one in reading.words]
    for one, text in spoken:
        if one.kind == "brand" and PINYIN.fullmatch(text):
            found.add(f"p:{text}")
        if may_be_initials(one):
            found |= {f"i:{one.text}|{means}" for means in places_and_trades}
            if len(one.text) >= _SURE_ALONE:
                found.add(f"i:{one.text}")
    for at in range(len(spoken) - 2):
        run = [text for one, text in spoken[at : at + 3] if one.kind in ("brand", "word") and len(text) <= _SYLLABLE_MAX]
        if len(run) == 3:
            found.add(f"s:{sound_of(''.join(run))}")
    for (one, left), (other, right) in pairwise(spoken):
        if "brand" in (one.kind, other.kind) and SYLLABLES.fullmatch(left) and SYLLABLES.fullmatch(right):
            found.add(f"p:{left}{right}")
    return found


def beside(reading: Reading) -> list[str]:
    """Return what the words of place and trade mean, beside which a key of few letters is worth a look."""
    return sorted({one.means for one in reading.words if one.means and one.kind in ("place", "trade")})


def may_be_initials(one: Word) -> bool:
    """Tell whether a word may be first letters: short, of no known meaning and no Chinese syllables."""
    return (
        one.kind == "brand" and one.means is None and INITIALS_MIN <= len(one.text) <= INITIALS_MAX and one.text.isascii()
        and one.text.isalpha() and not PINYIN.fullmatch(one.text)
    )  # fmt: skip


@lru_cache(maxsize=4096)
def first_letters(han: Reading) -> frozenset[str]:
    """Return what first letters may stand for a Chinese name.

    Those of its brand in pinyin, alone, behind the place and before the trade; and those of its words in English.

    >>> from enduse.entities import analyse
    >>> sorted({"hx", "szhx"} & first_letters(analyse("深圳浩翔科技有限公司"))), "cmtc" in first_letters(analyse("中国机械贸易公司"))
    (['hx', 'szhx'], True)
    """
    found: set[str] = set()
    stood = parts(han)
    letters = [_letters(han, one) for one in stood]
    for at, one in enumerate(stood):
        if one.brand is None:
            continue
        found.add(letters[at])
        if at and stood[at - 1].words and stood[at - 1].words[0].kind == "place":
            found.add(letters[at - 1] + letters[at])
        if at + 1 < len(stood):
            found.add(letters[at] + letters[at + 1])
    meant = ""
    for at, one in enumerate(stood):
        meant += letters[at] if one.brand is not None else _meant(one, bodies=False)
    bodies = "".join(_meant(one, bodies=True) for one in stood)
    found |= {meant, meant + bodies, meant + "c", meant + bodies + "c"}
    return frozenset(one for one in found if INITIALS_MIN <= len(one) <= INITIALS_MAX)


def _meant(one: Part, *, bodies: bool) -> str:
    return "".join(word.means[0] for word in one.words if word.means and (word.kind == "body") == bodies)


def _letters(han: Reading, one: Part) -> str:
    return "".join(syllable[:1] for syllable in chinese_sounds.syllables(han.runs[one.run])[one.start : one.end])


def tie_across(han: Reading, free: list[list[bool]], found: Alignment) -> None:
    """Tie words of pinyin with stretches that go across the brand's ends: Dongfang and 东方, Xulun and 虚轮."""
    for run in _spoken(found.right):
        if any(one not in found.right for one in run):
            continue
        text = "".join(plain(one.text) for one in run)
        stretch = next((one for one in _stretches(han, free, found.left, text)), None)
        if stretch is None:
            continue
        number, span, stood = stretch
        words = [word for one in stood for word in one.words]
        syllables = span.end - span.start
        kind = "brand" if any(one.brand is not None for one in stood) else kind_of(*words)
        kind = "brand" if kind == "place" else kind
        weight = SYLLABLE * syllables if kind == "brand" else sum(word.weight for word in words)
        printed = " ".join(one.text for one in run)
        found.ties.append(Tie(han.runs[number][span.start : span.end], printed, kind, "pinyin", 1.0, weight))
        found.right = [one for one in found.right if one not in run]
        for part in stood:
            if part.brand is not None:
                start = max(span.start, part.start) - part.start
                end = min(span.end, part.end) - part.start
                free[part.brand][start:end] = [False] * (end - start)
        found.left = [one for one in found.left if not any(one is word for word in words)]


def _spoken(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Yield runs of words that are Chinese syllables in pinyin, two or more in all, the longest first."""
    spelled = [plain(one.text) for one in words]
    spoken = [SYLLABLES.fullmatch(text) is not None for text in spelled]
    for length in range(min(_RUN_MAX, len(words)), 0, -1):
        for start in range(len(words) - length + 1):
            here = slice(start, start + length)
            if all(spoken[here]) and any(one.kind == "brand" for one in words[here]) and PINYIN.fullmatch("".join(spelled[here])):
                yield list(words[here])


def _stretches(han: Reading, free: list[list[bool]], left: Sequence[Word], text: str) -> Iterator[tuple[int, Span, list[Part]]]:
    """Yield stretches spelled so: characters of a brand that are free, and whole words that answer to nothing yet."""
    for number, run in enumerate(han.runs):
        for start in range(len(run)):
            for end in range(start + 2, min(start + SPAN_MAX, len(run)) + 1):
                span = Span(start, end)
                if text not in chinese_sounds.read(run, span):
                    continue
                stood = [one for one in parts(han) if one.run == number and one.start < end and start < one.end]
                if all(_is_free(one, span, free, left) for one in stood):
                    yield number, span, stood


def _is_free(one: Part, span: Span, free: list[list[bool]], left: Sequence[Word]) -> bool:
    if one.brand is not None:
        return all(free[one.brand][max(span.start, one.start) - one.start : min(span.end, one.end) - one.start])
    whole = span.start <= one.start and one.end <= span.end
    return whole and all(any(word is it for it in left) for word in one.words)


def tie_initials(han: Reading, found: Alignment) -> None:
    """Tie a word that is the first letters of what is left over of a Chinese name.

    Many names have them: the characters stay left over.
    """
    letters = first_letters(han)
    for one in [word for word in found.right if may_be_initials(word) and word.text in letters]:
        found.ties.append(Tie("".join(brand.text for brand in han.brands) or han.name, one.text, "brand", "initials", _INITIALS_SURE,
                              _LETTER * len(one.text)))  # fmt: skip
        found.right.remove(one)
        return
