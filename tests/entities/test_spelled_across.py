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
     ("АО «Вымысел Московский НПЗ»", "Vymysel MNPZ"), ("Вымыселовский завод", "Vymyselov Plant"),
     ("Национальная акционерная компания Вымысел", "NAK Vymysel"), ("Навуковае ўнітарнае прадпрыемства «Вымысел»", "Science Vymysel")],
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


def test_what_is_said_twice_adds_nothing() -> None:
    """First letters of the other name behind a translation say no more; other letters are a brand, and in one script they are one too."""
    asked = analyse("АО «Самарский мебельный завод»")
    once, letters, others = (weigh(asked, analyse(f"Samara Furniture Plant{behind}")) for behind in ("", " SMZ", " SKZ"))
    assert once == letters > others + 2
    assert align(analyse("Samara Furniture Plant"), analyse("Samara Furniture Plant SFPR")).right


def test_another_letter_is_no_joint_stock_company() -> None:
    """НАК is a Национальная акционерная компания; NOK is not."""
    asked = analyse("Национальная акционерная компания Вымысел")
    assert weigh(asked, analyse("NAK Vymysel")) > weigh(asked, analyse("NOK Vymysel")) + 2


def test_initials_of_cyrillic_only() -> None:
    """ПО is a production association; Po in Latin letters is a name."""
    assert analyse("АО «ПО «Вымысел»").trades == ("products",)
    assert analyse("Po Vymysel Ltd").trades == ()


@pytest.mark.parametrize(
    ("printed", "trades"),
    [("Вымислівський трубний завод", ("pipe", "plant")), ("Вымысел ауыр машина жасау зауыты", ("heavy", "machine", "make", "plant")),
     ("Вымысел хемијска индустрија", ("chemical", "industry")), ("Вымысельскі аўтобусны завод", ("bus", "plant")),
     ("Вымысел даследчае прадпрыемства", ("research",)),
     ("Вымысел қурилиш банки", ("bank", "construction")), ("Вымысел хөгжлийн банк", ("bank", "development"))],
)  # fmt: skip
def test_words_of_trade_in_other_cyrillic_languages(printed: str, trades: tuple[str, ...]) -> None:
    """Ukrainian, Kazakh, Serbian, Belarusian, Uzbek and Mongolian words of trade mean what Russian ones do."""
    assert analyse(printed).trades == trades
