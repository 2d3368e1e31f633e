"""What an earlier run kept changes nothing of the answer: not when it is there, missing, damaged, cut short or of other code."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pytest

from enduse.entities.known import completed
from enduse.entities.names import Named, analyse
from enduse.entities.relating import relate
from enduse.entities.relation import Relation
from enduse.entities.text import Text
from enduse.entities.texts import TextTable
from tests.entities.conftest import Resolve, mention
from tests.entities.test_resolving import _bytes, _dirty

_TABLES = ("entities", "entity_mentions", "possible_matches", "mention_identifiers")
_SCHEMA = pa.schema([("name", pa.string()), ("letters", pa.int64())])


def _as_it_is(path: Path) -> None:
    """Leave what was kept alone."""


def _delete(path: Path) -> None:
    path.unlink()


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-100])


def _damage(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _other_code(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"rapidfuzz", b"slowfuzz.", 1))


@pytest.mark.parametrize("spoil", [_as_it_is, _delete, _cut, _damage, _empty, _other_code])
def test_what_was_kept_changes_no_byte(resolved: Resolve, spoil: Callable[[Path], None]) -> None:
    """Records in portions, whatever became of what the runs before kept, end in the bytes of a run from nothing."""
    rows = _dirty(150, 5)
    random.Random(5).shuffle(rows)
    run = resolved(*rows[: len(rows) // 2])
    kept = run.folder / "kept" / "resolve"
    run = resolved(*rows[len(rows) // 3 :])
    spoil(kept)
    again = _bytes(resolved(*rows), _TABLES)
    kept.unlink()
    assert _bytes(resolved(*rows), _TABLES) == again


def test_second_run_analyses_only_what_is_new(resolved: Resolve, monkeypatch: pytest.MonkeyPatch) -> None:
    """Names, addresses, numbers and pairs of an earlier run are taken: only those that came since are worked on."""
    rows = _dirty(200, 6)
    resolved(*rows)
    made: list[object] = []

    def analysed(name: str) -> Named:
        made.append(name)
        return analyse(name)

    def related(one: Text, other: Text) -> Relation:
        made.append((one, other))
        return relate(one, other)

    monkeypatch.setattr("enduse.entities.named.analyse", analysed)
    monkeypatch.setattr("enduse.entities.related.relate", related)
    resolved(*rows)
    assert made == []
    resolved(*rows, mention("Invented Zukorvel Bearings", "KG"))
    assert 0 < len(made) < 40


def test_what_country_a_place_is_is_looked_up_once(resolved: Resolve, monkeypatch: pytest.MonkeyPatch) -> None:
    """To see that a city is no country opens a book of two seconds: a later run that meets the city again does not."""
    rows = [mention("Burunduk-Vymysel LLC", "RU"), mention("Burunduk-Vymysel LLC, MOSCOW", "RU")]
    asked = []

    def counted(place: str) -> None:
        asked.append(place)

    monkeypatch.setattr("enduse.entities.placing.country_code", counted)
    before = _bytes(resolved(*rows), _TABLES)
    assert asked == ["moscow"]
    assert _bytes(resolved(*rows), _TABLES) == before
    assert asked == ["moscow"]


def test_known_rows_are_taken_and_others_made() -> None:
    """Each value gets its row in the order asked; only unknown ones are made."""
    had = pa.table({"name": ["b", "unused"], "letters": [100, 6]}, schema=_SCHEMA)
    found = completed(pa.array(["a", "b", "ccc"]), had, _SCHEMA, lambda name: (name, len(name)))
    assert found.to_pylist() == [{"name": "a", "letters": 1}, {"name": "b", "letters": 100}, {"name": "ccc", "letters": 3}]


def test_a_text_does_not_depend_on_other_texts() -> None:
    """The numbers of its words are those of the words themselves, whatever stands before it."""
    alone, among = TextTable(["kestrel invented"]), TextTable(["merlin", "kestrel bearings", "kestrel invented"])
    assert alone.texts[0] == among.texts[2]
