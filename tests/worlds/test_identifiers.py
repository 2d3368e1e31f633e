"""Invented numbers: valid check digits, ranges that no register gives out."""

from __future__ import annotations

import pytest
from stdnum.cn import uscc
from stdnum.ru import inn, ogrn

from enduse.terms.identifiers import identify
from enduse.worlds import identifiers


@pytest.mark.parametrize("serial", [1, 7, 99, 12_345, 100_000])
def test_check_digits_hold(serial: int) -> None:
    """An independent library accepts every invented INN, OGRN and credit code."""
    assert inn.is_valid(identifiers.inn(serial))
    assert ogrn.is_valid(identifiers.ogrn(serial))
    assert uscc.is_valid(identifiers.credit_code(serial))


def test_business_numbers_are_read_as_valid() -> None:
    """The product's own rule accepts invented BINs."""
    found = [identify(identifiers.business_number(serial), label="BIN")[0] for serial in range(1, 500)]
    assert {(one.scheme, one.valid) for one in found} == {("BIN", True)}


def test_numbers_lie_where_no_register_gives_them_out() -> None:
    """Region 00, district 000000 and a registration in 2045 cannot be real."""
    assert identifiers.inn(42).startswith("00")
    assert identifiers.ogrn(42)[3:5] == "00"
    assert identifiers.credit_code(42)[2:8] == "000000"
    assert identifiers.business_number(42).startswith("4512")


def test_numbers_do_not_repeat() -> None:
    """Ten thousand companies have ten thousand numbers of each scheme."""
    for make in (identifiers.inn, identifiers.ogrn, identifiers.credit_code, identifiers.business_number):
        assert len({make(serial) for serial in range(1, 10_001)}) == 10_000
