"""What a page states about itself: outlet, title, day, byline, dateline. Nothing is guessed."""

from __future__ import annotations

import re

from enduse.claims.reading.dates import find_dates
from enduse.claims.reading.letters import LOWER, UPPER
from enduse.claims.reading.page import PROSE_END, Layout, Line
from enduse.claims.words.english import WEEKDAY
from enduse.terms.scripts import HAN

_MASTHEAD = re.compile(
    r"(?:The )?(?:[A-Z][\w’'-]+ ){0,4}(?:Courier|Times|Post|Herald|Tribune|Gazette|News|Journal|Daily|Telegraph|Observer|"
    r"Independent|Chronicle|Monitor|Wire|Agency|"
    r"Dispatch|Mail|Press|Star|Standard|Review|Inquirer|Examiner|Mercury|Ledger|Bulletin|Sentinel|Record|Globe|Argus|Echo|"
    r"Messenger|Insider|Today|Report|Weekly)(?: Online)?"
)
STATED = re.compile(
    r"\s*(?:#\s*)?(?P<key>outlet|publisher|source|publication|published(?: on| by| in)?|date|updated|title|headline|language|url|"
    r"author|byline)\s*[:=]\s*(?P<value>.+?)\s*\Z",
    re.IGNORECASE,
)
_WIRE = re.compile(r"\A\s*[A-Z][A-Za-z .,/]{2,40}?,?(?:\s+[A-Z][a-z]{2,8}\.? \d{1,2})?\s*\((?P<outlet>[A-Z][\w .&'’-]{1,30})\)\s*[-–—]+\s*")
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|Copyright)\s*(?:©|\(c\))?\s*(?:\d{4}(?:[-–]\d{4})?,?\s*)?(?:by )?(?P<outlet>[A-Z][\w "
    r".&'’-]{2,40}?)(?:\s*(?:\d{4}|\.|,|\||All rights|LLC|Ltd|Inc|$))",
    re.IGNORECASE,
)
_FIRST = re.compile(
    r"(?:originally|first) (?:published|appeared) (?:by|in|on|at) (?P<outlet>(?:The )?[A-Z][\w&'’-]*(?: [A-Z][\w&'’-]*){0,4})"
)
_PUBLISHED = re.compile(
    r"\A\W*(?:Published|Posted|Publication date|First published|Date|Опубликовано|发布时间|发布日期)(?: on)?\s*:?\s*", re.IGNORECASE
)
_BYLINE = re.compile(r"\A\s*(?:[Bb]y|BY)\s+(?P<who>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,4})(?P<rest>.*)\Z")


def state(layout: Layout) -> None:
    """Fill what the page states about itself, from its first and last lines."""
    for place, line in enumerate(layout.lines[:12]):
        stated = STATED.match(line.text)
        if stated:
            _keep(layout, stated["key"].casefold(), stated["value"].strip("\"'"), line)
            continue
        byline = _BYLINE.match(line.text)
        if byline and len(line.text.split()) <= 14 and not PROSE_END.search(line.text):
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
        if len(line.text.split()) <= 10 and not PROSE_END.search(line.text):
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
                    re.sub(rf"\b{WEEKDAY}\b|GMT|UTC|EST|updated|at", "", remaining, flags=re.IGNORECASE),
                )
            )
            <= 1
        ):
            layout.published = layout.published or said[0].since
            line.role = "byline"


_DATE = r"(?:\d{1,2} )?[A-ZА-ЯЁ]?[a-zа-яё]{2,9}\.?(?: \d{1,2})?(?:,? \d{4})?(?: года| г\.)?"
_DATELINES = (
    # PORT IMAGINE, March 5, 2024 (Northline) - / Testville, 11 April 2024 –
    re.compile(
        rf"(?P<place>[{UPPER}][{UPPER}’'. -]{{2,40}}(?:, (?:[{UPPER}][{LOWER}]+|"
        rf"[A-Z.]{{2,6}}))?)(?:,\s*(?P<date>{_DATE}))?\s*(?:\((?P<outlet>[{UPPER}][^()]{{1,40}})\))?\s*(?:[-–—]+|:)\s+"
    ),
    re.compile(
        rf"(?P<place>[{UPPER}][{UPPER}’'. -]{{2,40}}),\s*(?P<date>(?:\d{{1,2}} [A-Z][a-z]+|[A-Z][a-z]+\.? \d{{1,2}})(?:,? \d{{4}})?)\.\s+"
    ),
    re.compile(
        rf"(?P<place>[{UPPER}][{LOWER}]+(?: [{UPPER}][{LOWER}]+){{0,2}}),\s*(?P<date>(?:\d{{1,2}} [A-Z][a-z]+|[A-Z][a-z]+\.? "
        rf"\d{{1,2}}),? \d{{4}})\s*(?:\((?P<outlet>[^()]{{2,40}})\))?\s*[-–—:.]+\s+"
    ),
    re.compile(
        r"(?P<place>[А-ЯЁ][А-ЯЁ -]{2,30})(?:,\s*(?P<date>\d{1,2} [а-яё]{3,8}\.?(?: \d{4})?(?: года| "
        r"г\.)?))?\s*(?:[.–—-]+\s*(?P<outlet>(?:РИА|ТАСС|АП|ИА|/)?[^.–—]{2,30})[.–—]+|[.–—-]+)\s+"
    ),
    re.compile(
        rf"(?P<outlet>[{HAN}]{{2,8}}(?:社|网|"
        rf"报))(?P<place>[{HAN}]{{0,6}}?)(?P<date>(?:\d{{4}}年)?\d{{1,2}}月\d{{1,2}}日)(?:电|讯|"
        r"消息)[，,]?\s*(?:[（(][^）)]{2,20}[）)])?\s*"
    ),
    re.compile(rf"【(?P<outlet>[{HAN}]{{2,8}}(?:社|网|报))[^】]{{0,20}}】\s*"),
)


def dateline(text: str, start: int, end: int) -> tuple[int, str | None, str | None]:
    """Return where the first sentence begins after its dateline (`start` when there is none), the outlet in it and its full day."""
    for rule in _DATELINES:
        found = rule.match(text, start, min(end, start + 140))
        if not found or (found.end() >= end - 10):
            continue
        said = found.groupdict()
        days = find_dates(said["date"])[0] if said.get("date") else []
        if said.get("date") and not days:
            continue
        day = next((one.since for one in days if one.since and one.since == one.until and len(one.since) == 10), None)
        outlet = (said.get("outlet") or "").strip()
        if outlet and find_dates(outlet)[0]:
            outlet = ""
        return found.end(), outlet or None, day
    return start, None, None
