"""Grades proposed from evidence, and a person's line that always wins."""

from __future__ import annotations

import pytest

from enduse.claims import check
from enduse.errors import SettingError
from enduse.store import StageRun
from tests.claims.casefile.cases import SENT, article, with_articles

HEADER = "target,grade,graded_by,graded_on,reason\n"
TOLD = f'"{SENT[:-1]}," a spokesperson for Example Agency told the Sample Wire.'


def graded(desk: StageRun, kind: str) -> dict[str, dict[str, str]]:
    """Return the grades of sources or claims by name."""
    return {row["name"]: row for row in desk.read("grades").to_pylist() if row["target_kind"] == kind}


def test_a_source_without_a_record_is_f(desk: StageRun) -> None:
    """Nothing is known here of any source, so each is F, with the reason."""
    with_articles(desk, article(SENT, outlet="Sample Wire"))
    assert graded(desk, "source")["Sample Wire"]["grade"] == "F"
    assert "at least 5" in graded(desk, "source")["Sample Wire"]["proposed_because"]


def test_rows_and_not_the_letter_make_the_number(desk: StageRun) -> None:
    """One origin borne out by rows is 2; contradicted in covered months is 5."""
    with_articles(desk, article(SENT, outlet="Sample Wire"))
    assert [row["grade"] for row in graded(desk, "claim").values()] == ["2"]
    with_articles(desk, article(SENT, outlet="Sample Wire"), shipments=[])
    assert [row["grade"] for row in graded(desk, "claim").values()] == ["5"]


def test_three_copies_of_one_origin_corroborate_nothing(desk: StageRun) -> None:
    """Retellings of one statement do not make two independent origins."""
    told = "Engines reached the plant in 2023, an official told the Sample Wire."
    copies = [article(told, f"{place}.txt", outlet=f"Invented Paper {place}", published_on="2024-07-02") for place in "abc"]
    with_articles(desk, *copies, shipments=[], covered=[])
    assert {row["grade"] for row in graded(desk, "claim").values()} == {"6"}


def test_a_person_always_wins_and_is_shown(desk: StageRun) -> None:
    """A letter for a source by name, a number for a claim by id: in force, with who, when, why, and the proposal beside."""
    with_articles(desk, article(SENT, outlet="Sample Wire"))
    claim = next(iter(graded(desk, "claim").values()))["target_id"]
    lines = f"Sample Wire,B,an analyst,2024-08-01,ten years of it\n{claim},6,an analyst,2024-08-01,rows may be its own source\n"
    (desk.folder / "grades.csv").write_text(HEADER + lines)
    check(desk)
    source, number = graded(desk, "source")["Sample Wire"], next(iter(graded(desk, "claim").values()))
    assert (source["grade"], source["proposed"], source["overridden_by"], source["overridden_because"]) == (
        "B", "F", "an analyst", "ten years of it",
    )  # fmt: skip
    assert (number["grade"], number["proposed"]) == ("6", "2")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("target,grade\nx,B\n", "the header is"),
        (HEADER + "Sample Wire,G,me,2024,no\n", "A to F"),
        (HEADER + "Sample Wire,B,,2024,no\n", "graded_by"),
        (HEADER + "Sample Wire,B,me,2024,no\nsample wire,C,me,2024,no\n", "already graded"),
        (HEADER + "Sample Wire,B\n", "line 2"),
    ],
)
def test_a_wrong_line_is_named(desk: StageRun, content: str, says: str) -> None:
    """A file that cannot be honoured stops the run and says where."""
    with_articles(desk, article(SENT, outlet="Sample Wire"))
    (desk.folder / "grades.csv").write_text(content)
    with pytest.raises(SettingError, match=says):
        check(desk)
