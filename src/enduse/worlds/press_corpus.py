"""A made press: invented origins, each retold by several outlets, with look-alikes, noise and the truth about all of it.

    corpus = press_corpus("press", seed=2, origins=40)      # press/articles/*.txt and press/truth.json

A retelling cites its source in full, drops it in part or wholly, garbles it or names another; it rewords, reorders and shortens,
makes verbs stronger and numbers wrong. The truth says of each claim where it stands, whose it is, what it rests on and what was changed.
Every outlet, company, person and story is invented and says so.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from enduse.errors import SettingError
from enduse.worlds import press_pages as pages
from enduse.worlds.press_facts import Amount, Fact, Worded, changed, word
from enduse.worlds.press_names import INSTITUTES, OUTLETS, Draw, Namer
from enduse.worlds.press_pages import Page
from enduse.worlds.press_sources import Root, capital, cited, garbled, root, told
from enduse.worlds.press_stories import DENIALS, Story, denied, invent, may_be_denied

MODES = ("cited", "cited", "cited", "cited", "outlet_only", "root_only", "bare", "garbled", "nested")
EXPERTS = (
    "“This trade will not stop soon,” {who}, an analyst at the {inst}, told {outlet}.",
    "{who}, a researcher at the {inst}, told {outlet} that new lists would change little.",
    "“Parcels find another way within weeks,” said {who} of the {inst}.",
    "{who} of the {inst} said in an interview with {outlet} that buyers would turn to other countries.",
)


@dataclass(frozen=True)
class PressCorpus:
    """Where a made press was written."""

    folder: Path
    articles: Path
    truth: Path


@dataclass(frozen=True)
class Telling:
    """How one article tells a story. `mode` original, or how a retelling treats its source; `via`: the outlet it names."""

    mode: str
    outlet: str
    day: dt.date
    via: str | None
    source: Root | None


MISNAMED = ("misnamed", "misnamed", "misnamed_alone", "handed_on")


def press_corpus(out: Path | str, seed: int, origins: int = 40, misnamed: float = 0.0) -> PressCorpus:
    """Write a made press of that many origins into `out` and return where; the same seed writes the same bytes.

    `misnamed` is the share of retellings that name a source of a name that the story does not have: beside the first publisher,
    beside an outlet that only retold it, or beside none. Raises SettingError when its folder of articles already holds something.
    """
    folder = Path(out)
    articles = folder / "articles"
    articles.mkdir(parents=True, exist_ok=True)
    if any(articles.iterdir()):
        raise SettingError(
            f"{articles} is not empty. A made press is written into a new or empty folder, so that no article of another is left."
        )
    draw = Draw(seed, 4)
    namer = Namer(draw, again=0.35)
    stories = invent(draw, namer, origins)
    written: list[Page] = []
    for story in stories:
        written += _tell(draw, namer, story, stories, misnamed)
    for page in written:
        (articles / page.article).write_text(pages.file_text(page), encoding="utf-8")
    truth = folder / "truth.json"
    truth.write_text(json.dumps(_truth(seed, stories, written), ensure_ascii=False, sort_keys=True, indent=1) + "\n", encoding="utf-8")
    return PressCorpus(folder, articles, truth)


def _tell(draw: Draw, namer: Namer, story: Story, stories: Sequence[Story], misnamed: float = 0.0) -> list[Page]:
    """Return the articles about one origin: the first publisher's, in four cases of five, and one to six retellings."""
    outlets = draw.some([one for one in OUTLETS if one != story.outlet], 6)
    tellings = [Telling("original", story.outlet, story.day, None, story.root)] if draw.chance(0.8) else []
    for number in range(draw.between(1, 6)):
        mode = "cited" if number == 0 else draw.of(MODES)
        if misnamed and draw.chance(misnamed):
            mode = draw.of(MISNAMED)
        via: str | None = story.outlet
        source: Root | None = story.root
        if mode == "garbled":
            source = garbled(draw)
            via = None if source is None else draw.of((story.outlet, None, outlets[number - 1]))
        elif mode in MISNAMED:
            source = _another(draw, namer, story.root, outlets[number])
            via = None if mode == "misnamed_alone" else outlets[number - 1] if mode == "handed_on" and number else story.outlet
        elif mode == "nested":
            via = outlets[number - 1]
        elif mode == "root_only":
            via = None
        elif mode == "outlet_only":
            source = None
        elif mode == "bare":
            via, source = None, None
        tellings.append(Telling(mode, outlets[number], story.day + dt.timedelta(draw.between(0, 4)), via, source))
    teasers = [_headline(draw, one) for one in draw.some(stories, 2) if one.story != story.story]
    return [_article(draw, namer, story, telling, (f"{story.story}-{number}.txt", teasers)) for number, telling in enumerate(tellings)]


def _another(draw: Draw, namer: Namer, true: Root, outlet: str) -> Root:
    """Return a named source that is not the story's."""
    while True:
        made = root(draw, namer, draw.of(("person", "organisation", "document")), outlet)
        if not {name for _, name in made.accepted} & {name for _, name in true.accepted}:
            return made


def _headline(draw: Draw, story: Story) -> str:
    fact = story.facts[0]
    return capital(word(draw, fact, fact.amount, "stronger", short=True).clause)


def _article(draw: Draw, namer: Namer, story: Story, telling: Telling, named: tuple[str, list[str]]) -> Page:
    published = telling.day.isoformat() if draw.chance(0.9) else None
    page = Page(named[0], telling.outlet, _headline(draw, story), published)
    pages.before(draw, page, namer.person())
    facts = list(story.facts)
    if telling.mode != "original":
        facts = _retold(draw, story, telling)
    for place, fact in enumerate(facts):
        _fact(draw, page, (story, telling), fact, place)
        if draw.chance(0.4):
            page.close()
        if draw.chance(0.15):
            page.background.append(page.sentence(draw.of(pages.BACKGROUND)))
    if story.denial and draw.chance(0.85):
        page.close()
        _denial(draw, page, story)
    if telling.mode != "original" and draw.chance(0.2):
        page.close()
        _expert(draw, namer, page)
    if draw.chance(0.5):
        page.close()
        for sentence in draw.some(pages.BACKGROUND, draw.between(1, 2)):
            page.background.append(page.sentence(sentence))
    pages.after(draw, page, named[1])
    return page


def _retold(draw: Draw, story: Story, telling: Telling) -> list[Fact]:
    """Return the facts that a retelling takes over; one that names no outlet keeps what tells its story from others."""
    bare = telling.via is None or telling.mode in ("garbled", *MISNAMED)
    count = max(3 if bare else 2, len(story.facts) - draw.between(0, 2))
    chosen = draw.some(story.facts, count)
    own = [fact for fact in story.facts[2:] if fact not in chosen]
    if bare and own and not any(fact in story.facts[2:] for fact in chosen):
        chosen[-1] = draw.of(own)
    return chosen


def _fact(draw: Draw, page: Page, of: tuple[Story, Telling], fact: Fact, place: int) -> None:
    """Add one fact as this article tells it."""
    story, telling = of
    amount, drift = fact.amount, {"number": False, "strength": "same", "attribution": telling.mode}
    strength = "same"
    if telling.mode != "original":
        careful = telling.via is None and any(claim["drift"] and claim["drift"]["number"] for claim in page.claims)
        if amount is not None and draw.chance(0.12) and not careful:
            amount, drift["number"] = changed(draw, amount), True
        strength = "stronger" if draw.chance(0.2) else "same"
    worded = word(draw, fact, amount, strength, short=place > 0 and draw.chance(0.3))
    drift["strength"] = worded.strength
    sentence, roots = _attributed(draw, worded.clause, story, telling, place)
    hedged = fact.hedged and worded.strength == "same"
    made = page.claim(
        sentence, fact=fact.fact, group=story.same.get(fact.fact, fact.fact), origin=story.story, roots=roots,
        stance="uncertain" if hedged else "asserted", denial=None, topic=fact.topic, drift=drift,
    )  # fmt: skip
    made["quantities"] = _quantities(page, made, worded, amount)


def _attributed(draw: Draw, clause: str, story: Story, telling: Telling, place: int) -> tuple[str, list[list[str]] | None]:
    """Return a sentence and the roots that may be recorded for it; None when the text leaves it open (a frame carried over)."""
    source, via = telling.source, telling.via
    own = [["outlet", telling.outlet]]
    roots = [list(one) for one in source.accepted] if source else []
    if telling.mode == "bare":
        return f"{capital(clause)}.", own
    if via is None and source is None:
        said = (
            draw.of(("Media reports say that {0}.", "According to media reports, {0}.", "{1}, several media reported."))
            if place == 0
            else "{1}."
        )
        return said.format(clause, capital(clause)), None
    if place == 0:
        if telling.mode == "original" or via is None:
            assert source is not None
            return told(draw, clause, source, telling.outlet if telling.mode == "original" else None), roots
        if telling.mode == "nested":
            lead = draw.of(
                ("{0} reported, citing {1}, that {2}.", "{3}, {0} wrote, citing {1}.", "According to {0}, which cited {1}, {2}.")
            )
            return lead.format(via, story.outlet, clause, capital(clause)), [["outlet", story.outlet]]
        return cited(draw, clause, via, source, story.day), roots or [["outlet", via]]
    if draw.chance(0.25):
        return f"{capital(clause)}.", None
    if source is None or telling.mode == "nested" or (via is not None and draw.chance(0.25)):
        return f"{via} also reported that {clause}.", [["outlet", str(via)], ["outlet", story.outlet], *roots]
    return told(draw, clause, source, later=True), roots


def _quantities(page: Page, claim: dict[str, Any], worded: Worded, amount: Amount | None) -> list[dict[str, Any]]:
    if worded.number is None or amount is None:
        return []
    start = page.text.lower().index(worded.number.lower(), claim["start"], claim["end"])
    return [{"start": start, "end": start + len(worded.number), "value": amount.value, "currency": amount.currency, "unit": worded.unit,
             "bound": amount.bound}]  # fmt: skip


def _denial(draw: Draw, page: Page, story: Story) -> None:
    denial = story.denial
    assert denial is not None
    sentence = draw.of(DENIALS[denial.kind]).format(**denial.words)
    if denial.kind == "none":
        page.background.append(page.sentence(capital(sentence)))
        return
    is_denial = denial.kind != "policy"
    scope = {"kind": denial.kind, "topic": denial.topic, "denies": denied(story), "may": may_be_denied(story)} if is_denial else None
    page.claim(
        capital(sentence), fact=f"{story.story}-denial", group=f"{story.story}-denial", origin=f"{story.story}-denial",
        roots=[list(one) for one in denial.accepted], stance="denied" if is_denial else "asserted", denial=scope, topic=denial.topic,
        drift=None, quantities=[],
    )  # fmt: skip


def _expert(draw: Draw, namer: Namer, page: Page) -> None:
    who, institute = namer.person(), draw.of(INSTITUTES)
    name = f"{Path(page.article).stem}-expert"
    page.claim(
        draw.of(EXPERTS).format(who=who, inst=institute, outlet=page.outlet), fact=name, group=name, origin=name, roots=[["person", who]],
        stance="asserted", denial=None, topic="opinion", drift=None, quantities=[],
    )  # fmt: skip


def _truth(seed: int, stories: Sequence[Story], written: Sequence[Page]) -> dict[str, Any]:
    """Return what is true; every `start` and `end` counts characters of the file."""
    shifts = {page.article: len(pages.file_text(page)) - len(page.text) for page in written}
    claims = [_moved(claim, shifts[page.article]) for page in written for claim in page.claims]
    return {
        "invented": True,
        "seed": seed,
        "origins": [
            {
                "id": story.story, "first_publisher": story.outlet, "day": story.day.isoformat(), "kind": story.root.kind,
                "root": story.root.accepted[0][1], "against": story.against, "same": story.same,
                "articles": [page.article for page in written if page.article.startswith(story.story + "-")],
            }
            for story in stories
        ],
        "articles": [
            {
                "article": page.article, "outlet": page.outlet, "published": page.published, "origin": page.article.split("-")[0],
                **_moved({"headline": page.headline, "furniture": page.furniture, "background": page.background}, shifts[page.article]),
            }
            for page in written
        ],
        "claims": claims,
    }  # fmt: skip


def _moved(value: Any, by: int) -> Any:
    """Return a value with every start and end in it moved."""
    if isinstance(value, dict):
        return {key: inner + by if key in ("start", "end") else _moved(inner, by) for key, inner in value.items()}
    return [_moved(one, by) for one in value] if isinstance(value, list) else value
