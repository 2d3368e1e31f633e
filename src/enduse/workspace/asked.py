"""What a question names, in the forms that the rooms take: entity ids, HS prefixes, days in order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from enduse import entities
from enduse.errors import SettingError
from enduse.settings import hs_prefix
from enduse.store import StageRun


def companies(desk: StageRun, names: Sequence[str]) -> list[str]:
    """Return the entity ids that names or ids stand for, each once, in order; raises UnknownName, AmbiguousName, SettingError for none."""
    found = dict.fromkeys(entity for name in names for entity in entities.find(desk, name))
    if not found:
        raise SettingError("no company given: name at least one, as printed, by entity id or by tax id")
    return list(found)


def prefixes(goods: Sequence[str]) -> tuple[str, ...]:
    """Return HS prefixes of digits; raises SettingError for anything else."""
    try:
        return tuple(hs_prefix(part) for part in goods)
    except ValueError as error:
        raise SettingError(str(error)) from error


def check_span(since: str | None, until: str | None) -> None:
    """Raise SettingError unless both are days, or null, and in order."""
    first, last = (day(since) if since else None), (day(until) if until else None)
    if first and last and first > last:
        raise SettingError(f"--since {since} comes after --until {until}")


def day(text: str) -> dt.date:
    """Return the day an ISO text says; raises SettingError for anything else."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise SettingError(f"{text!r} is not a day; write it as YYYY-MM-DD, for example 2023-03-31") from error
