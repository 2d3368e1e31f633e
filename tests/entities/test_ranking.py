"""In which order answers of one score are told."""

from __future__ import annotations

from enduse.entities import match


def test_an_answer_by_sound_stands_before_one_by_meaning() -> None:
    """Телеком is Telekom before it is Svyaz, which means the same; both have one score."""
    first, second = match(["ООО Вымысел Телеком"], ["Vymysel Svyaz LLC", "Vymysel Telekom LLC"])
    assert (first.name, second.name, first.score) == ("Vymysel Telekom LLC", "Vymysel Svyaz LLC", second.score)


def test_the_legal_form_comes_first() -> None:
    """An answer of another legal form stands behind one by meaning."""
    first, second = match(["ООО Вымысел Телеком"], ["Vymysel Telekom JSC", "Vymysel Svyaz LLC"])
    assert (first.name, second.name) == ("Vymysel Svyaz LLC", "Vymysel Telekom JSC")
