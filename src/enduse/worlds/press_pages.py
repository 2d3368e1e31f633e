"""An article's page put together piece by piece, each claim's place known; and what surrounds the prose."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from enduse.worlds.press_names import Draw

BACKGROUND: tuple[str, ...] = (
    "Trade in goods that serve both civilian and military purposes has grown since the war began.",
    "Western governments have repeatedly asked neighbouring states to check such shipments more closely.",
    "Drones have played a large role on the battlefield, and both sides use them for reconnaissance and attacks.",
    "Export rules for such goods were tightened several times, but parcels by way of other countries are hard to follow.",
    "The war has changed the routes by which machines and electronics travel between Asia and Europe.",
    "Sanctions lists have grown longer every year, and companies often change their names.",
)
MENU = ("Home » News » World", "News | Business | Opinion | Sport", "Menu  Search  Sign in  Subscribe")
BYLINES = ("by {name} – News Editor", "By {name}", "{name} | Staff writer")
NOTICES = (
    "We use cookies to improve your experience. Accept all", "Share this article", "Leave a Comment", "You may also like",
    "This site uses a spam filter. Learn how your comment data is processed.", "Sign up for our newsletter",
    "© {outlet}. All rights reserved.",
    "Photo: {outlet} archive", "Read more:", "Related articles", "Advertisement",
)  # fmt: skip
FOREIGN = (
    "Все права защищены. Перепечатка только с согласия редакции.", "Подпишитесь на нашу рассылку, чтобы не пропустить главное.",
    "版权所有，未经许可不得转载。", "订阅我们的时事通讯，获取最新消息。", "Alle Rechte vorbehalten. Nachdruck nur mit Genehmigung.",
    "Tüm hakları saklıdır. İzinsiz kopyalanamaz.", "Suscríbase a nuestro boletín. Todos los derechos reservados.",
    "Усі права захищено. Передрук лише зі згоди редакції.",
)  # fmt: skip


@dataclass
class Page:
    """An article while it is put together; `spans` of claims, furniture and background are in characters of `text`."""

    article: str
    outlet: str
    title: str
    published: str | None
    text: str = ""
    claims: list[dict[str, Any]] = field(default_factory=list)
    furniture: list[dict[str, int]] = field(default_factory=list)
    background: list[dict[str, int]] = field(default_factory=list)
    headline: dict[str, int] | None = None
    _paragraph: bool = True

    def line(self, text: str) -> dict[str, int]:
        """Add a paragraph of its own and return where it stands."""
        self.close()
        start = len(self.text)
        self.text += text
        self._paragraph = False
        end = len(self.text)
        self.close()
        return {"start": start, "end": end}

    def sentence(self, text: str) -> dict[str, int]:
        """Add a sentence to the paragraph and return where it stands."""
        if not self._paragraph:
            self.text += " "
        start = len(self.text)
        self.text += text
        self._paragraph = False
        return {"start": start, "end": len(self.text)}

    def close(self) -> None:
        """End the paragraph."""
        if not self._paragraph:
            self.text += "\n\n"
            self._paragraph = True

    def furnish(self, text: str) -> None:
        """Add a line that is no prose."""
        self.furniture.append(self.line(text))

    def claim(self, sentence: str, **truth: Any) -> dict[str, Any]:
        """Add a sentence that makes a claim, with its truth."""
        place = self.sentence(sentence)
        made = {"id": f"{self.article}#{len(self.claims) + 1}", "article": self.article, **place, **truth}
        self.claims.append(made)
        return made


def before(draw: Draw, page: Page, author: str) -> None:
    """Add what stands above the prose: a menu, the headline, a byline."""
    if draw.chance(0.5):
        page.furnish(draw.of(MENU))
    page.headline = page.line(page.title)
    if draw.chance(0.6):
        page.furnish(draw.of(BYLINES).format(name=author))


def after(draw: Draw, page: Page, teasers: list[str]) -> None:
    """Add what stands below the prose: notices, other stories' headlines, footers in other languages."""
    page.close()
    for notice in draw.some(NOTICES, draw.between(0, 3)):
        page.furnish(notice.format(outlet=page.outlet))
        if notice in ("You may also like", "Read more:", "Related articles"):
            for teaser in teasers:
                page.furnish(teaser)
    if draw.chance(0.4):
        page.furnish(draw.of(FOREIGN))
    page.text = page.text.rstrip("\n") + "\n"


def file_text(page: Page) -> str:
    """Return the file: what the article states about itself between dashes, then the text."""
    known = [("outlet", page.outlet), ("title", page.title), ("published_on", page.published), ("language", "en")]
    front = "".join(f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in known if value)
    return f"---\n{front}---\n{page.text}"
