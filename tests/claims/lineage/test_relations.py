"""Claims against each other: denials and their scope, contradictions, what a retelling changed."""

from __future__ import annotations

from typing import Any

from enduse.claims.extracted import ArticleClaims, ChainNode, Lineage
from enduse.claims.lineage import group
from tests.claims.lineage.articles import DELIVERY, INSTITUTE, OFFICIALS, SALE, article, engines, outlet

DRONES = "Kestrelvan Works delivered drones to Dobrimun Plant in June 2023"


def answered(quote: str, **fields: Any) -> Lineage:
    """Return the lineage of an article that says engines and drones were sent, with this denial as its third claim."""
    denial = {"quote": quote, "chain": [ChainNode("organisation", "Ministry of Invented Trade")], "stance": "denied", **fields}
    return group(
        [article("a", "Invented Courier", "2024-05-06", engines(chain=[OFFICIALS]), {"quote": DRONES, "chain": [OFFICIALS]}, denial)]
    )


def test_a_denial_about_drones_does_not_answer_engines() -> None:
    """A denial answers claims about the goods it names, and no others."""
    assert answered("no drones were ever delivered to Dobrimun Plant").denies == {"a-3": ("a-2",)}


def test_a_denial_about_weapons_answers_drones() -> None:
    """Weapons include drones, not engines."""
    assert answered("it does not supply weapons to anybody").denies == {"a-3": ("a-2",)}


def test_a_denial_of_one_state_does_not_answer_what_another_gave() -> None:
    """'China does not provide weapons' answers weapons from China, not drones from North Korea with parts from China."""
    said = ("North Korea supplied Russia with drones", "Russia relies on drones from countries like Iran and on parts from China")
    claims = [{"quote": quote, "chain": [OFFICIALS]} for quote in (*said, "China is supplying drones to Russia")]
    denial = {"quote": "China does not supply weapons to any side", "chain": [ChainNode("organisation", "the Embassy")], "stance": "denied"}
    assert group([article("a", "Invented Courier", "2024-05-06", *claims, denial)]).denies == {"a-4": ("a-3",)}


def test_goods_that_describe_a_plant_are_not_denied() -> None:
    """'Engines to a drone plant' speaks of engines, not of drones."""
    assert answered("it never delivered engines to a drone plant at Dobrimun").denies == {"a-3": ("a-1",)}


def test_not_to_know_of_a_thing_denies_nothing_else() -> None:
    """'Not aware' denies knowledge: its scope says so, and no claim is answered."""
    found = answered("it was not aware of any drones for Dobrimun Plant", of_knowledge=True)
    assert found.denies == {}
    assert found.more["denial_scopes"]["a-3"]["kind"] == "knowledge"


def test_accusations_rejected_as_a_whole_are_all_denied() -> None:
    """'Baseless allegations' without a name or goods answer what the article tells."""
    assert answered("it rejected the allegations as baseless").denies == {"a-3": ("a-1", "a-2")}


def test_another_number_from_another_source_contradicts() -> None:
    """Two named sources with numbers that exclude each other contradict; a lower bound below does not."""
    first = article("a", "Invented Courier", "2024-05-06", engines(chain=[ChainNode("person", "Orla Velmuk")]))
    second = article("b", "Example Herald", "2024-05-20", engines(DELIVERY.replace("120", "30"), 30, chain=[INSTITUTE]))
    assert group([first, second]).contradicts == {"a-1": ("b-1",), "b-1": ("a-1",)}


def retold(quote: str, count: float, **fields: Any) -> dict[str, Any]:
    """Return what the one retelling is said to have changed."""
    articles: list[ArticleClaims] = [
        article("a", "Invented Courier", "2024-05-06", engines(chain=[OFFICIALS], stance="uncertain")),
        article("b", "Example Herald", "2024-05-07", engines(quote, count, **fields)),
    ]
    (line,) = group(articles).more["drift"]
    assert (line["claim"], line["against"]) == ("b-1", "a-1")
    return dict(line["changed"])


def test_a_changed_number_is_drift_not_contradiction() -> None:
    """Within one origin another number is what the retelling changed."""
    changed = retold(SALE.replace("120", "210"), 210, chain=[outlet("Invented Courier"), OFFICIALS], stance="uncertain")
    assert (changed["number"]["from"], changed["number"]["to"]) == (120, 210)
    assert "strength" not in changed


def test_a_dropped_hedge_and_source_are_drift() -> None:
    """What was uncertain and is told as fact is stronger; an outlet without its source is weaker attribution."""
    changed = retold(SALE, 120, chain=[outlet("Invented Courier")])
    assert changed["strength"].startswith("stronger")
    assert changed["attribution"] == "outlet_only"
