"""What screening keeps: the same answers with it and without it, and none from what is stale, damaged or made up."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest

from enduse import entities
from enduse.entities import Entity, Pool, Query, Screened, reading, ready
from enduse.entities.listed import listed_rows
from enduse.entities.spelled_names import SpelledNames
from enduse.store import StageRun
from tests.entities.conftest import Resolve, subject

WORDS = ("Kestrel", "Heron", "Osprey", "Petrel", "Вымысел", "Образец", "沃宾", "克兰托")
TRADES = ("Trading LLC", "Works JSC", "Logistics", "科技有限公司", "завод")
LISTED = (
    *(
        subject(f"c{at:02}", f"{word} {TRADES[at % 5]}", f"Invented {word} {at} (Vymyslov {at} Group)", country="RU")
        for at, word in enumerate(WORDS)
    ),
    subject("n1", "Kestrel Numbered LLC", country="Russia", identifiers=[("INN", "9900000017")]),
    subject("n2", "Kestrel Numbered LLC", identifiers=[("OGRN", "1")]),
    subject("p1", "Ahmad al-Wahmi", "Wahmi, Ahmad", schema="Person", born="1970-01-02"),
    subject("p2", "Vymyslov Ivan Petrovich", "ВЫМЫСЛОВ Иван", schema="Person"),
    subject("v1", "INVENTED STAR", schema="Vessel", identifiers=[("IMO", "IMO 9074729")]),
)  # fmt: skip
ASKED = [
    *(Query(f"{word} {trade}", country) for word in WORDS for trade in TRADES[:2] for country in (None, "RU", "DE")),
    Query("Vymyslov 3 Group"), Query("Kestrl Numbred"), Query("x", None, "9900000017"), Query("Numbered Kestrel", "Russia"),
    Query("أحمد الوهمي", schema="Person"), Query("شركة الوهمي للتجارة"), Query("Ivan Vymyslov", schema="Person", birth_date="1970"),
    Query("Invented Star", schema="Vessel"), Query("Invented Star", None, "IMO 9074729", schema="Vessel"), Query("ООО"),
]  # fmt: skip
OTHER = subject("c99", "Kestrel Trading Newcomer LLC")


def answers(run: StageRun) -> list[Screened]:
    """Return every answer, the unlikely ones too."""
    return list(entities.screenings(run, ASKED, threshold=0.05))


def kept(run: StageRun) -> Path:
    """Return the file of what screening keeps."""
    return run.folder / "kept" / "screening"


def without_kept(run: StageRun) -> list[Screened]:
    """Return every answer, the lists read anew."""
    kept(run).unlink(missing_ok=True)
    return answers(run)


def test_answers_with_what_was_kept_are_those_without(resolved: Resolve) -> None:
    """Every field of every answer is the same, whether the lists were read or taken from what an earlier question kept."""
    run = resolved(listed=LISTED)
    first = without_kept(run)
    assert kept(run).is_file()
    assert sum(bool(one.hits) for one in first) > len(ASKED) / 2
    assert answers(run) == first


def test_names_that_nobody_asks_about_are_not_read(resolved: Resolve, monkeypatch: pytest.MonkeyPatch) -> None:
    """With what was kept a question reads the names near it, and no others."""
    many = tuple(subject(f"m{at}", f"Invented {chr(97 + at // 26)}{chr(97 + at % 26)}quont Sample {at}") for at in range(200))
    run = resolved(listed=(*many, subject("k", "Kestrel Trading")))
    entities.screen(run, [Query("Kestrel Trading")])
    reading.readings.cache_clear()
    reading.analyse.cache_clear()
    assert [hit.subject_id for hit in entities.screen(run, [Query("Kestrel Trading")])] == ["k"]
    assert reading.analyse.cache_info().misses < 20


def test_a_changed_list_is_read_anew(resolved: Resolve, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a subject came, or one value of one changed, what was kept before gives no answer."""
    changed = (*LISTED[:-1], subject("v1", "INVENTED STAR", schema="Vessel", identifiers=[("IMO", "IMO 9074741")]), OTHER)
    before = resolved(listed=LISTED)
    without_kept(before)
    stale = kept(before).read_bytes()
    after = resolved(listed=changed)
    assert kept(after).read_bytes() == stale
    found = answers(after)
    assert kept(after).read_bytes() != stale
    assert found == without_kept(after)
    assert OTHER[1][0]["subject_id"] in {hit.subject_id for one in found for hit in one.hits}


def test_other_code_reads_anew(resolved: Resolve, monkeypatch: pytest.MonkeyPatch) -> None:
    """What other code, words or libraries kept counts as none."""
    run = resolved(listed=LISTED)
    answers(run)
    before = kept(run).read_bytes()
    monkeypatch.setattr(ready, "version", lambda: "other words")
    answers(run)
    assert kept(run).read_bytes() != before


@pytest.mark.parametrize(
    "part",
    ["keys of names", "names", "numbers", "namesakes", "by number", "words", "bearers", "countries", "entities", "brands", "consonants"],
)
def test_a_table_that_points_at_nothing_counts_as_none(resolved: Resolve, part: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file whose checksum is right, and whose numbers no index can have or whose columns are others, is never asked."""
    run = resolved(listed=LISTED)
    first, _ = without_kept(run), answers(run)
    real = StageRun.kept

    def forged(self: StageRun, name: str, version: str) -> dict[str, pa.Table]:
        tables = real(self, name, version)
        return {**tables, part: wrong(tables[part])} if part in tables else tables

    monkeypatch.setattr(StageRun, "kept", forged)
    assert answers(run) == first
    assert real(run, "screening", ready._fingerprint(listed_rows(run)))


def wrong(rows: pa.Table) -> pa.Table:
    """Return a table with a list of numbers that are too high, else without its last column."""
    for at, column in enumerate(rows.columns):
        if pa.types.is_list(column.type):
            far = pa.array([[1 << 30] if number == 0 else [] for number in range(rows.num_rows)], column.type)
            return rows.set_column(at, rows.field(at), far)
    return rows.drop_columns(rows.column_names[-1:])


def test_where_nothing_can_be_written_screening_answers(resolved: Resolve) -> None:
    """A workspace that cannot keep anything answers as one that can."""
    run = resolved(listed=LISTED)
    first = without_kept(run)
    for path in sorted((run.folder / "kept").iterdir()):
        path.unlink()
    (run.folder / "kept").rmdir()
    (run.folder / "kept").write_text("a file where the folder should be")
    assert answers(run) == first


def test_a_pool_that_was_kept_takes_more_and_gives_up_some() -> None:
    """A pool made of what was kept answers as one made anew when an entity is added to it or taken out."""
    rows = [Entity((f"Invented {word} {at}", f"{word} Works"), id=f"e{at}", phones=("+7 495 000-00-00",)) for at, word in enumerate(WORDS)]
    more = Entity(("Petrel Quay",), id="more")
    again = Pool.of(Pool(rows).kept(), [str(one.id) for one in rows], rows.__getitem__)
    again.add(more)
    again.remove("e2")
    anew = Pool([*rows[:2], *rows[3:], more])
    asked = [*(Entity((f"{word} Works",)) for word in WORDS), more, Entity(("Osprey",), phones=("8 495 000 00 00",))]
    assert again.match(asked, 3, 0.1) == anew.match(asked, 3, 0.1)
    assert len(again) == len(anew)


def test_a_pool_of_another_number_of_entities_is_refused() -> None:
    """What was kept of three entities is not taken for what was kept of two."""
    rows = [Entity((f"Invented {word}",), id=word) for word in WORDS[:3]]
    with pytest.raises(ValueError, match="3 entities were kept"):
        Pool.of(Pool(rows).kept(), ["Kestrel", "Heron"], rows.__getitem__)


def test_counts_weigh_as_they_did() -> None:
    """How common words are among many is kept with the pool: a name that many bear loses as much as it did."""
    rows = [Entity((f"Dwellingstead {at}",), id=str(at)) for at in range(40)]
    pool = Pool(rows)
    again = Pool.of(pool.kept(), [str(one.id) for one in rows], rows.__getitem__)
    [hit] = again.ask("Dwellingstead 7", top=1)
    assert hit == pool.ask("Dwellingstead 7", top=1)[0]
    assert any("borne by up to 40" in one.comparison for one in hit.explanation)
    assert np.isfinite(hit.score)


def test_keys_of_arabic_letters_are_kept_when_the_first_question_made_them(resolved: Resolve, monkeypatch: pytest.MonkeyPatch) -> None:
    """A question in Arabic letters finds the same with the keys that an earlier one kept, and does not make them again."""
    run = resolved(listed=(*LISTED, subject("w", "Al Wahmi Trading Company")))
    asked = [Query("أحمد الوهمي", schema="Person"), Query("شركة الوهمي للتجارة"), Query("김철수", schema="Person")]
    first, again = (list(entities.screenings(run, asked, threshold=0.05)) for _ in range(2))
    monkeypatch.setattr(SpelledNames, "_put", lambda *_: pytest.fail("a key was made again"))
    third = list(entities.screenings(run, asked, threshold=0.05))
    assert first == again == third
    assert [bool(one.hits) for one in first] == [True, True, False]
    assert {path.name for path in (run.folder / "kept").glob("screening-*")} == {
        f"screening-{name}" for name in ("brands", "consonants", "syllables")
    }
