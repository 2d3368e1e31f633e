"""The screening ledger: what was asked, of which list versions, what was found, who decided."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from enduse.entities import Query, Question, history, keep_names, read_queries, recorded, screenings
from enduse.store import StageRun
from tests.entities.conftest import Resolve, mention, subject

KESTREL = subject("s1", "Invented Kestrel Works LLC", country="RU", listed_on="2024-02")
ASKED = [Query("Kestrel Invented Works", "RU", None, "q1"), Query("Unlike Anything")]


def screened(run: StageRun, asked: list[Query] = ASKED, stop: int | None = None) -> list[Any]:
    """Screen names with a record in the ledger; `stop`: the one who asks goes away after so many."""
    question = Question("names.csv", *keep_names(run, asked), dt.date(2024, 6, 1), 5, 0.5)
    answers = recorded(run, question, screenings(run, asked, question.as_of, 5, 0.5))
    found = [next(answers) for _ in asked[:stop]]
    if stop is None:
        assert next(answers, None) is None
    answers.close()
    return found


def test_a_record_says_what_was_asked_and_found(resolved: Resolve) -> None:
    """The names' hash and count, the list's version, the settings, the day and the counts are in the ledger."""
    run = resolved(listed=(KESTREL,))
    screened(run)
    [record] = history(run)
    assert (record["asked"]["names"], record["as_of"], record["settings"]["threshold"], record["complete"]) == (2, "2024-06-01", 0.5, True)
    assert record["lists"] == [{"list_id": "invented_list", "sha256": "ab" * 32, "as_of": "2024-01-01", "retrieved_at": None}]
    assert (record["found"]["names_with_hits"], record["found"]["likely"]) == (1, 1)
    [line] = run.archive.path(record["results_sha256"]).read_text(encoding="utf-8").splitlines()
    assert [hit["id"] for hit in json.loads(line)["hits"]] == ["s1"]


def test_equal_screenings_are_equal_but_for_their_time(resolved: Resolve) -> None:
    """Screened twice, the two lines differ in nothing but when."""
    run = resolved(listed=(KESTREL,))
    screened(run)
    screened(run)
    first, second = ({**one, "at": None} for one in history(run))
    assert first == second


def test_what_was_stopped_early_is_recorded_as_incomplete(resolved: Resolve) -> None:
    """Whoever saw some answers and left, left a record."""
    run = resolved(listed=(KESTREL,))
    screened(run, stop=1)
    [record] = history(run)
    assert (record["complete"], record["asked"]["names"]) == (False, 1)


def test_a_half_line_is_passed_over_and_nothing_is_lost(resolved: Resolve) -> None:
    """A process that died while it wrote hides neither earlier nor later records."""
    run = resolved(listed=(KESTREL,))
    screened(run)
    with (run.folder / "screenings.jsonl").open("ab") as file:
        file.write(b'{"screening": "S-half')
    screened(run)
    assert len(list(history(run))) == 2


@pytest.mark.parametrize(("verdict", "grade"), [("same", "confirmed"), ("different", "possible"), ("unsure", "possible")])
def test_a_decision_is_shown_with_a_later_screening(resolved: Resolve, verdict: str, grade: str) -> None:
    """A line in judgements.csv about the name's id is shown with the hit, and by the ledger with who decided."""
    run = resolved(listed=(KESTREL,))
    screened(run)
    line = f"{ASKED[0].name_id},s1,{verdict},an analyst,2024-07-01,registry extract\n"
    with (run.folder / "judgements.csv").open("w", encoding="utf-8") as file:
        file.write("left_id,right_id,judgement,judged_by,judged_on,reason\n" + line)
    [hit] = screened(run)[0].hits
    assert hit.decision is not None
    assert (hit.grade, hit.decision.judgement, hit.decision.judged_by) == (grade, verdict, "an analyst")
    earlier, later = history(run)
    assert (earlier["decisions"], earlier["decided"]) == ([], later["decisions"])
    assert later["decisions"][0]["reason"] == "registry extract"


def test_a_decision_about_a_company_holds_for_its_name(resolved: Resolve) -> None:
    """Who was judged as a mention of the workspace is the same when the name is screened."""
    one = mention("Kestrel Invented Works", "RU")
    run = resolved(one, listed=(KESTREL,), judgements=f"{one['mention_id']},s1,different,an analyst,2024-05-01,namesake\n")
    [hit] = screened(run)[0].hits
    assert hit.decision is not None
    assert hit.decision.reason == "namesake"


def test_a_decision_about_a_name_is_told_apart_from_an_unknown_id(resolved: Resolve) -> None:
    """A run says of a judgement on a screened name that it is held for screening."""
    lines = f"{ASKED[0].name_id},s1,same,an analyst,2024-05-01,letter\nE-000000000000,s1,same,an analyst,2024-05-01,mistyped\n"
    effects = resolved(listed=(KESTREL,), judgements=lines).read("judgements")["effect"].to_pylist()
    assert sorted(effects) == ["held for screening", "id not in this workspace"]


def test_the_name_of_a_person_is_never_more_than_possible(resolved: Resolve) -> None:
    """However probable, a person's name alone is a question; so is any name without a number."""
    run = resolved(listed=(subject("p1", "INVENTED, Ivan Petrovich", schema="Person"), KESTREL))
    hits = [hit for one in screened(run, [Query("Ivan Petrovich Invented"), Query("Invented Kestrel Works LLC")]) for hit in one.hits]
    assert {(hit.subject_id, hit.grade) for hit in hits} == {("p1", "possible"), ("s1", "likely")}


def test_hits_come_best_first_with_probability(resolved: Resolve) -> None:
    """The score orders hits, and the probability is the score's."""
    listed = (subject("a", "Invented Kestrel Works"), subject("b", "Invented Kestral Works", list_id="other"))
    [one] = screenings(resolved(listed=listed), [Query("Invented Kestrel Works")])
    assert [hit.subject_id for hit in one.hits] == ["a", "b"]
    assert one.hits[0].probability > one.hits[1].probability > 0.5


def test_kinds_are_read_from_the_table(tmp_path: Path) -> None:
    """A column that says person or company tells whom the name may mean."""
    file = tmp_path / "names.csv"
    file.write_text(
        "name,тип\nInvented Ivan,Person\nInvented Works,company\nAnyone,\nВымысел,Судно\nВымыслов,физическое лицо\n", encoding="utf-8"
    )
    assert [one.schema for one in read_queries(file)] == ["Person", "Organization", None, "Vessel", "Person"]
