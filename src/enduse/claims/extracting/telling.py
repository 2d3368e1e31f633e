"""Offered speakers and names against what is printed: every node, class, affiliation and name stands in the text, or is refused."""

from __future__ import annotations

import re

from enduse.claims.extracted import ChainNode, Mention
from enduse.claims.extracting.amounts import date
from enduse.claims.extracting.offers import Offer, OfferedEntity, OfferedNode
from enduse.claims.extracting.page import Page, Span
from enduse.claims.extracting.placing import Place
from enduse.claims.extracting.refusals import Refusal
from enduse.claims.reading.gazetteer import COUNTRY
from enduse.claims.reading.numbers import whole
from enduse.claims.reading.sources import nodes_of
from enduse.claims.words.english import FINITE

_BACK = re.compile(
    r"\b(?:he|she|they|it|we|I|who|[Ii]ts|[Tt]heir|[Oo]ur|[Mm]y)\b|\b(?:[Tt]he|[Tt]hese|[Tt]hose|[Tt]his|[Tt]hat|[Bb]oth|[Ss]ame|"
    r"[Ss]uch)\s+(?:\w+\s+){0,3}\w+|"
    r"(?<!\w)(?:он|она|они|оно|мы|я|эт\w+|т[еоа]т?|данн\w+|газет\w+|издани\w+|агентств\w+|источник\w*|собеседник\w*|чиновник\w*|"
    r"эксперт\w*|аналитик\w*|министерств\w+|ведомств\w+|"
    r"компани\w+|завод\w*|представител\w+|директор\w*|доклад\w*|отч[её]т\w*|документ\w*)(?!\w)|[他她它我该这]|上述|报道|报告|"
    r"官员|经理|发言人|人士|专家|公司|外交部",
    re.IGNORECASE,
)
_BACK_INSIDE = re.compile(
    r"(?:the|this|that|these|those|its|their) (?:\w+ ){0,2}(?:report|article|story|investigation|study|paper|newspaper|outlet|"
    r"agency|wire|statement|document|record|official|source|"
    r"expert|analyst|researcher|ministry|company|letter|assessment|publication|author)s?\b",
    re.IGNORECASE,
)
"""A quote may itself begin with the words that point back: "The report shows that ..."."""
_DETAIL_WITHIN = 240
_CARRIED_WITHIN = 1500


def chain(page: Page, offer: Offer, place: Place) -> tuple[ChainNode, ...] | Refusal:
    """Return the chain with offsets; its first node is the article's outlet (unnamed when neither file nor text names it)."""
    found: list[ChainNode] = []
    for number, one in enumerate(offer.speaker_chain):
        if number == 0 and (one.type != "outlet" or one.name != page.view.outlet):
            return Refusal("publisher_missing", f"{one.type} {one.name!r} comes first; the outlet is {page.view.outlet!r}")
        node = _publisher(page, one, offer, place) if number == 0 else _node(page, one, offer, place)
        if isinstance(node, Refusal):
            return node
        found.append(node)
    return tuple(found)


def _publisher(page: Page, one: OfferedNode, offer: Offer, place: Place) -> ChainNode | Refusal:
    if all(part is None for part in (one.source_class, one.affiliation, one.number, one.access, one.said_on)):
        return ChainNode("outlet", one.name, implied=one.implied or one.name is None)
    if one.name and page.places(one.name):
        # The text itself says what its outlet reported, and when.
        return _node(page, one, offer, place)
    return Refusal("speaker_detail_not_stated", "the publishing outlet has neither class, affiliation, number, access nor date in the text")


def _node(page: Page, one: OfferedNode, offer: Offer, place: Place) -> ChainNode | Refusal:
    if not one.name:
        return Refusal("speaker_not_stated", f"a node of type {one.type} has no name; only the publishing outlet may be unnamed")
    near = [at for at in page.places(one.name, *place.near) if page.in_furniture(at, at + len(one.name)) is None]
    if near:
        at = min(near, key=lambda spot: abs(spot - place.start))
        if not one.implied and not _speaks(page, one.name, near, offer, place):
            return Refusal("speaker_not_speaking", f"{one.name!r} is what the quote is about")
    else:
        earlier = [at for at in page.places(one.name) if page.in_furniture(at, at + len(one.name)) is None]
        if not earlier:
            return Refusal("speaker_not_stated", f"{one.name!r} is not in the article's own text")
        at = max((spot for spot in earlier if spot < place.start), default=earlier[0])
        if not one.implied and not _points_back(page, one.name, offer, place):
            return Refusal("speaker_not_near", f"{one.name!r} is named elsewhere, and nothing near the quote points back to a speaker")
    return _detailed(page, one, (at, at + len(one.name)), place)


def _speaks(page: Page, name: str, near: list[int], offer: Offer, place: Place) -> bool:
    """Tell whether a name near the quote can be its speaker: it stands outside it, the rules read it so or the quote is of not speaking."""
    if offer.type in ("no_comment", "denial", "retraction"):
        return True
    return any(at < place.start or at + len(name) > place.end for at in near) or _read_so(page, name, place)


def _read_so(page: Page, name: str, place: Place) -> bool:
    """Tell whether the rules hand the same words to the same speaker, as in the answers of an interview."""
    read = page.nearest(place.start, place.end)
    return read is not None and any(node.name == name for node in read.chain)


def _points_back(page: Page, name: str, offer: Offer, place: Place) -> bool:
    """Tell whether a word outside the quote points back to a speaker, the sentence names part of the name, or the quote is of somebody."""
    outside = page.flat[place.near[0] : place.start] + " … " + page.flat[place.end : place.near[1]]
    sentence = page.flat[place.near[0] : place.near[1]]
    if any(one.start < place.end and place.start < one.end for one in page.quotations) or _BACK.search(outside):
        return True
    words = [word for word in re.findall(r"\w+", name) if len(word) > 3]
    if any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", sentence) for word in words):
        return True
    # "It has not replied": who does not answer is the speaker of the whole quote.
    of_itself = offer.type in ("no_comment", "denial") and _BACK.match(page.flat, place.start, place.end)
    return bool(of_itself or _BACK_INSIDE.match(page.flat, place.start, place.end)) or _read_so(page, name, place)


def _detailed(page: Page, one: OfferedNode, span: Span, place: Place) -> ChainNode | Refusal:
    """Return the node with what is said of it; refused unless that is printed with its name or with the quote."""
    home = page.around(*span)
    homes = [place.near, *_homes(page, one.name or "")]
    if 0 < place.start - span[0] <= _CARRIED_WITHIN:
        # "the source, who requested anonymity, said": said of the same speaker on the way to the quote.
        homes.append((span[0], place.sentence[1]))
    for what, words in (("affiliation", one.affiliation), ("access", one.access)):
        if words is not None and not any(page.places(words, *stretch) for stretch in homes):
            return Refusal("speaker_detail_not_stated", f"{what} {words!r} is not printed with the speaker")
    if one.number is not None and one.number not in _numbers(page.flat[max(home[0], span[0] - 40) : span[1]]):
        return Refusal("speaker_detail_not_stated", f"the number {one.number} is not printed with {one.name!r}")
    if one.source_class is not None and one.source_class not in _classes(page, span, home):
        return Refusal("speaker_detail_not_stated", f"{one.name!r} does not read as: {one.source_class}")
    said_on = None
    if one.said_on is not None:
        read = date(page, one.said_on, home)
        read = date(page, one.said_on, place.near) if isinstance(read, Refusal) else read
        if isinstance(read, Refusal):
            return read
        said_on = read
    return ChainNode(one.type, one.name, one.implied, span[0], span[1], one.source_class, one.affiliation, one.number, one.access, said_on)


def _homes(page: Page, name: str) -> list[Span]:
    """Return the sentences in which the speaker is named, in full or by the last word: "Anna Example" and "Example"."""
    last = re.split(r"\s", name.strip())[-1]
    return [page.around(at, at + len(words)) for words in {name, last} if len(words) > 2 for at in page.places(words)]


def _numbers(words: str) -> set[int]:
    """Return the small numbers printed; "a" and "an" are one."""
    found = {number for word in re.findall(r"[^\W_]+(?:-\w+)?", words) if (number := whole(word)) is not None}
    found |= {number for word in re.findall(r"[一二两三四五六七八九十]", words) if (number := whole(word)) is not None}
    return found | ({1} if re.search(r"\b(?:an?|another|one)\b", words, re.IGNORECASE) else set())


def _classes(page: Page, span: Span, home: Span) -> set[str]:
    """Return the classes of unnamed (or spoken-for) source that the rules read in a name, and in the words around it."""
    mentions, dates = page.view.mentions, page.view.dates
    wider = (max(home[0], span[0] - _DETAIL_WITHIN), min(home[1], span[1] + _DETAIL_WITHIN))
    read = [*nodes_of(page.flat, *span, mentions, dates), *nodes_of(page.flat, *wider, mentions, dates)]
    known = [node for claim in page.read.claims for node in claim.chain if node.start == span[0]]
    return {one.source_class for one in (*read, *known) if one.source_class}


def entity(page: Page, one: OfferedEntity, place: Place, speakers: tuple[ChainNode, ...]) -> Mention | Refusal:
    """Return the mention with its offsets: in the quote where it stands there, else in its sentence or stated context."""
    inside = page.places(one.name, place.start, place.end)
    near = inside or [at for at in page.places(one.name, *place.near) if page.in_furniture(at, at + len(one.name)) is None]
    if not near:
        return Refusal("name_not_stated", f"{one.name!r} is not in the quote, its sentence or its stated context")
    if one.country is not None and COUNTRY.get(one.name) != one.country:
        return Refusal("country_not_stated", f"{one.name!r} is not known to mean {one.country!r}")
    at = near[0]
    if one.role == "speaker" and one.name not in {node.name for node in speakers}:
        return Refusal("role_not_worded", f"{one.name!r} speaks nowhere in the chain")
    if one.role in ("subject", "object") and inside:
        verb = FINITE.search(page.flat[place.start : place.end])
        sides = {"subject" if spot + len(one.name) <= place.start + verb.start() else "object" for spot in inside} if verb else set()
        if one.role not in sides:
            return Refusal("role_not_worded", f"{one.name!r} is offered as {one.role}, and stands on the other side of the verb")
    return Mention(at, at + len(one.name), one.name, one.kind, one.role, one.country)
