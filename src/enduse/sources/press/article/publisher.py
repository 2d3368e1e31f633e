"""What a page without the usual tags states about its outlet, headline and day: only what it says twice, or in so many words."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

_SEPARATOR = re.compile(r"\s+(?:[|•·»—–-]|::)\s+|\s?\|\s?")
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©|\(c\)|copyright)?\s*(?:\d{4}(?:\s?[-–]\s?\d{4})?,?\s*)?(?:by\s+)?(?P<name>[^\d\W][^.,|"
    r"©\n]{1,48}?)\s*(?:\d{4}\b.*)?"
    r"(?:[.,|].*|[-–—]\s.*|all rights.*)?",
    re.IGNORECASE | re.DOTALL,
)
_NO_NAME = re.compile(
    r"all rights|the (?:author|publisher)s?\b|\b(?:Ltd|LLC|Inc|GmbH|Limited|plc|S\.A|ООО|АО|Corp)\b\.?|reserved|contributors", re.IGNORECASE
)
_CAPITALS = re.compile(r"(?:[A-Z0-9][\w.’'&-]*|of|the|and|for|in|de|la)(?: (?:[A-Z0-9][\w.’'&-]*|of|the|and|for|in|de|la|&))*")
_SECTIONS = re.compile(
    r"(?:world|business|politics|home|news|latest|sports?|opinion|tech\w*|economy|culture|europe|asia|africa|defen[cs]e|breaking|"
    r"live|exclusive|analysis|"
    r"video|blog|press releases?|новости|главная|首页|新闻)(?: (?:news|&|and|\w+))?",
    re.IGNORECASE,
)
_FRAME = ("header", "footer", "nav")
_LINKED = ("NewsArticle", "Article", "ReportageNewsArticle", "BlogPosting", "AnalysisNewsArticle", "LiveBlogPosting", "WebPage")


def stated_by(tree: Any) -> dict[str, str]:
    """Return outlet, title and published_on as far as the page states them beside its meta tags; a name on one place alone is none.

    The outlet is what linked data names as publisher, the end of the page's title when the rest of that title is the headline, or header,
    footer or address bear the name too; else the name in the copyright line; a company's name in that line is not the outlet's.
    """
    found = dict(_linked(tree))
    heading = _only_heading(tree)
    if heading:
        found.setdefault("title", heading)
    outlet = found.get("outlet") or _ending(tree, heading) or _copyright(tree)
    if outlet:
        found["outlet"] = outlet
    for tag in tree.iter():
        if isinstance(tag.tag, str) and tag.get("itemprop") == "datePublished" and (day := tag.get("datetime") or tag.get("content")):
            found.setdefault("published_on", " ".join(day.split()))
    return found


def _linked(tree: Any) -> Iterator[tuple[str, str]]:
    for script in tree.iter("script"):
        if script.get("type") != "application/ld+json":
            continue
        try:
            said: Any = json.loads(script.text_content())
        except (ValueError, RecursionError):
            continue
        graph = said.get("@graph", said) if isinstance(said, dict) else said
        for one in graph if isinstance(graph, list) else [graph]:
            if not isinstance(one, dict) or one.get("@type") not in _LINKED:
                continue
            publisher = one.get("publisher")
            values = (
                ("outlet", publisher.get("name") if isinstance(publisher, dict) else publisher),
                ("title", one.get("headline")),
                ("published_on", one.get("datePublished")),
            )
            yield from ((key, " ".join(value.split())) for key, value in values if isinstance(value, str) and value.strip())
            return


def _words(tag: Any) -> str:
    return " ".join(tag.text_content().split())


def _only_heading(tree: Any) -> str | None:
    headings = {_words(one) for one in tree.iter("h1")} - {""}
    return headings.pop() if len(headings) == 1 else None


def _ending(tree: Any, heading: str | None) -> str | None:
    """Return the last part of the page's title ("Headline | The Courier") when the page bears that name elsewhere too."""
    titles = [_words(one) for one in tree.iter("title")]
    parts = _SEPARATOR.split(titles[0]) if titles else []
    name = parts[-1].strip() if len(parts) > 1 else ""
    if not name or len(name) > 48 or len(name.split()) > 6 or name == heading or _SECTIONS.fullmatch(name):
        return None
    if name.isascii() and not _CAPITALS.fullmatch(name):
        return None
    # "Headline | The Courier" over the very headline: what is added to it names the site.
    added = heading is not None and titles[0].removesuffix(name).rstrip(" |•·»—–-:") == heading
    return name if added or any(_bears(place, name) for place in _frames(tree)) else None


def _frames(tree: Any) -> Iterator[str]:
    """Yield what stands in the page's frame and its addresses: places where an outlet names itself."""
    for tag in tree.iter(*_FRAME):
        yield _words(tag)
    for tag in tree.iter():
        if isinstance(tag.tag, str):
            if re.search(r"logo|masthead|site-?name|site-?title|brand|copyright|footer", f"{tag.get('class')} {tag.get('id')}"):
                yield _words(tag)[:200]
            if (tag.tag == "link" and tag.get("rel") == "canonical") or tag.get("property") == "og:url":
                yield re.sub(r"^https?://(?:www\.)?([^/]*).*", r"\1", tag.get("href") or tag.get("content") or "")


def _bears(place: str, name: str) -> bool:
    plain = re.sub(r"\W", "", re.sub(r"^the ", "", name.casefold()))
    return len(plain) > 2 and (name.casefold() in place.casefold() or (" " not in place and plain in re.sub(r"\W", "", place.casefold())))


def _copyright(tree: Any) -> str | None:
    names = set()
    for tag in tree.iter("footer", "p", "div", "span", "small", "li"):
        words = _words(tag)
        found = _COPYRIGHT.fullmatch(words) if len(words) < 160 else None
        if found and not _NO_NAME.search(found["name"]) and found["name"][0].isupper() and len(found["name"].split()) <= 6:
            names.add(found["name"].strip())
    return names.pop() if len(names) == 1 else None
