"""Invented company numbers with valid check digits, in ranges that no register gives out.

INN and OGRN carry the region 00, credit codes the district 000000, BINs a month of registration in 2045: the check digits
hold, so that readers treat them as numbers, and no real company can have them.
"""

from __future__ import annotations

KPP = "000001001"
_USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_USCC_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
_INN_WEIGHTS = (2, 4, 10, 3, 5, 9, 4, 6, 8)
_ORGANISATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)


def inn(serial: int) -> str:
    """Return the tax number (10 digits) of the serial-th invented Russian company.

    >>> inn(1)
    '0000000018'
    """
    body = f"00{serial:07d}"
    return body + str(_weighted(body, _INN_WEIGHTS) % 11 % 10)


def ogrn(serial: int) -> str:
    """Return the state registration number (13 digits) of the serial-th invented Russian company.

    >>> ogrn(1)
    '1220000000010'
    """
    body = f"12200{serial:07d}"
    return body + str(int(body) % 11 % 10)


def business_number(serial: int) -> str:
    """Return the BIN (12 digits) of the serial-th invented company of Kazakhstan.

    >>> business_number(1)
    '451240000011'
    """
    # Ten in both rounds means that the number is not given out: the sixth digit makes room for the next candidate.
    for part in range(4):
        body = f"45124{part}{serial:05d}"
        check = _weighted(body, range(1, 12)) % 11
        if check == 10:
            check = _weighted(body, (3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2)) % 11
        if check < 10:
            return body + str(check)
    raise ValueError(f"no business number for serial {serial}")


def credit_code(serial: int) -> str:
    """Return the unified social credit code (18 characters) of the serial-th invented Chinese company.

    >>> credit_code(1)
    '91000000000000019G'
    """
    number = f"{serial:08d}"
    check = 11 - _weighted(number, _ORGANISATION_WEIGHTS) % 11
    body = "91000000" + number + ("X" if check == 10 else "0" if check == 11 else str(check))
    total = sum(_USCC_ALPHABET.index(letter) * weight for letter, weight in zip(body, _USCC_WEIGHTS, strict=True))
    return body + _USCC_ALPHABET[(31 - total) % 31]


def _weighted(number: str, weights: range | tuple[int, ...]) -> int:
    return sum(int(digit) * weight for digit, weight in zip(number, weights, strict=True))
