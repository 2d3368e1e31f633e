"""Under which keys a name can be found: what two names that are worth comparing share.

A word's sound, the same with a letter left out, its beginning, two words written in one, four letters in a row of the whole name,
a pinyin spelling, the consonants of a brand as they are heard, an English gloss, or two words of place and trade that mean the same.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import combinations, pairwise

from enduse.entities.chinese_sounds import syllables
from enduse.entities.coined import keys_of_coined, keys_of_stem, stem_of_coined
from enduse.entities.hearing import keys_of_brand, keys_of_word, short_keys_of_brand, short_keys_of_word
from enduse.entities.pinyin import PINYIN
from enduse.entities.read_words import FURTHER_PART, Word, brand_stem
from enduse.entities.reading import Reading
from enduse.entities.shortening import first_letters, parts_glued
from enduse.entities.spoken import keys_spoken
from enduse.entities.transcribed import keys_transcribed
from enduse.entities.whole import beside, keys_of_letters, keys_of_whole
from enduse.terms.hangul import usual
from enduse.terms.sounds import coarse, sound_of

_GRAM, _BEGINNING = 4, 5
_SLIP_MIN, _SLIP_MAX = 3, 12
_KEY_WEIGHT = {"s": 1.0, "g": 0.3, "r": 0.4, "m": 0.7, "c": 0.6, "w": 0.55, "d": 0.4, "k": 0.8, "p": 1.0, "i": 0.7, "f": 0.5, "q": 0.6}


def key_weight(key: str) -> float:
    """Return how much a shared key counts beside its rarity."""
    return _KEY_WEIGHT.get(key[0], 1.0)


def keys_of_first_letters(reading: Reading) -> set[str]:
    """Return the keys under which a word is found that is the first letters of words of a Cyrillic name, beside a place or a trade."""
    said = beside(reading)
    found: set[str] = set()
    for letters in first_letters(reading.words):
        found |= {f"i:{letters}|{means}" for means in said}
        if len(letters) > 2:
            found.add(f"i:{letters}")
    return found


def _foreign(reading: Reading) -> bool:
    """Tell whether a name has a brand and no Chinese syllables: it may be what a Chinese company calls itself abroad."""
    brands = [one.text for one in reading.words if one.kind == "brand"]
    return bool(brands) and not any(map(PINYIN.fullmatch, brands))


@lru_cache(maxsize=20_000)
def _keys_of_word(one: Word) -> frozenset[str]:
    """Return the keys of a word whatever stands beside it; words repeat from name to name, so each is taken apart once."""
    text, sound, means, kind, _weight = one
    found: set[str] = set()
    if kind in ("brand", "word", "place"):
        found |= {f"s:{sound}", f"s:{coarse(sound)}"}
        if len(sound) > _BEGINNING:
            found.add(f"r:{sound[:_BEGINNING]}")
        if len(sound) >= _SLIP_MIN:
            found |= _keys_of_slips(text, sound, kind)
        found.update([f"k:{key}" for key in keys_of_word(text)])
        if not text.isascii():
            # A Korean brand as it is written in the South and in the North.
            found.update([f"s:{sound_of(written)}" for written in usual(text)])
    if means:
        found.add(f"m:{means}")
    if FURTHER_PART in sound:
        # Words of trade written in one are rare as a whole: Elektropribor.
        found.add(f"s:{sound_of(text)}")
    if kind in ("brand", "word", "body"):
        found.add(f"w:{brand_stem(one)}")
    if kind == "brand" and (parts := parts_glued(sound)) is not None:
        found |= {f"s:{parts[0]}", f"m:{parts[1]}"}
    return frozenset(found)


def _keys_of_slips(text: str, sound: str, kind: str) -> frozenset[str]:
    """Return the keys that a word shares with itself when a letter is left out, doubled or changed, or two have changed places.

    What is left without one letter is the same then. A slip within two letters of a brand that sound as one (Aphen, Apehn) is seen
    in the letters as printed only.
    """
    parts = {sound[:_SLIP_MAX], text[:_SLIP_MAX] if kind == "brand" else sound[:_SLIP_MAX]}
    return frozenset([f"d:{part}" for part in parts] + [f"d:{part[:at]}{part[at + 1 :]}" for part in parts for at in range(len(part))])


def _keys_of_plain(reading: Reading) -> set[str]:
    """Return the keys of a name without a brand: the whole as it is printed, and its known words, of which one may be mistyped."""
    words = [one for one in reading.words if one.kind == "trade" and FURTHER_PART not in one.sound and len(one.sound) > _GRAM]
    return {f"n:{reading.key}", *(key for one in words for key in _keys_of_slips(one.text, one.sound, one.kind))}


def keys(reading: Reading) -> set[str]:
    """Return the keys under which a name can be found; empty for a name that says nothing but a legal form.

    >>> from enduse.entities import analyse
    >>> bool(keys(analyse("宁波峰云进出口有限公司")) & keys(analyse("Peak Cloud")))
    True
    """
    if reading.key is None:
        return set()
    found: set[str] = set()
    meanings = sorted({one.means for one in reading.words if one.means and one.kind in ("place", "trade", "word")})
    pairs = [f"{one}|{other}" for one, other in combinations(meanings[:8], 2)]
    found |= {f"c:{pair}" for pair in pairs}
    if reading.runs or _foreign(reading):
        found |= {f"f:{pair}" for pair in pairs}
    found.update(*map(_keys_of_word, reading.words))
    for one, other in pairwise(reading.words):
        if not (one.means and other.means) or "word" in (one.kind, other.kind):
            # Two words written in one may sound otherwise where they meet: Changg wang, Chang gwang.
            found |= {f"s:{one.sound}{other.sound}", f"s:{sound_of(one.text + other.text)}"}
    if not (reading.brands or any(one.kind in ("brand", "word") for one in reading.words)):
        found |= _keys_of_plain(reading)
    if reading.script == "cyrillic":
        found |= keys_of_first_letters(reading)
        # A word of trade may be the brand, and be spelled: «Море», More.
        found |= {f"s:{sound}" for one in reading.words if one.kind == "trade" for sound in (one.sound, coarse(one.sound))}
    found |= keys_spoken(reading) | keys_transcribed(reading)
    if reading.runs:
        found |= keys_of_whole(reading)
    else:
        found |= keys_of_letters(reading)
        found.update(*map(keys_of_stem, reading.words))
    short = [key for one in reading.words if one.kind == "brand" for key in short_keys_of_word(stem_of_coined(one.text) or one.text)]
    short += [key for brand in reading.brands for key in short_keys_of_brand(syllables(brand.text))]
    if short:
        found |= {f"q:{key}|{means}" for key in short for means in beside(reading)}
    for brand in reading.brands:
        found |= {f"k:{key}" for key in keys_of_brand(syllables(brand.text)) | keys_of_coined(brand)}
        found |= {f"s:{sound}" for sound, spans in brand.sounds.items() if any(end - start > 1 for start, end in spans)}
        found |= {f"w:{stem}" for stem in brand.glosses}
        found |= {f"h:{left}{right}" for left, right in pairwise(brand.text)}
        if len(brand.text) == 1:
            found.add(f"h:{brand.text}")
    whole = reading.joined
    found.update([f"g:{whole[at : at + _GRAM]}" for at in range(max(len(whole) - _GRAM + 1, 1))])
    return found
