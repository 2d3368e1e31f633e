"""Names of articles beside the case's companies: candidates with evidence, fixed by people, never merged."""

from __future__ import annotations

from typing import Any

from enduse.claims import attribute
from enduse.model import TABLES
from enduse.store import StageRun
from tests.claims.casefile.cases import SENT, add, article, only_verdict, with_articles
from tests.claims.desks import COUNTRIES, EXAMPLE, KESTREL


def links(desk: StageRun, name: str) -> dict[str, dict[str, Any]]:
    """Return the candidates of a name by their ids."""
    rows = desk.read("name_candidates").to_pylist()
    return {row["candidate_id"]: row for row in rows if row["name"] == name and row["candidate_kind"] == "entity"}


def test_a_name_is_linked_word_for_word(desk: StageRun) -> None:
    """Legal forms aside, the same name is one candidate of grade same_name, with its evidence."""
    with_articles(desk, article(SENT.replace("Example Trading", "Example Trading LLC")))
    found = links(desk, "Example Trading LLC")
    assert found[EXAMPLE]["grade"] == "same_name"
    assert found[EXAMPLE]["evidence"]


def test_a_likeness_is_a_question_and_no_entity_changes(desk: StageRun) -> None:
    """Another spelling is likely at most; the case's companies stay as they were."""
    before = desk_entities(with_articles(desk, article(SENT.replace("Kestrel", "Kestral"))))
    assert links(desk, "Invented Kestral Works")[KESTREL]["grade"] in ("likely", "possible")
    assert before == sorted(COUNTRIES)


def desk_entities(desk: StageRun) -> list[str]:
    """Return the ids of the case's companies."""
    return sorted(desk.read("entities")["entity_id"].to_pylist())


def test_a_person_fixes_a_link(desk: StageRun) -> None:
    """'same' makes the link sure and the verdict follows; the row says who judged."""
    with_articles(desk, article(SENT.replace("Kestrel", "Kestral")))
    name = next(iter(links(desk, "Invented Kestral Works").values()))["name_id"]
    judged(desk, name, "same")
    assert only_verdict(desk).verdict == "supported"
    assert links(desk, "Invented Kestral Works")[KESTREL]["judged_by"] == "an analyst"


def test_a_person_takes_a_link_away(desk: StageRun) -> None:
    """'different' removes the candidate even when the names are equal."""
    with_articles(desk, article(SENT))
    judged(desk, links(desk, "Example Trading")[EXAMPLE]["name_id"], "different", EXAMPLE)
    assert EXAMPLE not in links(desk, "Example Trading")
    assert only_verdict(desk).verdict == "not_decidable"


def judged(desk: StageRun, name: str, judgement: str, company: str = KESTREL) -> None:
    """Write one judgement as the third room leaves it, and run the stages again."""
    from enduse.claims import check

    decided = {"left_id": company, "right_id": name, "judgement": judgement, "judged_by": "an analyst", "reason": "seen in its register"}
    desk.write(TABLES["judgements"], [decided])
    attribute(desk)
    check(desk)


def test_a_name_of_the_case_is_found_where_rules_find_none(desk: StageRun) -> None:
    """A run of capitals that the case knows is a mention, though nothing in its words says company."""
    with_articles(desk, article("An official said Example Trading had paid for it."))
    assert [row["name"] for row in desk.read("article_mentions").to_pylist() if row["kind"] == "company"] == ["Example Trading"]


def test_goods_and_parts_are_entries_of_catalogues(desk: StageRun) -> None:
    """Chips stand beside their heading, a part beside its record."""
    desk.write(
        TABLES["components"],
        [{"component_id": "k1", "part_number": "KX-900", "name_marking": "KX-900 board", "found_in": "Invented Drone"}],
    )
    with_articles(desk, article("Investigators found chips marked KX-900 in the wreck, an expert said."))
    found = {(row["name"], row["candidate_kind"], row["candidate_id"]) for row in desk.read("name_candidates").to_pylist()}
    assert ("chips", "hs_prefix", "8542") in found
    assert ("KX-900", "component", "k1") in found


def of_kind(desk: StageRun, name: str, kind: str) -> dict[str, dict[str, Any]]:
    """Return the candidates of one kind of a name by their ids."""
    rows = desk.read("name_candidates").to_pylist()
    return {row["candidate_id"]: row for row in rows if row["name"] == name and row["candidate_kind"] == kind}


def listed(subject: str, schema: str, name: str) -> tuple[dict[str, str], dict[str, str]]:
    """Return a statement and a designation of an invented list."""
    on = {"subject_id": subject, "list_id": "invented_list"}
    named = {"statement_id": f"s {subject}", "schema": schema, "prop": "name", "value": name}
    return {**on, **named}, {**on, "designation_id": f"d {subject}", "measure": "asset_freeze", "authority": "Invented Authority"}


LISTED = (listed("p1", "Person", "Orla Velmukdrin"), listed("p2", "Company", "Velmukdrin"))
"""An invented list of a person and of a company of her surname."""


def with_listed_person(desk: StageRun, text: str) -> StageRun:
    """Write the invented list and an article, and link its names."""
    desk.write(TABLES["statements"], [statement for statement, _ in LISTED])
    desk.write(TABLES["designations"], [designation for _, designation in LISTED])
    add(desk, article(text))
    attribute(desk)
    return desk


def test_a_person_is_put_beside_listed_people_of_that_name(desk: StageRun) -> None:
    """The full name is the listed person's, with reasons; it is a candidate, and no company's."""
    with_listed_person(desk, "“Engines were shipped,” said Orla Velmukdrin, a director of the Invented Institute.")
    found = of_kind(desk, "Orla Velmukdrin", "subject")
    assert set(found) == {"p1"}
    assert found["p1"]["evidence"]
    assert 0 <= found["p1"]["score"] <= 1


def test_a_surname_is_asked_about_by_the_full_name_of_its_article(desk: StageRun) -> None:
    """Who is printed by surname later on is possibly the listed person, never surely."""
    with_listed_person(desk, "“Engines were shipped,” said Orla Velmukdrin, a director. Engines were sold by Velmukdrin to Mr Velmukdrin.")
    row = of_kind(desk, "Velmukdrin", "subject")["p1"]
    assert row["grade"] == "possible"
    assert "taken for Orla Velmukdrin" in row["evidence"]


def test_a_place_is_put_beside_its_territory(desk: StageRun) -> None:
    """A country's name is that territory's, a capital stands for its state, 'Georgia' may be either of two: none is decided."""
    with_articles(desk, article("Officials said that engines went from China to Georgia in 2023. Beijing sent engines too."))
    assert of_kind(desk, "China", "territory")["CN"]["grade"] == "same_name"
    assert of_kind(desk, "Beijing", "territory")["CN"]["grade"] == "possible"
    assert {code: row["grade"] for code, row in of_kind(desk, "Georgia", "territory").items()} == {"GE": "possible", "US": "possible"}
