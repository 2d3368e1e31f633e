"""People and places of the articles: a surname beside the full name its article gives, a place beside the territory it may mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from rigour.territories import get_territory

from enduse.claims.casefile.kept import Kept
from enduse.claims.casefile.rows import candidate_row
from enduse.claims.extracted import ArticleClaims, Mention
from enduse.claims.lineage.lexicon import NATION_OF
from enduse.claims.lineage.scripts import words_of
from enduse.claims.naming import name_id
from enduse.terms.territories import country_code

Row = dict[str, Any]
_SEVERAL: dict[str, tuple[str, ...]] = {
    "korea": ("KP", "KR"), "корея": ("KP", "KR"), "congo": ("CD", "CG"), "guinea": ("GN", "GQ", "GW"), "georgia": ("GE", "US"),
    "ireland": ("GB", "IE"), "sudan": ("SD", "SS"), "virgin islands": ("VG", "VI"),
}  # fmt: skip
"""Names that mean one of several territories; which one, the name does not say."""
_CAPITALS = frozenset((
    "beijing", "moscow", "kremlin", "kyiv", "kiev", "washington", "pentagon", "london", "brussels", "tehran", "pyongyang", "seoul",
    "taipei", "tokyo", "berlin", "paris", "ankara", "astana", "minsk", "delhi", "dubai",
))  # fmt: skip
"""Cities and houses that stand for a state in news; goods that go there need not leave the city."""
_GROUPS = frozenset(("eu", "west", "nato", "others"))


def spoken_in_full(kept: Kept) -> dict[str, str]:
    """Return {name id of a person printed by one word: the one full name that the articles printing it give with that word at its end}.

    Two full names of one surname leave it open whose it is, and it is left out.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for article in kept.articles:
        people = {" ".join(one.text.split()) for one in _mentions(article) if one.kind == "person"}
        full = [name for name in people if " " in name]
        for short in people - {*full}:
            found[name_id("person", short)] |= {name for name in full if name.split()[-1].casefold() == short.casefold()}
    return {name: min(names) for name, names in sorted(found.items()) if len({one.casefold() for one in names}) == 1}


def territory_candidates(kept: Kept) -> list[Row]:
    """Return candidates of places: the territory whose name it is; those that it may name; the one that a capital stands for in news."""
    places: dict[str, Mention] = {}
    for article in kept.articles:
        for one in _mentions(article):
            if one.kind == "place":
                places.setdefault(name_id("place", one.text), one)
    return [row for name, one in sorted(places.items()) for row in _territories(name, one)]


def _territories(name: str, one: Mention) -> Iterator[Row]:
    several = _SEVERAL.get(" ".join(words_of(one.text)))
    named = country_code(one.text)
    meant = {NATION_OF.get(word, "others") for word in words_of(one.text)} - _GROUPS
    if several:
        for code in several:
            yield _row(name, one, code, "possible", f"{one.text} may be any of {', '.join(several)}")
    elif named and not _CAPITALS & {*words_of(one.text)}:
        yield _row(name, one, named, "same_name", "a name of the territory (ISO 3166-1)")
    elif one.country or named or len(meant) == 1:
        yield _row(name, one, one.country or named or meant.pop().upper(), "possible", f"{one.text} stands for the state or lies in it")


def _row(name: str, one: Mention, code: str, grade: str, evidence: str) -> Row:
    return candidate_row(name, (one.kind, one.text), ("territory", code, _called(code)), grade, None, evidence)


def _called(code: str) -> str:
    found = get_territory(code.lower())
    return found.name if found else code


def _mentions(article: ArticleClaims) -> Iterator[Mention]:
    yield from article.view.mentions
    yield from (mention for claim in article.claims for mention in claim.mentions)
