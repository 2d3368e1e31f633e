"""How a word of a person's name sounds, in three coarsenesses, and which consonants an Arabic print of it has.

Romanisation is a habit, not a rule: one name is Jo or Cho, Qasim or Gasim, Said or Saeed. Arabic, Persian and Urdu seldom write short
vowels at all, so that of محمد only m, h, m and d can be compared.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

from enduse.terms.sounds import sound_of

_FOLDS = (("ou", "u"), ("oo", "u"), ("ee", "i"), ("iev", "ev"), ("ei", "i"), ("ai", "i"), ("dj", "j"), ("o", "u"))
_DOUBLED = re.compile(r"(.)\1+")
_GROUPS = (
    ("tsch", "S"), ("sch", "S"), ("tch", "S"), ("sh", "S"), ("ch", "S"), ("zh", "S"), ("dj", "S"), ("kh", "k"), ("gh", "k"), ("dh", "d"),
    ("ph", "f"), ("th", "t"), ("ee", "i"), ("oo", "u"), ("ou", "u"),
)  # fmt: skip
_FRENCH_END = re.compile("(?<=[^aeiou]in)e$")
"""What French writes behind Russian names: Poutine, Prigojine."""
_BELARUSIAN_END = re.compile("(?<=[a-z]{3}[aeo])u$")
"""What Belarusian ends Russian names with: Epikhau, Karpenkou."""
_LETTERS = str.maketrans("jcqgbdzvweoy", "Skkkptsffaui")
_VOWELS_TOGETHER = re.compile(r"[aiu]+([aiu])")
_OF_ARABIC = (("gh", "k"), ("q", "k"), ("e", "i"), ("dj", "j"), ("j", "zh"))
_ARABIC = {
    letter: consonant
    for consonant, letters in (
        ("b", "بپ"), ("t", "تطٹ"), ("s", "ثسص"), ("j", "ج"), ("S", "چش"), ("h", "حهھہةۃخ"), ("d", "دڈ"), ("z", "ذضظز"), ("r", "رڑ"),
        ("zh", "ژ"), ("f", "ف"), ("k", "قكکگغ"), ("l", "ل"), ("m", "م"), ("n", "نں"), ("w", "و"),
        ("y", "يیے"), ("a", "اآ"), ("_", "ءأإٱعىئؤ"),
    )
    for letter in letters
}  # fmt: skip
"""Letters by the consonant or the long vowel they stand for; `_` is a bearer of any vowel, or of none."""
_ONE_LETTER = str.maketrans("أإآٱكکگىیئےؤةہھۃ", "ااااكككييييوهههه", "ءًٌٍَُِّْٰ\u0640")
"""Letters of one name that are written differently: with and without hamza, in Arabic and in Persian hands; marks are left out."""
ARTICLE, _GOD = "ال", "الله"
_BEHIND_ARTICLE_MIN = 2
_CONSONANTS = (
    ("tsch", "S"), ("sch", "S"), ("tch", "S"), ("sh", "S"), ("ch", "S"), ("dj", "j"), ("kh", "h"), ("gh", "k"), ("dh", "z"),
    ("ph", "f"), ("th", "s"), ("ce", "se"), ("ci", "si"), ("cy", "sy"), ("q", "k"), ("g", "k"), ("c", "k"), ("p", "b"), ("v", "w"),
)  # fmt: skip
_VOWELS = frozenset("aeiouwy_")
_WRITTEN = {"y": "iey", "w": "ouw", "a": "aeo"}
"""What a long vowel of Arabic, which is written, may be in Latin letters."""


@lru_cache(maxsize=200_000)
def person_sound(token: str) -> str:
    """Return how a word of a person's name sounds: Mohammed and Muhamad, Osama and Ousama are nearer than their letters.

    >>> person_sound("zelenskyy") == person_sound("Zelenskij".lower())
    True
    """
    sound = sound_of(token)
    if token.startswith("x"):
        # Xi is heard as Si, not as Ksi.
        sound = f"s{sound_of(token[1:])}"
    for spelling, folded in _FOLDS:
        sound = sound.replace(spelling, folded)
    return _DOUBLED.sub(r"\1", sound)


@lru_cache(maxsize=200_000)
def coarse_sound(token: str) -> str:
    """Return the same with what romanisations of one name write differently made equal: voiced and voiceless, a and e, ai and a.

    >>> coarse_sound("cho") == coarse_sound("jo"), coarse_sound("saeed") == coarse_sound("said")
    (True, True)
    >>> coarse_sound("hasan") == coarse_sound("husein")
    False
    """
    token = _BELARUSIAN_END.sub("v", _FRENCH_END.sub("", token))
    for spelling, folded in _GROUPS:
        token = token.replace(spelling, folded)
    return _DOUBLED.sub(r"\1", _VOWELS_TOGETHER.sub(r"\1", token.translate(_LETTERS)))


@lru_cache(maxsize=200_000)
def spelled(token: str) -> str:
    """Return a word with what romanisations of one Arabic or Persian name write differently made equal: e and i, o and u, gh and q.

    >>> spelled("ghasem") == spelled("qasim"), spelled("mohsen") == spelled("muhsin"), spelled("jamal") == spelled("jamil")
    (True, True, False)
    """
    for spelling, folded in _OF_ARABIC:
        token = token.replace(spelling, folded)
    return _VOWELS_TOGETHER.sub(r"\1", person_sound(token))


def is_arabic(word: str) -> bool:
    """Tell whether a word is written in Arabic letters."""
    return any(letter in _ARABIC for letter in word)


def plain_arabic(word: str) -> str:
    """Return a word in Arabic letters without article, with what Arabs and Persians write differently made equal.

    >>> plain_arabic("الطائي") == plain_arabic("طایی"), plain_arabic("أحمد") == plain_arabic("احمد")
    (True, True)
    """
    bare = word.removeprefix(ARTICLE) if len(word) >= len(ARTICLE) + _BEHIND_ARTICLE_MIN and word != _GOD else word
    return bare.translate(_ONE_LETTER)


def consonants(word: str) -> str:
    """Return the consonants of a word, in Arabic or in Latin letters; `a` before them when it begins with a vowel.

    W and y count at the beginning only (elsewhere they may be vowels), h not at the end, and the article not at all.

    >>> consonants("محمد") == consonants("muhammad"), consonants("الطيب") == consonants("tayeb"), consonants("علی") == consonants("ali")
    (True, True, True)
    >>> consonants("احمد") == consonants("hamid")
    False
    """
    return _parted(word)[0]


def unlike_print(printed: str, latin: str) -> int:
    """Return how many letters speak against a word in Latin letters being one printed in Arabic ones.

    Short vowels are not printed, so that Latin ones speak for nothing; long vowels are, and one that is not answered speaks against.

    >>> unlike_print("حسن", "hasan"), unlike_print("حسين", "hussein"), unlike_print("حسين", "hasan"), unlike_print("سعد", "saadi")
    (0, 0, 1, 1)
    """
    ours, theirs = _parted(printed), _parted(latin)
    if slips := int(OSA.distance(ours[0], theirs[0])):
        return slips
    within = zip(ours[1][:-1], theirs[1][:-1], strict=True)
    unanswered = [long for gap, answer in within for long in gap if long in _WRITTEN and not set(_WRITTEN[long]) & set(answer)]
    # At the end ی is i or a, and the h of ه is often not heard: any vowel answers.
    ends, answer = ours[1][-1], theirs[1][-1]
    return len(unanswered) + (bool(ends.strip("_")) and not answer) + (answer[-1:] in tuple("iy") and not ends)


@lru_cache(maxsize=200_000)
def _parted(word: str) -> tuple[str, tuple[str, ...]]:
    """Return the consonants of a word and the vowels behind each."""
    arabic = is_arabic(word)
    if arabic:
        bare = word.removeprefix(ARTICLE) if len(word) >= len(ARTICLE) + _BEHIND_ARTICLE_MIN and word != _GOD else word
        said = "".join(_ARABIC.get(letter, "") for letter in bare)
    else:
        # عبد is one word, and what the Latin letters add is the article.
        said = "abd" if word == "abdul" else word
        for spelling, consonant in _CONSONANTS:
            said = said.replace(spelling, consonant)
    found: list[str] = []
    gaps: list[str] = []
    for letter in said:
        if not found:
            begins = letter in "aeiou_"
            found.append("a" if begins else letter)
            gaps.append(letter if begins and not arabic else "")
        elif letter in _VOWELS:
            gaps[-1] += letter
        elif len(found) == 1 or letter != found[-1]:
            found.append(letter)
            gaps.append("")
    if len(found) > 2 and found[-1] == "h":
        found.pop()
        gaps[-2:] = [gaps[-2] + gaps[-1]]
    return "".join(found), tuple(gaps)
