"""Decisions of an earlier run are taken only where everything that they read is the same: the answer is that of a run from nothing."""

from __future__ import annotations

import random
from collections.abc import Iterable

import numpy as np
import pyarrow as pa
import pytest
from numpy.typing import NDArray

from enduse.entities import beside
from enduse.entities.contracting import contract
from enduse.entities.known import Known
from enduse.entities.names import analyse
from enduse.entities.pairing import ALIKE_MIN, Ints, _ratios, alike
from enduse.entities.relating import relate
from enduse.entities.relation import Relation
from enduse.entities.rendered import Rendered
from enduse.entities.settling import Edges, Nodes, settle
from enduse.entities.text import Text, said_in
from enduse.entities.texts import TextTable
from enduse.entities.translating import Translating
from enduse.entities.vocabulary import BRAND, Token
from enduse.store import StageRun
from tests.entities.conftest import Resolve, clusters, mention
from tests.entities.test_resolving import _bytes, _dirty

_TABLES = ("entities", "entity_mentions", "possible_matches", "mention_identifiers")
_MOST = 4


class Days:
    """Tables of texts from day to day, each with what the day before kept."""

    def __init__(self, desk: StageRun) -> None:
        self._desk, self.known = desk, Known()

    def table(self, lines: Iterable[str]) -> TextTable:
        """Return the table of a day's lines."""
        self.known.save(self._desk)
        self.known = Known(self._desk)
        table = TextTable(list(lines), self.known.get("texts"), self.known.get("words"))
        self.known.put("texts", table.rows)
        self.known.put("words", table.words.rows)
        return table


def _lines(number: int, seed: int) -> list[str]:
    rng = random.Random(seed)
    parts = ("ba", "vel", "kor", "tri", "mon", "sen", "gal", "zu")
    found = {f"{''.join(rng.choices(parts, k=3))} {rng.choice(('bearings', 'textile', 'works'))}" for _ in range(number)}
    return sorted(found | {" ".join(reversed(one.split())) for one in rng.sample(sorted(found), 9)})


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_alike_texts_are_those_of_a_run_from_nothing(desk: StageRun, seed: int) -> None:
    """Texts come and go, keys close when too many texts have them and open again: the pairs are those of all texts at once."""
    days, rng, lines = Days(desk), random.Random(seed), _lines(150, seed)
    for _ in range(6):
        today = [line for line in lines if rng.random() < 0.8]
        table = days.table(today)
        found, anew = alike(table, _MOST, days.known), alike(table, _MOST)
        assert [side.tolist() for side in found] == [side.tolist() for side in anew]
        assert len(anew[0]) > 20


def test_only_pairs_with_a_new_text_are_compared(desk: StageRun, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of texts that were there yesterday none is laid beside another again."""
    days, lines = Days(desk), _lines(150, 1)
    alike(days.table(lines), 40, days.known)
    compared: list[int] = []

    def counted(texts: NDArray[np.object_], left: Ints, right: Ints, least: float = ALIKE_MIN) -> NDArray[np.float32]:
        compared.append(len(left))
        return _ratios(texts, left, right, least)

    monkeypatch.setattr("enduse.entities.pairing._ratios", counted)
    alike(days.table(lines), 40, days.known)
    assert sum(compared) == 0
    alike(days.table(sorted([*lines, "bavelkor invented"])), 40, days.known)
    assert 0 < sum(compared) < 100


_RENDERED = (
    "SHENZHEN FLUTE PEAK CICADA ENGINE CO LTD", "Shenzhen Difengchan Engine Co., Ltd.", "Shenzhen Maitreya Haoxiang Engine",
    "Shenzhen Mile Haoxiang Engine", "Maitreya Haoxiang Technology", "Mile Haoxiang Technology", "Shenzhen Kestrel Engine",
    "Maitreya Haoxiang Crane", "Mile Haoxiang Crane", "Haoxiang Mile Technology", "Shenzhen Fengshan Engine", "Mile Haoxiang",
)  # fmt: skip


def test_renderings_are_those_of_a_run_from_nothing(desk: StageRun) -> None:
    """Whichever names come, go or bear no company without a Chinese name, the pairs are those of all names that are there at once."""
    days, rng = Days(desk), random.Random(4)
    lines = [line for name in _RENDERED if (line := said_in(name, analyse(name)))]
    met = 0
    for _ in range(25):
        table = days.table(rng.sample(lines, rng.randrange(6, len(lines) + 1)))
        chosen = np.array([rng.random() < 0.8 for _ in range(len(table))], bool)
        anew = sorted(Rendered(table, Known()).among(chosen))
        assert sorted(Rendered(table, days.known).among(chosen)) == anew
        met += len(anew)
    assert met > 20


def test_a_word_that_leads_nowhere_is_only_itself() -> None:
    """What is kept of words tells which of them translate nothing: such a word may be no other, and most unknown ones are such."""
    table = TextTable(
        sorted({line for name in (*_RENDERED, "Kestrelon Works", "Flying Merlinova") if (line := said_in(name, analyse(name)))})
    )
    rendered = Rendered(table, Known())
    plain = rendered.plain_words()
    alone = [rendered.translating.may_be(one) == {one.sound} for one in (table.words[at] for at in range(len(table.words)))]
    assert (np.array(alone) | ~plain).all()
    assert 3 < plain.sum() < len(plain)


def test_the_dictionary_is_turned_round_once(desk: StageRun, monkeypatch: pytest.MonkeyPatch) -> None:
    """A run that has what an earlier one made of the dictionary does not make it again, and every word leads where it led."""
    known = Known()
    first = Translating(known)
    led = first.ways("peak", None)
    known.save(desk)
    monkeypatch.setattr("enduse.entities.translating._made", lambda: pytest.fail("made again"))
    again, kestrel = Translating(Known(desk)), Token("kestrelon", BRAND, None, 1)
    assert again.stems.equals(first.stems)
    assert again.ways("peak", None) == led
    assert {"feng", "peak"} <= again.may_be(Token("peak", BRAND, None, 1))
    assert again.translates("peak", None)
    assert not again.translates(kestrel.sound, None)
    assert again.may_be(kestrel) == {"kestrelon"}


def test_the_dictionary_is_not_turned_round_where_no_name_may_be_chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    """A case of a few names in letters takes no two seconds for it, and keeps no megabytes of it."""
    monkeypatch.setattr("enduse.entities.translating._made", lambda: pytest.fail("made"))
    known = Known()
    table = TextTable(["kestrel works", "merlin bearings"])
    assert list(Rendered(table, known).among(np.ones(len(table), bool))) == []


def _graph(rng: random.Random, nodes: int) -> Edges:
    pairs = sorted({tuple(sorted(rng.sample(range(nodes), 2))) for _ in range(nodes)})
    left, right = (np.array(side, np.int64) for side in zip(*pairs, strict=True))
    return Edges(left, right, np.array([rng.choice((-9.0, 0.3, 3.7, 4.6, 8.0)) for _ in pairs]))


def test_groups_are_those_of_a_run_from_nothing(desk: StageRun) -> None:
    """Whatever changes (an evidence, a node, what forbids joining), the groups are those of `contract` on all of it."""
    rng, known, edges, ids = random.Random(7), Known(), _graph(random.Random(7), 300), [f"M{at:04}" for at in range(300)]
    forbidding = np.zeros(300, np.uint64)
    for _ in range(8):
        edges.weight[rng.randrange(len(edges.weight))] = rng.choice((-9.0, 8.0))
        forbidding[rng.randrange(300)] = rng.randrange(1, 3)

        def forbidden(left: int, right: int) -> bool:
            return bool(forbidding[left] and forbidding[right] and forbidding[left] != forbidding[right])

        known.save(desk)
        known = Known(desk)
        group = settle(edges, Nodes(pa.array(ids), forbidding, np.zeros(300, bool)), 4.6, 40, forbidden, known)
        found = [tuple(np.flatnonzero(group == one).tolist()) for one in range(int(group.max()) + 1)]
        assert sorted(found) == contract(zip(*(side.tolist() for side in edges), strict=True), 4.6, forbidden, 40)
        assert len(found) > 20


def test_parts_of_which_nothing_changed_are_not_decided_again(desk: StageRun, monkeypatch: pytest.MonkeyPatch) -> None:
    """One edge changes: only the part it is in is put together again; other thresholds, and all of them are."""
    edges, ids, known = _graph(random.Random(8), 300), [f"M{at:04}" for at in range(300)], Known()
    read = Nodes(pa.array(ids), np.zeros(300, np.uint64), np.zeros(300, bool))
    asked: list[int] = []

    def counted(again: list[tuple[int, int, float]], *more: object) -> list[tuple[int, ...]]:
        asked.append(len(again))
        return contract(again, 4.6, lambda *_: False, 40)

    monkeypatch.setattr("enduse.entities.settling.contract", counted)
    for least, change in ((4.6, 0.0), (4.6, 0.0), (4.6, 1.0), (5.0, 0.0)):
        edges.weight[int(np.argmax(edges.weight))] += change
        known.save(desk)
        known = Known(desk)
        settle(edges, read, least, 40, lambda *_: False, known)
    assert asked[1] == 0
    assert 0 < asked[2] < asked[0]
    assert asked[3] > asked[2]


def test_a_part_decided_about_since_is_put_together_anew(desk: StageRun) -> None:
    """A person keeps two of a kept group apart: the group that the third of them falls into is that of a run from nothing."""
    edges = Edges(np.array([0, 0, 1]), np.array([1, 2, 2]), np.array([6.0, 5.0, 7.0]))
    ids, none, known = pa.array(["M0", "M1", "M2"]), np.zeros(3, np.uint64), Known()
    assert len(set(settle(edges, Nodes(ids, none, np.zeros(3, bool)), 4.6, 40, lambda *_: False, known).tolist())) == 1
    known.save(desk)
    judged = Nodes(ids, none, np.array([True, True, False]))
    assert settle(edges, judged, 4.6, 40, lambda left, right: {left, right} == {0, 1}, Known(desk)).tolist() == [-1, -1, -1]
    assert settle(edges, judged, 4.6, 40, lambda left, right: {left, right} == {0, 1}, Known()).tolist() == [-1, -1, -1]


def test_a_record_far_away_that_makes_a_telephone_common_parts_what_it_joined(resolved: Resolve) -> None:
    """Each new company beside a telephone takes from what it says, up to nothing: what it joined falls apart, as in a run from nothing."""
    phone = "Example Street 1, TEL +996 312 000000"
    pair = [mention("Invented Kestrel Bearings", "KG", address=phone), mention("Invented Kestral Bearings", "KG", address=phone)]
    names = ("Alder", "Birch", "Cedar", "Dogwood", "Elmwood", "Fircone", "Ginkgo", "Hazel", "Ironbark", "Juniper", "Koawood", "Larch")
    others = [mention(f"Invented {name}{more} Logistics", "KG", address=phone) for name in names for more in ("", "ton", "mere")]
    together = frozenset({"Invented Kestrel Bearings", "Invented Kestral Bearings"})
    rest = _dirty(60, 9)
    joined = [together in clusters(resolved(*rest, *pair, *others[:count])) for count in range(0, len(others), 5)]
    assert joined[0]
    assert not joined[-1]
    again = _bytes(resolved(*rest, *pair, *others), _TABLES)
    run = resolved(*rest, *pair, *others)
    (run.folder / "kept" / "resolve").unlink()
    assert _bytes(resolved(*rest, *pair, *others), _TABLES) == again


def test_one_more_brand_beside_a_telephone_is_laid_beside_the_others_only(resolved: Resolve, monkeypatch: pytest.MonkeyPatch) -> None:
    """How two brands beside a telephone relate is kept: one more costs one comparison with each at most, the answer is the same."""
    names = ("Alder", "Birch", "Cedar", "Dogwood", "Elmwood", "Fircone", "Ginkgo", "Hazel", "Ironbark", "Juniper")
    rows = [mention(f"Invented {name} Logistics", "KG", address="Example Street 1, TEL +996 312 000000") for name in names]
    asked: list[int] = []

    def counted(one: Text, other: Text) -> Relation:
        asked.append(1)
        return relate(one, other)

    monkeypatch.setattr(beside, "relate", counted)
    resolved(*rows[:-1])
    whole = len(asked)
    again = _bytes(resolved(*rows), _TABLES)
    assert 0 < len(asked) - whole < len(rows) < whole
    run = resolved(*rows)
    (run.folder / "kept" / "resolve").unlink()
    assert _bytes(resolved(*rows), _TABLES) == again


def test_a_decision_that_was_taken_back_leaves_no_trace(resolved: Resolve) -> None:
    """A person keeps two apart, the run after holds without it: it ends as if nothing had been decided."""
    rows = _dirty(120, 3)
    first = _bytes(resolved(*rows), _TABLES)
    members: dict[str, list[str]] = {}
    run = resolved(*rows)
    for row in run.read("entity_mentions").to_pylist():
        if row["basis"].startswith("alike name"):
            members.setdefault(row["entity_id"], []).append(row["mention_id"])
    left, right, *_ = next(one for one in members.values() if len(one) > 1)
    assert _bytes(resolved(*rows, judgements=f"{left},{right},different,invented,2024-01-01,\n"), _TABLES) != first
    (run.folder / "judgements.csv").unlink()
    assert _bytes(resolved(*rows), _TABLES) == first
