"""The strands of an article: its claims by whom they come from. What it says in its own voice belongs to the story it tells."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from enduse.claims.extracted import ArticleClaims
from enduse.claims.lineage.features import Told, content_words, day_of
from enduse.claims.lineage.outlets import Outlets, outlet_key
from enduse.claims.lineage.sources import Source, alike_unnamed, one_root, source_of


@dataclass
class Strand:
    """The claims of one article that come from one source. `day`: published; `publisher` compared form."""

    id: str
    article: int
    source: Source
    publisher: str | None
    publisher_name: str | None
    day: dt.date | None
    language: str | None = None
    claims: list[Told] = field(default_factory=list)
    roots: list[str] = field(default_factory=list)
    headline: Counter[str] = field(default_factory=Counter)
    """The words of the headline, when the strand is what the article is about."""
    leads: bool = False
    """Whether it is what the article is about."""
    hearsay: bool = False
    """Whether its article says of some of it that it is reported somewhere: then it retells, whatever it says of an unnamed source."""

    denials: int = 0
    """How many of its claims are denials."""

    def add(self, one: Told) -> None:
        """Take in a claim."""
        self.claims.append(one)
        self.denials += one.denied

    @property
    def first(self) -> str | None:
        """Who published it first, as the article says: the outlet it cites, else itself when it names a source of its own."""
        if self.source.via:
            return self.source.via
        own = self.source.key is not None and not self.source.commentator and (self.source.named or not self.hearsay)
        return self.publisher if own else None

    @property
    def denies(self) -> bool:
        """Whether it is mostly denials: an answer, not a story."""
        return 2 * self.denials > len(self.claims)

    @property
    def names(self) -> frozenset[str]:
        """The words of all its claims that name somebody."""
        return frozenset(word for one in self.claims for word in one.names)

    @property
    def words(self) -> Counter[str]:
        """The words of all its claims and of its headline."""
        said: Counter[str] = Counter(self.headline)
        for one in self.claims:
            said |= one.words
        return said


def near_outlets(article: ArticleClaims, outlets: Outlets) -> frozenset[str]:
    """Return the outlets that an article names, compared form."""
    keys = (outlets.of(node.name, node.type) for claim in article.claims for node in claim.chain)
    return frozenset(key for key in keys if key)


def strands(articles: Sequence[ArticleClaims], claims: Iterable[Told], outlets: Outlets) -> list[Strand]:
    """Return the strands of all articles, each article's in the order of its text."""
    by_article: dict[int, list[Told]] = defaultdict(list)
    for one in claims:
        by_article[one.article].append(one)
    made: list[Strand] = []
    for number, article in enumerate(articles):
        if by_article[number]:
            made += _Article(number, article, outlets).parted(by_article[number])
    return made


class _Article:
    """One article while its claims are dealt out."""

    def __init__(self, number: int, article: ArticleClaims, outlets: Outlets) -> None:
        self.number, self.view = number, article.view
        self.outlets = outlets
        self.publisher = outlet_key(article.view.outlet)
        self.near = near_outlets(article, outlets)
        self.own: list[Strand] = []
        self.headline: Counter[str] = Counter()
        self._offices: dict[tuple[str, str], bool] = {}
        for claim in article.claims:
            if claim.headline:
                self.headline |= content_words(claim.quote)

    def parted(self, claims: Sequence[Told]) -> list[Strand]:
        """Return the strands: sources first, then what is said of an outlet alone, then the article's own voice."""
        sources = [(one, source_of(one.claim.chain, self.publisher, self.outlets, self.near)) for one in claims]
        for one, source in sources:
            if source.key is not None:
                self._put(one, source)
        for one, source in sources:
            if source.key is None and source.via is not None:
                self._cited(one, source)
        voice = [(one, source) for one, source in sources if source.unknown]
        lead = self._lead([one for one, _ in voice])
        for one, source in voice:
            home = self._home(one, lead) if not one.denied else None
            (home or self._new(source, own_voice=True)).add(one)
        for strand in self.own:
            strand.claims.sort(key=lambda one: one.place)
        self.own.sort(key=lambda strand: strand.claims[0].place)
        told = lead or max(self.own, key=lambda strand: (not strand.denies, strand.source.unknown, len(strand.claims)))
        told.headline, told.leads = self.headline, True
        for strand in self.own:
            strand.hearsay = any(source.hearsay for _, source in sources)
        for place, strand in enumerate(self.own):
            strand.id = f"{self.number:05d}:{place:03d}"
        return self.own

    def _new(self, source: Source, own_voice: bool = False) -> Strand:
        if own_voice:
            known = next((one for one in self.own if one.source.unknown), None)
            if known is not None:
                return known
        made = Strand("", self.number, source, self.publisher, self.view.outlet, day_of(self.view), self.view.language)
        self.own.append(made)
        return made

    def _put(self, one: Told, source: Source) -> None:
        """Add a claim that names a root to the strand of that root, or to a new one."""
        fit = [other for other in self.own if other.denies == one.denied or source.voice]
        strand = next((other for other in fit if _together(other.source, source) or self._speaks_for(other.source, source)), None)
        if strand is None:
            strand = self._new(source)
        else:
            strand.source = _both(strand.source, source)
        strand.add(one)
        if source.name and source.name not in strand.roots:
            strand.roots.append(source.name)

    def _speaks_for(self, one: Source, other: Source) -> bool:
        """Tell whether one is a person and the other the body of which the article says, beside his name, that he is of it."""
        person, body = (one, other) if one.kind == "person" else (other, one)
        if person.kind != "person" or body.kind != "organisation" or (one.via and other.via and one.via != other.via):
            return False
        key = (person.name or "", body.name or "")
        if key not in self._offices:
            name, of = (re.sub(r"^(?:the|citing|according to) ", "", text, flags=re.IGNORECASE) for text in key)
            office = rf"{re.escape(name)}[^.!?“”\"]{{0,60}}\b(?:of|at|for|from|with) (?:the )?{re.escape(of)}\b"
            self._offices[key] = bool(name and of) and re.search(office, self.view.text) is not None
        return self._offices[key]

    def _cited(self, one: Told, source: Source) -> None:
        """Add what an outlet is said to report to the strand of its unnamed sources or papers; else it is a strand of its own."""
        fit = [strand for strand in self.own if strand.denies == one.denied and not strand.source.commentator]
        paths = [strand for strand in fit if source.via in strand.source.path or strand.source.via is None]
        home = (
            next((strand for strand in paths if strand.source.anonymous or strand.source.key is None), None)
            or next((strand for strand in paths if not strand.source.voice), None)
            or next((strand for strand in paths if strand.source.voice and strand.claims[0].place < one.place), None)
        )
        if home is None:
            home = self._new(source)
        else:
            home.source = _both(home.source, source)
        home.add(one)

    def _lead(self, voice: Sequence[Told]) -> Strand | None:
        """Return the strand that the article is about: reported from sources or from an outlet; `voice`: what it says itself.

        A denial leads nothing, nor does a comment that comes after what the article tells itself; None when nothing leads.
        """
        fit = [one for one in self.own if not one.denies and not one.source.commentator]
        fit = fit or [one for one in self.own if not one.denies]
        reports = [one for one in fit if not one.source.voice and not one.source.commentator]
        begins = min((one.place for one in voice), default=None)
        reports = reports or [one for one in fit if begins is None or one.claims[0].place < begins or len(one.claims) > len(voice)]
        return max(reports, key=lambda one: (len(one.claims), -one.claims[0].place), default=None)

    def _home(self, one: Told, lead: Strand | None) -> Strand | None:
        """Return the strand to which a claim in the article's own voice belongs; None when it is told by nobody else."""
        if lead is None:
            return None
        fit = [strand for strand in self.own if not strand.denies and not strand.source.commentator and not strand.source.unknown]
        best = max(fit, key=lambda strand: (len(one.names & strand.names), strand is lead))
        if one.names & best.names:
            return best
        # Who is quoted late in an article answers or comments; what the article tells before is not from there.
        return None if lead.source.voice and one.place < lead.claims[0].place else lead


def _together(one: Source, other: Source) -> bool:
    """Tell whether two sources of one article, each with a root, are one strand: one name; or unnamed people and papers of one report."""
    if one.via and other.via and one.via not in other.path and other.via not in one.path:
        return False
    if one.named and other.named:
        return one_root(one, other) is True
    if one.named != other.named:
        named, unnamed = (one, other) if one.named else (other, one)
        # "The records", "the report" after a named one.
        return bool((named.key or frozenset()) & (unnamed.key or frozenset())) and not unnamed.commentator
    if one.commentator or other.commentator:
        return one.commentator and other.commentator
    if one.via != other.via and None in (one.via, other.via):
        return alike_unnamed(one, other) is not False
    return True


def _both(one: Source, other: Source) -> Source:
    root = one if one.named or (one.key is not None and not other.named) else other
    stands = {*one.through, *other.through}
    if {one.kind, other.kind} == {"person", "organisation"} and not _together(one, other):
        root, body = (one, other) if one.kind == "person" else (other, one)
        stands.add(body.key or frozenset())
    via = one if one.via is not None else other
    path, ways = one.path | other.path, tuple(sorted(stands, key=sorted))
    return Source(via.via, root.key, root.kind, root.name, via.outlet_name, path, ways, papers=one.papers and other.papers)
