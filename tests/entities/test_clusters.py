"""What is joined in one step is what is joined one by one."""

from __future__ import annotations

import random

import numpy as np
import pyarrow as pa
import pytest

from enduse.entities import merging
from enduse.entities.clusters import Clusters, Numbers
from enduse.entities.fingerprints import prints_of_ids
from tests.entities.conftest import Resolve
from tests.entities.test_resolving import _bytes, _dirty

_TABLES = ("entities", "entity_mentions", "possible_matches", "mention_identifiers")


def _clusters(rng: random.Random, size: int) -> Clusters:
    numbers: dict[int, Numbers] = {at: {rng.choice(("INN", "OGRN")): frozenset({"1"})} for at in rng.sample(range(size), size // 3)}
    return Clusters(size, numbers)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_sure_joins_are_joins_one_by_one(seed: int) -> None:
    """Pairs that nothing refuses end in the same clusters, numbers and reasons, whichever way they are joined."""
    rng = random.Random(seed)
    state = rng.getstate()
    first = _clusters(rng, 200)
    rng.setstate(state)
    second = _clusters(rng, 200)
    for step in range(3):
        pairs = [(rng.randrange(200), rng.randrange(200)) for _ in range(40)]
        reasons = [rng.choice(("one", "other")) for _ in pairs]
        for (left, right), reason in zip(pairs, reasons, strict=True):
            assert first.join(left, right, f"{reason} {step}") is None
        left, right = np.array(pairs).T
        second.join_sure(left, right, [f"{reason} {step}" for reason in reasons])
    assert first.roots().tolist() == second.roots().tolist()
    assert first.reasons().to_pylist() == second.reasons().to_pylist()
    assert [first.numbers(at) for at in range(200)] == [second.numbers(at) for at in range(200)]
    roots = np.unique(first.roots())
    assert first.prints(roots).tolist() == second.prints(roots).tolist()
    assert 2 < len(set(first.prints(roots).tolist())) <= 4


def test_what_a_person_keeps_apart_outlives_a_sure_join() -> None:
    """What was kept from one of two clusters is kept from both when they are one."""
    clusters = Clusters(4, {})
    clusters.keep_apart(3, 1)
    clusters.join_sure(np.array([0]), np.array([1]), "one")
    assert clusters.refusal(0, 3) == "judged different"
    assert clusters.refusal(0, 2) is None


@pytest.mark.parametrize("seed", [4, 5])
def test_groups_joined_in_one_step_are_those_joined_one_by_one(resolved: Resolve, monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    """Numbers and names that are joined in arrays end in the bytes of joining each mention after the other."""
    rows = _dirty(400, seed)
    at_once = _bytes(resolved(*rows), _TABLES)
    monkeypatch.setattr(merging, "_sure", lambda group, root, plain, *_: np.zeros(len(plain), bool))
    monkeypatch.setattr(merging, "_join_plain", lambda mentions, clusters, rows, most: np.zeros(len(rows.starts), bool))
    run = resolved(*rows)
    (run.folder / "kept" / "resolve").unlink()
    assert _bytes(resolved(*rows), _TABLES) == at_once


def test_numbers_of_ids_do_not_depend_on_other_ids() -> None:
    """An id has one number beside any others; ids of any length and script that differ have two."""
    ids = ["", "a", "ab", "abcdefgh", "abcdefghi", "hgfedcba", "a\0", "щ", "宁波", *(f"M-{at:08d}" for at in range(1000))]
    whole = prints_of_ids(pa.array(ids, pa.string())).tolist()
    assert [prints_of_ids(pa.array([one], pa.string())).tolist()[0] for one in ids[:20]] == whole[:20]
    assert len(set(whole)) == len(ids)
