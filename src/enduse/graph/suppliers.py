"""Who sold to the end users directly: each company with its rows, and how many there are at least and at most."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

import pyarrow as pa

from enduse.errors import SettingError
from enduse.graph.parameters import CLASS_DIGITS
from enduse.graph.question import EPOCH, FIRST_DAY, LAST_DAY, known, prefixes, window
from enduse.graph.rows import classify
from enduse.graph.sales import Sales, Suppliers
from enduse.store import StageRun


def suppliers(run: StageRun, of: Sequence[str], goods: Sequence[str] = (), since: str | None = None, until: str | None = None) -> Suppliers:
    """Return who sent goods to the end users `of` (entity ids), counted shipments only; sales among the end users are left out.

    Rows whose partial date only overlaps the days asked about are included and counted apart. Raises SettingError for what
    cannot be asked, StageNotRun before `connect`.
    """
    asked = arguments(run, of, goods, since, until)
    return Sales(run, asked).to(of, {"goods": list(prefixes(goods)), "since": since, "until": until})


def suppliers_of_each(
    run: StageRun, of: Sequence[str], goods: Sequence[str] = (), since: str | None = None, until: str | None = None
) -> dict[str, Suppliers]:
    """Return `suppliers` of each end user on its own, by end user: the rows of all are read once."""
    if not of:
        return {}
    sales = Sales(run, arguments(run, of, goods, since, until))
    span = {"goods": list(prefixes(goods)), "since": since, "until": until}
    return {one: sales.to([one], span) for one in sorted(set(of))}


def arguments(run: StageRun, of: Sequence[str], goods: Sequence[str], since: str | None, until: str | None) -> dict[str, Any]:
    """Return the parameters of the room's questions about sales to end users; raises SettingError for what cannot be asked."""
    if not of:
        raise SettingError("at least one end user is needed; give entity ids")
    known(run, of)
    span = window(since, until)
    codes = run.query("select distinct hs_code from legs")["hs_code"].to_pylist()
    wanted = prefixes(goods)
    return {
        "end_users": tuple(sorted(set(of))),
        "codes": tuple(sorted(code for code in codes if not wanted or code.startswith(wanted))),
        "since": _date(span.first, dt.date.min),
        "until": _date(span.last, dt.date.max),
    }


def put_classes(run: StageRun, goods: Sequence[str]) -> None:
    """Make (hs_code, class) readable as `graph_classes`, for the codes asked about."""
    codes = sorted(run.query("select distinct hs_code from legs")["hs_code"].to_pylist())
    names, numbers = classify(codes, prefixes(goods), run.parameter(CLASS_DIGITS))
    kept = [(code, names[at]) for code, at in zip(codes, numbers.tolist(), strict=True) if at >= 0]
    printed, classes = (pa.array([pair[at] for pair in kept], pa.string()) for at in (0, 1))
    run.put("graph_classes", pa.table({"hs_code": printed, "class": classes}))


def _date(day: int, otherwise: dt.date) -> dt.date:
    return otherwise if day in (FIRST_DAY, LAST_DAY) else EPOCH + dt.timedelta(days=day)
