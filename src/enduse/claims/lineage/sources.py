"""From whom each claim comes, as its article says: publisher, first publisher, root; and the strands of an article that share one."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from enduse.claims.extracted import ArticleClaims, ChainNode
from enduse.claims.lineage.features import Told, day_of, stem, words_of
from enduse.claims.lineage.lexicon import GENERIC_ROOTS

_ARTICLES = {"the", "a", "an", "its", "their", "newspaper", "daily", "com", "www"}
_COUNTS = frozenset((
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "several", "some", "many", "one", "senior", "former", "top",
    "anonymous", "unnamed", "unidentified", "who", "other",
))  # fmt: skip
_COMMENTATORS = {"expert", "analyst", "observer", "critic", "commentator"}
# Roots that are no source at all: "media reports", "reports", "sources".
_NOBODY = re.compile(
    r"(?:(?:media|press|news|several|local|other|some|various|multiple) )*(?:reports?|media|press|rumou?rs|outlets|sources|it)$"
)
_CLASSES: dict[str, str] = {
    **dict.fromkeys(("official", "officials", "authority", "authorities"), "official"),
    **dict.fromkeys(("diplomat", "diplomats", "ambassador"), "diplomat"),
    **dict.fromkeys(("insider", "insiders", "person", "people", "source", "sources", "individual", "individuals"), "person"),
    **dict.fromkeys(("spokesman", "spokeswoman", "spokesperson"), "spokesperson"),
}

# Words that alone name nobody: "the ministry", "the report".
_GENERIC = frozenset(stem(word) for word in GENERIC_ROOTS)


def outlet_key(name: str | None) -> str | None:
    """Return an outlet's name as it is compared.

    >>> outlet_key("The Invented Courier") == outlet_key("Invented Courier")
    True
    """
    words = [word for word in words_of(name or "") if word not in _ARTICLES]
    return " ".join(words) or None


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
    """Named sources on the way to the root: whoever has it from the root."""

    @property
    def named(self) -> bool:
        """Whether the root can be told from others: a person, an organisation, a document, a data set."""
        return self.key is not None and self.kind not in ("anonymous", "outlet", None)

    @property
    def anonymous(self) -> bool:
        """Whether the root is known but not by name."""
        return self.key is not None and self.kind == "anonymous"

    @property
    def unknown(self) -> bool:
        """Whether neither root nor another outlet is stated."""
        return self.key is None and self.via is None


def source_of(chain: Sequence[ChainNode], publisher: str | None, outlets: frozenset[str] = frozenset()) -> Source:
    """Return the source of a claim published by `publisher`; `outlets` are outlets whatever a chain takes them for (compared forms).

    No source has what it says from an outlet: an outlet that a chain puts behind one is on the way to it.
    """
    via, via_name, root = None, None, None
    path: set[str] = set()
    on_the_way: list[ChainNode] = []
    for node in chain:
        key = outlet_key(node.name)
        if node.type != "outlet" and not _is_outlet(key, outlets):
            on_the_way += [root] if root is not None else []
            root = node
        elif key is not None and key != publisher:
            via, via_name = key, node.name
            path.add(key)
    if root is None or _NOBODY.match(" ".join(words_of(root.name or ""))):
        return Source(via, outlet_name=via_name, path=frozenset(path))
    body = _spoken_for(root)
    kind = "organisation" if body is not None else root.type
    words = root_key(body or root.name or "", kind)
    if not words - _GENERIC:
        # "The records" names nothing by itself.
        kind = "anonymous"
    keys = (root_key(one.name or "", one.type) for one in on_the_way if one.type != "anonymous")
    return Source(via, words, kind, root.name, via_name, frozenset(path), tuple(key for key in keys if key - _GENERIC))


def _is_outlet(key: str | None, outlets: frozenset[str]) -> bool:
    """Tell whether a name is that of an outlet, or the beginning of exactly one's."""
    if key is None:
        return False
    return key in outlets or sum(one.startswith(f"{key} ") for one in outlets) == 1


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
    """Return the words by which a root is compared: for the anonymous their class and whose they are, without counts."""
    words = [word for word in words_of(name) if word not in _ARTICLES and word not in ("of", "by", "for", "in", "at", "from", "to", "and")]
    if kind == "anonymous":
        cut = next((at for at, word in enumerate(words) if word in ("familiar", "who", "briefed", "with", "close", "speaking")), len(words))
        return frozenset(_CLASSES.get(word, stem(word)) for word in words[:cut] if word not in _COUNTS) or frozenset({"person"})
    return frozenset(stem(word) for word in words)


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
        if any(a <= b or b <= a for a in lefts for b in rights):
            return True
        written = {"document", "dataset"} & {one.kind, other.kind}
        return bool(written) and len(left & right) >= 2
    return None


@dataclass
class Strand:
    """The claims of one article that come from one source. `day`: published; `publisher` compared form."""

    id: str
    article: int
    source: Source
    publisher: str | None
    publisher_name: str | None
    day: dt.date | None
    claims: list[Told] = field(default_factory=list)
    roots: list[str] = field(default_factory=list)

    @property
    def first(self) -> str | None:
        """Who published it first, as the article says: the outlet it cites, else itself when it names a source of its own."""
        if self.source.via:
            return self.source.via
        return self.publisher if self.source.key is not None else None

    @property
    def size(self) -> int:
        """How many of its claims name somebody: what is said of nobody in particular cannot correspond."""
        return max(sum(bool(one.names) for one in self.claims), 1)

    @property
    def denies(self) -> bool:
        """Whether it is mostly denials: an answer, not a story."""
        return 2 * sum(one.denied for one in self.claims) > len(self.claims)

    @property
    def names(self) -> frozenset[str]:
        """The rare-enough words of all its claims."""
        return frozenset(word for one in self.claims for word in one.names)


def strands(articles: Sequence[ArticleClaims], claims: Iterable[Told]) -> list[Strand]:
    """Return the strands of all articles, each article's in the order of its text.

    Claims that cite an outlet without a root belong to the strand that cites it with one; anonymous roots that may be one are one.
    """
    by_article: dict[int, list[Told]] = defaultdict(list)
    for one in claims:
        by_article[one.article].append(one)
    made: list[Strand] = []
    outlets = known_outlets(articles)
    for number, article in enumerate(articles):
        own: list[Strand] = []
        for one in by_article.get(number, ()):
            publisher = outlet_key(article.view.outlet)
            source = source_of(one.claim.chain, publisher, outlets)
            strand = next((other for other in own if _fits(other, source, one.denied)), None)
            if strand is None:
                name = f"{number:05d}:{len(own):03d}"
                strand = Strand(name, number, source, publisher, article.view.outlet, day_of(article.view))
                own.append(strand)
            elif _says_more(source, strand.source):
                strand.source = _both(strand.source, source)
            strand.claims.append(one)
            if source.name and source.name not in strand.roots:
                strand.roots.append(source.name)
        made += _parted(_merged(own))
    return made


def _parted(own: list[Strand]) -> list[Strand]:
    """Return the strands with the article's own voice in two: what shares a name with a strand that has a source, and the rest."""
    names = frozenset(name for one in own if not one.source.unknown for name in one.names)
    parted: list[Strand] = []
    for strand in own:
        near = [one for one in strand.claims if one.names & names]
        if strand.source.unknown and near and len(near) < len(strand.claims):
            rest = [one for one in strand.claims if not one.names & names]
            parted += [replace(strand, claims=near), replace(strand, id=f"{strand.id}~", claims=rest)]
        else:
            parted.append(strand)
    return parted


def known_outlets(articles: Iterable[ArticleClaims]) -> frozenset[str]:
    """Return the outlets that published one of the articles, compared form."""
    return frozenset(key for one in articles for key in (outlet_key(one.view.outlet),) if key)


def _fits(strand: Strand, source: Source, denied: bool) -> bool:
    """Tell whether a claim of this source belongs to the strand. An answer of the accused is never what an outlet reported."""
    rootless = strand.source.key is None or source.key is None
    if rootless and denied != any(one.denied for one in strand.claims):
        return False
    # What an outlet reported on its own is not the words of a person or body that is named only later, nor what analysts make of it.
    if strand.source.key is None and (source.kind in ("person", "organisation") or (source.key or frozenset()) & _COMMENTATORS):
        return False
    return _together(strand.source, source)


def _together(one: Source, other: Source) -> bool:
    """Tell whether two sources of one article are one strand."""
    if one.unknown or other.unknown:
        return one.unknown and other.unknown
    if one.via and other.via and one.via not in other.path and other.via not in one.path:
        return False
    if one.key is None or other.key is None:
        return one.via is not None and other.via is not None
    if one.anonymous and other.anonymous:
        return bool(one.key & other.key) or "person" in one.key | other.key
    if one.key <= _GENERIC or other.key <= _GENERIC:
        return bool(one.key & other.key)
    return one_root(one, other) is True


def _says_more(one: Source, other: Source) -> bool:
    return (one.named and not other.named) or (one.key is not None and other.key is None) or (one.via is not None and other.via is None)


def _both(one: Source, other: Source) -> Source:
    root = one if one.named or (one.key is not None and not other.named) else other
    via = one if one.via is not None else other
    return Source(via.via, root.key, root.kind, root.name, via.outlet_name, one.path | other.path, root.through)


def _merged(own: list[Strand]) -> list[Strand]:
    """Return strands with those joined that a later sentence shows to be one (an outlet cited alone, then with its source)."""
    kept: list[Strand] = []
    for strand in own:
        denied = any(one.denied for one in strand.claims)
        home = next((one for one in kept if _fits(one, strand.source, denied)), None)
        if home is None:
            kept.append(strand)
        else:
            home.claims += strand.claims
            home.roots += [name for name in strand.roots if name not in home.roots]
            home.source = _both(home.source, strand.source)
    return kept
