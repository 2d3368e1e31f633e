"""The page taken apart: lines, which of them are furniture, the headline, and what the page states about itself. Nothing is guessed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from enduse.claims.extracted import Furniture
from enduse.claims.reading.dates import find_dates
from enduse.claims.reading.furniture import kind_of, opens_the_end

_TERMINAL = re.compile(r"[.!?。！？…:;；：][\"”’»」』)\]]*\s*\Z")
_PROSE_END = re.compile(r"[.!?。！？…][\"”’»」』)\]*]*\s*\Z")
_VERBISH = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|could|may|might|said|says|told|reported|supplied|delivered|shipped|sold|bought|received|used|sent|"
    r"according|been|did|does|can|denied|[a-z]{3,}ed)\b|[а-яё]{3,}(?:л|ла|ло|ли|ет|ют|ит|ят|лся|лась|лись)\b"
)
_MASTHEAD = re.compile(
    r"(?:The )?(?:[A-Z][\w’'-]+ ){0,4}(?:Courier|Times|Post|Herald|Tribune|Gazette|News|Journal|Daily|Telegraph|Observer|Independent|Chronicle|Monitor|Wire|Agency|"
    r"Dispatch|Mail|Press|Star|Standard|Review|Inquirer|Examiner|Mercury|Ledger|Bulletin|Sentinel|Record|Globe|Argus|Echo|Messenger|Insider|Today|Report|Weekly)(?: Online)?"
)
_STATED = re.compile(
    r"\s*(?:#\s*)?(?P<key>outlet|publisher|source|publication|published(?: on| by| in)?|date|updated|title|headline|language|url|author|byline)\s*[:=]\s*(?P<value>.+?)\s*\Z",
    re.IGNORECASE,
)
_WIRE = re.compile(r"\A\s*[A-Z][A-Za-z .,/]{2,40}?,?(?:\s+[A-Z][a-z]{2,8}\.? \d{1,2})?\s*\((?P<outlet>[A-Z][\w .&'’-]{1,30})\)\s*[-–—]+\s*")
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|Copyright)\s*(?:©|\(c\))?\s*(?:\d{4}(?:[-–]\d{4})?,?\s*)?(?:by )?(?P<outlet>[A-Z][\w .&'’-]{2,40}?)(?:\s*(?:\d{4}|\.|,|\||All rights|LLC|Ltd|Inc|$))",
    re.IGNORECASE,
)
_FIRST = re.compile(
    r"(?:originally|first) (?:published|appeared) (?:by|in|on|at) (?P<outlet>(?:The )?[A-Z][\w&'’-]*(?: [A-Z][\w&'’-]*){0,4})"
)
_PUBLISHED = re.compile(
    r"\A\W*(?:Published|Posted|Publication date|First published|Date|Опубликовано|发布时间|发布日期)(?: on)?\s*:?\s*", re.IGNORECASE
)
_BYLINE = re.compile(r"\A\s*(?:[Bb]y|BY)\s+(?P<who>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,4})(?P<rest>.*)\Z")


@dataclass
class Line:
    """One line that is not blank: offsets without the blanks around it; `role` is prose, headline, heading or a kind of furniture."""

    start: int
    end: int
    text: str
    role: str = "prose"
    paragraph: int = 0


@dataclass
class Layout:
    """A page: its lines, its furniture, the headline's span and what it states about itself (None: it does not)."""

    lines: list[Line]
    furniture: list[Furniture] = field(default_factory=list)
    headline: tuple[int, int] | None = None
    outlet: str | None = None
    published: str | None = None
    title: str | None = None
    first_published_by: str | None = None
    language: str | None = None

    def blocks(self) -> list[tuple[int, int]]:
        """Return the prose as stretches that belong together: a line, or lines wrapped by hand."""
        blocks: list[tuple[int, int]] = []
        last: Line | None = None
        for line in self.lines:
            if line.role != "prose":
                last = None
                continue
            wrapped = (
                last is not None and last.paragraph == line.paragraph and 40 <= len(last.text) <= 110 and not _PROSE_END.search(last.text)
            )
            if wrapped and not re.match(r"[*•\-–—\d]+[.)]?\s", line.text):
                blocks[-1] = (blocks[-1][0], line.end)
            else:
                blocks.append((line.start, line.end))
            last = line
        return blocks


def language_of(text: str) -> str | None:
    """Return en, ru, uk or zh by script and letters; None when it is another language or too little to tell."""
    letters = Counter(
        "zh" if "\u4e00" <= c <= "\u9fff" else "cy" if "\u0400" <= c <= "\u04ff" else "la" if c.isalpha() and c < "\u0250" else "?"
        for c in text
        if c.isalpha()
    )
    if not letters:
        return None
    script, count = letters.most_common(1)[0]
    if letters["zh"] * 2 > count and letters["zh"] * 3 > letters["la"]:
        return "zh"
    if script == "cy":
        return "uk" if re.search(r"[іїєґІЇЄҐ]", text) else "ru"
    if script != "la":
        return None
    words = re.findall(r"[a-zà-ÿ]+", text.casefold())
    english = sum(word in _ENGLISH for word in words)
    foreign = sum(word in _FOREIGN for word in words)
    if len(words) < 4 or (english == 0 and foreign == 0):
        return None
    return "en" if english >= foreign else None


_ENGLISH = frozenset(
    [
        "the",
        "of",
        "and",
        "to",
        "in",
        "that",
        "is",
        "was",
        "for",
        "on",
        "with",
        "as",
        "by",
        "at",
        "from",
        "it",
        "has",
        "have",
        "are",
        "be",
        "said",
        "this",
        "were",
        "which",
        "not",
        "an",
        "or",
        "its",
        "their",
        "had",
        "been",
        "will",
    ]
)
_FOREIGN = frozenset(
    ["der", "die", "das", "und", "ist", "nicht", "mit", "den", "von", "zu", "im", "für", "auf", "ein", "eine", "le", "la", "les", "et", "des", "est", "dans", "pour", "une", "du", "que", "el", "los", "las", "y", "en", "de", "por", "una", "con", "para", "il", "di", "che", "non", "per", "ve", "bir", "bu", "ile", "için", "w", "na", "z", "się", "jest", "que", "não", "com", "uma", "os", "dos", "cookies"]
)  # fmt: skip


def lay_out(text: str, language: str | None = None) -> Layout:
    """Return the page taken apart. `language`: as stated with the article; otherwise that of most of its letters."""
    layout = Layout(_lines(text))
    layout.language = language or language_of(text)
    _state(layout)
    _label(layout)
    layout.furniture = [Furniture(one.start, one.end, one.role) for one in layout.lines if one.role not in ("prose", "headline")]
    return layout


def _lines(text: str) -> list[Line]:
    lines, place, paragraph, blank = [], 0, 0, True
    for printed in text.splitlines(keepends=True):
        stripped = printed.strip("\ufeff \t\r\n\u200b\u00a0\u3000\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")
        if stripped:
            paragraph += blank
            start = place + printed.index(stripped)
            lines.append(Line(start, start + len(stripped), stripped, paragraph=paragraph))
        blank = not stripped
        place += len(printed)
    return lines


def _is_prose(line: Line) -> bool:
    words = len(line.text.split())
    told = words >= 7 or (words >= 4 and bool(_VERBISH.search(line.text))) or len(re.findall(r"[\u4e00-\u9fff]", line.text)) >= 8
    return told and bool(_PROSE_END.search(line.text))


def _label(layout: Layout) -> None:
    lines = layout.lines
    first = next((place for place, line in enumerate(lines) if _is_prose(line) and not kind_of(line.text)), len(lines))
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
            and (foreign is not None or _other_latin(line.text, layout.language))
        ):
            line.role = "foreign"
        elif place > last >= 0:
            line.role = "footer"
        elif place >= first and not _is_prose(line) and _short(line, lines, place):
            line.role = "heading"
    _ending(lines, last)
    _head(layout, first)


def _other_latin(text: str, language: str) -> bool:
    words = re.findall(r"[a-zà-ÿ]+", text.casefold())
    return language == "en" and len(words) >= 6 and sum(word in _FOREIGN for word in words) > sum(word in _ENGLISH for word in words)


def _short(line: Line, lines: Sequence[Line], place: int) -> bool:
    """Tell whether a line inside the article is a subheading or a scrap rather than a sentence cut by a line break."""
    following = lines[place + 1] if place + 1 < len(lines) else None
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


def _head(layout: Layout, first: int) -> None:
    """Label the lines above the first paragraph: menu, outlet, byline, dates; one of them is the headline."""
    lines = layout.lines[:first]
    candidates = [line for line in lines if line.role in ("prose", "heading") and not _STATED.match(line.text)]
    candidates = [
        line
        for line in candidates
        if (line.text != layout.outlet and len(line.text.split()) >= 3) or re.search(r"[\u4e00-\u9fff]{6}", line.text)
    ]
    titled = [line for line in candidates if layout.title and line.text == layout.title] or candidates
    # A repeated title, or the longest early line, is the headline; menus were labelled before.
    best = titled[0] if titled else None
    for line in lines:
        if line is best:
            line.role = "headline"
            layout.headline = (line.start, line.end)
            layout.title = layout.title or line.text
        elif line.role in ("prose", "heading"):
            sentence = len(line.text.split()) >= 12 and _VERBISH.search(line.text) and line is not best
            line.role = "prose" if sentence else "heading"


def _state(layout: Layout) -> None:
    """Fill what the page states about itself, from its first and last lines."""
    for place, line in enumerate(layout.lines[:12]):
        stated = _STATED.match(line.text)
        if stated:
            _keep(layout, stated["key"].casefold(), stated["value"].strip("\"'"), line)
            continue
        byline = _BYLINE.match(line.text)
        if byline and len(line.text.split()) <= 14 and not _PROSE_END.search(line.text):
            line.role = "byline"
            named = _MASTHEAD.search(byline["rest"])
            if (
                named
                and re.search(r"[|,–—-]\s*\Z", byline["rest"][: named.start()])
                and not re.search(r"Editor|Reporter|Correspondent|Writer", byline["rest"])
            ):
                layout.outlet = layout.outlet or named[0]
        wire = _WIRE.match(line.text)
        if wire and not find_dates(wire["outlet"])[0]:
            layout.outlet = layout.outlet or wire["outlet"]
        if len(line.text.split()) <= 10 and not _PROSE_END.search(line.text):
            if place < 3 and _MASTHEAD.fullmatch(line.text):
                layout.outlet = layout.outlet or line.text
                line.role = "menu"
            _dateline(layout, line)
    for line in layout.lines[-12:]:
        named = _COPYRIGHT.search(line.text) if len(line.text) < 200 else None
        if named and layout.outlet is None and not re.match(r"all|the author|the publisher", named["outlet"], re.IGNORECASE):
            layout.outlet = named["outlet"].strip()
    for line in (*layout.lines[:4], *layout.lines[-6:]):
        if origin := _FIRST.search(line.text):
            layout.first_published_by = origin["outlet"]


def _keep(layout: Layout, key: str, value: str, line: Line) -> None:
    line.role = "heading"
    day = find_dates(value)[0]
    if key in ("outlet", "publisher", "publication", "source") or (key == "published by"):
        layout.outlet = layout.outlet or value
    elif key.startswith("published") or key == "date":
        if day and day[0].since and day[0].since == day[0].until:
            layout.published = layout.published or day[0].since
    elif key in ("title", "headline"):
        layout.title = layout.title or value


def _dateline(layout: Layout, line: Line) -> None:
    rest = _PUBLISHED.sub("", line.text)
    said = find_dates(rest)[0]
    if said and said[0].since and said[0].since == said[0].until and len(said[0].since) == 10:
        remaining = rest[: said[0].start] + rest[said[0].end :]
        if (
            rest != line.text
            or len(
                re.findall(
                    r"[^\W\d_]{3,}",
                    re.sub(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|GMT|UTC|EST|updated|at", "", remaining, flags=re.IGNORECASE),
                )
            )
            <= 1
        ):
            layout.published = layout.published or said[0].since
            line.role = "byline"
