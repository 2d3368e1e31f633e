"""Invented stories: who published first, from whom, what they say, what is denied; look-alikes and independent confirmations."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace

from enduse.worlds import press_domains
from enduse.worlds.press_facts import ABOUT_PRODUCT, Amount, Cast, Fact, content, facts
from enduse.worlds.press_names import AGENCIES, GOODS, OUTLETS, PLACES, PLANTS, TRADERS, Draw, Namer
from enduse.worlds.press_sources import Root, root

DELIVERED = ("delivered_money", "delivered_count", "arms_shells")
FIRST_DAY = dt.date(2024, 1, 8)
FIELDS = ("parts", "parts", "parts", "plain", "oil", "arms", "bank")
ROOTS = ("anonymous", "anonymous", "anonymous", "person", "organisation", "document", "dataset")


@dataclass(frozen=True)
class Denial:
    """What the accused side says. `kind`: content, knowledge, policy or none (no comment); the last two deny nothing."""

    kind: str
    who: str
    accepted: tuple[tuple[str, str], ...]
    topic: str
    """The goods or product spoken of."""
    words: dict[str, str]


@dataclass(frozen=True)
class Story:
    """One origin: a first publisher, a source, facts."""

    story: str
    outlet: str
    day: dt.date
    root: Root
    cast: Cast
    facts: tuple[Fact, ...]
    denial: Denial | None = None
    same: dict[str, str] = field(default_factory=dict)
    """Fact of this story to the fact of another origin that it says again, independently."""
    against: dict[str, str] = field(default_factory=dict)
    """Fact of this story to the fact of another origin that it cannot be true with."""


def invent(draw: Draw, namer: Namer, count: int) -> list[Story]:
    """Return that many stories. Every third resembles an earlier one without being it; some confirm or contradict one, from elsewhere."""
    stories: list[Story] = []
    for number in range(1, count + 1):
        name = f"o{number:02d}"
        earlier = draw.of(stories) if stories else None
        if earlier is not None and number % 3 == 0:
            stories.append(_lookalike(draw, namer, name, earlier))
        elif earlier is not None and number % 8 == 0:
            stories.append(_again(draw, namer, name, earlier))
        else:
            stories.append(_story(draw, namer, name, _cast(draw, namer), draw.of(OUTLETS), FIRST_DAY + dt.timedelta(draw.between(0, 340))))
    return _one_claim(stories)


def _one_claim(stories: list[Story]) -> list[Story]:
    """Return the stories with every fact that another story tells too, by chance, marked as the same claim."""
    first: dict[tuple[object, ...], str] = {}
    marked = []
    for story in stories:
        same = dict(story.same)
        for fact in story.facts:
            if fact.kind in press_domains.UNSAID:
                continue
            known = first.setdefault(content(fact), story.same.get(fact.fact, fact.fact))
            if known != fact.fact:
                same.setdefault(fact.fact, known)
        marked.append(replace(story, same=same))
    return marked


def _cast(draw: Draw, namer: Namer) -> Cast:
    first, second = draw.some(range(len(GOODS)), 2)
    domain = draw.of(FIELDS)
    supplier, consignee = namer.company(TRADERS), namer.company(PLANTS)
    intermediary = namer.company(TRADERS)
    while intermediary == supplier:
        intermediary = namer.company(TRADERS)
    if domain == "plain":
        # Nobody is named: only where they are and what they do.
        here, there = draw.some(PLACES, 2)
        supplier = f"a trading company in {here}|a firm from {here}|a {here} trader"
        consignee = f"a drone maker near {there}|a drone plant near {there}|the drone works near {there}"
    others = press_domains.names_of(draw, namer, domain) if domain in press_domains.DOMAINS else {}
    return Cast(
        supplier, consignee, intermediary, namer.product(), (first, second), draw.of(AGENCIES), draw.of((2022, 2023)), domain,
        tuple(sorted(others.items())),
    )  # fmt: skip


def _story(draw: Draw, namer: Namer, name: str, cast: Cast, outlet: str, day: dt.date) -> Story:
    source = root(draw, namer, draw.of(ROOTS), outlet)
    told = tuple(facts(draw, cast, name, draw.between(4, 6)))
    return Story(name, outlet, day, source, cast, told, _denial(draw, cast, told) if draw.chance(0.6) else None)


def _lookalike(draw: Draw, namer: Namer, name: str, other: Story) -> Story:
    """Return another story about the same buyer or goods, or of the same field, within weeks, in one case of six by the same outlet."""
    fresh, old = _cast(draw, namer), other.cast
    cast = replace(
        old, supplier=fresh.supplier, intermediary=fresh.intermediary, product=fresh.product, agency=fresh.agency, year=fresh.year
    )
    if old.domain == "plain" and fresh.domain != "plain":
        cast = replace(cast, supplier=old.supplier)
    elif old.domain not in press_domains.DOMAINS and draw.chance(0.4):
        cast = replace(fresh, supplier=old.supplier, goods=old.goods, domain=old.domain, others=())
        if old.domain == "plain":
            cast = replace(cast, consignee=old.consignee)
    outlet = other.outlet if draw.chance(0.17) else draw.of([one for one in OUTLETS if one != other.outlet])
    return _story(draw, namer, name, cast, outlet, other.day + dt.timedelta(draw.between(0, 21)))


def _again(draw: Draw, namer: Namer, name: str, other: Story) -> Story:
    """Return a story of another outlet and a named source that says two of the facts too, or gives another number."""
    outlet = draw.of([one for one in OUTLETS if one != other.outlet])
    fresh = _story(draw, namer, name, other.cast, outlet, other.day + dt.timedelta(draw.between(6, 25)))
    source = fresh.root
    while source.kind in ("anonymous", "dataset") or source.accepted == other.root.accepted:
        source = root(draw, namer, draw.of(ROOTS), outlet)
    same, against, told = {}, {}, []
    for number, fact in enumerate(other.facts[:2], 1):
        again = replace(fact, fact=f"{name}-f{number}", hedged=False)
        if draw.chance(0.5) and fact.amount is not None:
            again = replace(again, amount=Amount(max(fact.amount.value // 4, 2), fact.amount.currency, "exact"))
            if fact.amount.bound in ("exact", "at_least", "about"):
                against[again.fact] = fact.fact
        else:
            same[again.fact] = other.same.get(fact.fact, fact.fact)
        told.append(again)
    rest = [replace(fact, fact=f"{name}-g{number}") for number, fact in enumerate(fresh.facts[2:4], 1)]
    return replace(fresh, root=source, facts=(*told, *rest), same=same, against=against)


DENIALS: dict[str, tuple[str, ...]] = {
    "content": (
        "{w} denied having sent {t} to {c}.", "“We have never supplied {t} to {c},” {w} said.",
        "{w} rejected the claim that it had sold {t} to {c}.",
        "{w} said it had not delivered any {t} to {c}.",
    ),
    "product": (
        "{w} denied that the {t} exists.", "{w} denied any involvement in the {t}.", "“There is no {t} and there never was,” {w} said.",
        "{w} rejected the reports about the {t}.",
    ),
    "knowledge": (
        "{w} said it was not aware of the {t} project.", "{w} said that it had no knowledge of the {t} project.",
        "“We are not aware of any such project as the {t},” {w} said.",
    ),
    "policy": (
        "{w} said that it strictly controls the export of dual-use goods.", "“We strictly control exports of dual-use goods,” {w} said.",
    ),
    "none": ("{w} did not respond to a request for comment.", "{w} declined to comment.", "A request for comment to {w} went unanswered."),
}  # fmt: skip


def _denial(draw: Draw, cast: Cast, told: tuple[Fact, ...]) -> Denial | None:
    domain = press_domains.DOMAINS.get(cast.domain)
    if domain is not None:
        return _other_denial(draw, cast, domain)
    has_product = any(fact.kind in ABOUT_PRODUCT for fact in told)
    kind = draw.of(("content", "content", "product", "knowledge", "policy", "none"))
    if not has_product and kind in ("product", "knowledge"):
        kind = "content"
    office = draw.of(("the Imagined Foreign Ministry", "the Embassy of Vymyslia", "the Ministry of Invented Industry"))
    if cast.domain == "plain":
        kind = "none" if kind == "content" else kind
    elif kind in ("content", "none"):
        who, plain = f"a spokesman for {cast.supplier}", cast.supplier
        if draw.chance(0.5):
            who = cast.supplier
    if kind not in ("content", "none") or cast.domain == "plain":
        who, plain = office, office.removeprefix("the ")
    topic = GOODS[cast.goods[draw.between(0, 1)]][0] if kind == "content" else cast.product
    return Denial(
        kind,
        who,
        (("organisation", plain), ("person", who), ("anonymous", who)),
        topic,
        {"w": who, "t": topic, "c": cast.consignee.split("|")[0]},
    )


def _other_denial(draw: Draw, cast: Cast, domain: press_domains.Domain) -> Denial | None:
    """Return the answer of the accused state, when the field has one."""
    if not domain.deniers:
        return None
    names = dict(cast.others)
    who = draw.of(domain.deniers).format(**names)
    kind = draw.of(("content", "content", "none"))
    body = who.removeprefix("the ")
    return Denial(kind, who, (("organisation", body), ("anonymous", who)), "arms_shells", {"w": who, "t": "shells", "c": names["b"]})


def may_be_denied(story: Story) -> list[str]:
    """Return the facts that a careless retelling may turn into what the denial speaks against: only weighed by the origin."""
    denial = story.denial
    if denial is None or denial.kind != "content":
        return []
    return [fact.fact for fact in story.facts if fact.topic == denial.topic and fact.kind == "considering"]


def denied(story: Story) -> list[str]:
    """Return the facts that the story's denial speaks against; not to know of a thing denies no more than knowing."""
    denial = story.denial
    if denial is None or denial.kind not in ("content", "product"):
        return []
    if denial.kind == "content":
        return [fact.fact for fact in story.facts if fact.topic == denial.topic and fact.kind in DELIVERED]
    return [fact.fact for fact in story.facts if fact.topic == denial.topic]
