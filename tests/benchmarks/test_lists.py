"""What plain code reads from the lists, and how names across scripts are classed."""

from __future__ import annotations

from pathlib import Path

import pytest

from names.crossing import distractors, way_of
from names.linkage import entries, judged_false, truth
from names.lists import Subject, groups, numbers_in, script_of


def _subject(key: str, *names: str, numbers: str = "") -> Subject:
    return Subject(key, key.split(":", maxsplit=1)[0], "Company", list(names), [], numbers_in(numbers))


def test_only_numbers_that_hold_count() -> None:
    """A number whose check digit fails, and a KPP, link nothing."""
    assert numbers_in("INN 7707083893; KPP 773601001; INN 7707083894") == {("INN", "7707083893")}


def test_entries_of_one_number_or_one_name_are_one_company() -> None:
    """Twins on one list are grouped; strangers are not."""
    found = groups([
        _subject("eu:1", "Example Kestrel", numbers="7707083893"), _subject("eu:2", "Invented Works", numbers="7707083893"),
        _subject("eu:3", "EXAMPLE “KESTREL”"), _subject("eu:4", "Other Works"),
    ])  # fmt: skip
    assert found["eu:1"] == found["eu:2"] == found["eu:3"] != found["eu:4"]


def test_truth_needs_two_lists_and_a_shared_number() -> None:
    """Entries of one list are never a pair; two valid numbers of one scheme that differ make a pair false."""
    one, twin = _subject("eu:1", "A", numbers="7707083893"), _subject("eu:2", "A", numbers="7707083893")
    other, stranger = _subject("uk:1", "B", numbers="7707083893"), _subject("uk:2", "C", numbers="7736050003")
    assert truth([one, twin, other, stranger]) == {("eu:1", "uk:1"), ("eu:2", "uk:1")}
    assert judged_false(one, stranger)
    assert not judged_false(one, _subject("uk:3", "C"))


@pytest.mark.parametrize(
    ("cyrillic", "latin", "way"),
    [
        ("ООО «Пример Пустельга»", "OOO Primer Pustelga", "transliterated"),
        ("АО «Примерный приборостроительный завод»", "Primerny Instrument Plant JSC", "translated"),
        ("АО «Примерный приборостроительный завод»", "AO PPZ", "other"),
        ("ООО «Пустельга»", "Engineering Centre of Aviation Pustelga", "other"),
    ],
)
def test_translated_is_told_from_transliterated(cyrillic: str, latin: str, way: str) -> None:
    """The stated rule puts each alias into its class."""
    assert way_of(cyrillic, latin) == way


def test_distractors_share_city_and_trade_with_a_target() -> None:
    """Three in four carry the words of a target's name around another brand, and none repeats."""
    made = distractors(["Ningbo Kestrelfeng Electronics Co., Ltd"], 200, "s")
    near = [name for name in made if name.startswith("Ningbo") and name.endswith("Electronics Co., Ltd")]
    assert len(set(made)) == 200
    assert len(near) > 100
    assert not any("Kestrelfeng" in name for name in made)


def test_a_mixed_name_goes_by_most_of_its_letters() -> None:
    """A Latin word in a Cyrillic name does not make it Latin."""
    assert script_of("ООО «Пример T1»") == "Cyrillic"


@pytest.mark.shared
def test_the_real_lists_share_numbers(shared: Path) -> None:
    """The four lists hold thousands of organisations and more than a hundred pairs that share a valid number."""
    subjects = entries(shared / "data")
    assert {one.list_id for one in subjects} == {"ofac", "eu", "uk", "bis"}
    assert len(truth(subjects)) > 100
