"""The case's names that are compared with a name of an article: found by how words begin, read once."""

from __future__ import annotations

import pytest

from enduse.claims.casefile import names_known
from enduse.claims.casefile.names_known import CaseNames, beginnings, in_latin
from enduse.model import TABLES
from enduse.store import StageRun

NAMES = ("Invented Kestrel Works", "ООО Зубвантор", "幻东云贸易有限公司", "Example Trading LLC", "Example Lathes")


def case(desk: StageRun, names: tuple[str, ...] = NAMES) -> CaseNames:
    """Return the names of a case of one company for each name."""
    desk.write(TABLES["mentions"], [{"mention_id": f"m{place}", "name": name} for place, name in enumerate(names)])
    desk.write(TABLES["entity_mentions"], [{"entity_id": f"e{place}", "mention_id": f"m{place}"} for place, _ in enumerate(names)])
    return CaseNames(desk)


@pytest.mark.parametrize(("asked", "met"), [("Kestral Works", NAMES[0]), ("Zubvantor LLC", NAMES[1]), ("幻东云", NAMES[2])])
def test_names_that_begin_alike_are_compared(desk: StageRun, asked: str, met: str) -> None:
    """Another spelling or script of one word is enough."""
    assert met in {one.name for one in case(desk).like([asked])}


def test_a_legal_form_alone_brings_nothing_together(desk: StageRun) -> None:
    """'LLC' is the rarest beginning of the name asked, and says nothing about it."""
    assert {one.name for one in case(desk).like(["Invented LLC"])} == {"Invented Kestrel Works"}


def test_beginnings_of_very_many_names_count_only_together(desk: StageRun, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where 'Example' begins more names than are worth comparing, the second word has to begin alike too."""
    monkeypatch.setattr(names_known, "_MANY", 1)
    found = case(desk, (*NAMES, "Sample Lathes", "Sample Trading")).like(["Example Lathes"])
    assert [one.name for one in found] == ["Example Lathes"]


def test_words_are_put_into_latin_letters_alike_alone_and_together() -> None:
    """What stands beside a word in a batch changes nothing about it."""
    words = [word for name in (*NAMES, "Ζουμπ", "Şirket") for word in name.split()]
    together = in_latin(words)
    assert together == {word: in_latin([word])[word] for word in words}
    assert beginnings("Зубвантор") == beginnings("Zubvantor")
