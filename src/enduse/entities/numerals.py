"""Numbers in names: digits, words, ordinals and Roman numerals as digits."""

from __future__ import annotations

import re

from enduse.terms.sounds import is_number

_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)$")
SPELLED = {word: str(number) for number, word in enumerate(re.findall(
    r"\w+", "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
))}  # fmt: skip
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
ORDINALS = {word: str(number) for number, word in enumerate(re.findall(
    r"\w+", "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth"
), 1)}  # fmt: skip
_ROUND_ORDINALS = {word.removesuffix("y") + "ieth": str(number) for word, number in _TENS.items()}
_TIMES = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
_COUNTING = frozenset({*_TENS, *_TIMES})
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}


def number_in(token: str) -> str | None:
    """Return the number that a word is, in digits; null when it is none.

    >>> number_in("007"), number_in("21st"), number_in("twentieth"), number_in("xiv"), number_in("kestrel")
    ('7', '21', '20', '14', None)
    """
    if token.isdigit():
        return token.lstrip("0") or "0"
    if ordinal := _ORDINAL.match(token):
        return ordinal[1]
    if token in SPELLED:
        return SPELLED[token]
    if token in ORDINALS:
        return ORDINALS[token]
    if token in _TENS:
        return str(_TENS[token])
    if token in _ROUND_ORDINALS:
        return _ROUND_ORDINALS[token]
    if is_number(token) and (len(token) > 1 or token in {"i", "v"}):
        values = [_ROMAN[letter] for letter in token]
        return str(sum(-one if one < max(values[at:]) else one for at, one in enumerate(values)))
    return None


def numbers_joined(tokens: tuple[str, ...]) -> list[str]:
    """Return the tokens with 'forty four' as 44, 'twenty first' as 21 and 'two thousand' as 2000."""
    if _COUNTING.isdisjoint(tokens):
        return list(tokens)
    found: list[str] = []
    for token in tokens:
        unit = SPELLED.get(token) or ORDINALS.get(token, token if token.isdigit() and len(token) == 1 else None)
        last = found[-1] if found else ""
        if last in _TENS and unit is not None:
            found[-1] = str(_TENS[last] + int(unit))
        elif token in _TIMES and (counted := SPELLED.get(last, last)).isdigit():
            found[-1] = str(int(counted) * _TIMES[token])
        else:
            found.append(token)
    return found
