"""How probable it is that two names are one ship's, and why. Many ships share a name and every name changes: it proves nothing alone."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

from enduse.entities.outcomes import Compared
from enduse.entities.read_words import FURTHER_PART
from enduse.entities.reading import analyse
from enduse.terms.scripts import HAN

SHIP = "Vessel"
_PREFIX = re.compile(
    r"^\s*(?:[ms]\s?[/.]?\s?[vts]\b\.?|f\s?[/.]?\s?v\b\.?|т\s?/\s?х|теплоход|танкер|motor (?:vessel|tanker))\s+(?=\w)", re.IGNORECASE
)
"""What is written before a ship's name and is none of it: M/V, M/T, S/S, F/V, т/х."""
_SHIP_HAN = re.compile(f"(?<=[{HAN}]{{2}})[号號轮輪]$")
"""And behind a Chinese one."""
_VOYAGE = re.compile(
    r"(?<=\w)[\s,;(\[/-]+(?:(?:v|voy|voyage)\b[\s.:#-]*(?:no\.?\s*)?\d{2,5}[a-z]{0,2}|imo\b[\s.:#-]*(?:no\.?\s*)?\d{7}|рейс\b\W*\d+\w?)[\s)\]]*$",
    re.IGNORECASE,
)
"""The voyage, or its number, behind a ship's name."""
_COMPANY = re.compile(
    r"\b(?:llc|l\.l\.c|llp|ltd|limited|inc|corp|corporation|co|company|gmbh|fze|fzco|fzc|dmcc|pte|pvt|plc|srl|s\.r\.l|sarl|jsc|ооо|оао|зао|пао)\W*$"
    r"|^\W*(?:ооо|оао|зао|пао|ао|ooo|oao|zao|pao|jsc|ojsc|pjsc|cjsc)\b",
    re.IGNORECASE,
)
"""A company that is named as a ship is no ship."""
_EQUAL, _LETTER, _LETTERS_MAX = 0.5, 0.1, 14
"""Equal names: a question, and the longer the name, the likelier."""
_SLIP, _SLIP_LETTERS = 0.1, 6
"""One wrong letter in a name of so many letters or more is a question too."""
_OTHER, _UNLIKE = -2.0, -6.0
_NOTHING = -30.0


def weigh_ships(left: str, right: str) -> float:
    """Return the log of the odds that two names are one ship's, by the names alone; a differing number makes two ships.

    >>> weigh_ships("M/V Invented Star 2", "INVENTED STAR II") > 0
    True
    >>> weigh_ships("Invented Star 2", "Invented Star 3") > 0, weigh_ships("Invented Star", "Invented Star LLC") > 0
    (False, False)
    >>> weigh_ships("MV Invented Star V.123E", "Invented Star") > 0
    True
    """
    ours, theirs = _words(left), _words(right)
    if not ours or not theirs:
        return _NOTHING
    one, other = "".join(ours), "".join(theirs)
    if one == other:
        return _EQUAL + _LETTER * min(len(one), _LETTERS_MAX)
    numbered = {word for word in ours if word.isdigit()} == {word for word in theirs if word.isdigit()}
    distance = OSA.distance(one, other)
    if numbered and distance == 1 and min(len(one), len(other)) >= _SLIP_LETTERS:
        return _SLIP
    return _OTHER + _UNLIKE * distance / max(len(one), len(other))


def explain_ships(left: str, right: str) -> tuple[Compared, ...]:
    """Return in words how two names of ships met."""
    score = weigh_ships(left, right)
    if score <= _NOTHING:
        return (Compared("ship's name", "unknown", left, right),)
    how = "ship's name, alike" if 0 < score < _EQUAL else "ship's name"
    return (Compared(how, "agree" if score > 0 else "differ", left, right),)


@lru_cache(maxsize=50_000)
def _words(name: str) -> tuple[str, ...]:
    bare = _PREFIX.sub("", name, count=1)
    for _ in range(2):
        bare = _VOYAGE.sub("", bare)
    if _COMPANY.search(bare):
        return ()
    reading = analyse(_SHIP_HAN.sub("", bare))
    return (*(one.sound for one in reading.brands), *(one.sound for one in reading.words if FURTHER_PART not in one.sound))
