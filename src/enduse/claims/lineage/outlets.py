"""Which outlet a name means: a short or cut form is the longer name it belongs to; a ministry is no outlet."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from enduse.claims.extracted import ArticleClaims
from enduse.claims.lineage.lexicon import OUTLETS
from enduse.claims.lineage.scripts import words_of

_ARTICLES = frozenset(("the", "a", "an", "its", "their", "newspaper", "daily", "com", "www", "издание", "газета", "агентство"))


def outlet_key(name: str | None) -> str | None:
    """Return an outlet's name as it is compared.

    >>> outlet_key("The Invented Courier") == outlet_key("Invented Courier"), outlet_key("агентство Рейтер"), outlet_key("路透社")
    (True, 'reuters', 'reuters')
    """
    key = _plain(name)
    return _ELSEWHERE.get(key, key) if key else None


def _plain(name: str | None) -> str | None:
    said = re.sub(r"^(?:(?:which|who) (?:cited|cites|quoted) |citing |according to )", "", name or "", flags=re.IGNORECASE)
    words = [word for word in words_of(said) if word not in _ARTICLES]
    return " ".join(words) or None


_ELSEWHERE: dict[str, str] = {key: names[0] for names in OUTLETS for name in names for key in (_plain(name),) if key}


class Outlets:
    """The outlets of a set of articles: those that published one, and those that one cites."""

    def __init__(self, articles: Iterable[ArticleClaims]) -> None:
        listed = list(articles)
        self.publishers = frozenset(key for one in listed for key in (outlet_key(one.view.outlet),) if key)
        cited = {
            key
            for one in listed
            for claim in one.claims
            for node in claim.chain
            if node.type == "outlet"
            for key in (outlet_key(node.name),)
            if key
        }
        bodies = {
            key
            for one in listed
            for claim in one.claims
            for node in claim.chain
            if node.type in ("organisation", "person", "document", "dataset")
            for key in (outlet_key(node.name),)
            if key
        }
        # An institute that one article takes for an outlet and another does not is none.
        self._bodies = bodies - self.publishers
        self._body_ends = {" ".join(words[cut:]) for words in (key.split(" ") for key in self._bodies) for cut in range(len(words))}
        self._known = self.publishers | (cited - bodies)
        self._begins: dict[str, set[str]] = {}
        for key in self._known:
            words = key.split(" ")
            for cut in range(1, len(words)):
                self._begins.setdefault(" ".join(words[:cut]), set()).add(key)

    def of(self, name: str | None, kind: str, near: Collection[str] = ()) -> str | None:
        """Return the outlet that a node of this type names, compared form; None when it names none. `near`: those its article names.

        A publisher's name is an outlet whatever the node was taken for; the beginning of exactly one outlet's name means it, and so does
        the end of the name of one that the article itself names.
        """
        key = outlet_key(name)
        if key is None:
            return None
        if key in self.publishers:
            return key
        if key in self._body_ends:
            return None
        ends = {one for one in near if one.endswith(f" {key}")} if kind == "outlet" else set()
        longer = ends or self._begins.get(key, set()) & (self._known if kind == "outlet" else self.publishers)
        if len(longer) == 1:
            return next(iter(longer))
        return key if kind == "outlet" else None
