"""Matching a table against a table, without a workspace."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from enduse.entities import Entity, Pool, by_consonants, by_syllables, match

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


def test_a_threshold_only_leaves_hits_out() -> None:
    """What a hit scores does not depend on the threshold asked for: words common in the pool tell less at any."""
    number = ("INN 9900000000",)
    pool = Pool(Entity((f"Kestrel Branch {letter}el",), id=letter, identifiers=number if letter == "a" else ()) for letter in "abcdefghi")
    asked = Entity(("Kestrel Branch Ael",), identifiers=number)
    found = pool.ask(asked)
    assert pool.ask(asked, threshold=0.99999) == [hit for hit in found if hit.probability >= 0.99999] != []


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


def test_what_is_added_bit_by_bit_is_found_as_if_at_once() -> None:
    """Names added after a question are asked together with those that were there; the hits are those of a pool made at once."""
    names = [f"Invented {first}{second} Works" for first in ("Kes", "Her", "Ospr", "Fal", "Mer") for second in ("trel", "on", "ey", "lin")]
    asked = ["Invented Kestrel", "Hertrel Works Invented", "Merlinn Works"]
    pool = Pool(Entity((name,), id=name) for name in names[:12])
    for name in names[12:]:
        pool.match(asked)
        pool.add(Entity((name,), id=name))
    at_once = match(asked, [Entity((name,), id=name) for name in names], threshold=0.1)
    assert [hit.as_json() for hit in pool.match(asked, threshold=0.1)] == [hit.as_json() for hit in at_once]


def test_many_questions_are_answered_as_each_alone() -> None:
    """A table of questions gets the answers that each question gets by itself, a list for each."""
    pool = Pool(Entity((name,), id=name) for name in NAMES)
    asked = [*NAMES, "CORP", "Romashka", "宁波峰云进出口有限公司"] * 60
    assert [[hit.as_json() for hit in hits] for hits in pool.answers(asked)] == [
        [hit.as_json() for hit in pool.ask(one, number=str(at))] for at, one in enumerate(asked)
    ]


@pytest.mark.parametrize("typed", ["Kakanir", "Karannir", "Karnir", "Krataner", "Akranir"])
def test_one_slip_in_a_short_name_meets_it(typed: str) -> None:
    """A letter left out, doubled, changed or moved leaves a short name among the candidates."""
    pool = Pool([Entity(("Karanir",), id="a"), Entity(("Invented Kestrel",), id="b")])
    assert (0 in pool.candidates(typed)) == (typed != "Krataner")


def test_a_company_is_no_ship() -> None:
    """Kinds that cannot be one thing do not meet by name; a number still brings them together."""
    pool = Pool([Entity(("Invented Kestrel",), id="a", schema="Vessel"), Entity(("Invented Kestrel",), id="b")])
    asked = Entity(("Invented Kestrel Ltd",), schema="Company")
    assert [hit.pool_id for hit in pool.ask(asked)] == ["b"]


def test_ships_of_its_name_do_not_crowd_a_company_out() -> None:
    """However many ships share more with a name, the company that may be meant is a candidate; a ship only beside one of its name."""
    ships = [Entity((f"Inventkestrel {number}",), id=f"s{number}", schema="Vessel") for number in range(80)]
    pool = Pool([*ships, Entity(("Inventkestrin Trading",), id="right", schema="Company"), Entity(("Inventkestrel 7",), id="also")])
    asked = Entity(("Inventkestrel Trading",), schema="Organization")
    assert {pool.entities[at].id for at in pool.candidates(asked)} == {"right", "also", "s7"}
    pool.remove("also")
    assert {pool.entities[at].id for at in pool.candidates(asked)} == {"right"}


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [("Invegrpohen", "Invegrophen"), ("Joint Stock Company Enregiya", "Joint Stock Company Energiya"), ("SAM AAIRLINE", "SAMA AIRLINE"),
     ("T.D.G.", "T.D.G."), ("Sunship Management", "Sun Ship Management"), ("Vymelaa", "Vymelada")],
)  # fmt: skip
def test_slips_in_digraphs_and_in_words_of_trade_are_found(dirty: str, clean: str) -> None:
    """A slip within two letters of one sound, in a name without a brand, and beside a moved space leaves the name among the candidates."""
    assert Pool([Entity((clean,), id="right")]).candidates(dirty) == {0}


def test_the_same_name_with_a_mistyped_general_word_is_weighed_first() -> None:
    """Words such as group and international, and numbers, tell which of many names of one brand is the likeliest."""
    others = [
        Entity((f"Inventpetrel {word}",), id=word)
        for word in ("Turbines", "Motors", "Cables", "Pumps", "Paints", "Boats", "Toys", "Silk", "Tea")
    ]
    pool = Pool([*others, Entity(("Inventpetrel International FZE",), id="right")])
    assert [hit.pool_id for hit in pool.match(["Inventpetrel Intrenational FZE"])][:1] == ["right"]


def test_a_name_of_no_stated_kind_is_compared_with_a_ship_as_a_ship() -> None:
    """What is printed around a ship's name is no part of it, and a company named as the ship is another thing."""
    pool = Pool([Entity(("INVENTED STAR",), id="ship", schema="Vessel")])
    assert [hit.pool_id for hit in pool.match(["M/T Invented Star V.123E", "Invented Star (IMO 9900007)"])] == ["ship", "ship"]
    assert pool.match(["Invented Star LLC", "Invented Starling"]) == []


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [("SWISSLUXURY FZE", "SWISS LUXURY FZE"), ("AERO STAGE SERVICES", "AEROSTAGE SERVICES"), ("CHANG GWANG BANK", "CHANGGWANG BANK")],
)
def test_words_run_together_are_found_among_many(dirty: str, clean: str) -> None:
    """Known words written in one, and one word written in two, meet their name in a pool of others."""
    others = [Entity((f"Invented {word} Bank Services FZE",), id=word) for word in ("Kestrel", "Merlin", "Osprey", "Harrier")]
    assert [hit.pool_id for hit in Pool([*others, Entity((clean,), id="right")]).match([dirty])] == ["right"]


def test_completeness_is_the_share_of_pairs_that_can_be_found() -> None:
    """Of two true pairs one shares no key with its entity: half can be found."""
    pool = Pool(Entity((name,), id=name) for name in NAMES)
    assert pool.completeness([("ООО Ромашка", "Romashka LLC"), ("Unlike", "Vasilek LLC")]) == 0.5
    assert pool.completeness([]) is None


def test_a_typing_mistake_is_found() -> None:
    """One wrong letter in the brand does not hide the company."""
    [hit] = match(["Invented Kestral Works"], NAMES, top=1, threshold=0.3)
    assert hit.name == "Invented Kestrel Works"


def test_a_legal_form_finds_nothing() -> None:
    """What is no name answers to nothing, even at no threshold."""
    assert match(["ООО", "CORP", "有限公司", ""], NAMES, threshold=0.0) == []


WORDS = ("Kestrel", "Heron", "Osprey", "Romashka", "Peak Cloud", "峰云", "Trading", "(Master)", "No 2", "Moscow", "Works")
NAMED = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)
ENTITIES = st.builds(
    Entity,
    names=st.tuples(NAMED),
    countries=st.sampled_from([(), ("RU",), ("CN",)]),
    identifiers=st.sampled_from([(), ("INN 9900000017",), ("INN 9900000024",)]),
    id=st.sampled_from("abcdef"),
    schema=st.sampled_from([None, "Company", "Vessel"]),
    phones=st.sampled_from([(), ("+74950000000",), ("+74950000001",)]),
)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(ENTITIES, max_size=8),
    st.lists(st.one_of(ENTITIES, st.sampled_from("abcdef")), max_size=10),
    st.lists(ENTITIES, min_size=1, max_size=4),
)
def test_a_pool_that_changed_answers_as_one_made_anew(first: list[Entity], changes: list[Entity | str], asked: list[Entity]) -> None:
    """Whatever was added, joined, taken out and put back, answers and size are those of a new pool of what is in it."""
    pool, rows = Pool(first), list(first)
    for one in changes:
        if isinstance(one, str):
            assert pool.remove(one) == any(row.id == one for row in rows)
            rows = [row for row in rows if row.id != one]
        else:
            pool.ask(asked[0])
            pool.add(one)
            rows.append(one)
    anew = Pool(rows)
    assert len(pool) == len(anew)
    found, expected = (one.answers(asked, 9, 0.01) for one in (pool, anew))
    assert [[hit.as_json() for hit in hits] for hits in found] == [[hit.as_json() for hit in hits] for hits in expected]


def test_a_name_in_brackets_tells_less_than_a_name() -> None:
    """What stands in brackets behind a name (`(Master)`) is no company's name against another's brackets."""
    asked = "Invented Osprey Fund (Perihelion)"
    both, one, none = (
        Pool([Entity((name,), id="a")]).ask(query, 1, 0.0)[0].score
        for query, name in ((asked, "Invented Heron Holding (Perihelion)"), (asked, "Perihelion"), ("Perihelion", "Perihelion"))
    )
    assert both < one < none


def test_a_line_of_business_beside_one_brand_word_counts_against() -> None:
    """One word is all the two share, and one of them names a trade: less than without the trade, and told."""
    pool = Pool([Entity(("Karanir",), id="a")])
    [bare], [more] = pool.ask("Karanir Ltd", 1, 0.0), pool.ask("Karanir Investment Ltd", 1, 0.0)
    assert more.score < bare.score - 1
    assert any(one.comparison.startswith("one brand, and a line of business") for one in more.explanation)


def test_of_equal_answers_the_legal_form_asked_for_stands_first() -> None:
    """Legal forms weigh nothing, and say which of two namesakes is named first: limited or by shares, open or public."""
    namesakes = [Entity((f"{form} Vymyslan",), id=form) for form in ("OAO", "PAO", "OOO")]
    asked = {form: [hit.pool_id for hit in match([f"{form} «Вымыслан»"], namesakes)] for form in ("ООО", "ПАО", "ОАО")}
    assert {form: found[0] for form, found in asked.items()} == {"ООО": "OOO", "ПАО": "PAO", "ОАО": "OAO"}
    assert len({hit.score for hit in match(["ООО «Вымыслан»"], namesakes)}) == 1


def test_a_pool_made_ready_reads_no_name_for_the_first_question(monkeypatch: pytest.MonkeyPatch) -> None:
    """Names in Arabic letters are asked of keys that are there already, and the answers are those of a pool asked at once."""
    asked = [Entity(("شركة كستريل للتجارة",)), Entity(("김철수",), schema="Person")]
    entities = [Entity(("Kestrel Trading LLC",), id="a"), Entity(("Kim Chol-su",), schema="Person", id="b")]
    expected = Pool(entities).match(asked)
    pool = Pool(entities)
    pool.make_ready()
    for spelled in (by_consonants.ByConsonants, by_syllables.BySyllables):
        monkeypatch.setattr(spelled, "_put", None)
    assert pool.match(asked) == expected
    assert {hit.pool_id for hit in expected} == {"a", "b"}


@pytest.mark.parametrize(("kind", "weighed"), [("Company", False), ("Person", True), (None, False)])
def test_companies_must_be_more_alike_than_people_to_be_weighed(kind: str | None, weighed: bool) -> None:
    """A family name shared and another given name may be a person asked for in part; of a company it is another brand."""
    pool = Pool([Entity(("Vymyselov Anatoliy Bogdanovich Pugin",), id="p", schema=kind)])
    assert bool(pool.match([Entity(("Vymyselov Kestrel",), schema=kind)], threshold=0.0)) == weighed
    # What is as much alike as that line asks is weighed whatever it is.
    near = Pool([Entity(("Vymyselov Petrushka",), id="p", schema=kind)])
    assert near.match([Entity(("Vymyselov Kestrel",), schema=kind)], threshold=0.0)
