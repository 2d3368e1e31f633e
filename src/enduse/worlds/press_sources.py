"""Who invented stories come from, and the ways articles attribute: full, short, carried, nested, garbled."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from enduse.worlds.press_names import AGENCIES, INSTITUTES, MONTHS, TITLES, WEEKDAYS, Draw, Namer

SAID = ("said", "stated", "said", "added", "noted")
THAT = ("said that", "stated that", "said", "noted that", "explained that")


@dataclass(frozen=True)
class Root:
    """A source. `full` introduces it, `later` names it again; `accepted` are the (type, name) under which it may be recorded."""

    kind: str
    full: str
    later: str
    plural: bool
    accepted: tuple[tuple[str, str], ...]
    shows: bool = False
    """A document or data: it shows, it does not say."""


def root(draw: Draw, namer: Namer, kind: str, outlet: str) -> Root:
    """Return a source of a kind: anonymous, person, organisation, document or dataset."""
    if kind == "anonymous":
        return _anonymous(draw)
    if kind == "person":
        name, office = namer.person(), draw.of(AGENCIES)
        return Root(kind, f"{name}, {draw.of(TITLES)} {office},", name.split()[1], False, (("person", name),))
    if kind == "organisation":
        office = draw.of(AGENCIES)
        return Root(kind, office, f"the {office.split()[-1].lower()}", False, (("organisation", office.removeprefix("the ")),))
    if kind == "document":
        institute = draw.of(INSTITUTES)
        accepted = (("document", f"report by the {institute}"), ("organisation", institute))
        return Root(kind, f"a report by the {institute}", "the report", False, accepted, True)
    accepted = (("dataset", f"customs records seen by {outlet}"), ("document", f"customs records seen by {outlet}"))
    return Root(kind, f"customs records seen by {outlet}", "the records", True, accepted, True)


def _anonymous(draw: Draw) -> Root:
    whose = draw.of(("European ", "Western ", "US ", ""))
    number = draw.of(("", "two ", "three ", "several "))
    who, later = draw.of((("officials", "the officials"), ("intelligence officials", "the officials"), ("diplomats", "the diplomats"),
                          ("security sources", "the sources")))  # fmt: skip
    access = draw.of((" familiar with the matter", "", " who asked not to be named", " briefed on the case"))
    name = f"{number}{whose}{who}"
    return Root("anonymous", name + access, later, True, (("anonymous", name),))


def garbled(draw: Draw) -> Root | None:
    """Return a source as a careless retelling names it; None: "media reports"."""
    if draw.chance(0.4):
        return None
    name = draw.of(("a senior diplomat", "a Western official", "insiders", "an intelligence source"))
    return Root(
        "anonymous", name, "the insiders" if name == "insiders" else f"the {name.split()[-1]}", name == "insiders", (("anonymous", name),)
    )


def capital(text: str) -> str:
    """Return a clause as the beginning of a sentence."""
    return text[:1].upper() + text[1:]


def day_in_words(draw: Draw, day: dt.date) -> str:
    """Return a day as articles print it: weekday, weekday with date, or date."""
    date = f"{MONTHS[day.month - 1]} {day.day}"
    return draw.of((WEEKDAYS[day.weekday()], f"{WEEKDAYS[day.weekday()]}, {date},", date))


def told(draw: Draw, clause: str, who: Root, outlet: str | None = None, later: bool = False) -> str:
    """Return a sentence in which the source says the clause; `outlet` is to whom it spoke."""
    name = who.later if later else who.full
    verb = draw.of(SAID)
    if who.shows:
        shows = draw.of(("show", "indicate")) if who.plural else draw.of(("shows", "says"))
        return draw.of((f"According to {name}, {clause}.", f"{capital(name)} {shows} that {clause}."))
    forms = [
        f"{capital(clause)}, {name} {verb}.",
        f"{capital(name)} {draw.of(THAT)} {clause}.",
        f"According to {name.rstrip(',')}, {clause}.",
    ]
    if outlet:
        forms[:2] = [f"{capital(clause)}, {name} told {outlet}.", f"{capital(name)} told {outlet} that {clause}."]
        forms.append(f"{outlet} has learned from {name.rstrip(',')} that {clause}.")
    if who.kind in ("person", "organisation"):
        forms.append(f"“{capital(clause)},” {name} {verb}.")
    return draw.of(forms)


def cited(draw: Draw, clause: str, outlet: str, who: Root | None, day: dt.date) -> str:
    """Return the lead of a retelling: the outlet reported the clause, citing the source (None: it does not say whom)."""
    when, source = day_in_words(draw, day), who.full.rstrip(",") if who else None
    tail = when.rstrip(",")
    if source is None:
        return draw.of((f"{outlet} reported on {when} that {clause}.", f"{capital(clause)}, {outlet} reported on {tail}.",
                        f"According to {outlet}, {clause}.", f"{outlet} was the first to report that {clause}.",
                        f"{capital(clause)}, according to {outlet}."))  # fmt: skip
    return draw.of((
        f"{capital(clause)}, according to {outlet}, which cites {source}.", f"Citing {source}, {outlet} wrote that {clause}.",
        f"{outlet} wrote on {tail}, citing {source}, that {clause}.",
        f"{outlet} reported on {when} that {clause}, citing {source}.", f"{capital(clause)}, {outlet} reported on {tail}, citing {source}.",
        f"Citing {source}, {outlet} reported on {tail} that {clause}.", f"According to {outlet}, which cited {source}, {clause}.",
    ))  # fmt: skip
