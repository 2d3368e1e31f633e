"""Which words are Chinese syllables in pinyin, and which only look like them: Tokyo and Yukon are no pinyin."""

from __future__ import annotations

import re
from collections.abc import Iterable

# Initial: the finals that stand behind it. A syllable that is not here is none of Chinese, whatever its letters.
_FINALS = """
: a ai an ang ao e ei en er o ou
b: a ai an ang ao ei en eng i ian iao ie in ing o u
p: a ai an ang ao ei en eng i ian iao ie in ing o ou u
m: a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u
f: a an ang ei en eng o ou u
d: a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo
t: a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo
n: a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan ue un uo v ve yu
l: a ai an ang ao e ei eng i ia ian iang iao ie in ing iu ong ou u uan ue un uo v ve yu
g: a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo
k: a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo
h: a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo
j: i ia ian iang iao ie in ing iong iu u uan ue un
q: i ia ian iang iao ie in ing iong iu u uan ue un
x: i ia ian iang iao ie in ing iong iu u uan ue un
zh: a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo
ch: a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo
sh: a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo
r: an ang ao e en eng i ong ou u ua uan ui un uo
z: a ai an ang ao e ei en eng i ong ou u uan ui un uo
c: a ai an ang ao e en eng i ong ou u uan ui un uo
s: a ai an ang ao e en eng i ong ou u uan ui un uo
y: a an ang ao e i in ing ong ou u uan ue un
w: a ai an ang ei en eng o u
"""


def _syllables() -> list[str]:
    lines = (line.split(":") for line in _FINALS.strip().splitlines())
    found = {initial.strip() + final for initial, finals in lines for final in finals.split()}
    return sorted(found, key=lambda one: (-len(one), one))


SYLLABLE_LIST = tuple(_syllables())
_ONE = "|".join(SYLLABLE_LIST)
PINYIN = re.compile(f"(?:{_ONE}){{2,}}")
"""Two Chinese syllables or more, in pinyin."""
SYLLABLES = re.compile(f"(?:{_ONE})+")
"""One Chinese syllable or more."""
_ONE_OR_TWO, _ALONE = re.compile(f"(?:{_ONE}){{1,2}}"), re.compile(_ONE)
_UMLAUT = re.compile("(?:(?<=[ln])v|(?<=l)yu)")
"""Not the `yu` of `nyu`: in lunyue it begins a syllable."""


def plain(word: str) -> str:
    """Return a word of pinyin with ü as `u`, however it is written; other words as they are.

    >>> plain("lvyuan"), plain("jinlyu"), plain("volvo")
    ('luyuan', 'jinlu', 'volvo')
    """
    return _UMLAUT.sub("u", word) if ("v" in word or "lyu" in word) and SYLLABLES.fullmatch(word) else word


_VIETNAMESE = frozenset(
    "nguyen tran le pham hoang huynh phan vu vo dang bui do ngo duong ly dinh truong luong trinh dao doan luu tong quach".split()
)
"""Family names that most Vietnamese bear."""
_ONE_VOWEL = re.compile("[^aeiouy]*[aeiouy]+[^aeiouy]*")


def of_syllables(words: Iterable[str]) -> bool:
    """Tell whether words may be a person's name made of syllables, Chinese or Vietnamese, where another syllable is another name.

    >>> of_syllables(("xi", "jinping")), of_syllables(("tran", "van", "hung")), of_syllables(("anna", "le"))
    (True, True, False)
    """
    given = tuple(words)
    vietnamese = not _VIETNAMESE.isdisjoint(given) and len(given) > 1 and all(_ONE_VOWEL.fullmatch(one) for one in given)
    return vietnamese or chinese_name(given)


def chinese_name(words: Iterable[str]) -> bool:
    """Tell whether words may be a Chinese person's name in pinyin: a family name of one syllable, and no word of more than two.

    >>> chinese_name(("xi", "jinping")), chinese_name(("bi", "souleman")), chinese_name(("lena", "mali"))
    (True, False, False)
    """
    given = tuple(words)
    return all(_ONE_OR_TWO.fullmatch(one) for one in given) and any(_ALONE.fullmatch(one) for one in given)
