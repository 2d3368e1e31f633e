"""Claims of listings, read as of the day they speak of."""

from __future__ import annotations

from typing import Any

import pytest

from enduse.claims.authorities import is_authority
from enduse.model import TABLES
from enduse.store import StageRun
from tests.claims.desks import EXAMPLE, OTHER, list_company, prepare, verdict


def listed(as_of: str | None = "2023-06-01", authority: str | None = "Invented Authority") -> dict[str, Any]:
    """Return a proposition that Example Trading is listed."""
    fields = {"entity": EXAMPLE, "authority": authority, "as_of": as_of}
    return {"listed": {key: value for key, value in fields.items() if value}}


@pytest.mark.parametrize(
    ("grade", "dates", "as_of", "word", "reason"),
    [
        ("confirmed", {"started_on": "2023-02-25"}, "2023-06-01", "supported", "rows_agree"),
        ("confirmed", {"started_on": "2023-02-25"}, None, "supported", "rows_agree"),
        ("confirmed", {"started_on": "2023-02-25"}, "2023-02-25", "supported", "rows_agree"),
        ("confirmed", {"started_on": "2023-02-25"}, "2023-02", "not_decidable", "date_open"),
        ("confirmed", {"started_on": "2023-02-25"}, "2023-01-05", "contradicted", "rows_differ"),
        ("confirmed", {"started_on": "2022-02-25", "ended_on": "2023-01-01"}, "2023-06-01", "contradicted", "rows_differ"),
        ("confirmed", {"started_on": "2023-02-25"}, "2024-06-01", "partly_supported", "older_list"),
        ("confirmed", {}, "2023-06-01", "not_decidable", "date_open"),
        ("confirmed", {"published_on": "2023-02-25"}, "2023-06-01", "not_decidable", "date_open"),
        ("likely", {"started_on": "2023-02-25"}, "2023-06-01", "partly_supported", "identity_open"),
        ("likely", {"started_on": "2023-02-25"}, "2023-01-05", "not_decidable", "identity_open"),
        ("possible", {"started_on": "2023-02-25"}, "2023-06-01", "not_decidable", "identity_open"),
        ("", {"started_on": "2023-02-25"}, "2023-06-01", "not_decidable", "not_in_data"),
    ],
)
def test_as_of(desk: StageRun, grade: str, dates: dict[str, str], as_of: str | None, word: str, reason: str) -> None:
    """Grade of the match, dates of the designation and the day claimed decide together; no match found contradicts nothing."""
    found = verdict(list_company(prepare(desk), grade, **dates), listed(as_of))
    assert (found.verdict, found.reason) == (word, reason), found.explanation


@pytest.mark.parametrize(("as_of", "word"), [("2023-06-01", "supported"), ("2023-06-02", "not_decidable"), ("2024-01-01", "supported")])
def test_an_undated_entry_stands_on_the_days_of_all_versions_that_hold_it(desk: StageRun, as_of: str, word: str) -> None:
    """A list without dates says who stood on it on the days of its versions, the older one too, and not between."""
    found = verdict(list_company(prepare(desk), older="2023-06-01"), listed(as_of))
    assert found.verdict == word, found.explanation


@pytest.mark.parametrize("as_of", [None, "2022-12-31"])
def test_no_contradiction_by_an_undated_or_older_list(desk: StageRun, as_of: str | None) -> None:
    """A list whose day is unknown, or lies before the day claimed, contradicts nothing."""
    found = verdict(list_company(prepare(desk), as_of=as_of, started_on="2023-02-25"), listed("2023-01-05"))
    assert found.verdict == "not_decidable"


def test_an_open_question_of_identity_stops_a_contradiction(desk: StageRun) -> None:
    """A company that may be the same one may be the listed one."""
    prepare(desk, maybe_same=[(EXAMPLE, OTHER)])
    assert verdict(list_company(desk, started_on="2023-02-25"), listed("2023-01-05")).verdict == "not_decidable"


def test_a_judgement_of_difference_contradicts(desk: StageRun) -> None:
    """A person judged the company to be another than the subject, on a list dated after the day: contradicted, with the entry cited."""
    list_company(prepare(desk), "", started_on="2023-02-25")
    desk.write(TABLES["judgements"], [{"left_id": EXAMPLE, "right_id": "subject", "judgement": "different"}])
    found = verdict(desk, listed())
    assert (found.verdict, [one.ref_id for one in found.rows]) == ("contradicted", ["d1"])


def test_another_authority_is_not_asked(desk: StageRun) -> None:
    """A claim about an authority of which no list is loaded is not decidable."""
    found = verdict(list_company(prepare(desk), started_on="2023-02-25"), listed(authority="Another Authority"))
    assert (found.verdict, found.reason) == ("not_decidable", "list_not_loaded")


@pytest.mark.parametrize(
    ("claimed", "authority", "list_id", "same"),
    [
        ("U.S.", "US Treasury, OFAC", "us_ofac_sdn", True),
        ("US Treasury", "US Commerce, BIS", "us_bis_entity_list", False),
        ("European Union", "Council of the European Union", "eu_833_2014_annex_iv", True),
        ("UK", "UK FCDO, OFSI", "uk_sanctions", True),
        ("UN", "United Nations Security Council", "un_sc", True),
        ("Japan", "Japan, MOFA and METI", "jp_meti_russia", True),
        ("UK", "US State, ISN", "us_state_nonproliferation", False),
    ],
)
def test_authorities(claimed: str, authority: str, list_id: str, same: bool) -> None:
    """Short names of authorities meet the lists of that authority and no others."""
    assert is_authority(claimed, authority, list_id) is same
