"""Which people's names in Latin letters are made of syllables, Chinese, Korean or Vietnamese: there another syllable is another name."""

from __future__ import annotations

import re
from collections.abc import Iterable

from enduse.entities.person_names import korean_families
from enduse.entities.pinyin import SYLLABLE_LIST
from enduse.terms.hangul import may_be_korean

_ONE = "|".join(SYLLABLE_LIST)
_SYLLABLE, _ONE_OR_TWO = re.compile(_ONE), re.compile(f"(?:{_ONE}){{1,2}}")
_VIETNAMESE = frozenset(
    ("nguyen", "tran", "le", "pham", "hoang", "huynh", "phan", "vu", "vo", "dang", "bui", "do", "ngo", "duong", "ly", "dinh", "truong",
     "luong", "trinh", "dao", "doan", "luu", "tong", "quach")
)  # fmt: skip
"""Family names that most Vietnamese bear."""
_ONE_VOWEL = re.compile("[^aeiouy]*[aeiouy]+[^aeiouy]*")


def of_syllables(words: Iterable[str]) -> bool:
    """Tell whether words may be a person's name made of syllables.

    >>> of_syllables(("xi", "jinping")), of_syllables(("tran", "van", "hung")), of_syllables(("anna", "lebedeva"))
    (True, True, False)
    """
    given = tuple(words)
    vietnamese = not _VIETNAMESE.isdisjoint(given) and len(given) > 1 and all(_ONE_VOWEL.fullmatch(one) for one in given)
    return vietnamese or _chinese(given)


def _chinese(given: tuple[str, ...]) -> bool:
    """Tell whether words may be a Chinese name in pinyin: a family name of one syllable, and no word of more than two."""
    return all(_ONE_OR_TWO.fullmatch(one) for one in given) and any(_SYLLABLE.fullmatch(one) for one in given)


def in_full(words: Iterable[str]) -> bool:
    """Tell whether words may be a Chinese or a Korean name, of which no syllable is ever left out, as middle names are elsewhere.

    >>> in_full(("young", "huh")), in_full(("li", "weidong")), in_full(("tran", "van", "hung")), in_full(("juan", "carlos", "garcia"))
    (True, True, False, False)
    """
    given = tuple(words)
    korean = len(given) > 1 and not korean_families().isdisjoint((given[0], given[-1])) and all(map(may_be_korean, given))
    return korean or (_chinese(given) and _VIETNAMESE.isdisjoint(given))
