"""How alike two words of companies' names are that are not the same: another ending, a slip of the pen, a word cut short."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

from enduse.entities.english_words import real_word
from enduse.entities.lexicon import lexicon
from enduse.entities.pinyin import PINYIN
from enduse.entities.read_words import Word
from enduse.entities.shortening import mistyped, shortened
from enduse.entities.sides import How
from enduse.terms.scripts import HAN
from enduse.terms.sounds import coarse, sound_of

_ALIKE_MIN, _HEADLESS = 0.72, 0.74
_SLIPS_SHORT, _SLIPS, _SLIPS_LONG = 1.0, 2.0, 3.0
_SURELY_WRONG = 0.5
"""By how much less a word bears what no system of romanisation explains: two letters wrong of eight are another brand."""
_SHORT_MAX, _LONG_MIN = 6, 11
"""Letters up to which a word bears one slip, and from which it bears three."""
_HEADLESS_MAX = 8
"""Letters up to which another first letter is more than a slip."""
_VOWELS_MIN = 7
_ROOT_MIN, _CUT_MIN, _SCHEME_MIN = 4, 5, 5
_BEFORE_END_MIN = 3
_INITIALS_MAX = 8
# Words of trade that brands end with, as they sound.
_ENDS = (
    "komplekt",
    "pribor",
    "eksport",
    "invest",
    "servis",
    "impeks",
    "trans",
    "stroi",
    "bank",
    "prom",
    "snab",
    "torg",
    "neft",
    "mash",
    "teh",
    "teC",
    "gaz",
)
_END_MIN = min(map(len, _ENDS))
_NO_VOWELS = str.maketrans("", "", "aeiouy")
_VOWELS, _CONSONANTS = re.compile("[aeiouy]"), re.compile("[^aeiouy]")
_HAN = re.compile(f"[{HAN}]")
_IN_TWO = frozenset({("u", "ue"), ("o", "oe"), ("a", "ae"), ("a", "aa")})
_OF_UMLAUTS = frozenset({("o", "e"), ("e", "o"), ("a", "e"), ("e", "a")})
"""How vowels with dots are written; oe and ae often sound as e."""
_UMLAUTS = re.compile("ae|oe|ue|aa")
# What may follow a common root: Russian endings and adjectives of places (Дубна / Дубненский, Казань / Казанский).
_TAIL = re.compile(
    r"^(?:ia|ie|iu|[aoeiu])?$|^(?:in|en|an|ov|ev|n|i|e|a|o)?s?k(?:i|ie|a|aia|oi|oie|ogo|om|im|ih|oe)$|^n?(?:i|ie|aia|oi|oie|oe|ogo|om|im|ih|ov|ami|am|ei)$|^n$"
)


@lru_cache(maxsize=200_000)
def nearly(one: Word, other: Word) -> tuple[float, How]:
    """Return how alike two words that are not the same are (0: not at all), and in what way."""
    if "number" in (one.kind, other.kind) or (one.kind == other.kind == "place" and one.means != other.means):
        # Niger is not Nigeria.
        return 0.0, "alike"
    a, b = one.sound, other.sound
    shorter = min(len(a), len(b))
    if shorter >= _ROOT_MIN and a[:3] == b[:3] and _inflected(a, b) and not is_initials(one.text, other.text):
        return 0.92, "inflected"
    if shorter >= _SCHEME_MIN and coarse(a) == coarse(b):
        return 0.95, "alike"
    if one.means is not None and other.means is not None:
        return (0.75, "abbreviated") if shortened(one.text, other.text) or shortened(other.text, one.text) else (0.0, "alike")
    if shorter >= _ROOT_MIN and one.text[:1] == other.text[:1] and _without_umlauts(one.text) == _without_umlauts(other.text):
        return 0.97, "alike"
    if one.means is not None or other.means is not None:
        unknown, known = (other, one) if other.means is None else (one, other)
        if mistyped(unknown, known) and not _syllables_beside_characters(one, other):
            return 0.9, "alike"
        if _without_vowels(unknown, known):
            return 0.85, "abbreviated"
    if shorter < 3:
        return 0.0, "alike"
    if a.startswith(b) or b.startswith(a):
        # An abbreviated word of trade; a brand cut short must keep most of its letters: VNIIR and VNIIRA are two.
        if one.means or other.means:
            return 0.75 if shorter >= _ROOT_MIN else 0.6, "abbreviated"
        if shorter >= _CUT_MIN and 3 * shorter >= 2 * max(len(a), len(b)):
            return 0.85, "abbreviated"
    alike = _spelled_alike(one, other)
    return (0.0 if alike and _trades_behind(one.text, other.text) else alike), "alike"


def _trades_behind(a: str, b: str) -> bool:
    """Tell whether two words are one brand with two lines of business written onto it: Vymyseltrans, Vymyseltrade."""
    known = lexicon().latin
    for at in range(_begun_alike(a, b), _ROOT_MIN - 1, -1):
        ours, theirs = known.get(sound_of(a[at:]), ()), known.get(sound_of(b[at:]), ())
        if min(len(a), len(b)) - at >= _END_MIN and ours and theirs and ours[0].kind == theirs[0].kind == "trade":
            return ours != theirs
    return False


def _without_vowels(word: Word, known: Word) -> bool:
    """Tell whether a word of no known meaning is one of a known meaning without its vowels: INVSTMNT, investment."""
    text = word.text
    if len(text) < _ROOT_MIN or _VOWELS.search(text, 1):
        return False
    return len(text) < len(known.text) and text == known.text[:1] + _VOWELS.sub("", known.text[1:])


def _syllables_beside_characters(one: Word, other: Word) -> bool:
    """Tell whether one is pinyin and the other Chinese: a translator spelled a brand, and mistyped no word of trade (Tuxu, 机床: tool)."""
    return any(_HAN.search(here.text) and PINYIN.fullmatch(there.text) for here, there in ((one, other), (other, one)))


def _spelled_alike(one: Word, other: Word) -> float:
    """Return how alike two words are in sound and letters, 0 below what a slip explains; a wrong vowel is half a slip."""
    a, b = _without_shared_end(one.sound, other.sound)
    longer = max(len(a), len(b))
    whole = len(a) == len(one.sound)
    slips = float(OSA.distance(a, b, score_cutoff=4))
    letters = float(OSA.distance(one.text, other.text, score_cutoff=4)) if whole else slips
    of_vowels = longer >= _ROOT_MIN and (bare := a.translate(_NO_VOWELS)) == b.translate(_NO_VOWELS) and len(bare) > 1
    if min(slips, letters) > _SLIPS_LONG and not of_vowels:
        # Most words: more differs than slips explain.
        return 0.0
    if real_word(one.text) and real_word(other.text):
        # Two words of English are two names: Pacific, Specific.
        return 0.0
    if is_initials(one.text, other.text):
        # Another letter is another institute.
        return 0.0
    if whole:
        # What short words share in sound only is little: Sigma is not Cigna.
        # One letter is one slip, whatever it does to the sound: Lloyds, Llods.
        slips = min(slips, letters) if longer >= _SHORT_MAX else min(((slips / 2 if of_vowels else slips) + letters) / 2, letters)
    if PINYIN.fullmatch(one.text) and PINYIN.fullmatch(other.text):
        # Two well-formed Chinese words: another syllable is another name.
        return 0.0
    if of_vowels and longer >= _SHORT_MAX and _vowels_apart(a, b) <= (2 if longer >= _VOWELS_MIN and abs(len(a) - len(b)) < 2 else 1):
        # Vowels wrong in two places make another name of a short word (Mikron, Mokran), in three of any (Vamorik, Vimerek),
        # and so do vowels more: Unitek is not NITC.
        slips /= 2
    if len(one.text) < _SHORT_MAX and _begun_otherwise(one.text, other.text) and a[:1] != b[:1]:
        # Who mistypes a short word rarely does so at its first letter: Delta, Zelta.
        slips += 1
    most = (
        0.0
        if max(len(one.text), len(other.text)) < _CUT_MIN
        else _SLIPS_SHORT
        if longer < _SHORT_MAX
        else _SLIPS_LONG
        if longer >= _LONG_MIN
        else _SLIPS
    )
    alike = 1 - slips / longer
    if whole and a[:1] != b[:1] and _headless(one.text, other.text):
        alike = min(alike, _HEADLESS)
    if most > _SLIPS_SHORT and slips > most - _SURELY_WRONG and OSA.distance(coarse(a), coarse(b), score_cutoff=1) > 1:
        return 0.0
    return alike if slips <= most and alike >= _ALIKE_MIN else 0.0


def _begun_otherwise(a: str, b: str) -> bool:
    """Tell whether two words of the same length have another first letter, the next being the same: one for another, not two swapped."""
    return len(a) == len(b) and a[:1] != b[:1] and a[1:2] == b[1:2]


def _headless(a: str, b: str) -> bool:
    """Tell whether two words of one brand's length differ in the first letter only, or one lacks it: Vymtex, Pymtex; Exvym, Texvym."""
    return min(len(a), len(b)) <= _HEADLESS_MAX and (_begun_otherwise(a, b) or a[1:] == b or b[1:] == a)


def _vowels_apart(a: str, b: str) -> int:
    """Return in how many places the vowels of two words with the same consonants differ."""
    return sum(one != other for one, other in zip(_CONSONANTS.split(a), _CONSONANTS.split(b), strict=True))


@lru_cache(maxsize=100_000)
def umlauts_apart(one: str, other: str) -> bool:
    """Tell whether two sounds differ only where one writes two letters for an umlaut and the other drops its dots: muelerhef, mulerhof."""
    ours, theirs = _CONSONANTS.split(one), _CONSONANTS.split(other)
    if len(ours) != len(theirs) or one.translate(_NO_VOWELS) != other.translate(_NO_VOWELS):
        return False
    apart = {tuple(sorted(pair, key=len)) for pair in zip(ours, theirs, strict=True) if pair[0] != pair[1]}
    return not apart.isdisjoint(_IN_TWO) and apart <= _IN_TWO | _OF_UMLAUTS


def _without_umlauts(text: str) -> str:
    """Return a word with what stands for one letter in German, Danish and Dutch made that letter: Mueller, Muller; Aarsund, Arsund."""
    return _UMLAUTS.sub(lambda found: found[0][0], text)


def _without_shared_end(a: str, b: str) -> tuple[str, str]:
    """Return two words without an ending of trade that both have: Sovcombank and Novikombank differ in what stands before the bank."""
    if a[-_END_MIN:] != b[-_END_MIN:]:
        return a, b
    for end in _ENDS:
        if a.endswith(end) and b.endswith(end):
            shorter, longer = sorted((len(a) - len(end), len(b) - len(end)))
            if longer >= _ROOT_MIN and shorter >= _BEFORE_END_MIN:
                return a[: -len(end)], b[: -len(end)]
    return a, b


def is_initials(*texts: str) -> bool:
    """Tell whether one of the words looks like first letters: no vowel, or an institute's НИИ."""
    return any(len(text) <= _INITIALS_MAX and ("nii" in text or not _VOWELS.search(text)) for text in texts)


def _begun_alike(a: str, b: str) -> int:
    """Return how many letters two words begin with alike."""
    common = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        common += 1
    return common


def _inflected(a: str, b: str) -> bool:
    common = _begun_alike(a, b)
    while common >= _ROOT_MIN:
        if _TAIL.match(a[common:]) and _TAIL.match(b[common:]):
            return True
        # The root may end before the common letters do: Балашиха, Балашихинский.
        common -= 1
        if common < max(len(a), len(b)) - 6:
            break
    return False
