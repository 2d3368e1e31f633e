"""Cyrillic names beside Latin ones that spell them."""

from __future__ import annotations

import pytest

from enduse.entities import analyse
from enduse.entities.aligning import align
from enduse.entities.weighing import weigh


@pytest.mark.parametrize(
    ("cyrillic", "latin"),
    [("НАК «Вымысел»", "NAK Vymysel"), ("ФГУП «Вымысел»", "FGUP Vymysel"), ("Вымысел а.д. Београд", "Vymysel a.d. Beograd"),
     ("ЖШС «Жасыл Вымысел»", "Jasyl Wymyssel LLP"), ("АО «ВНТЦ Вымысел»", "VNTC Vymysel JSC"),
     ("АО «Научно-внедренческое предприятие Вымысел»", "NVP Vymysel"), ("ООО «Управляющая компания Вымысел»", "UK Vymysel OOO"),
     ("АО «Вымысел Московский НПЗ»", "Vymysel MNPZ"), ("Вымыселовский завод", "Vymyselov Plant")],
)  # fmt: skip
def test_nothing_is_left_over(cyrillic: str, latin: str) -> None:
    """Legal forms that one script's table lacks, other systems of romanisation and first letters of a head answer in full."""
    found = align(analyse(cyrillic), analyse(latin))
    assert [one.text for one in (*found.left, *found.right) if one.kind != "body"] == []


def test_who_spells_a_name_adds_no_trade() -> None:
    """Servis behind a name that is spelled throughout is a daughter's; behind a translated one it may be the translator's."""
    asked = analyse("АО «Вымысельский трубный завод»")
    whole, daughter = (weigh(asked, analyse(name)) for name in ("Vymyselskiy Trubnyy Zavod", "Vymyselskiy Trubnyy Zavod Servis"))
    assert whole > 0
    assert whole - daughter > 2
    assert not align(asked, analyse("Vymyselsky Pipe Plant Service")).spelled


def test_initials_of_cyrillic_only() -> None:
    """ПО is a production association; Po in Latin letters is a name."""
    assert analyse("АО «ПО «Вымысел»").trades == ("products",)
    assert analyse("Po Vymysel Ltd").trades == ()


@pytest.mark.parametrize(
    ("printed", "trades"),
    [("Вымислівський трубний завод", ("pipe", "plant")), ("Вымысел ауыр машина жасау зауыты", ("heavy", "machine", "make", "plant")),
     ("Вымысел хемијска индустрија", ("chemical", "industry")), ("Вымысельскі аўтобусны завод", ("bus", "plant")),
     ("Вымысел қурилиш банки", ("bank", "construction")), ("Вымысел хөгжлийн банк", ("bank", "development"))],
)  # fmt: skip
def test_words_of_trade_in_other_cyrillic_languages(printed: str, trades: tuple[str, ...]) -> None:
    """Ukrainian, Kazakh, Serbian, Belarusian, Uzbek and Mongolian words of trade mean what Russian ones do."""
    assert analyse(printed).trades == trades
