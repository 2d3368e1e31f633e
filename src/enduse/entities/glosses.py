"""What Chinese characters mean in English words, by the dictionary and the lexicon, for every stretch of a text."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from enduse.entities.cedict import TONES, WORD_MAX, dictionary, dictionary_entries
from enduse.entities.chinese import Span
from enduse.entities.lexicon import lexicon
from enduse.entities.meaning import meanings
from enduse.terms.sounds import sound_of

_GLOSS_WORDS_MAX = 5
"""A definition of more words is an explanation, and no word for word."""
_REVERSED_SPAN_MAX = 3
_NO_MEANING = re.compile(
    r"^(?:variant|old variant|surname|see|used in|abbr|CL:|classifier|erhua|Japanese variant|also |pr\.|\(bound form\)$|unit of|archaic)"
)
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
"""Letters that a word must have more than for an ending to be taken off."""
_DOUBLES = re.compile(r"^[^aeiou]*[aeiou][^aeiouwxy]$")


def glosses(text: str) -> dict[str, list[Span]]:
    """Return the stems of the English words that stretches of the text mean, with where they stand."""
    found: dict[str, list[Span]] = {}
    for start in range(len(text)):
        for end in range(start + 1, min(start + WORD_MAX, len(text)) + 1):
            if (chinese := text[start:end]) in _glossed():
                for word in glossed(chinese):
                    found.setdefault(word, []).append(Span(start, end))
    return found


@cache
def _glossed() -> frozenset[str]:
    """Return the words that the dictionary or the lexicon explains: hardly any stretch of a brand is one."""
    return frozenset({*dictionary(), *lexicon().chinese})


@lru_cache(maxsize=100_000)
def glossed(chinese: str) -> tuple[str, ...]:
    """Return the stems of the English words by which the dictionary or the lexicon explains a Chinese word, sorted.

    >>> "peak" in glossed("峰"), sound_of("cloud") in glossed("云")
    (True, True)
    """
    words: set[str] = {gloss_key(one.meaning) for one in lexicon().chinese.get(chinese, ())}
    for definition in dictionary().get(chinese, ()):
        words |= _gloss_words(definition)
    return tuple(sorted(words))


@lru_cache(maxsize=20_000)
def explained(chinese: str) -> tuple[str, ...]:
    """Return the English words of three letters or more that explain a Chinese word, as they are printed, sorted."""
    said = {one.meaning for one in lexicon().chinese.get(chinese, ())}
    for definition in dictionary().get(chinese, ()):
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
    said = {printed.casefold() for definition in dictionary().get(chinese, ()) for printed in _LETTERS.findall(definition)}
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
    for writing, pinyin, definitions in dictionary_entries():
        length = len(writing)
        spelled_out = TONES.sub("", pinyin.casefold().replace("u:", "u"))
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
