"""A claim as lineage compares it: weighted words, names, numbers, what is done with what, and from whom it comes."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from enduse.claims.extracted import ArticleClaims, ArticleView, ExtractedClaim, Quantity
from enduse.claims.lineage.lexicon import COMPANY_WORDS, MAKERS, NATION_OF, NATIONS, REPORTING, STOP, WELL_KNOWN, action, goods
from enduse.claims.lineage.scripts import words_of

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
ROUNDED_MAX = 1.06
"""A number is another one rounded only if it is no more than so many times it."""
_YEAR = re.compile(r"(?:19|20)\d\d$")


@dataclass(frozen=True)
class Told:
    """One claim with what is compared. `words` are folded; `names` those of them that are rare enough to tell stories apart."""

    claim: ExtractedClaim
    article: int
    place: int
    words: Counter[str]
    names: frozenset[str]
    actions: frozenset[str]
    goods: frozenset[str]
    numbers: tuple[Quantity, ...]
    periods: frozenset[str]

    @property
    def id(self) -> str:
        """The claim's id."""
        return self.claim.id

    @property
    def denied(self) -> bool:
        """Whether it is a denial."""
        return self.claim.stance == "denied"


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Return a word without the endings that number and tense leave.

    >>> stem("batteries"), stem("antennas"), stem("planned"), stem("glass")
    ('batter', 'antenna', 'plan', 'glass')
    """
    if len(word) > 5 and word.endswith("ies"):
        return word[:-3]
    if len(word) > 4 and word.endswith("y"):
        return word[:-1]
    if len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    for ending in ("ing", "ed"):
        if len(word) > len(ending) + 3 and word.endswith(ending):
            word = word[: -len(ending)]
            return word[:-1] if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "ls" else word
    return word


def told(articles: Sequence[ArticleClaims]) -> list[Told]:
    """Return every claim that can be compared, in order; headlines and 'no comment' are left out."""
    return [
        _told(claim, number, place, one.view)
        for number, one in enumerate(articles)
        for place, claim in enumerate(one.claims)
        if not claim.headline and claim.type != "no_comment"
    ]


def _told(claim: ExtractedClaim, article: int, place: int, view: ArticleView) -> Told:
    speakers = {word for node in claim.chain for word in words_of(f"{node.name or ''} {node.affiliation or ''}")}
    content = content_words(claim.quote, speakers | set(words_of(view.outlet or "")))
    for amount in claim.quantities:
        # Numbers are compared as numbers; a changed one must not make another claim of it.
        for word in words_of(amount.text):
            content.pop(word if word.isdigit() else stem(word), None)
    names = name_words(claim) - speakers
    plain = plain_words(claim.quote)
    acts = {kind for word in plain for kind in (action(word),) if kind}
    kinds = goods_of(claim.quote, plain)
    if "servo" in kinds and "engine" in kinds and not plain & {"engine", "engines"}:
        kinds.discard("engine")
    numbers = tuple(one for one in claim.quantities if one.value is not None)
    periods = frozenset(
        one.since[:4] if one.since == one.until or one.until is None else f"{one.since}/{one.until}" for one in claim.dates if one.since
    )
    return Told(claim, article, place, content, frozenset(names), frozenset(acts), frozenset(kinds), numbers, periods)


def content_words(text: str, without: Iterable[str] = ()) -> Counter[str]:
    """Return the weighted words of a claim: classes for doings and goods, stems for the rest, reporting words left out."""
    left = {*without}
    counted: Counter[str] = Counter()
    plain = plain_words(text)
    for word in words_of(text):
        nation = NATION_OF.get(word, "others")
        if nation != "others" and (word != "us" or "US" in text):
            counted[f"nation:{nation}"] = 1
            continue
        if word in STOP or word in REPORTING or word in left:
            continue
        kind = goods(word) if word in plain else None
        act = action(word) if word in plain else None
        if kind:
            counted[f"goods:{kind}"] = 1
        elif act:
            counted[f"action:{act}"] = 1
        elif len(word) > 1 or word.isdigit():
            counted[stem(word)] = 1
    return counted


def plain_words(text: str) -> set[str]:
    """Return the words of a text that are no part of a name: written small, or capital only because they begin a sentence.

    >>> sorted(plain_words("Engines from Invented Motor Works"))
    ['engines', 'from']
    """
    found = list(_WORD.finditer(text))
    plain: set[str] = set()
    for place, match in enumerate(found):
        word = match.group()
        follows = found[place + 1].group() if place + 1 < len(found) else ""
        begins = not text[: match.start()].strip(" “”\"'‘’") or text[: match.start()].rstrip(" “\"'‘")[-1:] in ".!?:"
        if not word[:1].isupper() or (begins and not follows[:1].isupper()):
            plain.update(words_of(word))
    return plain


def goods_of(text: str, plain: Collection[str]) -> set[str]:
    """Return the families of goods that a text speaks of; what a plant or a firm makes is no goods of the sentence's.

    >>> sorted(goods_of("lenses for a drone plant", {"lenses", "drone", "plant"})), sorted(goods_of("the drone", {"drone"}))
    (['lens'], ['drone'])
    """
    words = words_of(text)
    named = pairwise([*words, ""])
    return {kind for word, after in named for kind in (goods(word),) if kind and word in plain and after not in MAKERS}


def name_words(claim: ExtractedClaim) -> set[str]:
    """Return the words of names in a claim: companies, products, people; and capitalised words that do not begin the span.

    Countries, outlets and ordinary words are no names here: they are in every story. A town is one.
    """
    found: set[str] = set()
    countries: set[str] = set()
    for mention in claim.mentions:
        if mention.country or mention.kind in ("outlet", "goods"):
            countries.update(words_of(mention.text))
        else:
            found.update(words_of(mention.text))
    printed = list(_WORD.finditer(claim.quote))
    for place, match in enumerate(printed):
        text = match.group()
        # The first word is capital anyway; it is a name when the next one is capital too.
        begins = match.start() <= 1 and not (place + 1 < len(printed) and printed[place + 1].group()[:1].isupper())
        if text[:1].isupper() and not begins:
            found.update(words_of(text))
    return {
        word
        for word in found - countries - NATIONS
        if word not in STOP
        and word not in WELL_KNOWN
        and word not in COMPANY_WORDS
        and word not in REPORTING
        and not _YEAR.match(word)
        and not goods(word)
    }


def day_of(view: ArticleView) -> dt.date | None:
    """Return the day an article was published; None when only a month or a year is stated, or nothing."""
    try:
        return dt.date.fromisoformat(view.published or "")
    except ValueError:
        return None
