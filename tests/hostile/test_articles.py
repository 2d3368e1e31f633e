"""Hostile articles and ledgers of claims: one clear error with its code, or rejects; the case stays whole."""

from __future__ import annotations

import pytest

from tests.hostile.ill_treated import Desk
from tests.hostile_files import put


@pytest.mark.parametrize(
    ("name", "content", "match"),
    [
        ("a.txt", b"", "no text"),
        ("a.txt", b"a\0b", "NUL"),
        ("a.txt", bytes(range(256)), "not UTF-8"),
        ("a.txt", b"---\n&a [*a]\n---\nx", "not YAML|recursive"),
        ("a.txt", b"---\n" + b"[" * 50_000 + b"\n---\nx", "not YAML"),
        ("a.txt", b'---\ntitle: "\\ud800"\n---\nx', "half a character"),
        ("a.html", b"<html></html>", "no text"),
        ("a.html", bytes(range(256)) * 100, "no text|not readable"),
    ],
)
def test_articles_that_are_none_are_refused(desk: Desk, name: str, content: bytes, match: str) -> None:
    """Empty, binary, self-referring headings, half characters."""
    desk.refused("press/article", put(desk.folder / name, content), match)


@pytest.mark.parametrize(
    "content",
    [b"", b"a: b", b"- a", b"claims: \0", b"claims: " + b"[" * 100_000, bytes(range(256)), b"claims: *x", b"claims: []\n---\nclaims: []"],
)
def test_ledgers_that_are_none_are_refused(desk: Desk, content: bytes) -> None:
    """A claims file that is not YAML with one list of claims is refused; `check` with it as argument too."""
    path = put(desk.folder / "claims.yml", content)
    assert desk.said("check", desk.case, path)["error"]["exit_code"] == 3
    desk.refused("press/claims", path, "claims.yml")


@pytest.mark.parametrize("claim", [b"5", b"{}", b"&a {id: *a}", b"{? [a] : b}", b'{id: "\\ud800"}', b"!!python/object/apply:os.abort []"])
def test_a_wrong_claim_is_one_reject(desk: Desk, claim: bytes) -> None:
    """No claim runs anything, refers to itself or holds half a character."""
    desk.rejects("press/claims", put(desk.folder / "claims.yml", b"claims: [" + claim + b"]"), "claim 1")
