"""What articles claim, on the page: origins first, what retelling changed, verdicts beside rows, denials; everything escaped."""

from __future__ import annotations

import json

import pytest

from enduse import Workspace

ROWS = "from,to,day,hs,usd\nInvented Kestrel Works,Example Trading,2023-02-01,854231,700\n"
MAP = """columns: {consignor_name: from, consignee_name: to, declared_on: {header: day, format: '%Y-%m-%d'}, hs_code: hs,
          invoice_value: {header: usd, decimal: '.'}}
constants: {invoice_currency: USD}
"""
HEAD = "---\noutlet: {}\ntitle: {}\npublished_on: '2024-07-0{}'\nlanguage: en\n---\n"
SAID = "Invented Kestrel Works delivered chips worth at least $600 to Example Trading in 2023, an official told the Sample Wire.\n\n"
WIRE = SAID + 'The plant paid $4 million for <script>alert("Invented")</script> engines, the official said.\n'
HERALD = (
    SAID.replace("an official told", "citing an official who told") + "The plant paid $6 million for engines, the Sample Wire reported.\n"
)
DENIAL = "Invented Kestrel Works delivered chips to Example Trading, the Sample Wire reported on 2 July 2024.\n\n"
DENIAL += "Invented Kestrel Works denied delivering chips to Example Trading.\n"


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Return a case with three articles, reported."""
    base = tmp_path_factory.mktemp("published")
    (base / "rows.csv").write_text(ROWS)
    (base / "rows.yml").write_text(MAP)
    for number, (name, text) in enumerate({"wire": WIRE, "herald": HERALD, "denial": DENIAL}.items(), 2):
        outlet = {"wire": "Sample Wire", "herald": "Nowhere Herald", "denial": "Example Observer"}[name]
        (base / f"{name}.txt").write_text(HEAD.format(outlet, f"An invented title of {name}", number) + text)
    made = Workspace.create(base / "case", title="Invented")
    made.add("customs/generic", base / "rows.csv", column_map=base / "rows.yml")
    made.add("press/article", *(base / f"{name}.txt" for name in ("wire", "herald", "denial")))
    made.report()
    return made


def test_every_number_of_the_section_recomputes(case: Workspace) -> None:
    """Counts of articles, claims, origins and verdicts are figures like any other."""
    ids = [one for one in case.table("figures")["figure_id"].to_pylist() if one.startswith(("read-", "articles-", "claims-read", "story-"))]
    assert {"articles-read", "claims-read", "read-origins", "read-supported", "story-1-origins"} <= set(ids)
    for one in ids:
        assert case.explain(one).figure.figure_id == one


def test_verdicts_of_extracted_claims_recompute(case: Workspace) -> None:
    """The figure of a verdict asks its kept query again and cites the rows."""
    printed = [one for one in case.table("figures")["figure_id"].to_pylist() if one.startswith("verdict-C-")]
    verdicts = {f"verdict-{one['id']}": one["verdict"] for one in case.ledger()["claims"] if one["verdict"]}
    assert "supported" in {verdicts[one]["verdict"] for one in printed}
    for one in printed:
        assert {row["ref_id"] for row in case.explain(one).rows} == {row["ref_id"] for row in verdicts[one]["rows"]}


def test_words_of_articles_stay_text(case: Workspace) -> None:
    """Markup in a quote is shown, not run."""
    page = (case.path / "report" / "index.html").read_text(encoding="utf-8")
    assert "<script>" not in page
    assert "&lt;script&gt;" in page


def test_a_denial_says_what_it_denies(case: Workspace) -> None:
    """The page names the scope of a denial and never calls it supported."""
    page = (case.path / "report" / "index.html").read_text(encoding="utf-8")
    assert "Denials, and what they deny" in page
    assert {one["verdict"]["verdict"] for one in case.ledger()["claims"] if one["stance"] == "denied"} == {"not_decidable"}


def test_the_ledger_stands_beside_the_page(case: Workspace) -> None:
    """CSV, PROV, ClaimReview, statements and the report's JSON hold the same claims."""
    folder = case.path / "report"
    ids = {one["id"] for one in case.ledger()["claims"]}
    assert ids == {one["id"] for one in json.loads((folder / "report.json").read_text())["published"]["claims"]}
    assert all(name in (folder / "ledger-claims.csv").read_text(encoding="utf-8-sig") for name in ids)
    assert all(f"enduse:{name}" in json.loads((folder / "ledger.prov.json").read_text())["entity"] for name in ids)


def test_the_same_case_gives_the_same_bytes(case: Workspace) -> None:
    """Reading, checking and reporting again writes every ledger table and export byte for byte."""
    names = ["extracted_claims.parquet", "claim_relations.parquet", "name_candidates.parquet", "verdicts.parquet", "grades.parquet"]
    files = [*(case.path / "tables" / name for name in names), *sorted((case.path / "report").glob("ledger*"))]
    before = [path.read_bytes() for path in files]
    case.run(first="attribute")
    case.run(first="check")
    assert [path.read_bytes() for path in files] == before
