"""The real lists beside the checkout, together in one workspace: all of every file, no drift, and known companies are found."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from enduse import Workspace
from enduse.entities import Hit, Query

pytestmark = [pytest.mark.shared, pytest.mark.slow]
FILES: tuple[tuple[str, str, str | None], ...] = (
    ("watchlists/eu_journal", "watchlists/eu_journal/*.csv", "2026-08-15"),
    ("watchlists/ofac_json", "watchlists/ofac/ofac-sdn.json", "2026-08-20"),
    ("watchlists/ofac_csv", "watchlists/ofac/a??_2026-06.csv", "2026-06-10"),
    ("watchlists/us_bis", "watchlists/bis/bis_*.json", "2026-07-09"),
    ("watchlists/us_bis", "watchlists/native_formats_2021/bis/dpl.txt", "2021-03-01"),
    ("watchlists/us_other", "watchlists/other/us/*.json", "2026-07-09"),
    ("watchlists/uk_tables", "watchlists/uk/*.csv", "2026-04-29"),
    ("watchlists/un_xml", "watchlists/un/UN_consolidated.xml", "2026-02-27"),
    ("watchlists/un_xml", "watchlists/native_formats_2021/un/consolidated.xml", "2021-03-05"),
    ("watchlists/jp_meti", "watchlists/other/jp_meti/*.txt", "2025-09-12"),
    ("watchlists/eu_xml", "watchlists/native_formats_2021/eu/*.xml", "2021-03-02"),
    ("watchlists/ofac_xml", "watchlists/native_formats_2021/ofac/sdn.xml", "2021-03-10"),
    ("watchlists/ofac_csv", "watchlists/native_formats_2021/ofac/*.csv", "2021-05-10"),
    ("goods_lists/hs", "goods/hs2022.csv", None),
    ("goods_lists/chpl", "goods/chpl.csv", "2024-02-23"),
    ("goods_lists/concordance", "goods/concordance/*", None),
    ("components/gur", "components/components.csv", None),
    ("registries/gleif", "registry/gleif_names.parquet", None),
    ("press/article", "../articles/article_*.txt", None),
    ("customs/kr_synthetic", "customs/kr_synthetic/*.csv", None),
)
# Facts of the lists themselves, as the data's own README tells them.
FOUND = {
    "LIMITED LIABILITY COMPANY STRELOI": {"us_ofac_sdn", "eu_833_2014_annex_iv"},
    "COMPEL": {"us_ofac_sdn", "uk_sanctions", "eu_269_2014_annex_i"},
    "JSC KOMPEL": {"uk_sanctions", "eu_833_2014_annex_iv"},
    "PHOENIX ELECTRONICS": {"us_ofac_sdn"},
    "FENIKS ELEKTRONIKS": {"us_ofac_sdn"},
    "Уральский завод гражданской авиации": {"us_ofac_sdn", "us_bis_entity_list", "eu_269_2014_annex_i"},
    "Ural Civil Aviation Plant": {"us_bis_entity_list", "eu_269_2014_annex_i"},
    "Akmetron": {"us_ofac_sdn"},
}


@pytest.fixture(scope="module")
def case(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Return a workspace with every real file, read."""
    workspace = Workspace.create(tmp_path_factory.mktemp("real") / "case")
    for source, pattern, as_of in FILES:
        paths = sorted((shared / "data").glob(pattern)) if ".." not in pattern else sorted(shared.glob(pattern.removeprefix("../")))
        assert paths, pattern
        workspace.add(source, *paths, as_of=as_of)
    workspace.run(last="read")
    return workspace


def _hits(case: Workspace, *queries: Query) -> list[Hit]:
    return case.screen(list(queries), top=8)


def test_every_file_is_read_whole(case: Workspace) -> None:
    """No drift, no reject, at least one row of every file."""
    snapshots = case.table("snapshots").to_pylist()
    assert len(snapshots) == len(case.settings.inputs) > 95
    assert [row["file_name"] for row in snapshots if row["rows_rejected"] or not row["rows_read"]] == []
    assert case.table("rejects").num_rows == 0


def test_counts_are_those_of_the_files(case: Workspace) -> None:
    """Rows as the data's README counts them."""
    read = {row["file_name"]: row["rows_read"] for row in case.table("snapshots").to_pylist()}
    assert [read[name] for name in ("ofac-sdn.json", "alt_2026-06.csv", "add_2026-06.csv")] == [19_249, 20_260, 24_776]
    assert [read[name] for name in ("bis_entity_list.json", "bis_dpl.json", "bis_meu.json", "dpl.txt")] == [3409, 564, 70, 581]
    assert [read[name] for name in ("subjects.csv", "subject_names.csv", "UN_consolidated.xml")] == [6046, 15_050, 1003]
    assert [read[name] for name in ("gleif_names.parquet", "components.csv")] == [399_203, 8326]
    assert case.table("goods_items").num_rows == 37_385 + 8134 + 8481


def test_what_two_versions_hold_is_cited_from_the_newer(case: Workspace) -> None:
    """The UN list of 2021 and of 2026: only what the newer one lacks is still cited from the older one."""
    days = {row["snapshot_id"]: str(row["as_of"]) for row in case.table("snapshots").to_pylist()}
    cited = Counter(
        days[one] for one in case.tables.read("designations", ["snapshot_id"], [("list_id", "=", "un_sc")])["snapshot_id"].to_pylist()
    )
    assert cited == {"2026-02-27": 1003, "2021-03-05": 89}


def test_known_companies_are_found_by_name(case: Workspace) -> None:
    """Each under at least the lists that hold it, in whichever script it is asked for."""
    hits = _hits(case, *[Query(name, country="RU") for name in FOUND])
    lists = {name: {hit.list_id for hit in hits if hit.query == name} for name in FOUND}
    assert {name: FOUND[name] - lists[name] for name in FOUND if FOUND[name] - lists[name]} == {}


def test_known_companies_are_found_by_number(case: Workspace) -> None:
    """A tax number on a list finds its subject though the name says nothing, with the number as reason."""
    wanted = [("scheme", "=", "INN"), ("valid", "=", True), ("list_id", "=", "eu_269_2014_annex_i")]
    inns = case.tables.read("statements", ["value", "subject_id"], wanted).to_pylist()
    shared_by = Counter(row["value"] for row in inns)
    chosen = next(row for row in sorted(inns, key=lambda one: str(one["value"])) if shared_by[row["value"]] == 1)
    hits = _hits(case, Query("Invented Kestrel Works", country="RU", identifiers=f"INN {chosen['value']}"))
    assert chosen["subject_id"] in {hit.subject_id for hit in hits}
    assert any("INN" in one.comparison or chosen["value"] in str(one) for hit in hits for one in hit.explanation)


def test_namesakes_stay_apart_and_strangers_are_not_found(case: Workspace) -> None:
    """STRELOI is not STRELOI EKOMMERTS, the two FENIKS of one list are two subjects, an invented name answers to nobody."""
    hits = _hits(case, Query("STRELOI EKOMMERTS", "RU"), Query("FENIKS", "RU"), Query("Invented Kestrel Works", "RU"))
    assert {hit.listed_name.casefold() for hit in hits if hit.query == "STRELOI EKOMMERTS"} == {"streloi ekommerts"}
    assert len({hit.subject_id for hit in hits if hit.query == "FENIKS" and hit.list_id == "us_ofac_sdn"}) >= 2
    assert not [hit for hit in hits if hit.query == "Invented Kestrel Works"]
