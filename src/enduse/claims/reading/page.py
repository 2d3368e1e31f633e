"""A page as lines: where each stands, what it is taken for, and what the page states about itself. Shapes and offsets only."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from enduse.claims.extracted import Furniture

PROSE_END = re.compile(r"[.!?。！？…][\"”’»」』)\]*]*\s*\Z")


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
                last is not None and last.paragraph == line.paragraph and 40 <= len(last.text) <= 110 and not PROSE_END.search(last.text)
            )
            if wrapped and not re.match(r"[*•\-–—\d]+[.)]?\s", line.text):
                blocks[-1] = (blocks[-1][0], line.end)
            else:
                blocks.append((line.start, line.end))
            last = line
        return blocks


def lines_of(text: str) -> list[Line]:
    """Return the lines of a text that are not blank, with the number of their paragraph."""
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
