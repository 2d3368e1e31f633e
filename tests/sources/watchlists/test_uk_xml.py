"""The UK Sanctions List in its own XML."""

from __future__ import annotations

from pathlib import Path

import pytest

from enduse.errors import SourceDrift
from tests.sources.reading import faults, read_file, rows

ONE = """<Designation><LastUpdated>02/02/2024</LastUpdated><DateDesignated>24/02/2022</DateDesignated><UniqueID>INV0001</UniqueID>
<Names><Name><Name6>INVENTED KESTREL WORKS LLC</Name6><NameType>Primary name</NameType></Name>
<Name><Name6>KESTREL</Name6><NameType>Alias</NameType><AliasStrength>Low quality a.k.a</AliasStrength></Name></Names>
<NonLatinNames><NonLatinName><NameNonLatinScript>ООО Пример</NameNonLatinScript></NonLatinName></NonLatinNames>
<RegimeName>Invented Regime</RegimeName><IndividualEntityShip>Entity</IndividualEntityShip><SanctionsImposed>Asset freeze</SanctionsImposed>
<SanctionsImposedIndicators><AssetFreeze>true</AssetFreeze><TravelBan>false</TravelBan></SanctionsImposedIndicators>
<UKStatementofReasons>Made up.</UKStatementofReasons>
<Addresses><Address><AddressLine1>1 Invented Road</AddressLine1><AddressCountry>Russia</AddressCountry></Address></Addresses>
<EntityDetails><Entity><BusinessRegistrationNumbers><BusinessRegistrationNumber>9900000017</BusinessRegistrationNumber>
</BusinessRegistrationNumbers><Mascots><Mascot>owl</Mascot></Mascots></Entity></EntityDetails></Designation>"""
PERSON = """<Designation><UniqueID>INV0002</UniqueID>
<Names><Name><Name1>Example</Name1><Name6>PERSON</Name6><NameType>Primary Name</NameType></Name></Names>
<IndividualEntityShip>Individual</IndividualEntityShip><IndividualDetails><Individual><DOBs><DOB>dd/mm/1945</DOB><DOB>dd/03/1946</DOB></DOBs></Individual>
</IndividualDetails></Designation>"""


def _list(folder: Path, *designations: str) -> Path:
    path = folder / "uk.xml"
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?><Designations>{"".join(designations)}</Designations>', encoding="utf-8")
    return path


def test_a_designation_keeps_names_measure_regime_and_reason(tmp_path: Path) -> None:
    """Names in two scripts, strength of an alias, day of designation, and the freeze that the indicator states."""
    emit = read_file("watchlists/uk_xml", _list(tmp_path, ONE))
    (act,) = rows(emit, "designations")
    assert (act["measure"], act["program"], act["listed_on"], act["reason"]) == (
        "asset_freeze",
        "Invented Regime",
        "2022-02-24",
        "Made up.",
    )
    said = {(row["prop"], row["value"]) for row in rows(emit, "statements")}
    assert {("name", "INVENTED KESTREL WORKS LLC"), ("weak_alias", "KESTREL"), ("alias", "ООО Пример")} <= said
    assert {("address", "1 Invented Road, Russia"), ("country", "RU"), ("identifier", "9900000017")} <= said


def test_what_is_unknown_is_counted_and_what_is_partial_stays_partial(tmp_path: Path) -> None:
    """An element nobody declared is noted; dd/mm/1945 is the year 1945; without a freeze the measure is other."""
    emit = read_file("watchlists/uk_xml", _list(tmp_path, ONE, PERSON))
    assert any("Mascot (1)" in note for note in emit.notes)
    assert {row["value"] for row in rows(emit, "statements") if row["prop"] == "date"} == {"1945", "1946-03"}
    assert {row["external_id"]: row["measure"] for row in rows(emit, "designations")} == {"INV0001": "asset_freeze", "INV0002": "other"}


def test_another_xml_and_a_nameless_subject_are_refused(tmp_path: Path) -> None:
    """No Designation is drift, an unknown kind of subject too; a subject without a name is rejected."""
    with pytest.raises(SourceDrift, match="no Designation"):
        read_file("watchlists/uk_xml", _list(tmp_path))
    with pytest.raises(SourceDrift, match="spaceship"):
        read_file("watchlists/uk_xml", _list(tmp_path, PERSON.replace("Individual<", "Spaceship<")))
    emit = read_file("watchlists/uk_xml", _list(tmp_path, ONE, "<Designation><UniqueID>INV0003</UniqueID></Designation>"))
    assert list(faults(emit).values()) == ["incomplete_row"]
