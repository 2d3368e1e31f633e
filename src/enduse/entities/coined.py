"""Words coined for abroad from a Chinese brand: half meaning and half sound (峰购 Peakgoo), or sound before a word of trade (-tek)."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz import fuzz

from enduse.entities import chinese_sounds, glosses
from enduse.entities.chinese import Span
from enduse.entities.hearing import consonants, heard, of_pinyin, of_word, told_by
from enduse.entities.pinyin import PINYIN, plain
from enduse.entities.read_words import Word
from enduse.entities.reading import SYLLABLE, Brand, Reading
from enduse.entities.sides import Alignment, Tie

_CHARACTERS_MAX = 4
_WORD_MIN, _HALF_MIN, _GLOSS_MIN = 5, 2, 3
_BOTH, _NEAR = 0.9, 0.7
_SHARED = 0.4
_KEY_MIN = 3
_EXPLAINED_MAX = 16
_ENDS = ("electronics", "electronic", "tronics", "tronic", "optics", "opto", "micro", "motor", "power", "solar", "tech", "soft", "chem",
         "tron", "semi", "tek", "tec", "tel", "com", "net")  # fmt: skip
"""Words of trade that coined names end with."""
_STEM_MIN = 3


def keys_of_coined(brand: Brand) -> set[str]:
    """Return the consonants of words that may be coined from a brand: one part of it by meaning, the other by sound or meaning."""
    text = brand.text
    if not 2 <= len(text) <= _CHARACTERS_MAX:
        return set()
    spoken = chinese_sounds.syllables(text)
    found: set[str] = set()
    for at in range(1, len(text)):
        first, second = _skeletons(text[:at]), _skeletons(text[at:])
        before, behind = of_pinyin(spoken[:at]), of_pinyin(spoken[at:])
        found |= {one + behind for one in first} | {before + one for one in second} | {one + other for one in first for other in second}
    return {one for one in found if len(one) >= _KEY_MIN}


@lru_cache(maxsize=20_000)
def _skeletons(characters: str) -> frozenset[str]:
    words = [one for one in glosses.explained(characters) if len(one) >= _GLOSS_MIN][:_EXPLAINED_MAX]
    return frozenset(one for word in words for one in consonants(word))


@lru_cache(maxsize=100_000)
def stem_of_coined(text: str) -> str | None:
    """Return a word without the word of trade written onto its end; null when there is none or too little is left.

    >>> stem_of_coined("vymtek"), stem_of_coined("vymys")
    ('vym', None)
    """
    for end in _ENDS:
        if text.endswith(end) and len(text) - len(end) >= _STEM_MIN:
            return text[: -len(end)]
    return None


def keys_of_stem(one: Word) -> set[str]:
    """Return the keys of a word without a word of trade at its end."""
    stem = stem_of_coined(one.text) if one.kind == "brand" and one.text.isascii() else None
    if stem is None:
        return set()
    if PINYIN.fullmatch(plain(stem)):
        return {f"p:{plain(stem)}"}
    return {f"k:{key}" for key in of_word(stem) if len(key) >= _KEY_MIN}


def tie_coined(han: Reading, free: list[list[bool]], found: Alignment) -> None:
    """Tie words coined from what is left of a brand."""
    for brand, covered in zip(han.brands, free, strict=True):
        text = "".join(letter for letter, is_free in zip(brand.text, covered, strict=True) if is_free)
        if not 2 <= len(text) <= _CHARACTERS_MAX:
            continue
        options = [one for one in found.right if one.kind == "brand" and len(one.text) >= _WORD_MIN and not PINYIN.fullmatch(one.text)]
        best = max(((coined(text, one.text), -at) for at, one in enumerate(options)), default=(0.0, 0))
        if best[0]:
            one = options[-best[1]]
            weight = SYLLABLE * len(text) if best[0] > _NEAR else told_by(chinese_sounds.syllables(text))
            found.ties.append(Tie(text, one.text, "brand", "gloss" if best[0] == _BOTH else "alike", best[0], weight))
            covered[:] = [False] * len(covered)
            found.right.remove(one)


@lru_cache(maxsize=100_000)
def coined(text: str, word: str) -> float:
    """Return how surely a word is coined from Chinese characters (0: not at all).

    >>> coined("峰购", "peakgoo"), coined("峰购", "kestrel")
    (0.7, 0.0)
    """
    stem = stem_of_coined(word)
    if stem is not None:
        if plain(stem) in chinese_sounds.read(text, Span(0, len(text))):
            return 1.0
        if (alike := heard(chinese_sounds.syllables(text), stem)) > 0:
            return min(alike, _NEAR)
    best = 0.0
    for at in range(1, len(text)):
        before, behind = Span(0, at), Span(at, len(text))
        for cut in range(_HALF_MIN, len(word) - _HALF_MIN + 1):
            first = _half(text, before, word[:cut])
            second = _half(text, behind, word[cut:]) if first[1] else (0.0, 0.0)
            # One half at least by meaning: sound alone is heard elsewhere.
            if max(first[0], second[0]) > 0 and second[1]:
                best = max(best, min(first[1], second[1]))
    return best


def _half(text: str, span: Span, part: str) -> tuple[float, float]:
    """Return how surely a part of a word is what a stretch of characters means, and is that or how it sounds."""
    characters = text[span.start : span.end]
    if len(part) >= _GLOSS_MIN and glosses.says(characters, part):
        return _BOTH, _BOTH
    if part in chinese_sounds.read(text, span):
        return 0.0, _BOTH
    spoken, heard_so = _spoken(text, span)
    if heard_so in consonants(part) and fuzz.ratio(spoken, part) / 100 >= _SHARED:
        return 0.0, _NEAR
    return 0.0, 0.0


@lru_cache(maxsize=4096)
def _spoken(text: str, span: Span) -> tuple[str, str]:
    """Return the syllables of a stretch in one piece, and their consonants."""
    spoken = chinese_sounds.syllables(text)[span.start : span.end]
    return "".join(spoken), of_pinyin(spoken)
