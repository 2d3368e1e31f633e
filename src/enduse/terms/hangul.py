"""Whether a word in Latin letters spells a Korean one, whoever took it down: Seoul's rules, Pyongyang's, McCune's, the bearer.

Koreans spell their names as they like: 영 is Yeong, Yong or Young, 우 is U, Woo or Wu, 이 is Lee, Ri or Yi. So a Korean word is a pattern
of what each part of its syllables may become. What is certain is how many syllables there are, and which vowel stands in each. Pure.
"""

from __future__ import annotations

import re
from functools import lru_cache

_FIRST, _LAST, _CODAS, _OF_VOWEL = 0xAC00, 0xD7A3, 28, 588
HANGUL = re.compile(f"[{chr(_FIRST)}-{chr(_LAST)}]+")
"""A stretch of Korean letters."""
_ONSETS = (
    "k|g|c", "kk|gg|k|g", "n", "t|d|th|dh", "tt|dd|t|d", "r|l|n|rh", "m", "p|b|v", "pp|bb|p|b", "s|sh|c", "ss|s", "", "ch|j|c|dj|tch|tj|z",
    "jj|tch|ch|j", "ch|tch|j|tsch|c|tj", "k|kh|c", "t|th", "p|ph", "h|kh",
)  # fmt: skip
"""What is written for the consonant with which a syllable begins, in the order of Unicode."""
_VOWELS = (
    "a|ah|aa", "ae|ai|ay|e|a|ea|eh", "ya|yah|ia|ja", "yae|ye", "eo|o|u|er|ur|uh|ou|oh|eu|e", "e|eh|ae|ey|ye",
    "yeo|yo|you|yu|yuh|io|ye|iou", "ye|e|ae|ie|ea|ay|hye|yae", "o|oh|ou", "wa|oa|ua", "wae|oae|wai", "oe|oi|oy|oey|we|wae", "yo|yoh|io",
    "u|oo|woo|ou|wu", "wo|weo|wor|uo|o|wu", "we|ue|wae", "wi|ui|wee|we|uy", "yu|yoo|you|yeu|iu|yew|ew|u", "eu|u|oo|e|ou|uh",
    "ui|eui|yi|ee|i|eu|hy|y|uy|ie|e|wi", "i|ee|y|ih|ie|yi|ea",
)  # fmt: skip
"""The same of its vowel."""
_K, _T, _P = "k|g|ck|c|gh|ng|kh|q", "t|d|s|th|n|ss", "p|b|m|bs"
_ENDS = (
    "", _K, _K, _K, "n|nn", "n|nj", "n|nh", _T, "l|r|ll|rl|n|le", _K, "m|lm", "l|b|p", "l", "l|lt", "p|l", "l|r", "m", _P, _P, _T, _T,
    "ng|n|g", _T, _T, _K, _T, _P, "|h|t",
)  # fmt: skip
"""The same of the consonant with which it ends, as it is heard before whatever follows."""
_ROWS = tuple(
    tuple(frozenset(row.split("|")) for row in (*table, *more)) for table, more in ((_ONSETS, ("|r|l|n|w",)), (_VOWELS, ()), (_ENDS, ()))
)
"""What may be written for one beginning, vowel or end of a syllable, row by row; r, l and n come and go in front of i."""
_NASAL = frozenset({"n", "ng"})
"""Ends that a slip may confuse, and that make two names: Chan and Chang."""
_SILENT, _R, _N, _H = 11, 5, 2, 18
_BEFORE_I = "|r|l|n|y|rh"
"""In the South r and n are silent before i and y at the beginning of a name: 이 is Ri and Lee, 유 is Ryu."""
_LIKE_I = frozenset({2, 3, 6, 7, 12, 17, 20})
_SEOUL = (
    ("g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"),
    ("a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu", "ui", "i"),
    ("", *"kkknnntlkmlllplmpptt", "ng", *"ttktp", ""),
)  # fmt: skip
"""Beginnings, vowels and ends of syllables as Seoul writes them."""
_PYONGYANG = (("yeo", "yo"), ("eo", "o"), ("eu", "u"))
_VOICELESS = {"g": "k", "d": "t", "b": "p", "j": "ch"}
_PARK = re.compile(r"(?<=[bp])ar(?=k)")
"""English hands lengthen a vowel by an r that nobody speaks: Park."""
_SYLLABLE = (
    "(ch|kh|th|ph|sh|kk|tt|pp|ss|jj|[bcdghjklmnprstw])?(yeo|yae|wae|eui|you|woo|yoo|eo|ae|oe|eu|ui|wa|wi|we|wo|ya|yo|yu|ye|oo|ee|ou|oi|ai"
    "|[aeiou]|(?<=h)y)(ng|ck|[bdghklmnprst])?"
)
_ANY = re.compile(f"(?:{_SYLLABLE}){{1,2}}")
_ONE = re.compile(_SYLLABLE)


@lru_cache(maxsize=100_000)
def spells(latin: str, korean: str) -> bool:
    """Tell whether a word in small Latin letters spells a word in Korean letters, syllable by syllable.

    >>> spells("jinwoo", "진우"), spells("yongchol", "영철"), spells("youngcheol", "영철"), spells("park", "박"), spells("lee", "이")
    (True, True, True, True, True)
    >>> spells("myongjin", "미정"), spells("hojin", "진우"), spells("yong", "영철")
    (False, False, False)
    """
    pattern = _pattern(korean)
    return pattern is not None and (pattern.fullmatch(latin) is not None or pattern.fullmatch(_PARK.sub("a", latin)) is not None)


@lru_cache(maxsize=100_000)
def may_be_korean(latin: str) -> bool:
    """Tell whether a word in small Latin letters may be one or two Korean syllables.

    >>> may_be_korean("chol"), may_be_korean("jinwoo"), may_be_korean("daniel"), may_be_korean("christine")
    (True, True, False, False)
    """
    return _ANY.fullmatch(latin) is not None


@lru_cache(maxsize=100_000)
def one_syllable(latin: str, other: str) -> bool:
    """Tell whether two words of one syllable in small Latin letters may spell one Korean syllable; true where that cannot be told.

    >>> one_syllable("yong", "young"), one_syllable("chol", "cheol"), one_syllable("song", "yong"), one_syllable("jinwoo", "jinu")
    (True, True, False, True)
    """
    ours, theirs = _ONE.fullmatch(latin), _ONE.fullmatch(other)
    if ours is None or theirs is None:
        return True
    alike = zip(ours.groups(""), theirs.groups(""), _ROWS, strict=True)
    if {ours[3], theirs[3]} == _NASAL:
        return False
    return all(one == another or any({one, another} <= row for row in rows) for one, another, rows in alike)


def first_letters(korean: str) -> frozenset[str]:
    """Return the Latin letters with which a word in Korean letters may begin; none for a word that begins with another sign.

    >>> sorted(first_letters("박"))
    ['b', 'p', 'v']
    """
    if not HANGUL.match(korean):
        return frozenset()
    onset, vowel, _ = _parted(korean[0])
    written = [f"{begin}{sound}" for begin in _written(onset, vowel, True).split("|") for sound in _VOWELS[vowel].split("|")]
    return frozenset(one[0] for one in written)


@lru_cache(maxsize=20_000)
def usual(korean: str) -> tuple[str, ...]:
    """Return a word in Korean letters as Seoul writes it and as Pyongyang does, with a voiceless beginning too; none for other signs.

    >>> usual("백호"), usual("릉라도")
    (('baekho', 'paekho'), ('reungrado', 'rungrado'))
    """
    if not HANGUL.fullmatch(korean):
        return ()
    written = "".join(table[at] for sign in korean for table, at in zip(_SEOUL, _parted(sign), strict=True))
    north = written
    for letters, other in _PYONGYANG:
        north = north.replace(letters, other)
    voiceless = [f"{_VOICELESS[one[0]]}{one[1:]}" for one in (written, north) if one[:1] in _VOICELESS]
    return tuple(dict.fromkeys((written, north, *voiceless)))


@lru_cache(maxsize=20_000)
def _pattern(korean: str) -> re.Pattern[str] | None:
    """Return what a Korean word may become; none for a word that holds another sign."""
    if not HANGUL.fullmatch(korean):
        return None
    found = ""
    for at, sign in enumerate(korean):
        onset, vowel, end = _parted(sign)
        found += f"(?:{_written(onset, vowel, not at)})(?:{_VOWELS[vowel]})(?:{_ENDS[end]})"
    return re.compile(found)


def _parted(sign: str) -> tuple[int, int, int]:
    """Return the places of a syllable's beginning, vowel and end in the order of Unicode."""
    onset, rest = divmod(ord(sign) - _FIRST, _OF_VOWEL)
    return onset, *divmod(rest, _CODAS)


def _written(onset: int, vowel: int, begins: bool) -> str:
    """Return what may be written for the consonant before a vowel, at the beginning of a name or within."""
    like_i = vowel in _LIKE_I
    if onset == _SILENT:
        return _BEFORE_I if like_i and begins else ""
    if onset == _R:
        return _ONSETS[onset] + ("|y|" if like_i else "")
    if onset == _N and begins:
        return _ONSETS[onset] + "|r|l" + ("|y|" if like_i else "")
    return _ONSETS[onset] + ("" if onset != _H else "|wh" if begins else "|")
