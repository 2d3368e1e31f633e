"""Article files are called by their names, and told apart by their folders where two bear one name."""

from __future__ import annotations

from pathlib import Path

import pytest

from enduse.claims.reading import read_paths

SAID = "Example Trading delivered 40 engines to Invented Kestrel Works in 2023.\n"


@pytest.mark.parametrize(
    ("files", "names"),
    [
        (("a/one.txt", "b/two.txt"), ["one.txt", "two.txt"]),
        (("a/one.txt", "b/one.txt"), ["a/one.txt", "b/one.txt"]),
        (("a/may/one.txt", "b/may/one.txt", "b/two.txt"), ["a/may/one.txt", "b/may/one.txt", "two.txt"]),
    ],
)
def test_every_article_has_a_name_of_its_own(tmp_path: Path, files: tuple[str, ...], names: list[str]) -> None:
    """Two articles of one name would be taken for one another in the ledger, however deep their folders are alike."""
    for file in files:
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text(SAID)
    found, unread = read_paths([tmp_path / "a", tmp_path / "b"])
    assert (sorted(one.view.article for one in found), unread) == (sorted(names), [])
