"""Matching a table against a table, without a workspace."""

from __future__ import annotations

import random

from enduse.entities import Entity, Pool, match

NAMES = ["Romashka LLC", "Vasilek LLC", "Ningbo Peak Cloud Import and Export Co., Ltd", "Invented Kestrel Works", "Hangzhou Peak Trading"]


def test_best_first_with_explanation() -> None:
    """A query finds its entity across scripts, and says why."""
    [one, other] = match(["宁波峰云进出口有限公司", "ООО Ромашка"], NAMES, top=1)
    assert (one.query_id, one.pool_id, other.pool_id) == ("0", "2", "0")
    assert {"峰", "云"} <= {told.left for told in one.explanation}


def test_threshold_and_top_bound_the_hits() -> None:
    """No hit is less probable than the threshold, and no query has more than `top`."""
    pool = Pool(Entity((f"Invented Kestrel Works {word}",), id=word) for word in ("Moscow", "Kazan", "Samara", "Perm"))
    assert len(pool.match(["Invented Kestrel Works"], top=2, threshold=0.0)) == 2
    assert all(hit.probability >= 0.9 for hit in pool.match(["Invented Kestrel Works"], top=9, threshold=0.9))
    assert pool.match(["Unlike Anything"], threshold=0.5) == []


def test_the_order_of_the_pool_does_not_matter() -> None:
    """The same pool in another order gives the same hits."""
    entities = [Entity((name,), id=name) for name in NAMES]
    shuffled = random.Random(7).sample(entities, len(entities))
    asked = [Entity((name,), id=name) for name in ("Peak Cloud Ningbo", "Kestrel Invented", "Romaska")]
    assert [hit.as_json() for hit in match(asked, entities, 5, 0.0)] == [hit.as_json() for hit in match(asked, shuffled, 5, 0.0)]


def test_a_number_finds_whatever_the_name() -> None:
    """A tax number brings together what no name would, and two valid ones part equal names."""
    pool = [Entity(("Invented Kestrel Works",), ("RU",), ("INN 7707083893",), "a"), Entity(("Other",), ("RU",), ("INN 7736050003",), "b")]
    asked = Entity(("Invented Kestrel Works",), ("RU",), ("INN 7736050003",))
    assert [hit.pool_id for hit in match([asked], pool, threshold=0.0)] == ["b"]


def test_rows_of_one_id_are_names_of_one_entity() -> None:
    """A repeated id adds names, and the entity is found once."""
    pool = [Entity(("Invented Kestrel Works",), id="a"), Entity(("Zavod Vymysel",), id="a")]
    [hit] = match(["Завод Вымысел"], pool)
    assert (hit.pool_id, hit.name) == ("a", "Zavod Vymysel")


def test_what_is_added_later_is_found() -> None:
    """A pool grows without being made anew."""
    pool = Pool(Entity((name,), id=name) for name in NAMES)
    pool.add(Entity(("Зимородок",), id="later"))
    assert [hit.pool_id for hit in pool.match(["Zimorodok"])] == ["later"]


def test_a_typing_mistake_is_found() -> None:
    """One wrong letter in the brand does not hide the company."""
    [hit] = match(["Invented Kestral Works"], NAMES, top=1, threshold=0.3)
    assert hit.name == "Invented Kestrel Works"


def test_a_legal_form_finds_nothing() -> None:
    """What is no name answers to nothing, even at no threshold."""
    assert match(["ООО", "CORP", "有限公司", ""], NAMES, threshold=0.0) == []
