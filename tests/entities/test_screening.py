"""Screening names: which list, which measure, as of which day, and why."""

from __future__ import annotations

import datetime as dt
import gzip
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from enduse import entities, sources
from enduse.entities import Query, in_force, read_queries, stream_queries
from enduse.entities.listed import load as load_listed
from enduse.errors import SettingError
from enduse.model.sources import DESIGNATION_SNAPSHOTS, SNAPSHOTS
from enduse.settings import Input
from enduse.store import Archive, StageRun
from tests.conftest import MakeDesk
from tests.entities.conftest import Resolve, held, subject

DAY = dt.date(2024, 6, 1)
KESTREL = subject("s1", "Invented Kestrel Works LLC", country="RU", identifiers=[("INN", "9900000017")], listed_on="2024-02")


def test_hit_says_list_version_and_why(resolved: Resolve) -> None:
    """A hit carries list, measure, version and each comparison with its outcome and values."""
    [hit] = entities.screen(resolved(listed=(KESTREL,)), [Query("Kestrel Invented Works", "RU", None, "q1")], DAY)
    said = hit.as_json()
    assert (said["query_id"], said["list_id"], said["measure"], said["status"]) == ("q1", "invented_list", "asset_freeze", "in force")
    assert (said["list_as_of"], said["list_sha256"]) == ("2024-01-01", "ab" * 32)
    country = {"comparison": "country", "outcome": "agree", "left": "RU", "right": "RU"}
    assert country in said["explanation"]


def test_number_finds_whatever_the_name(resolved: Resolve) -> None:
    """A tax number meets the listed subject though the names differ, and the difference is told."""
    [hit] = entities.screen(resolved(listed=(KESTREL,)), [Query("Other", None, "9900000017")])
    assert (hit.grade, hit.status) == ("confirmed", "no day asked")
    assert ("name", "differ") in {(one.comparison, one.outcome) for one in hit.explanation}


@pytest.mark.parametrize(
    ("listed_on", "started_on", "ended_on", "answer"),
    [
        ("2024-05-31", None, None, True), ("2024-06-01", None, None, True), ("2024-06-02", None, None, False),
        ("2024-05-31", "2024-06-15", None, False), ("2024", None, None, None), (None, None, None, None),
        ("2023", None, "2024-06-01", False), ("2023", None, "2024-06-02", True), (None, None, "2023", False),
        ("2023", None, "2024-06", None),
    ],
)  # fmt: skip
def test_in_force(listed_on: str | None, started_on: str | None, ended_on: str | None, answer: bool | None) -> None:
    """In force from the first day of effect to the day before the end; partial or missing dates may leave it open."""
    assert in_force(listed_on, started_on, ended_on, DAY) is answer


def test_ended_listing_is_no_hit_as_of_a_later_day(resolved: Resolve) -> None:
    """As of a day, what had ended is left out and what is undated is marked."""
    ended = subject("s1", "Invented Kestrel Works", listed_on="2022-01-01", ended_on="2023-01-01")
    undated = subject("s2", "Invented Kestrel Works", list_id="other_list")
    hits = entities.screen(resolved(listed=(ended, undated)), [Query("Invented Kestrel Works")], DAY)
    assert [(hit.list_id, hit.status) for hit in hits] == [("other_list", "cannot tell")]


FIRST, SECOND = dt.date(2024, 1, 1), dt.date(2024, 5, 1)
BETWEEN, BEFORE = dt.date(2024, 3, 1), dt.date(2023, 12, 31)


def versions(resolved: Resolve, **dates: Any) -> StageRun:
    """Return a list in two versions: Kestrel stands in both, Heron in the first, Plover in the second alone."""
    names = {"s1": "Invented Kestrel Works", "s2": "Invented Heron Press", "s3": "Invented Plover Foundry"}
    kept, gone, new = (subject(key, name, snapshot_id="snap" if key == "s2" else "newer", **dates) for key, name in names.items())
    run = resolved(listed=(kept, gone, new))
    run.write(DESIGNATION_SNAPSHOTS, [*(held(row) for _, [row] in (kept, gone, new)), held(kept[1][0], "snap")])
    run.write(SNAPSHOTS, [{"snapshot_id": name, "as_of": day, "sha256": name} for name, day in (("snap", FIRST), ("newer", SECOND))])
    return run


def told(run: StageRun, as_of: dt.date | None) -> list[tuple[str, str | None]]:
    """Return status and cited version of Kestrel, Heron and Plover."""
    hits = entities.screen(run, [Query(f"Invented {name}") for name in ("Kestrel Works", "Heron Press", "Plover Foundry")], as_of)
    return [(hit.status, hit.list_sha256) for hit in hits]


@pytest.mark.parametrize(
    ("as_of", "kestrel", "heron", "plover"),
    [
        (BEFORE, ("cannot tell", "snap"), ("cannot tell", "snap"), ("cannot tell", "newer")),
        (FIRST, ("in force", "snap"), ("in force", "snap"), ("cannot tell", "newer")),
        (BETWEEN, ("in force", "snap"), ("cannot tell", "snap"), ("cannot tell", "newer")),
        (SECOND, ("in force", "newer"), ("cannot tell", "snap"), ("in force", "newer")),
        (DAY, ("cannot tell", "newer"), ("cannot tell", "snap"), ("cannot tell", "newer")),
        (None, ("no day asked", "newer"), ("no day asked", "snap"), ("no day asked", "newer")),
    ],
)
def test_a_version_speaks_for_its_day(resolved: Resolve, as_of: dt.date | None, kestrel: object, heron: object, plover: object) -> None:
    """Of entries without dates: in force on a version's own day and between two versions that hold it; else it cannot be told."""
    assert told(versions(resolved), as_of) == [kestrel, heron, plover]


@pytest.mark.parametrize(
    ("as_of", "statuses"),
    [
        (BEFORE, ["in force", "in force", "cannot tell"]),
        (FIRST, ["in force", "in force", "cannot tell"]),
        (BETWEEN, ["in force", "cannot tell", "cannot tell"]),
        (DAY, ["in force", "cannot tell", "in force"]),
    ],
)
def test_a_version_without_the_entry_is_a_doubt_about_its_dates(resolved: Resolve, as_of: dt.date, statuses: list[str]) -> None:
    """An act dated 2022 that the version before the day or the one after it does not hold is not said to be in force."""
    assert [status for status, _ in told(versions(resolved, listed_on="2022-01-01"), as_of)] == statuses


def test_a_version_of_before_the_listing_or_after_its_end_is_no_doubt(resolved: Resolve) -> None:
    """What was listed after the first version cannot stand in it, and what ended before the second cannot stand in that."""
    assert told(versions(resolved, listed_on="2024-02-01"), BETWEEN)[2] == ("in force", "newer")
    assert told(versions(resolved, listed_on="2022-01-01", ended_on="2024-04-01"), BETWEEN)[1] == ("in force", "snap")


@pytest.mark.parametrize(("dates", "status"), [({"started_on": "2024"}, "cannot tell"), ({"ended_on": "2024"}, "cannot tell"),
                                               ({"listed_on": "2024"}, "in force")])  # fmt: skip
def test_standing_on_a_list_settles_no_stated_start_or_end(resolved: Resolve, dates: dict[str, str], status: str) -> None:
    """Who stands on the list of the day is listed, but whether a partial start has come or a partial end gone, that does not say."""
    assert told(versions(resolved, **dates), SECOND)[0][0] == status


def test_a_hit_says_on_what_its_status_rests(resolved: Resolve) -> None:
    """The versions are named by their days."""
    run = versions(resolved)
    said = [entities.screen(run, [Query(name)], BETWEEN)[0].status_because for name in ("Invented Kestrel Works", "Invented Heron Press")]
    assert said == [
        "it stands in the versions of 2024-01-01 and 2024-05-01",
        "it stands in the version of 2024-01-01, not in that of 2024-05-01",
    ]


def test_top_limits_subjects(resolved: Resolve) -> None:
    """At most `top` subjects a query, the surest first."""
    listed = tuple(subject(f"s{at}", "Invented Kestrel Works", list_id=f"list_{at}") for at in range(4))
    hits = entities.screen(resolved(listed=listed), [Query("Invented Kestrel Works")], None, 2)
    assert [hit.subject_id for hit in hits] == ["s0", "s1"]


def test_of_equal_scores_the_name_that_leaves_nothing_over_comes_first(resolved: Resolve) -> None:
    """Screening tells answers in the order of `match`: another legal form or a translation stands behind, whatever its id."""
    listed = [
        subject(f"s{at}", name) for at, name in enumerate(("Vymysel Trade Limited", "Vymysel Trading Holding", "Vymysel Trading S.A."))
    ]
    run = resolved(listed=listed)
    hits = entities.screen(run, [Query("Vymysel Trading SA")])
    matched = entities.match(["Vymysel Trading SA"], [one.entity for one in load_listed(run).subjects])
    assert [hit.subject_id for hit in hits] == [one.pool_id for one in matched]
    assert hits[0].listed_name == "Vymysel Trading S.A."


def test_names_alike_do_not_crowd_out_a_number(resolved: Resolve) -> None:
    """Where more names answer than are asked for, the one whose tax number both print is among those told."""
    alike = [subject(f"a{at}", "Invented Heron Trading") for at in range(3)]
    hits = entities.screen(resolved(listed=(*alike, KESTREL)), [Query("Invented Heron Trading", None, "INN 9900000017")], None, 2)
    assert [(hit.subject_id, hit.grade) for hit in hits][1:] == [("s1", "confirmed")]


def test_who_was_judged_one_is_a_hit_whatever_the_names(resolved: Resolve) -> None:
    """A person's word outlasts a renaming on the list and a threshold that only equal names reach."""
    query = Query("Heron Vymysel Group")
    run = resolved(listed=(KESTREL,))
    with (run.folder / "judgements.csv").open("w", encoding="utf-8") as file:
        file.write(f"left_id,right_id,judgement,judged_by,judged_on,reason\n{query.name_id},s1,same,an analyst,2024-07-01,extract\n")
    [hit] = entities.screen(run, [query], None, 5, 0.99)
    assert (hit.subject_id, hit.grade) == ("s1", "confirmed")
    assert ("name", "differ") in {(one.comparison, one.outcome) for one in hit.explanation}


def test_queries_are_read_under_many_headers(tmp_path: Path) -> None:
    """Semicolons, a BOM, Russian headers and a column of tax numbers are understood."""
    file = tmp_path / "names.csv"
    file.write_text("\ufeffНаименование;Страна;ИНН\nООО Вымысел;Россия;9900000017\n\n", encoding="utf-8")
    [query] = read_queries(file)
    assert (query.name, query.country_code, query.numbers()[0].scheme) == ("ООО Вымысел", "RU", "INN")


@pytest.mark.parametrize(
    ("header", "printed", "scheme"),
    [("ИНН/КПП", "9900000017/770701001", "INN"), ("统一社会信用代码", "91000000000000017X", "USCC"), ("ЕДРПОУ", "00000017", "EDRPOU"),
     ("identifiers", "ИНН/КПП 9900000017/770701001", "INN")],
)  # fmt: skip
def test_numbers_are_read_under_the_name_of_their_register(tmp_path: Path, header: str, printed: str, scheme: str) -> None:
    """A column headed by a register's word holds its numbers; a tax number with a branch code behind it is told from it."""
    file = tmp_path / "names.csv"
    file.write_text(f"name,{header}\nВымысел,{printed}\n", encoding="utf-8")
    [query] = read_queries(file)
    assert scheme in {one.scheme for one in query.numbers()}


@pytest.mark.parametrize(
    ("text", "said"),
    [("", "no column with names"), ("city\nX\n", "no column with names"), ("id,name\n1,\n", "line 2: the name is empty"),
     ("name\n\"open\n", "not readable as CSV"), ("name\na\0b\n", "NUL bytes"), ("name\n" + "x" * 2000 + "\n", "2000 characters")],
)  # fmt: skip
def test_unusable_queries_are_refused(tmp_path: Path, text: str, said: str) -> None:
    """A file of names that cannot be used is refused with the line and the reason."""
    file = tmp_path / "names.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(SettingError, match=said):
        read_queries(file)


_TABLE = 'id,name,country,inn\r\n7,ООО «Вымысел»,Россия,9900000017\r\n8,"Завод, Пример",RU,\r\n'


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", _TABLE.encode()), ("b.csv", _TABLE.encode("utf-8-sig")), ("c.csv", _TABLE.encode("cp1251")),
        ("d.csv", _TABLE.encode("utf-16")), ("e.csv.gz", gzip.compress(_TABLE.encode(), mtime=0)),
        ("f.csv", _TABLE.replace("Завод, ", "Завод; ").replace(",", "|").encode()),
    ],
)  # fmt: skip
def test_names_come_in_any_encoding_and_packed(tmp_path: Path, name: str, content: bytes) -> None:
    """The encoding is what the first bytes or the letters say, as of customs files."""
    file = tmp_path / name
    file.write_bytes(content)
    first, second = read_queries(file)
    assert (first.id, first.name, first.country, first.identifiers) == ("7", "ООО «Вымысел»", "Россия", "INN 9900000017")
    assert second.name in ("Завод, Пример", "Завод; Пример")


def test_names_come_in_workbooks_and_parquet(tmp_path: Path) -> None:
    """Below a banner, numbers as numbers; a row without a name is told with its row; of two sheets none is guessed."""
    workbook = openpyxl.Workbook()
    for row in (["Names to screen"], ["id", "Name", "INN"], [7, "Example Works", 9900000017], [8, None, 1], [9, "Sample, Works", None]):
        workbook.worksheets[0].append(row)
    workbook.save(tmp_path / "names.xlsx")
    found = list(stream_queries(tmp_path / "names.xlsx"))
    assert [(one.id, one.name, one.identifiers) for one in found if not one.refused] == [
        ("7", "Example Works", "INN 9900000017"), ("9", "Sample, Works", None)
    ]  # fmt: skip
    assert [one.refused for one in found if one.refused] == ["row 4: the name is empty; give one or remove the line"]
    workbook.create_sheet("Others").append(["name"])
    workbook["Others"].append(["Example Trading"])
    workbook.save(tmp_path / "two.xlsx")
    with pytest.raises(SettingError, match="other sheets with rows beside Sheet: Others"):
        read_queries(tmp_path / "two.xlsx")
    pq.write_table(pa.table({"name": ["Example Works"], "country": ["RU"]}), tmp_path / "names.parquet")
    assert read_queries(tmp_path / "names.parquet") == [Query("Example Works", "RU")]
    pq.write_table(pa.table({"city": ["Perm"]}), tmp_path / "none.parquet")
    with pytest.raises(SettingError, match="no column with names among city"):
        read_queries(tmp_path / "none.parquet")


@pytest.mark.parametrize(
    ("content", "said"), [(b"%PDF-1.7 ", "not a table"), (gzip.compress(b"name\nExample\n", mtime=0)[:-9], "damaged or cut")]
)
def test_what_is_no_table_says_so(tmp_path: Path, content: bytes, said: str) -> None:
    """Another kind of file, or one cut short, is refused before anything is asked."""
    (tmp_path / "names.csv").write_bytes(content)
    with pytest.raises(SettingError, match=said):
        read_queries(tmp_path / "names.csv")


def test_a_row_without_a_name_is_told_and_the_others_are_screened(resolved: Resolve, tmp_path: Path) -> None:
    """Rows that name nobody, or too much, come back in their place with line and reason, and without hits."""
    file = tmp_path / "names.csv"
    file.write_text("id,name,INN\na,,9900000017\nb,Invented Kestrel Works,\nc," + "x" * 2000 + ",\n", encoding="utf-8")
    screened = list(entities.screenings(resolved(listed=(KESTREL,)), stream_queries(file)))
    assert [(one.query.id, len(one.hits), one.query.refused) for one in screened] == [
        ("a", 0, "line 2: the name is empty; give one or remove the line"),
        ("b", 1, None),
        ("c", 0, "line 4: the name has 2000 characters; at most 1000 are accepted"),
    ]
    assert (screened[0].as_json()["name_id"], screened[0].as_json()["refused"]) == (None, screened[0].query.refused)
    assert "refused" not in screened[1].as_json()


def test_a_table_of_one_column_holds_names_with_commas(tmp_path: Path) -> None:
    """Where the header parts no columns a comma is part of the name, quoted or not."""
    file = tmp_path / "names.csv"
    file.write_text('name\nInvented Kestrel Works, Kazan\n"Invented Heron, Ltd"\n', encoding="utf-8")
    assert [one.name for one in read_queries(file)] == ["Invented Kestrel Works, Kazan", "Invented Heron, Ltd"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name,country\nInvented Heron, Ltd,CH\n", "3 cells where the header has 2"),
        ("consignor,consignee\nInvented Heron,Invented Kestrel Works\n", "consignor, consignee hold different names"),
    ],
)
def test_a_row_of_which_a_part_would_not_be_asked_is_told(tmp_path: Path, text: str, said: str) -> None:
    """A cell behind the header's last, or a second name, is nowhere passed over in silence."""
    file = tmp_path / "names.csv"
    file.write_text(text, encoding="utf-8")
    [row] = stream_queries(file)
    assert row.refused is not None
    assert said in row.refused


def test_two_columns_of_names_may_say_one(tmp_path: Path) -> None:
    """A second column of names that repeats the first, or is alone filled, takes nothing from the row."""
    file = tmp_path / "names.csv"
    file.write_text("caption,name\nInvented Heron,INVENTED  Heron\n,Invented Kestrel Works\n", encoding="utf-8")
    assert [(one.name, one.refused) for one in stream_queries(file)] == [("Invented Heron", None), ("Invented Kestrel Works", None)]


@pytest.fixture(scope="module")
def real_inputs(shared: Path) -> list[tuple[str, Path]]:
    """Return a few real lists: the EU Journal's asset freezes and export controls, the US Entity List, the UK list."""
    lists = shared / "data" / "watchlists"
    files = [("watchlists/eu_journal", lists / "eu_journal" / name) for name in ("32014R0269.csv", "32014R0833.csv")]
    return [*files, ("watchlists/us_bis", lists / "bis" / "bis_entity_list.json")]


@pytest.fixture
def real(make_desk: MakeDesk, real_inputs: list[tuple[str, Path]], tmp_path: Path) -> StageRun:
    """Return a workspace into which the real lists are read."""
    kept = [(source, file.name, *Archive(tmp_path / "desk-0" / "archive").keep(file)) for source, file in real_inputs]
    day = "2026-09-01T00:00:00Z"
    inputs = [Input(source=source, file=name, sha256=sha, size_bytes=size, retrieved_at=day) for source, name, sha, size in kept]
    (tmp_path / "desk-0").rename(tmp_path / "archived")
    run = make_desk(inputs=inputs)
    (tmp_path / "archived" / "archive").rename(run.archive.folder)
    sources.read(run)
    run.finish()
    return run


@pytest.mark.shared
def test_real_lists_are_found_by_name_and_number(real: StageRun) -> None:
    """COMPEL and the Ural plant are found by name, MFI Soft in Cyrillic, a listed company by the tax number printed on the list."""
    index = load_listed(real)
    numbered = next(one for one in index.subjects if any(scheme == "INN" for scheme, _ in one.merging))
    inn = next(value for scheme, value in sorted(numbered.merging) if scheme == "INN")
    names = ("JSC KOMPEL", "Compel AO", "Ural Civil Aviation Factory", "ООО МФИ Софт")
    hits = entities.screen(real, [*map(Query, names), Query("x", None, inn)])
    grades = {(hit.query, hit.grade) for hit in hits}
    assert {("Compel AO", "likely"), ("Ural Civil Aviation Factory", "likely"), ("ООО МФИ Софт", "likely"), ("x", "confirmed")} <= grades
    assert "JSC KOMPEL" in {hit.query for hit in hits}


@pytest.mark.shared
def test_real_lists_do_not_answer_to_legal_forms(real: StageRun) -> None:
    """Nothing on the real lists answers to a bare legal form or a single letter with any certainty."""
    hits = entities.screen(real, [Query(name) for name in ("CORP", "ООО", "Limited Liability Company", "有限公司", "A", "E")])
    assert [hit for hit in hits if hit.grade != "possible"] == []


def test_a_name_is_found_across_scripts(resolved: Resolve) -> None:
    """A Chinese name meets the translated name on a list as a possible hit, with the words that met."""
    listed = subject("s1", "Ningbo Peak Cloud Import and Export Co., Ltd", country="CN")
    [hit] = entities.screen(resolved(listed=(listed,)), [Query("宁波峰云进出口有限公司", "CN")])
    assert hit.grade == "possible"
    assert ("brand, gloss", "agree", "峰", "peak") in hit.explanation


SHIPS = (
    subject("v1", "INVENTED STAR", schema="Vessel", country="RU", identifiers=[("IMO", "9074729")]),
    subject("v2", "Invented Star 2", schema="Vessel"),
    subject("c1", "Invented Star Shipping", schema="Company"),
)


def test_a_ship_is_found_by_its_name_and_never_more_than_possible(resolved: Resolve) -> None:
    """A ship's name is a possible hit on the ship alone, told as one that others bear; a company asked meets no ship."""
    run = resolved(listed=SHIPS)
    [hit] = entities.screen(run, [Query("M/V Invented Star", "RU", schema="Vessel")])
    assert (hit.subject_id, hit.grade) == ("v1", "possible")
    assert "a ship's or aircraft's name, which others bear" in {one.comparison for one in hit.explanation}
    assert "v1" not in {hit.subject_id for hit in entities.screen(run, [Query("Invented Star"), Query("Invented Star", schema="Company")])}


def test_a_ships_number_confirms_and_another_number_denies(resolved: Resolve) -> None:
    """The same valid IMO number confirms; two valid numbers that differ are two ships, whatever the name; the flag counts."""
    run = resolved(listed=SHIPS)
    same, other, flagged, elsewhere = (
        entities.screen(run, [Query("Invented Star", country, number, schema="Vessel")])
        for country, number in ((None, "IMO 9074729"), (None, "IMO 9176187"), ("RU", None), ("PA", None))
    )
    assert [(hit.subject_id, hit.grade) for hit in same] == [("v1", "confirmed")]
    assert other == []
    assert flagged[0].score > elsewhere[0].score


def test_rows_name_companies_ships_and_contacts(tmp_path: Path) -> None:
    """A row with a ship asks about both, numbers shared out; address, telephone and e-mail go with the company."""
    path = tmp_path / "names.csv"
    header = "id,name,vessel name,IMO,INN,address,phone,e-mail"
    row = "q,Heron,Invented Star,9074729,9900000017,5 Example St,+7495,a@b.example"
    path.write_text(f"{header}\n{row}\n,,Lone Star,,,,,\n")
    company, ship, alone = read_queries(path)
    assert (company.id, company.identifiers, company.schema, company.address) == ("q", "INN 9900000017", None, "5 Example St")
    assert (company.phone, company.email) == ("+7495", "a@b.example")
    assert (ship.id, ship.name, ship.identifiers, ship.schema) == ("q/vessel", "Invented Star", "IMO 9074729", "Vessel")
    assert (alone.id, alone.name, alone.schema) == ("row 2", "Lone Star", "Vessel")


def test_a_contact_of_a_listed_company_counts(resolved: Resolve) -> None:
    """A telephone that the list prints lifts a doubtful name, and is told."""
    listed = (KESTREL[0] + [{**KESTREL[0][0], "statement_id": "p", "prop": "phone", "value": "+7 495 000-00-00"}], KESTREL[1])
    run = resolved(listed=(listed,))
    bare, shared = (entities.screen(run, [Query("Invented Kastral", phone=phone)], threshold=0.01)[0] for phone in (None, "84950000000"))
    assert shared.score > bare.score
    assert "telephone" in {one.comparison for one in shared.explanation}
