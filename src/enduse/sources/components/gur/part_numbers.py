"""The ordering code in a part's printed name and marking, where one can be told."""

from __future__ import annotations

import re
from collections.abc import Collection

_TOKEN = re.compile(r"[^\s(),;:]+")
# Ratings, sizes, dates and clock rates: letters and digits, but no ordering code.
_RATING = re.compile(
    r"(?i)[\d.,x/+-]+(?:k?v|m?a|m?w|hz|khz|mhz|ghz|mm|cm|kg|g|bit|pin|channel|axis|layer|port|mb|gb|kb|ah|mah|ohm|r|c|f|uf|nf|pf|h|kv)\b.*"
)
_ORDINAL = re.compile(r"(?i)\d+-\w+")
_LEAST = 4


def part_number(marking: str | None, compiled: str | None, not_part_numbers: Collection[str]) -> str | None:
    """Return the ordering code; None when the marking shows none, or several and the compiler's does not choose.

    The compiler's number is believed when it holds a digit and is no mere kind of part; the word of the marking that it was
    cut from is then taken whole. Else the marking's one word of letters and digits, if there is exactly one.

    >>> part_number("Electric motor A-4225-500KV V2", "4225-500KV V2", ())
    'A-4225-500KV V2'
    >>> part_number("GNSS module LEA-M8S-0-10", "GNSS", ("GNSS",)), part_number("N-channel MOSFET", "MOSFET", ("MOSFET",))
    ('LEA-M8S-0-10', None)
    """
    if compiled and any(letter.isdigit() for letter in compiled) and compiled.upper() not in not_part_numbers:
        return _whole(marking or "", compiled)
    likely = [word for word in _TOKEN.findall(marking or "") if _likely(word, not_part_numbers)]
    return likely[0] if len(likely) == 1 else None


def _whole(marking: str, cut: str) -> str:
    """Return `cut` with the rest of the words that it begins and ends in."""
    at = marking.find(cut)
    if at < 0:
        return cut
    start = max((match.start() for match in _TOKEN.finditer(marking) if match.start() <= at), default=at)
    end = min((match.end() for match in _TOKEN.finditer(marking) if match.end() >= at + len(cut)), default=at + len(cut))
    return marking[start:end].strip("\"'.")


def _likely(word: str, not_part_numbers: Collection[str]) -> bool:
    has_both = any(letter.isdigit() for letter in word) and any(letter.isascii() and letter.isalpha() for letter in word)
    return (
        has_both
        and len(word) >= _LEAST
        and word.upper() not in not_part_numbers
        and not _RATING.fullmatch(word)
        and not _ORDINAL.fullmatch(word)
    )
