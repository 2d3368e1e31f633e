"""Telephones and e-mail addresses that customs files print inside the address."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from enduse.terms.garbled import readable

_EMAIL = re.compile(r"(?:e-?mail\W*)?[\w.+-]+@((?:[\w-]+\.)+[a-z]{2,})", re.IGNORECASE)
_PHONE = re.compile(r"(?:(?:tel|phone|ph|mob|fax|тел|факс)\w*[\s.:№]*(\+?\d[\d\s()-]{6,}\d)|(\+\d[\d\s()-]{6,}\d))", re.IGNORECASE)
_NO_DIGIT = re.compile(r"\D")
_DIGITS_MIN = 8
FEW, COMMON = 6, 24
"""A value beside more distinct brands than COMMON says nothing (a forwarder's); up to FEW it says all it can."""
OPEN_TO_ALL = frozenset(
    re.findall(
        r"\S+",
        "gmail.com hotmail.com outlook.com yahoo.com mail.ru yandex.ru ya.ru bk.ru list.ru inbox.ru rambler.ru 163.com 126.com qq.com "
        "sina.com sohu.com foxmail.com aol.com icloud.com proton.me protonmail.com live.com msn.com gmx.de ukr.net yandex.com",
    )
)
"""Domains at which anybody has a letter box."""


class Contacts(NamedTuple):
    """What an address says besides the place: telephones (digits), domains of e-mail; `rest` is the address without them."""

    phones: tuple[str, ...]
    domains: tuple[str, ...]
    rest: str


@lru_cache(maxsize=50_000)
def contacts_of(address: str) -> Contacts:
    """Return the telephones and e-mail domains printed in an address, and the rest of it.

    >>> contacts_of("5 Example St, TEL: +7 (495) 000-00-00, info@kestrel.example")
    Contacts(phones=('74950000000',), domains=('kestrel.example',), rest='5 Example St')
    """
    address = readable(address)
    if "@" not in address and not _PHONE.search(address):
        return Contacts((), (), address)
    letters, rest = _cut(_EMAIL, address) if "@" in address else ([], address)
    domains = {found[1].casefold() for found in letters} - OPEN_TO_ALL
    calls, rest = _cut(_PHONE, rest)
    numbers = (_NO_DIGIT.sub("", found[1] or found[2]) for found in calls)
    phones = {digits for digits in numbers if len(digits) >= _DIGITS_MIN}
    return Contacts(tuple(sorted(phones)), tuple(sorted(domains)), " ".join(rest.split()).strip(" ,;"))


def _cut(pattern: re.Pattern[str], text: str) -> tuple[list[re.Match[str]], str]:
    """Return what answers to the pattern, and the text with a space in place of each."""
    found = list(pattern.finditer(text))
    ends = [0, *(one.end() for one in found)]
    starts = [*(one.start() for one in found), len(text)]
    return found, " ".join([text[end:start] for end, start in zip(ends, starts, strict=True)])
