"""What joins beside a rare value: names that answer across scripts, that answer one Chinese name, that are short but equal."""

from __future__ import annotations

import numpy as np

from enduse.entities.bridging import Answers
from enduse.entities.relation import Relation
from enduse.entities.retelling import Retold
from enduse.store import StageRun
from tests.entities.conftest import Resolve, clusters, mention

HERE = "Example Street 17, office 204, Exampleville"
THERE = "Sample Avenue 93, office 11, Sampleton"
HAN, SPELLED, MEANT = "宁波云峰贸易股份有限公司", "Ningbo Yunfeng Trading Co Ltd", "Ningbo Cloud Peak Trading Co Ltd"


def _entities(run: StageRun) -> int:
    return int(run.read("entities").num_rows)


def test_short_chinese_brand_joins_at_one_address_and_else_asks(resolved: Resolve) -> None:
    """Two syllables have homophones: a shared address tells which is meant, whatever form a translator wrote and with one country named."""
    assert _entities(resolved(mention(HAN, "CN", address=HERE), mention(SPELLED, None, address=HERE))) == 1
    asked = resolved(mention(HAN, "CN", address=HERE), mention(SPELLED, "CN"))
    assert (_entities(asked), asked.read("possible_matches").num_rows) == (2, 1)


def test_address_tells_homophones_apart(resolved: Resolve) -> None:
    """Of two Chinese names that one Latin name spells, the one at its address is meant; with both there neither joins."""
    other = "宁波云丰贸易有限公司"
    run = resolved(mention(HAN, "CN", address=HERE), mention(other, "CN", address=THERE), mention(SPELLED, "CN", address=HERE))
    assert clusters(run) == {frozenset({HAN, SPELLED}), frozenset({other})}
    assert _entities(resolved(*(mention(name, "CN", address=HERE) for name in (HAN, other, SPELLED)))) == 3


def test_sound_and_meaning_of_one_chinese_name_do_not_deny_each_other(resolved: Resolve) -> None:
    """Yunfeng and Cloud Peak are one company where the Chinese name that both answer stands with them, and two without it."""
    assert _entities(resolved(*(mention(name, "CN", address=HERE) for name in (HAN, SPELLED, MEANT)))) == 1
    assert _entities(resolved(*(mention(name, "CN", address=HERE) for name in (SPELLED, MEANT)))) == 2
    sister = "Ningbo Cloud Peak Logistics Co Ltd"
    assert _entities(resolved(*(mention(name, "CN", address=HERE) for name in (HAN, SPELLED, sister)))) == 2


def test_number_written_onto_a_trade_still_tells_sisters_apart(resolved: Resolve) -> None:
    """No. 7 written onto its trade is not the trade mistyped: the company without a number is another."""
    names = ("宁波云峰科技有限公司", "Ningbo Yunfeng No. 7Technology Co Ltd")
    assert _entities(resolved(*(mention(name, "CN", address=HERE) for name in names))) == 2


def test_equal_short_names_join_at_one_address_and_else_ask(resolved: Resolve) -> None:
    """A brand of four letters tells too little alone; of one sound, trade, country and address it is one company."""
    names = ("Vymo Logistics LLC", "Logistiks Vimo LLC")
    assert _entities(resolved(*(mention(name, "KZ", address=HERE) for name in names))) == 1
    asked = resolved(*(mention(name, "KZ") for name in names))
    assert (_entities(asked), asked.read("possible_matches").num_rows) == (2, 1)
    assert _entities(resolved(mention(names[0], "KZ", address=HERE), mention("Vimo Machinery LLC", "KZ", address=HERE))) == 2


def test_texts_like_one_of_a_pair_are_excused_and_others_not() -> None:
    """A mistype of one name does not deny the other; a third name still does."""
    retold = Retold(Answers(np.array([0, 0]), np.array([1, 2]), np.array([Relation.HEARD, Relation.MEANT], np.int8)), 6)
    left, right = np.array([1, 1, 2, 2]), np.array([2, 3, 3, 4])
    kinds = np.array([Relation.CONFLICT, Relation.SLIP, Relation.CONFLICT, Relation.CONFLICT], np.int8)
    retold.excuse(left, right, kinds)
    assert retold.read(left, right, kinds).tolist() == [Relation.RENDERED, Relation.SLIP, Relation.UNKNOWN, Relation.CONFLICT]
