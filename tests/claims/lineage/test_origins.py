"""Origins of small invented stories: who retells whom, and what is counted."""

from __future__ import annotations

from enduse.claims.extracted import ArticleClaims, ChainNode, Lineage
from enduse.claims.lineage import group
from tests.claims.lineage.articles import DELIVERY, INSTITUTE, OFFICIALS, SALE, article, engines, outlet


def origins_of(lineage: Lineage, *claims: str) -> int:
    """Return how many origins some claims have."""
    return len({lineage.origin[one] for one in claims})


def strict(lineage: Lineage) -> int:
    """Return how many origins count as independent."""
    return sum(one.independent is True for one in lineage.origins)


def original() -> ArticleClaims:
    """Return the article of the first publisher."""
    return article("a", "Invented Courier", "2024-05-06", engines(chain=[OFFICIALS]))


def test_a_retelling_that_cites_the_first_publisher_is_its_origin() -> None:
    """Publisher and date join articles, whatever their words."""
    retold = article("b", "Example Herald", "2024-05-07", engines(SALE, chain=[outlet("The Invented Courier"), OFFICIALS]))
    found = group([original(), retold])
    assert origins_of(found, "a-1", "b-1") == 1
    assert strict(found) == 1
    assert found.origins[0].first_publisher in ("Invented Courier", "The Invented Courier")


def test_an_unknown_root_never_adds() -> None:
    """An article that names no source is never counted, even when nothing joins it."""
    bare = article("b", "Example Herald", "2024-05-07", {"quote": "Kestrelvan Works is a supplier of Dobrimun Plant"})
    assert strict(group([original(), bare])) == 1
    assert strict(group([bare])) == 0


def test_anonymous_roots_of_two_publishers_stay_apart_but_count_once() -> None:
    """Two outlets' own officials may be the same people: apart, flagged, one in the strict count, two in the lenient."""
    text = "Kestrelvan Works and Dobrimun Plant tested a drone near Nebylsk"
    other = article("b", "Example Herald", "2024-05-07", {"quote": text, "chain": [OFFICIALS]})
    found = group([original(), other])
    (story,) = found.more["stories"]
    assert (story["origins_strict"], story["origins_lenient"]) == (1, 2)
    assert "independence not provable" in story["why"][0]


def test_two_named_roots_are_two_origins_of_one_claim() -> None:
    """A named institute that says the same corroborates; it is no retelling."""
    other = article("b", "Example Herald", "2024-05-20", engines(chain=[INSTITUTE]))
    first = article("a", "Invented Courier", "2024-05-06", engines(chain=[ChainNode("person", "Orla Velmuk")]))
    found = group([first, other])
    assert origins_of(found, "a-1", "b-1") == 2
    assert strict(found) == 2
    assert found.same_as["a-1"] == found.same_as["b-1"]
    assert found.more["corroborates"][0]["origins_strict"] == 2


def test_a_lookalike_of_another_supplier_is_another_story() -> None:
    """The same buyer and goods do not make one story when supplier and number differ."""
    other = article("b", "Example Herald", "2024-05-07", engines(DELIVERY.replace("Kestrelvan", "Zunlapdiz"), 45, chain=[OFFICIALS]))
    found = group([original(), other])
    assert origins_of(found, "a-1", "b-1") == 2
    assert not found.same_as


def test_the_order_of_articles_changes_nothing() -> None:
    """Groups, ids and counts are the same in whatever order articles come."""
    articles = [
        original(), article("b", "Example Herald", "2024-05-07", engines(SALE, chain=[outlet("Invented Courier")])),
        article("c", "Nowhere Post", None, engines(SALE)),
    ]  # fmt: skip
    assert group(articles) == group(articles[::-1])


def test_an_answer_travels_with_its_story_and_is_an_origin_of_its_own() -> None:
    """What an accused company says in two retellings is one origin, not the story's."""
    denial = {
        "quote": "It has never sent engines to Dobrimun Plant",
        "chain": [ChainNode("organisation", "Kestrelvan Works")],
        "stance": "denied",
    }
    first = article("a", "Invented Courier", "2024-05-06", engines(chain=[OFFICIALS]), dict(denial))
    second = article("b", "Example Herald", "2024-05-07", engines(SALE, chain=[outlet("Invented Courier")]), dict(denial))
    found = group([first, second])
    assert origins_of(found, "a-2", "b-2") == 1
    assert origins_of(found, "a-1", "a-2") == 2


def test_another_name_for_the_source_does_not_make_a_second_origin() -> None:
    """Who cites the first publisher, or tells the same within days, and names somebody else, is not provably independent."""
    smuk, velmuk = ChainNode("person", "Imbert Smukdrin"), ChainNode("person", "Orla Velmuk")
    first = article("a", "Invented Courier", "2024-05-06", engines(chain=[velmuk]))
    citing = article("b", "Example Herald", "2024-05-08", engines(SALE, chain=[outlet("Invented Courier"), smuk]))
    alone = article("b", "Example Herald", "2024-05-08", engines(chain=[smuk]))
    late = article("b", "Example Herald", "2024-06-28", engines(chain=[smuk]))
    assert [strict(group([first, other])) for other in (citing, alone, late)] == [1, 1, 2]
    (story,) = group([first, alone]).more["stories"]
    assert "one may retell the other" in story["why"][0]


def test_nameless_papers_beside_a_named_body_are_not_a_second_origin() -> None:
    """'Investigations', and what an outlet reports without its source, may be the institute's that the article rests on."""
    papers = {"quote": "Parts of Indian make were found in drones", "chain": [ChainNode("document", "investigations")]}
    found = group([article("a", "Example Herald", "2024-05-06", engines(chain=[INSTITUTE]), papers)])
    assert [one.root for one in found.origins if one.independent] == ["Zubrivel Institute"]


def test_the_root_told_is_the_one_that_most_claims_rest_on() -> None:
    """Sites and media that are only said to tell something are no root while somebody is one."""
    sites = ChainNode("document", "Imagined defence websites and multiple media reports")
    told = (engines(chain=[outlet("Invented Courier"), OFFICIALS]), {"quote": "Dobrimun Plant builds a drone", "chain": [sites]})
    assert group([article("a", "Example Herald", "2024-05-06", *told)]).origins[0].root == "two invented officials"
