"""Which words are Chinese syllables in pinyin, and which only look like them: Tokyo and Yukon are no pinyin."""

from __future__ import annotations

import re

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
_UMLAUT = re.compile("(?:(?<=[ln])v|(?<=l)yu)")
"""Not the `yu` of `nyu`: in lunyue it begins a syllable."""


def plain(word: str) -> str:
    """Return a word of pinyin with ü as `u`, however it is written; other words as they are.

    >>> plain("lvyuan"), plain("jinlyu"), plain("volvo")
    ('luyuan', 'jinlu', 'volvo')
    """
    return _UMLAUT.sub("u", word) if ("v" in word or "lyu" in word) and SYLLABLES.fullmatch(word) else word
