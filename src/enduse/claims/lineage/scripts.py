"""Words of three scripts in one form: Cyrillic without its endings and in Latin letters, Chinese in pairs of characters."""

from __future__ import annotations

import re
from functools import lru_cache

from enduse.terms.scripts import HAN, is_han

_WORD = re.compile(rf"[{HAN}]+|[^\W_{HAN}]+(?:['’][^\W_{HAN}]+)?")
_LATIN = dict(zip("абвгдезийклмнопрстуфхыэё", "abvgdeziyklmnoprstufhyee", strict=True)) | {
    "ж": "zh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ь": "", "ю": "yu", "я": "ya", "і": "i", "ї": "yi", "є": "ye",
}  # fmt: skip
LATIN = str.maketrans(_LATIN)
"""Small Cyrillic letters to Latin ones."""
_ENDING = re.compile(
    r"(?:иями|ями|ами|ого|его|ому|ему|ыми|ими|ый|ий|ая|яя|ое|ее|ые|ие|ой|ей|ую|юю|ом|ем|ах|ях|ам|ям|ов|ев|ть|ла|ли|ло|[аяоеыиуюьй])$"
)
_HAN_TITLES = re.compile(r"公司发言人|发言人|有限公司|公司|工厂|表示|报告称?|报道称?")


def words_of(text: str) -> list[str]:
    """Return the words of a text, folded; Cyrillic comes in Latin letters without endings, Chinese in pairs of characters.

    >>> words_of("Engines, worth €3.5m"), words_of("云峰进出口"), words_of("Зубвантора"), words_of("Motors公司发言人")
    (['engines', 'worth', '3', '5m'], ['云峰', '峰进', '进出', '出口'], ['zubvantor'], ['motors'])
    """
    found: list[str] = []
    for word in _WORD.findall(_HAN_TITLES.sub(" ", text)):
        if is_han(word[0]):
            found += [word[place : place + 2] for place in range(len(word) - 1)] or [word]
        else:
            found.append(_folded(word))
    return found


@lru_cache(maxsize=100_000)
def _folded(word: str) -> str:
    small = word.casefold().replace("’", "'").removesuffix("'s")
    if small.isascii() or not any("а" <= letter <= "є" for letter in small):
        return small
    return (_ENDING.sub("", small) if len(small) > 4 else small).translate(LATIN)
