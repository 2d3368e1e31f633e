"""Merging and keeping apart: what may be one company, and that order changes nothing."""

from __future__ import annotations

import datetime as dt
import itertools
import random

import pytest

from enduse.entities import resolve
from enduse.errors import SettingError
from enduse.model.trade import SHIPMENT_PARTIES, SHIPMENTS
from enduse.store import StageRun
from tests.entities.conftest import Resolve, clusters, mention

INN, OTHER_INN, OGRN = "9900000017", "9900000024", "1029900000019"


def test_number_joins_what_names_do_not(resolved: Resolve) -> None:
    """One valid tax number joins a name and its translation, and the basis says so."""
    run = resolved(mention("ООО Вымысел", "RU", INN), mention("Invented Fiction LLC", "RU", INN))
    assert clusters(run) == {frozenset({"ООО Вымысел", "Invented Fiction LLC"})}
    assert set(run.read("entity_mentions")["basis"].to_pylist()) == {"same identifier"}


def test_shared_number_with_contradicting_number_asks(resolved: Resolve) -> None:
    """Two valid INNs never stand in one cluster, even when an OGRN is shared: the pair is a question."""
    run = resolved(mention("Invented Alder", "RU", f"{INN}; {OGRN}"), mention("Invented Birch", "RU", f"{OTHER_INN}; {OGRN}"))
    assert run.read("entities").num_rows == 2
    assert "identifiers differ" in run.read("possible_matches")["evidence"][0].as_py()


def test_nameless_third_does_not_bridge_two_numbers(resolved: Resolve) -> None:
    """A mention without number joins neither of two namesakes with different valid numbers."""
    run = resolved(mention("ООО Вымысел", "RU", INN), mention("ООО Вымысел", "RU", OTHER_INN), mention("ООО Вымысел", "RU"))
    assert run.read("entities").num_rows == 3
    assert run.read("possible_matches").num_rows == 2


def test_no_country_does_not_bridge_two_countries(resolved: Resolve) -> None:
    """A name without country joins neither of two namesakes in different countries; all three are questions."""
    run = resolved(*(mention("Invented Kestrel Works", country) for country in ("CN", "KZ", None)))
    assert run.read("entities").num_rows == 3
    assert run.read("possible_matches").num_rows == 3


def test_unknown_number_joins_only_within_a_country(resolved: Resolve) -> None:
    """A number of an unknown scheme means nothing across countries."""
    inside = resolved(mention("Invented Alder", "PK", "4455667"), mention("Invented Birch", "PK", "4455667"))
    assert inside.read("entities").num_rows == 1
    across = resolved(mention("Invented Alder", "PK", "4455667"), mention("Invented Birch", "LK", "4455667"))
    assert across.read("entities").num_rows == 2


@pytest.mark.parametrize("filler", ["1111111111", "7.70708E+09"])
def test_a_filler_neither_joins_nor_asks(resolved: Resolve, filler: str) -> None:
    """A number that strangers print says nothing of two companies."""
    run = resolved(mention("ООО Вымысел", "RU", filler), mention("ООО Пустельга", "RU", filler))
    assert (run.read("entities").num_rows, run.read("possible_matches").num_rows) == (2, 0)


def test_customs_that_recorded_it_say_whose_number_it_is(desk: StageRun, resolved: Resolve) -> None:
    """Ten digits of the consignee of a Russian import are an INN though the party's country is not stated."""
    one = mention("Invented Alder", None, INN)
    resolved(one)
    desk.write(SHIPMENTS, [{"shipment_id": "S0", "source_id": "customs/ru_imports", "direction": "import", "reporter": "RU"}])
    resolve(desk)
    assert desk.read("mention_identifiers").to_pylist() == [{"mention_id": one["mention_id"], "scheme": "INN", "value": INN, "valid": True}]


def test_number_beside_too_many_names_does_not_merge(resolved: Resolve) -> None:
    """A number under more names than the limit is a broker's or a filler: questions instead."""
    words = ["".join(letters) for letters in itertools.product("bdkl", "aeo", "mnr", "iou")][:30]
    run = resolved(*(mention(f"Invented {word}{word}", "RU", INN) for word in words))
    assert run.read("entities").num_rows == len(words)


def test_single_letters_survive(resolved: Resolve) -> None:
    """A, B and E are three companies, whatever their roles, and none is lost."""
    run = resolved(*(mention(name, role=role) for name in "ABE" for role in ("consignor", "consignee")))
    assert sorted(run.read("entities")["name"].to_pylist()) == ["A", "B", "E"]


def test_entity_counts_each_shipment_once(resolved: Resolve, desk: StageRun) -> None:
    """A company that is consignee and declarant of one shipment stands on one row, not two."""
    first, second = mention("Invented Alder", "RU"), mention("Invented Alder", "RU", role="declarant")
    resolved(first, second)
    rows = [{"shipment_id": "S0", "role": one["role"], "ordinal": 1, "mention_id": one["mention_id"]} for one in (first, second)]
    desk.write(SHIPMENT_PARTIES, rows)
    resolve(desk)
    assert desk.read("entities").select(["mentions", "shipments"]).to_pylist() == [{"mentions": 2, "shipments": 1}]


def test_entity_bears_its_commonest_name_and_oldest_mention(resolved: Resolve) -> None:
    """The name on most shipments names the entity; its id is that of the oldest mention, so that it lasts."""
    old = mention("ООО Вымысел", "RU", INN, shipments=2)
    new = mention("OOO Vymysel", "RU", INN, shipments=9, first_seen=old["last_seen"])
    alone = resolved(old).read("entities").to_pylist()[0]
    grown = resolved(old, new).read("entities").to_pylist()[0]
    assert (grown["name"], grown["entity_id"]) == ("OOO Vymysel", alone["entity_id"])
    assert alone["name_latin"] == "OOO Vymysel"


def test_alike_name_at_one_address_joins(resolved: Resolve) -> None:
    """A mistyped name joins its company when a rare address stands beside both; where nothing is stated it is a question."""
    here = "Example Street 17, office 204, Exampleville"
    run = resolved(mention("Invented Kestrel Bearings", "KZ", address=here), mention("Invented Kestrle Bearings", "KZ", address=here))
    assert clusters(run) == {frozenset({"Invented Kestrel Bearings", "Invented Kestrle Bearings"})}
    said = "alike name and shared evidence: names differ by one letter; same address"
    assert set(run.read("entity_mentions")["basis"].to_pylist()) == {said}
    apart = resolved(mention("Invented Kestrel Bearings"), mention("Invented Kestrle Bearings"))
    assert (apart.read("entities").num_rows, apart.read("possible_matches").num_rows) == (2, 1)


def test_slip_beside_which_something_differs_asks(resolved: Resolve, desk: StageRun) -> None:
    """A lost letter asks; joined with few mentions where that is set, unless other telephones or a name that comes back say otherwise."""
    alike = ("Invented Kestrelvil Bearings", "Invented Kestelvil Bearings")
    run = resolved(*(mention(name, "KZ") for name in alike))
    assert (run.read("entities").num_rows, run.read("possible_matches").num_rows) == (2, 1)
    desk.settings = desk.settings.model_copy(update={"parameters": {"entities.mistyped_mentions_max": 3}})
    assert resolved(*(mention(name, "KZ") for name in alike)).read("entities").num_rows == 1
    phones = ("TEL: +7 700 000 00 01", "TEL: +7 700 000 00 02")
    run = resolved(*(mention(name, "KZ", address=phone) for name, phone in zip(alike, phones, strict=True)))
    assert (run.read("entities").num_rows, run.read("possible_matches").num_rows) == (2, 1)
    roles = ("consignor", "consignee", "buyer", "seller")
    assert resolved(*(mention(name, "KZ", role=role) for name in alike for role in roles)).read("entities").num_rows == 2


def test_name_between_two_sisters_asks(resolved: Resolve) -> None:
    """A name that answers equally well to two companies with different numbers joins neither."""
    rows = [mention("Invented Kestrel Bearing Works", "RU", INN), mention("Invented Kestrel Bearings Works", "RU", OTHER_INN)]
    run = resolved(*rows, mention("Invented KestrelBearings Works", "RU"))
    assert run.read("entities").num_rows == 3


def test_unnamed_country_does_not_bridge_alike_names(resolved: Resolve) -> None:
    """Alike names of two countries stay two companies though a third print without country answers to both."""
    here = "Example Street 17, office 204, Exampleville"
    run = resolved(
        mention("Invented Kestrel Bearings", "KZ", address=here), mention("Invented Kestrel Bearingss", None, address=here),
        mention("Invented Kestrle Bearings", "KG", address=here),
    )  # fmt: skip
    countries = [set(row) for row in _countries_by_entity(run).values()]
    assert {"KZ", "KG"} not in countries


def _countries_by_entity(run: StageRun) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    country = {row["mention_id"]: row["country"] for row in run.read("mentions").to_pylist()}
    for row in run.read("entity_mentions").to_pylist():
        found.setdefault(row["entity_id"], set()).update({country[row["mention_id"]]} - {None})
    return found


def test_homophones_ask(resolved: Resolve) -> None:
    """A Latin name that two Chinese ones spell alike joins neither where nothing stands beside it."""
    names = ("宁波云峰岚贸易有限公司", "宁波云丰岚贸易有限公司", "Ningbo Yunfenglan Trading Co Ltd")
    assert resolved(*(mention(name, "CN") for name in names)).read("entities").num_rows == 3


def test_telephone_in_the_address_is_evidence(resolved: Resolve) -> None:
    """A telephone printed in two addresses ties nearly equal names."""
    first, second = "Example Street 17, TEL: +7 700 000 00 01", "ul. Primernaya 3, tel 77000000001"
    run = resolved(mention("Invented Kestrel Bearings", "KZ", address=first), mention("Invented Kestrle Bearings", "KZ", address=second))
    assert run.read("entities").num_rows == 1


@pytest.mark.parametrize("other", ["Invented Kestrel Logistics", "Invented Kestrel Bearings 2", "Invented Merlin Bearings"])
def test_sisters_at_one_address_stay_apart(resolved: Resolve, other: str) -> None:
    """Another line of business, number or brand is another company, whatever address it shares."""
    here = "Example Street 17, office 204, Exampleville"
    run = resolved(mention("Invented Kestrel Bearings", "KZ", address=here), mention(other, "KZ", address=here))
    assert run.read("entities").num_rows == 2


def test_address_of_many_says_nothing(resolved: Resolve) -> None:
    """A forwarder's address beside many brands ties no two of them."""
    here = "Example Street 17, office 204, Exampleville"
    brands = [
        "".join(letters)
        for letters in itertools.product(("bado", "keri", "luno", "mapi", "rofu"), ("vint", "zelk", "dram", "goth", "pusk"))
    ]
    alike = [f"Kestre{end} Bearings" for end in ("lla", "lal")]
    run = resolved(*(mention(f"{name} Bearings" if name in brands else name, "KZ", address=here) for name in (*brands, *alike)))
    assert run.read("entities").num_rows == len(brands) + len(alike)


def _events(run: StageRun) -> list[tuple[int, str, str]]:
    return [(row["run_number"], row["kind"], row["cause"]) for row in run.read("entity_events").to_pylist()]


def test_merge_and_split_are_kept_as_events(resolved: Resolve) -> None:
    """A bridging record merges two companies, a decision splits them again; both are told, and a run without change adds nothing."""
    first, second = mention("Invented Alder", "RU", INN), mention("Invented Birch", "RU", OGRN)
    assert _events(resolved(first, second)) == []
    bridge = mention("Invented Alder", "RU", f"{INN}; {OGRN}", role="consignor")
    merged = [(1, "merged", "same identifier")] * 2
    assert _events(resolved(first, second, bridge)) == merged
    assert _events(resolved(first, second, bridge)) == merged
    line = f"{first['mention_id']},{second['mention_id']},different,an analyst,2024-05-01,two firms\n"
    assert _events(resolved(first, second, bridge, judgements=line)) == [*merged, (2, "split", "judgement"), (2, "split", "judgement")]


def test_older_mention_renumbers(resolved: Resolve) -> None:
    """An older mention gives a company another id, and the event leads from the one to the other."""
    new = mention("Invented Alder", "RU", INN)
    old = mention("ООО Вымысел", "RU", INN, first_seen=dt.date(2020, 1, 1))
    before = resolved(new).read("entities")["entity_id"].to_pylist()
    run = resolved(new, old)
    row = run.read("entity_events").to_pylist()[0]
    assert (row["kind"], [row["old_entity_id"]], [row["new_entity_id"]]) == (
        "renumbered",
        before,
        run.read("entities")["entity_id"].to_pylist(),
    )


def test_order_of_rows_changes_nothing(resolved: Resolve) -> None:
    """The same mentions in another order give byte-identical tables."""
    rows = [
        mention("ООО Вымысел", "RU", INN), mention("Vymysel", "RU"), mention("Vymysel"), mention("Vymysel LLC", "KZ"),
        mention("PT Electronic"), mention("PT Elektronik"), mention("CORP"), mention("CORP", role="consignor"),
        mention("宁波虚构有限公司", "CN"),
    ]  # fmt: skip
    names = ("entities", "entity_mentions", "possible_matches", "mention_identifiers")
    first = _bytes(resolved(*rows), names)
    assert _bytes(resolved(*reversed(rows)), names) == first


def _bytes(run: StageRun, names: tuple[str, ...]) -> dict[str, bytes]:
    return {name: (run.tables.folder / ".next" / f"{name}.parquet").read_bytes() for name in names}


def _dirty(number: int, seed: int) -> list[dict[str, object]]:
    """Return that many mentions of invented companies: mistyped, shortened, with and without number, address and country."""
    rng = random.Random(seed)
    rows: dict[str, dict[str, object]] = {}
    while len(rows) < number:
        company = rng.randrange(number // 4)
        own = random.Random(f"{seed}/{company}")
        brand = "".join(own.choices(("ba", "vel", "kor", "tri", "mon", "sen", "gal", "zu"), k=3)).capitalize()
        trade, town = own.choice(("Bearings", "Logistics", "Textile")), own.choice(("Exampleville", "Primerovo"))
        at = rng.randrange(len(brand))
        brand = brand[:at] + brand[at + 1 :] if rng.random() < 0.25 else brand
        name = f"Invented {brand} {trade}" if rng.random() < 0.8 else f"Invented {brand}"
        number_printed = f"{own.randrange(10**9, 10**10)}" if rng.random() < 0.3 else None
        address = f"Example Street {own.randrange(90)}, office {own.randrange(300)}, {town}" if rng.random() < 0.6 else None
        one = mention(name, rng.choice(("KG", None)), number_printed, address, role=rng.choice(("consignor", "consignee")))
        rows[one["mention_id"]] = one
    return list(rows.values())


@pytest.mark.parametrize("seed", [1, 2])
def test_day_by_day_is_as_all_at_once(resolved: Resolve, seed: int) -> None:
    """Records that come in shuffled portions end in the same bytes as all of them at once; only the history tells the difference."""
    rows = _dirty(600, seed)
    names = ("entities", "entity_mentions", "possible_matches", "mention_identifiers")
    rng = random.Random(seed)
    rng.shuffle(rows)
    for end in sorted(rng.sample(range(50, len(rows)), 2)):
        resolved(*rows[:end])
    by_days = _bytes(resolved(*rows), names)
    rng.shuffle(rows)
    run = resolved(*rows)
    assert _bytes(run, names) == by_days
    assert 100 < run.read("entities").num_rows < 400
    assert any(said.startswith("alike name and shared evidence: ") for said in run.read("entity_mentions")["basis"].to_pylist())


def test_no_mentions_give_empty_tables(resolved: Resolve) -> None:
    """A workspace with lists only resolves to nothing, without failing."""
    run = resolved()
    names = ("entities", "entity_mentions", "possible_matches", "listed_matches", "judgements")
    assert {name: run.read(name).num_rows for name in names} == dict.fromkeys(names, 0)


def test_judged_same_joins_and_different_parts(resolved: Resolve) -> None:
    """A person's word joins what rules would ask about, and parts what rules would join; the effect is told."""
    first, second = mention("Invented Alder", "CN"), mention("Invented Alders Branch", "KZ")
    line = f"{first['mention_id']},{second['mention_id']},%s,an analyst,2024-05-01,registry extract\n"
    assert resolved(first, second, judgements=line % "same").read("entities").num_rows == 1
    twin = mention("Invented Alder", "CN", role="consignor")
    line = f"{first['mention_id']},{twin['mention_id']},different,an analyst,2024-05-01,two sites\n"
    run = resolved(first, twin, judgements=line)
    assert (run.read("entities").num_rows, run.read("possible_matches").num_rows) == (2, 0)
    assert run.read("judgements")["effect"].to_pylist() == ["kept apart"]


def test_unsure_stays_a_question(resolved: Resolve) -> None:
    """What a person is unsure about is not merged by a rule; the question stays open and says so."""
    first, twin = mention("Invented Alder", "CN"), mention("Invented Alder", "CN", role="consignor")
    run = resolved(first, twin, judgements=f"{first['mention_id']},{twin['mention_id']},unsure,an analyst,2024-05-01,no registry\n")
    assert run.read("entities").num_rows == 2
    assert run.read("possible_matches")["judgement"].to_pylist() == ["unsure"]


def test_judged_same_against_two_valid_numbers_is_told(resolved: Resolve) -> None:
    """A decision that contradicts two valid numbers is not carried out silently."""
    first, second = mention("Invented Alder", "RU", INN), mention("Invented Birch", "RU", OTHER_INN)
    run = resolved(first, second, judgements=f"{first['mention_id']},{second['mention_id']},same,an analyst,2024-05-01,hunch\n")
    assert run.read("entities").num_rows == 2
    assert run.read("judgements")["effect"].to_pylist() == ["contradicts other evidence"]


def test_judgement_about_nobody_is_told(resolved: Resolve) -> None:
    """A decision about ids that the workspace does not hold is kept and said to be without effect."""
    run = resolved(mention("Invented Alder"), judgements="E-000000000000,E-111111111111,same,an analyst,2024-05-01,old case\n")
    assert run.read("judgements")["effect"].to_pylist() == ["id not in this workspace"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("a,b,maybe,me,2024-05-01,x", "line 2: judgement is 'maybe'; same, different or unsure"),
        ("a,a,same,me,2024-05-01,x", "line 2: left_id and right_id must be two different ids"),
        ("a,b,same,me", "line 2: 4 cells; 6 are expected"),
        ("a,b,same,me,2024,x\nb,a,different,me,2024,x", "line 3: a and b were already judged 'same'"),
    ],
)
def test_wrong_line_is_named(resolved: Resolve, line: str, said: str) -> None:
    """A line of judgements.csv that cannot be used stops the run and is named; the file is left as it is."""
    with pytest.raises(SettingError, match=r"judgements\.csv") as raised:
        resolved(mention("Invented Alder"), judgements=line + "\n")
    assert said in str(raised.value)
