"""One shipment in the exporter's and the importer's records: linked when nothing stated speaks against it."""

from __future__ import annotations

from typing import Any

import pytest

from enduse.records.names import contradict, key
from enduse.store import StageRun
from tests.conftest import MakeDesk
from tests.records.samples import exported, item, linked, rows

MIRRORED = {2: (1, "mirror")}


def test_the_importers_record_is_kept(desk: StageRun) -> None:
    """The exporter's record is linked to the importer's and not counted, and the basis says what agrees."""
    assert linked(desk, item(1), exported(2)) == MIRRORED
    assert [one["counted"] for one in rows(desk, "shipments")] == [True, False]
    said = rows(desk, "duplicates")[0]["basis"]
    assert said.startswith("export record of CN and import record of RU: HS 854231, consignor and consignee agree, net mass 0.0% apart")


@pytest.mark.parametrize(
    "other",
    [
        {"declared_on": "2022-02-22"},
        {"declared_on": "2022-02"},
        {"declared_on": "2022-04-05"},
        {"net_mass_kg": 9.8},
        {"hs_code": None, "hs_as_published": "8542"},
        {"consignor_name": "INVENTED KESTREL WORKS"},
        {"consignor_name": None},
        {"consignor_name": "发明红隼厂"},
        {"consignor_name": "Invented Kestrel Works Shanghai Branch"},
        {"country_of_destination": "RUSSIA"},
    ],
)
def test_differences_that_do_not_speak_against(desk: StageRun, other: dict[str, Any]) -> None:
    """Dates within 21 days, masses within 2 %, a shorter code, a missing, longer or other-script name on one side."""
    assert linked(desk, item(1), exported(2, **other)) == MIRRORED


@pytest.mark.parametrize(
    "other",
    [
        {"declared_on": "2022-02-21"},
        {"declared_on": "2022"},
        {"net_mass_kg": 9.79},
        {"hs_code": "854232"},
        {"hs_code": None, "hs_as_published": None},
        {"consignor_name": "Sample Osprey Metals Ltd"},
        {"consignor_name": None, "consignee_name": None},
        {"country_of_destination": "KAZAKHSTAN"},
        {"reporter": "RU"},
        {"direction": "import"},
        {"net_mass_kg": None},
    ],
)
def test_differences_that_speak_against(desk: StageRun, other: dict[str, Any]) -> None:
    """Beyond the limits, with a contradicting name or destination, or with nothing to compare, both rows are counted."""
    assert linked(desk, item(1), exported(2, **other)) == {}


def test_equal_quantities_stand_in_for_a_missing_mass(desk: StageRun) -> None:
    """Without a net mass on one side the quantity must be equal, in one known unit."""
    pieces = {"net_mass_kg": None, "quantity": 500.0, "quantity_unit": "PCS"}
    assert linked(desk, item(1, quantity=500.0, quantity_unit="ШТ"), exported(2, **pieces)) == MIRRORED


def test_an_equal_quantity_does_not_outweigh_another_mass(desk: StageRun) -> None:
    """Where both masses are stated they decide."""
    pieces = {"quantity": 500.0, "quantity_unit": "ШТ"}
    assert linked(desk, item(1, **pieces), exported(2, net_mass_kg=20.0, **pieces)) == {}


@pytest.mark.parametrize(("romanised", "found"), [("TOO VYMYSHLENNYE YASNYYE TEKHNOLOGII", MIRRORED), ("TOO VYMYSHLENNYE ZAVODY", {})])
def test_romanised_names_of_one_sound_agree(desk: StageRun, romanised: str, found: dict[int, tuple[int, str]]) -> None:
    """An exporter writes the buyer in Latin letters with the legal form in front; another buyer is none."""
    bought = item(1, consignee_name="ТОО «ВЫМЫШЛЕННЫЕ ЯСНЫЕ ТЕХНОЛОГИИ»", consignor_name="发明红隼厂")
    assert linked(desk, bought, exported(2, consignee_name=romanised)) == found


def test_one_country_does_not_mirror_itself(desk: StageRun) -> None:
    """An import and a re-export recorded by one customs service are two movements."""
    assert linked(desk, item(1), exported(2, reporter="RU"), exported(3, hs_code="010121")) == {}


def test_quantities_in_different_units_do_not(desk: StageRun) -> None:
    """Five hundred metres are not five hundred pieces."""
    metres = {"net_mass_kg": None, "quantity": 500.0, "quantity_unit": "M"}
    assert linked(desk, item(1, quantity=500.0, quantity_unit="ШТ"), exported(2, **metres)) == {}


def test_each_record_is_used_once_best_first(desk: StageRun) -> None:
    """Two exports and two imports pair by mass; a third export of the same goods stays counted."""
    found = linked(
        desk, item(1, net_mass_kg=10.0), item(2, net_mass_kg=10.1), exported(3, net_mass_kg=10.1), exported(4, net_mass_kg=10.0),
        exported(5, net_mass_kg=10.05),
    )  # fmt: skip
    assert found == {3: (2, "mirror"), 4: (1, "mirror")}


@pytest.mark.parametrize("count", [15, 80])
def test_many_equal_shipments_all_find_a_partner(desk: StageRun, count: int) -> None:
    """More equal shipments than partners looked at: each of fifteen or eighty exports finds an import of its own."""
    daily = [exported(1000 + one, declared_on=f"2022-03-{one % 10 + 1:02d}") for one in range(count)]
    found = linked(desk, *(item(one) for one in range(count)), *daily)
    assert len({kept for kept, _ in found.values()}) == count


def test_an_equal_tax_id_is_an_equal_name(desk: StageRun) -> None:
    """A consignee printed in two scripts is recognised by its number."""
    theirs = {"consignee_name": "ООО Пример", "consignee_tax_id": "9900000017"}
    ours = {"consignee_name": "Example Limited", "consignee_tax_id": "9900000017", "consignor_name": None}
    assert linked(desk, item(1, **theirs), exported(2, **ours)) == MIRRORED


def test_the_limits_are_parameters(make_desk: MakeDesk) -> None:
    """A workspace may ask for closer dates and masses."""
    assert linked(make_desk(parameters={"mirror_days": 9}), item(1), exported(2)) == {}
    assert linked(make_desk(parameters={"mirror_mass_tolerance": 0.0}), item(1), exported(2, net_mass_kg=9.9)) == {}


def test_a_master_bill_is_no_mirror(desk: StageRun) -> None:
    """Rows that are not counted for another reason are not paired again."""
    version = {"declaration_number": "D1", "item_number": "1"}
    found = linked(desk, item(1, **version, revision=1), item(2, **version, revision=2), exported(3))
    assert found == {1: (2, "revision"), 3: (2, "mirror")}


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        ("Example Trading Co., Ltd.", "EXAMPLE TRADING", False),
        ("Trading Example", "Example Trading", False),
        ("Example Traiding", "Example Trading", False),
        ("Example Trading", "Sample Osprey Metals", True),
        ("Example Trading", "发明红隼厂", None),
        ("Example Trading", "---", None),
    ],
)
def test_names_contradict_only_within_one_script(first: str, second: str, verdict: bool | None) -> None:
    """Yes and no within one script; in two scripts a translation cannot be told from another company."""
    assert contradict(first, second, 0.8) is verdict


def test_keys_ignore_legal_forms_case_and_order() -> None:
    """Equal keys: case, legal form, punctuation and the order of words do not count; letters do."""
    assert key("ООО «Пример-Торг»") == key("ТОРГ ПРИМЕР") != key("Пример")
