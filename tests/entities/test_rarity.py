"""What is common among very many names tells little."""

from __future__ import annotations

from enduse.entities import Entity, Pool, compare

ESTATES = [
    Entity((f"{brand} Dwellingstead",), id=brand) for brand in ("Kestrel", "Osprey", "Heron", "Merlin", "Wigeon", "Garganey", "Smew")
]


def test_a_word_that_many_bear_tells_less() -> None:
    """What only a common word brings together is less probable in the pool than the two names alone, and the hit says so."""
    pool = Pool([*ESTATES, *(Entity((f"Invented {at} Dwellingstead",), id=str(at)) for at in range(40))])
    [hit] = pool.ask("Kestrel Dwellingstead", top=1)
    assert hit.pool_id == "Kestrel"
    assert hit.score < compare("Kestrel Dwellingstead", "Kestrel Dwellingstead").score
    assert any("common words, borne by up to 47 of 47" in one.comparison for one in hit.explanation)


def test_a_word_that_few_bear_tells_all() -> None:
    """In a pool where few share a word, the score is the one of the two names alone."""
    [hit] = Pool(ESTATES[:3]).ask("Osprey Dwellingstead", top=1)
    assert hit.score == compare("Osprey Dwellingstead", "Osprey Dwellingstead").score


def test_general_words_on_one_side_only_count() -> None:
    """A short name and a group of that name are told apart more than two spellings of the same."""
    pool = Pool([Entity(("Kesta",), id="a")])
    plain, grouped = (pool.ask(name, threshold=0.0)[0] for name in ("Kesta", "Kesta Group"))
    assert plain.score - grouped.score >= 1.0
    assert ("general words", "group", None) in {(one.comparison, one.left, one.right) for one in grouped.explanation}


def test_people_are_weighed_as_people() -> None:
    """A person in the pool answers word for word, with the score of `compare`."""
    person = Entity(("INVENTED, Ivan Petrovich",), id="p", schema="Person")
    [hit] = Pool([person]).ask(Entity(("Ivan Petrovich Invented",), schema="Person"))
    assert hit.score == compare(Entity(("Ivan Petrovich Invented",), schema="Person"), person).score
    assert any(one.comparison.startswith("word of the name") for one in hit.explanation)
