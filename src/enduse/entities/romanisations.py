"""Chinese characters in Latin letters that are no pinyin: Wade-Giles, as Taiwan writes, by rules; Hong Kong's Cantonese by a table."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib import resources

import yaml

from enduse.entities.pinyin import SYLLABLES

_SPELLINGS_MAX = 12
_WHOLE = {
    "zi": "tzu", "ci": "tzu", "si": "szu", "zhi": "chih", "chi": "chih", "shi": "shih", "ri": "jih", "yi": "i", "yan": "yen", "ye": "yeh",
    "you": "yu", "yong": "yung", "er": "erh", "ge": "ko", "ke": "ko", "he": "ho", "gui": "kuei", "kui": "kuei", "luo": "lo", "duo": "to",
    "tuo": "to", "suo": "so", "zuo": "tso", "cuo": "tso", "nuo": "no", "yu": "yu", "yuan": "yuan", "yue": "yueh",
}  # fmt: skip
_INITIALS = {
    "zh": "ch", "ch": "ch", "j": "ch", "q": "ch", "x": "hs", "z": "ts", "c": "ts", "r": "j", "b": "p", "d": "t", "g": "k",
}  # fmt: skip
_INITIAL = re.compile("zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]?")
_SYLLABLE = re.compile(SYLLABLES.pattern.removesuffix("+"))
_FINALS = (("ong", "ung"), ("ian", "ien"), ("ie", "ieh"), ("ue", "ueh"))


@lru_cache(maxsize=5_000)
def wade_giles(syllable: str) -> str:
    """Return a syllable of pinyin in Wade-Giles, without marks.

    >>> wade_giles("zhong"), wade_giles("xin"), wade_giles("jian"), wade_giles("guo")
    ('chung', 'hsin', 'chien', 'kuo')
    """
    if syllable in _WHOLE:
        return _WHOLE[syllable]
    initial = _INITIAL.match(syllable)
    begins = initial[0] if initial else ""
    rest = syllable[len(begins) :]
    for final, written in _FINALS:
        if rest == final:
            rest = written
            break
    return _INITIALS.get(begins, begins) + rest


@lru_cache(maxsize=100_000)
def in_wade_giles(word: str) -> str:
    """Return a word of pinyin as Wade-Giles writes it, without marks and hyphens; empty when it is no pinyin.

    >>> in_wade_giles("xinzhong"), in_wade_giles("kestrel")
    ('hsinchung', '')
    """
    if not SYLLABLES.fullmatch(word):
        return ""
    return "".join(map(wade_giles, _SYLLABLE.findall(word)))


def cantonese_behind(spellings: tuple[str, ...], character: str) -> tuple[str, ...]:
    """Return Hong Kong's spellings of some characters with those of one more behind them; none when it, or one of theirs, is not known.

    >>> cantonese_behind(cantonese_behind(("",), "永"), "丰"), cantonese_behind(("fung",), "岫")
    (('wingfung',), ())
    """
    ways = _table().get(character, ())
    return tuple([left + right for left in spellings for right in ways][:_SPELLINGS_MAX])


@cache
def _table() -> dict[str, tuple[str, ...]]:
    text = (resources.files("enduse.entities") / "cantonese.yml").read_text(encoding="utf-8")
    found: dict[str, tuple[str, ...]] = {}
    for line in yaml.safe_load(text)["cantonese"].splitlines():
        spelled, _, characters = line.partition(":")
        for character in characters.split():
            found[character] = (*found.get(character, ()), *spelled.strip().split("/"))
    return found
