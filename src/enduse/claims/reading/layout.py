"""The page taken apart: which lines are furniture, which is the headline, and what is left as prose. Nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from enduse.claims.extracted import Furniture
from enduse.claims.reading.furniture import kind_of, opens_the_end, tells_of_writer
from enduse.claims.reading.languages import is_other_latin, language_of
from enduse.claims.reading.page import PROSE_END, Layout, Line, lines_of
from enduse.claims.reading.stating import STATED, dateline, state
from enduse.terms.scripts import HAN, count_han

__all__ = ["language_of", "lay_out"]
_TERMINAL = re.compile(r"[.!?。！？…:;；：][\"”’»」』)\]]*\s*\Z")
_VERBISH = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|could|may|might|said|says|told|reported|supplied|delivered|shipped|sold|"
    r"bought|received|used|sent|"
    r"according|been|did|does|can|denied|[a-z]{3,}ed)\b|[а-яё]{3,}(?:л|ла|ло|ли|ет|ют|ит|ят|лся|лась|лись)\b"
)


_LONGEST_TITLE = 300


def lay_out(text: str, language: str | None = None) -> Layout:
    """Return the page taken apart. `language`: as stated with the article; otherwise that of most of its letters."""
    layout = Layout(lines_of(text))
    layout.language = language or language_of(text)
    state(layout)
    _label(layout)
    layout.furniture = [Furniture(one.start, one.end, one.role) for one in layout.lines if one.role not in ("prose", "headline")]
    _dateline(layout, text)
    return layout


def _dateline(layout: Layout, text: str) -> None:
    """Cut the dateline off the first paragraph: it states where, when and by whom, and claims nothing."""
    opening = next((line for line in layout.lines if line.role == "prose"), None)
    if opening is None:
        return
    begin, outlet, day = dateline(text, opening.start, opening.end)
    if begin == opening.start:
        return
    layout.furniture.append(Furniture(opening.start, begin, "dateline"))
    layout.furniture.sort(key=lambda one: one.start)
    layout.outlet, layout.published = layout.outlet or outlet, layout.published or day
    opening.start, opening.text = begin, text[begin : opening.end]


def _is_prose(line: Line) -> bool:
    words = len(line.text.split())
    told = words >= 7 or (words >= 4 and bool(_VERBISH.search(line.text))) or count_han(line.text) >= 8
    return told and bool(PROSE_END.search(line.text))


def _label(layout: Layout) -> None:
    lines = layout.lines
    first = next((place for place, line in enumerate(lines) if _is_prose(line) and not kind_of(line.text)), len(lines))
    if first < len(lines) - 1 and _asks(lines, first):
        first = next((place for place in range(first + 1, len(lines)) if _is_prose(lines[place]) and not kind_of(lines[place].text)), first)
    last = max((place for place, line in enumerate(lines) if _is_prose(line) and not kind_of(line.text)), default=-1)
    for place, line in enumerate(lines):
        known = kind_of(line.text)
        foreign = language_of(line.text)
        if known is not None:
            line.role = known
        elif (
            layout.language
            and len(line.text) > 24
            and foreign != layout.language
            and (foreign is not None or is_other_latin(line.text, layout.language))
        ):
            line.role = "foreign"
        elif place > last >= 0:
            line.role = "footer"
        elif place >= first and not _is_prose(line) and _short(line, lines, place):
            line.role = "heading"
    _ending(lines, last)
    prose = [line for line in lines if line.role == "prose"]
    if len(prose) > 2 and tells_of_writer(prose[-1].text):
        prose[-1].role = "byline"
    _head(layout, first)


def _asks(lines: Sequence[Line], first: int) -> bool:
    """Tell whether the first sentence is a headline with a mark at its end ("Where did the lathes go?") and not the article's."""
    line, following = lines[first], lines[first + 1]
    return bool(
        len(line.text.split()) <= 18
        and re.search(r"[?!？！][”»\"’]?\Z", line.text)
        and following.paragraph != line.paragraph
        and sum(_is_prose(one) for one in lines[first + 1 :]) >= 2
    )


def _short(line: Line, lines: Sequence[Line], place: int) -> bool:
    """Tell whether a line inside the article is a subheading or a scrap rather than a sentence cut by a line break."""
    following = lines[place + 1] if place + 1 < len(lines) else None
    if re.match(r"[•▪■◦*·–-]\s", line.text) and _VERBISH.search(line.text) and len(line.text.split()) >= 5:
        return False
    if following is not None and following.paragraph == line.paragraph and len(line.text) >= 40 and not line.text.endswith(":"):
        return False
    if _TERMINAL.search(line.text) and not line.text.endswith(":") and len(line.text.split()) >= 4:
        return False
    return (
        len(line.text.split()) <= 14
        and (line.text.endswith(":") or not _TERMINAL.search(line.text))
        and not re.search(r"[。；，]", line.text)
    )


def _ending(lines: list[Line], last: int) -> None:
    """Label what follows a heading that opens the page's end (comments, more to read), as long as it reads like a list."""
    opened: str | None = None
    for place, line in enumerate(lines):
        opens = opens_the_end(line.text)
        if opens:
            opened = opens
            line.role = opens
        elif opened and line.role in ("prose", "heading", "footer"):
            # A teaser or comment may end in a stop; what runs on for paragraphs is the article again only after a teaser box.
            if (
                opened == "teaser"
                and place <= last
                and len(line.text) > 220
                and sum(_is_prose(one) and len(one.text) > 120 for one in lines[place:]) >= 2
            ):
                opened = None
            else:
                line.role = opened


def _about(candidates: Sequence[Line], body: str) -> Line | None:
    """Return the line that shares most words with the article: a site's name or motto shares none. The first wins a tie."""
    known = _stems(body)
    return max(candidates, key=lambda line: (min(len(_stems(line.text) & known), 4), not line.text[0].islower(), -line.start), default=None)


def _stems(text: str) -> set[str]:
    return {word[:6] for word in re.findall(r"[^\W\d_]{4,}", text.casefold())} | set(re.findall(rf"[{HAN}]{{2}}", text))


def _below_frame(head: Sequence[Line]) -> list[Line]:
    """Return the titles below the last menu or notice of a page's head: what stands above those is the site's own name or motto."""
    frame = max((place for place, line in enumerate(head) if line.role in ("menu", "cookie")), default=-1)
    found = [line for line in head[frame + 1 :] if line.role in ("prose", "heading") and not STATED.match(line.text)] if frame > 0 else []
    long = [line for line in found if len(line.text.split()) >= 3 or re.search(rf"[{HAN}]{{6}}", line.text)]
    # Two capital words may be who wrote it.
    return long or [line for line in found if len(line.text.split()) == 2 and not re.fullmatch(r"[A-ZА-Я]\S+ [A-ZА-Я]\S+", line.text)]


def _head(layout: Layout, first: int) -> None:
    """Label the lines above the first paragraph: menu, outlet, byline, dates; one of them is the headline."""
    lines = layout.lines[:first]
    candidates = [line for line in lines if line.role in ("prose", "heading") and not STATED.match(line.text)]
    candidates = [
        line
        for line in candidates
        if (line.text != layout.outlet and len(line.text.split()) >= 3) or re.search(rf"[{HAN}]{{6}}", line.text)
    ]
    candidates = [line for line in _below_frame(lines) or candidates if len(line.text) <= _LONGEST_TITLE]
    titled = [line for line in candidates if layout.title and line.text == layout.title]
    body = " ".join(line.text for line in layout.lines[first:] if line.role == "prose")
    best = titled[0] if titled else _about(candidates, body)
    for line in lines:
        if line is best:
            line.role = "headline"
            layout.headline = (line.start, line.end)
            layout.title = layout.title or line.text
        elif line.role in ("prose", "heading"):
            sentence = len(line.text.split()) >= 12 and _VERBISH.search(line.text) and line is not best
            line.role = "prose" if sentence else "heading"
