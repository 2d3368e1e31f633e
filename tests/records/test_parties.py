"""Party cells: several names in one cell, glued ids, fillers, countries, mentions."""

from __future__ import annotations

from typing import Any

import pytest

from enduse.records.parties import implied_country, names_of
from enduse.records.phrases import clean, split
from enduse.store import StageRun
from enduse.terms.ids import hash_of
from tests.records.samples import VALID_INN, conformed, item, rows


def parties(desk: StageRun, role: str = "consignee") -> list[dict[str, Any]]:
    """Return mentions in printed order for one role of all shipments, with ordinal and phrase."""
    mentions = {one["mention_id"]: one for one in rows(desk, "mentions")}
    return [{**mentions[one["mention_id"]], **one} for one in rows(desk, "shipment_parties") if one["role"] == role]


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("A LTD ON BEHALF OF B LTD THROUGH C LTD", [("A LTD", None), ("B LTD", "ON BEHALF OF"), ("C LTD", "THROUGH")]),
        ("EXAMPLE CO LTD ПО ПОРУЧЕНИЮ SAMPLE LTD STI", [("EXAMPLE CO LTD", None), ("SAMPLE LTD STI", "ПО ПОРУЧЕНИЮ")]),
        ("ООО ПРИМЕР ч/з ООО ОБРАЗЕЦ", [("ООО ПРИМЕР", None), ("ООО ОБРАЗЕЦ", "ч/з")]),
        ("A LTD, BY ORDER OF B LTD", [("A LTD", None), ("B LTD", "BY ORDER OF")]),
        ("A LTD (ON BEHALF OF B (UK) LTD)", [("A LTD", None), ("B (UK) LTD", "ON BEHALF OF")]),
        ("A LTD AS AGENT FOR B", [("A LTD", None), ("B", "AS AGENT FOR")]),
        ("A LTD AS AGENT", [("A LTD", None)]),
        ("A GMBH VIA B LTD", [("A GMBH", None), ("B LTD", "VIA")]),
        ("A LTD COMMISSIONED BY B LTD", [("A LTD", None), ("B LTD", "COMMISSIONED BY")]),
        ("IVANOV IVAN FOR LLC EXAMPLE", [("IVANOV IVAN", None), ("LLC EXAMPLE", "FOR")]),
        ("TO THE ORDER OF EXAMPLE BANK", [("EXAMPLE BANK", "TO THE ORDER OF")]),
        ("TO ORDER ON BEHALF OF B LTD", [("B LTD", "ON BEHALF OF")]),
    ],
)
def test_phrases_give_several_names(cell: str, names: list[tuple[str, str | None]]) -> None:
    """Each name of the cell stands apart, in printed order, with the words that introduce it."""
    assert [tuple(part) for part in split(cell)] == names


@pytest.mark.parametrize(
    "cell", ["VIA TECHNOLOGIES INC", "EXAMPLE SRL VIA ROMA 15 MILANO", "CENTRE FOR TRADE LTD", "ORDER EXPRESS LTD", "PIZZA VIA ROMA LTD"]
)
def test_words_of_names_do_not_split(cell: str) -> None:
    """Via, for and order inside a company's name or street are no phrases."""
    assert [tuple(part) for part in split(cell)] == [(cell, None)]


@pytest.mark.parametrize("cell", ["TO ORDER", "to the order", "NULL", "--", "ОТСУТСТВУЕТ", "«»", "0"])
def test_fillers_are_no_party(desk: StageRun, cell: str) -> None:
    """A word that stands where a name belongs makes no party."""
    conformed(desk, item(consignee_name=cell, consignee_address="1 Example Street"))
    assert parties(desk) == []


def test_a_number_glued_in_front_is_split_off(desk: StageRun) -> None:
    """INN and KPP in front of the name leave the name; the cell as published is kept."""
    cell = f"{VALID_INN} 770701001 ООО ПРИМЕР"
    (found,) = parties(conformed(desk, item(consignee_name=cell)))
    assert (found["name"], found["tax_id"], found["name_as_published"]) == ("ООО ПРИМЕР", VALID_INN, cell)


@pytest.mark.parametrize(
    ("cell", "name", "tax_id"),
    [
        (f"ООО ПРИМЕР ИНН {VALID_INN}", "ООО ПРИМЕР", VALID_INN),
        ("EXAMPLE EOOD BG175074752", "EXAMPLE EOOD", "BG175074752"),
        ("EXAMPLE EOOD BG175074753", "EXAMPLE EOOD BG175074753", None),
        ("ООО ПРИМЕР ИНН 9900000018", "ООО ПРИМЕР ИНН 9900000018", None),
        ("9900000017 ООО ПРИМЕР", "9900000017 ООО ПРИМЕР", None),
        ("EXAMPLE LTD TEL 84951234567", "EXAMPLE LTD TEL 84951234567", None),
    ],
)
def test_a_number_is_split_off_only_when_its_check_digits_hold(cell: str, name: str, tax_id: str | None) -> None:
    """A wrong check digit, or ten bare digits of a country not known, stay in the name."""
    (found,) = names_of(cell)
    assert (found.raw_name, found.raw_tax_id) == (name, tax_id)


def test_another_number_beside_the_name_stops_the_split() -> None:
    """When the cell's own tax id differs from the glued one, neither is preferred: the name stays whole."""
    (found,) = names_of(f"ООО ПРИМЕР ИНН {VALID_INN}", tax_id="9900000031")
    assert (found.raw_name, found.raw_tax_id) == (f"ООО ПРИМЕР ИНН {VALID_INN}", "9900000031")


def test_a_filler_in_the_number_s_column_is_no_other_number() -> None:
    """0000000000 says nothing: the number at the name is the company's."""
    (found,) = names_of(f"ООО ПРИМЕР ИНН {VALID_INN}", tax_id="0000000000")
    assert (found.raw_name, found.raw_tax_id) == ("ООО ПРИМЕР", VALID_INN)


def test_a_firms_number_in_the_persons_column_goes_to_the_firm() -> None:
    """A person acting for a firm does not get the firm's tax number, address and country go to the first name."""
    first, second = names_of(f"IVANOV IVAN FOR LLC EXAMPLE INN {VALID_INN}", "1 Example Street", "RU", VALID_INN)
    assert (first.raw_name, first.raw_tax_id, first.raw_address) == ("IVANOV IVAN", None, "1 Example Street")
    assert (second.raw_name, second.raw_tax_id, second.raw_address, second.raw_country) == ("LLC EXAMPLE", VALID_INN, None, None)


def test_names_are_cleaned_once_and_tags_stay_text(desk: StageRun) -> None:
    """Entities are unescaped once, spaces folded, invisible letters dropped; a tag is text like any other."""
    (found,) = parties(conformed(desk, item(consignee_name="\ufeffA&amp;amp;B \u00a0<b>Trade</b>_x000D_&#10;LTD\x00")))
    assert found["name"] == "A&amp;B <b>Trade</b> LTD"


def test_clean_of_nothing_is_null() -> None:
    """Text without a visible letter is not stated."""
    assert (clean("\u200b \u00a0"), clean(None)) == (None, None)


def test_the_mention_id_is_a_hash_of_the_printed_parts(desk: StageRun) -> None:
    """The id comes from name, country, tax id, address and role as printed, not as cleaned."""
    cells: dict[str, Any] = {"consignee_country": "РОССИЯ", "consignee_tax_id": VALID_INN, "consignee_address": " 1  St"}
    (found,) = parties(conformed(desk, item(consignee_name="A  &amp; B", **cells)))
    assert found["mention_id"] == hash_of(["A  &amp; B", "РОССИЯ", VALID_INN, " 1  St", "consignee"])
    assert (found["name"], found["country"], found["address"]) == ("A & B", "RU", "1 St")


def test_a_mention_is_seen_from_its_first_to_its_last_day(desk: StageRun) -> None:
    """Rows with one mention are counted together, counted or not, from the earliest to the latest admitted day."""
    conformed(desk, item(1, declared_on="2022-04"), item(2, declared_on="2022-03-02"), item(3, declared_on=None))
    (found,) = parties(desk)[:1]
    assert (str(found["first_seen"]), str(found["last_seen"]), found["shipments"]) == ("2022-03-02", "2022-04-30", 3)


@pytest.mark.parametrize(
    ("stated", "country"),
    [
        ({"consignee_country": "ТУРЦИЯ", "consignee_tax_id": VALID_INN}, "TR"),
        ({"consignee_tax_id": VALID_INN}, "RU"),
        ({"consignee_tax_id": "9900000018"}, None),
        ({}, None),
        ({"consignee_tax_id": VALID_INN, "direction": "export"}, None),
        ({"consignee_tax_id": VALID_INN, "reporter": None}, None),
        ({"consignee_country": "EU", "consignee_tax_id": VALID_INN}, None),
    ],
)
def test_the_country_of_a_consignee(desk: StageRun, stated: dict[str, Any], country: str | None) -> None:
    """The printed country, else the reporter when an importer's tax id holds in the reporter's scheme, else not stated."""
    (found,) = parties(conformed(desk, item(**stated)))
    assert found["country"] == country


def test_the_consignor_is_not_where_the_goods_came_from(desk: StageRun) -> None:
    """The country of dispatch says nothing about where a company is registered."""
    (found,) = parties(conformed(desk, item(country_of_dispatch="CN", consignor_tax_id=VALID_INN)), "consignor")
    assert found["country"] is None


def test_numbers_of_foreign_firms_in_russia_do_not_make_them_russian() -> None:
    """Russian numbers that begin with 9909 are given to foreign organisations."""
    assert (implied_country("9909083891", "RU"), implied_country(VALID_INN, "RU")) == (None, "RU")


def test_a_translation_belongs_to_a_cell_with_one_name(desk: StageRun) -> None:
    """The first translation in sort order is kept; that of a cell with several names belongs to none of them."""
    conformed(
        desk,
        item(1, consignee_name_translated="Sample B"),
        item(2, consignee_name_translated="Sample A"),
        item(3, consignee_name="A LTD ON BEHALF OF B LTD", consignee_name_translated="Both of them"),
    )
    translated = {one["name"]: one["name_translated"] for one in parties(desk)}
    assert translated == {"Example Trading LLC": "Sample A", "A LTD": None, "B LTD": None}


def test_every_role_has_its_parties(desk: StageRun) -> None:
    """All eight roles are read, each from its own columns."""
    roles = ("consignor", "consignee", "declarant", "carrier", "notify_party", "manufacturer", "buyer", "seller")
    cells: dict[str, Any] = {f"{role}_name": f"Invented {role}" for role in roles}
    conformed(desk, item(**cells))
    names = {one["mention_id"]: one["name"] for one in rows(desk, "mentions")}
    assert {one["role"]: names[one["mention_id"]] for one in rows(desk, "shipment_parties")} == {role: f"Invented {role}" for role in roles}


def test_a_party_known_by_its_number_alone_is_called_by_it(desk: StageRun) -> None:
    """A tax id without a name is a party; no cell is claimed to have printed its name."""
    (found,) = parties(conformed(desk, item(consignee_name=None, consignee_tax_id=VALID_INN)))
    assert (found["name"], found["tax_id"], found["name_as_published"]) == (VALID_INN, VALID_INN, None)


def test_cells_that_differ_only_in_what_is_missing_stay_apart(desk: StageRun) -> None:
    """A missing address is not any address: each row gets the mention of its own cell."""
    conformed(desk, item(1), item(2, consignee_address="1 Example Street"))
    assert [one["address"] for one in parties(desk)] == [None, "1 Example Street"]
