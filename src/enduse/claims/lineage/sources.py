"""From whom a claim comes, as its article says: the outlet that is cited and the root; and whether two roots are one."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from enduse.claims.extracted import ChainNode
from enduse.claims.lineage.features import stem
from enduse.claims.lineage.lexicon import GENERIC_ROOTS, NATION_OF
from enduse.claims.lineage.outlets import Outlets
from enduse.claims.lineage.scripts import words_of

_COUNTS = frozenset((
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "several", "some", "many", "one", "senior", "former", "top",
    "anonymous", "unnamed", "unidentified", "who", "other", "both", "multiple", "few", "number", "group", "those", "these",
))  # fmt: skip
_LINKING = frozenset((
    "the", "a", "an", "its", "their", "of", "by", "for", "in", "at", "from", "to", "and", "on", "with", "affairs", "seen", "reviewed",
    "so", "ssylk", "na", "citing", "according", "says", "obtained", "leaked", "internal", "confidential", "secret",
))  # fmt: skip
COMMENTATORS = frozenset(("expert", "analyst", "observer", "critic", "commentator"))
_NOBODY = re.compile(
    r"(?:(?:media|press|news|several|local|other|some|various|multiple|recent|published) )*"
    r"(?:reports?|media|press|rumou?rs|outlets|sources|it)$"
)
"""Roots that are no source at all: "media reports", "reports", "sources"."""
_SITES = frozenset(("media", "websites", "blogs", "bloggers", "channels", "outlets", "newspapers", "сми", "媒体"))
_CLASSES: dict[str, str] = {
    **dict.fromkeys(("official", "officials", "authority", "authorities", "чиновник", "чиновники", "чиновника", "чиновников"), "official"),
    **dict.fromkeys(("diplomat", "diplomats", "ambassador", "дипломат", "дипломаты", "дипломатов"), "diplomat"),
    **dict.fromkeys(
        (
            "insider",
            "insiders",
            "person",
            "people",
            "source",
            "sources",
            "individual",
            "individuals",
            "источник",
            "источники",
            "источников",
        ),
        "person",
    ),
    **dict.fromkeys(("spokesman", "spokeswoman", "spokesperson"), "spokesperson"),
}
_OFFICIAL = frozenset(("official", "diplomat", "officer", "intelligence", "security", "secur", "military", "militar", "defence", "agenc"))
_WIDER = {"@west": frozenset(("@eu", "@us", "@gb", "@nato", "@de", "@fr")), "@nato": frozenset(("@eu", "@us", "@gb"))}
_GENERIC = frozenset(stem(word) for word in GENERIC_ROOTS)
"""Words that alone name nobody: "the ministry", "the report"."""


@dataclass(frozen=True)
class Source:
    """Whom a claim comes from. `via`: the innermost outlet cited, None when the article cites none; `key` None: its own voice or nobody."""

    via: str | None = None
    key: frozenset[str] | None = None
    kind: str | None = None
    name: str | None = None
    outlet_name: str | None = None
    path: frozenset[str] = frozenset()
    """Every outlet cited on the way, compared form."""
    through: tuple[frozenset[str], ...] = ()
    """Whoever may stand for the root: who tells of a paper; the body that a person is of."""
    papers: bool = False
    """Whether it is an outlet's word alone, or papers that no name tells from others: "investigations"."""
    hearsay: bool = False
    """Whether the text only says that it is reported somewhere: "media reports say"."""

    @property
    def named(self) -> bool:
        """Whether the root can be told from others: a person, an organisation, a document or data set with a name."""
        return self.key is not None and self.kind not in ("anonymous", "outlet", None)

    @property
    def anonymous(self) -> bool:
        """Whether the root is known but not by name."""
        return self.key is not None and self.kind == "anonymous"

    @property
    def commentator(self) -> bool:
        """Whether the root is an unnamed expert or analyst: an opinion, not a source of the story."""
        return self.anonymous and bool((self.key or frozenset()) & COMMENTATORS)

    @property
    def voice(self) -> bool:
        """Whether the root speaks for itself: a person or a body."""
        return self.named and self.kind in ("person", "organisation")

    @property
    def unknown(self) -> bool:
        """Whether neither root nor another outlet is stated."""
        return self.key is None and self.via is None


def is_hearsay(name: str) -> bool:
    """Tell whether a root only says that something is told somewhere: media reports, sites of a kind, without a name.

    >>> is_hearsay("Chinese defense websites and multiple media reports"), is_hearsay("a report by the Zubrivel Institute")
    (True, False)
    """
    words = words_of(name)
    return bool(_NOBODY.match(" ".join(words))) or bool({*words} & _SITES and not _has_name(name))


def source_of(chain: Sequence[ChainNode], publisher: str | None, outlets: Outlets, near: Collection[str] = ()) -> Source:
    """Return the source of a claim published by `publisher`; `near` are the outlets its article names.

    No source has what it says from an outlet: an outlet that a chain puts behind one is on the way to it.
    """
    via, via_name, root = None, None, None
    path: set[str] = set()
    on_the_way: list[ChainNode] = []
    for node in chain:
        key = outlets.of(node.name, node.type, near)
        if key is None and node.name:
            on_the_way += [root] if root is not None else []
            root = node
        elif key is not None and key != publisher:
            via, via_name = key, node.name
            path.add(key)
    hearsay = root is not None and is_hearsay(root.name or "")
    if root is None or hearsay:
        return Source(via, outlet_name=via_name, path=frozenset(path), papers=via is not None, hearsay=hearsay)
    root = _answerable(root, on_the_way)
    body = _spoken_for(root)
    kind = "organisation" if body is not None else root.type
    words = root_key(body or root.name or "", kind)
    if not words - _GENERIC or (kind in ("document", "dataset") and not _has_name(root.name or "")):
        # "The records", "two invoices" name nothing by themselves.
        kind = "anonymous"
    papers = kind == "anonymous" and root.type in ("document", "dataset")
    # Whoever tells of a paper may stand for it; whoever tells what another body says does not.
    written = on_the_way if root.type in ("document", "dataset") else ()
    keys = (root_key(one.name or "", one.type) for one in written if one.type != "anonymous")
    stands = tuple(key for key in keys if key - _GENERIC)
    return Source(via, words, kind, root.name, via_name, frozenset(path), stands, papers)


def _answerable(root: ChainNode, on_the_way: Sequence[ChainNode]) -> ChainNode:
    """Return who answers for it: papers without a name are whoever's tells of them."""
    if not on_the_way or _has_name(root.name or ""):
        return root
    unnamed = on_the_way[-1].type == "anonymous" and root.type == "organisation"
    return on_the_way[-1] if unnamed or root.type in ("document", "dataset") else root


def _has_name(text: str) -> bool:
    """Tell whether a phrase holds a name: a capitalised word that neither begins it nor means a country."""
    words = text.split()
    begin = next((at for at, word in enumerate(words) if word.casefold().strip(",.") not in _LINKING), 0)
    for place, word in enumerate(words):
        plain = words_of(word)
        if place != begin and word[:1].isupper() and plain and plain[0] not in NATION_OF and plain[0] not in _LINKING:
            return True
    return len(words) > 1 and words[begin][:1].isupper() and any(word[:1].isupper() for word in words[begin + 1 : begin + 2])


_SPOKEN_FOR = re.compile(r"(?:\b[Ss]pokes(?:man|woman|person|people)\b)(?: (?:for|of|from|at))? (?:the )?(.+)")


def _spoken_for(root: ChainNode) -> str | None:
    """Return the body for which an unnamed spokesperson speaks: its voice is no anonymous source."""
    if root.type not in ("anonymous", "person"):
        return None
    found = _SPOKEN_FOR.search(root.name or "")
    if found and any(letter.isupper() for letter in found.group(1)):
        return found.group(1)
    return root.affiliation if root.type == "anonymous" and root.source_class == "spokesperson" else None


def root_key(name: str, kind: str) -> frozenset[str]:
    """Return the words by which a root is compared: countries by code; for the anonymous their class and whose they are, without counts.

    >>> root_key("the Chinese Ministry of Foreign Affairs", "organisation") == root_key("China's foreign ministry", "person")
    True
    """
    said = re.sub(r"\bWhite House\b", "Washington", name)
    words = [word for word in words_of(said) if word not in _LINKING]
    if kind == "anonymous":
        cut = next(
            (at for at, word in enumerate(words) if word in ("familiar", "who", "briefed", "close", "speaking", "knowledge")), len(words)
        )
        found = frozenset(_word(_CLASSES.get(word, word)) for word in words[:cut] if word not in _COUNTS)
        return found or frozenset({"person"})
    return frozenset(_word(word) for word in words)


def _word(word: str) -> str:
    nation = NATION_OF.get(word, "others")
    return f"@{nation}" if nation != "others" else stem(word)


def one_root(one: Source, other: Source) -> bool | None:
    """Tell whether two roots are one: True by name, False for two different names, None when it cannot be told."""
    if one.key is None or other.key is None:
        return None
    if one.named and other.named:
        left, right = one.key - _GENERIC, other.key - _GENERIC
        if not left or not right:
            return None
        # A report by an institute is recorded as the report or as the institute; a person's first name comes and goes.
        lefts, rights = (
            (root - _GENERIC, *(key - _GENERIC for key in told.through)) for root, told in ((one.key, one), (other.key, other))
        )
        pairs = [*((lefts[0], right) for right in rights), *((left, rights[0]) for left in lefts)]
        if any(a <= b or b <= a for a, b in pairs):
            return True
        written = {"document", "dataset"} & {one.kind, other.kind}
        return bool(written) and len(left & right) >= 2
    return None


def alike_unnamed(one: Source, other: Source) -> bool | None:
    """Tell whether two unnamed roots may be the same people by class and by whose they are; None when that says nothing."""
    if not one.anonymous or not other.anonymous:
        return None
    left, right = one.key or frozenset(), other.key or frozenset()
    whose = [frozenset(word for word in key if word.startswith("@")) for key in (left, right)]
    if all(whose) and not _overlap(whose[0], whose[1]):
        return False
    if all(whose):
        return True
    classes = [key - side for key, side in zip((left, right), whose, strict=True)]
    if classes[0] & classes[1]:
        return True
    if any("person" in key for key in classes) or all(key & _OFFICIAL for key in classes):
        return None
    return False


def _overlap(one: frozenset[str], other: frozenset[str]) -> bool:
    wide = [{*side, *(code for word in side for code in _WIDER.get(word, ()))} for side in (one, other)]
    return bool(wide[0] & wide[1])
