"""Where goods went: what reached the end users, and who shipped to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

import enduse
from enduse.cli import showing
from enduse.cli.options import Dir, Goods, Json, Since, Until
from enduse.errors import SettingError

if TYPE_CHECKING:
    from enduse.workspace import Unit


def trace(
    folder: Dir,
    suppliers_named: Annotated[
        list[str], typer.Option("--from", metavar="NAME|ID...", help="Suppliers: names as printed, ids or tax ids.")
    ],
    end_users_named: Annotated[list[str], typer.Option("--to", metavar="NAME|ID...", help="End users, likewise.")],
    goods: Goods = None,
    since: Since = None,
    until: Until = None,
    unit: Annotated[str, typer.Option("--unit", metavar="kg|pieces|usd", help="What is conserved and counted.")] = "kg",
    as_json: Json = False,
) -> None:
    """Trace the suppliers' goods to the end users: direct, at least, central and at most, with the rows behind each."""
    answer = enduse.Workspace(folder).trace(suppliers_named, end_users_named, goods or (), since, until, _unit(unit)).as_json()
    if as_json:
        showing.show_json(answer)
        return
    _show_trace(answer)


def _unstated(rows: dict[str, int]) -> str:
    return f" ({rows['unstated']} of {rows['rows']} rows do not state it)" if rows["unstated"] else ""


def _as_resolved(told: dict[str, Any]) -> str:
    """Return at least and at most with the companies as resolved, where open questions of identity widen them."""
    own, resolved = ((one["at_least"], one["at_most"]) for one in (told, told["as_resolved"]))
    return "" if own == resolved else showing.bounds(resolved[0], None, resolved[1])


def _show_trace(answer: dict[str, Any]) -> None:
    unit = answer["unit"]
    rows = [
        (f"directly{_unstated(answer['direct_rows'])}", answer["direct"]),
        ("at least, directly and through intermediaries", answer["at_least"]),
        ("likely (goods mixed in proportion)", answer["central"]),
        ("at most", answer["at_most"]),
        ("at most, if intermediaries held stock nobody recorded", answer["at_most_open"]),
    ]
    if resolved := _as_resolved(answer):
        rows.append(("at least and at most, with companies as resolved", resolved))
    showing.show_table(f"Reached the end users, {unit}", ["", unit], rows, right=[unit])
    through = [
        (one.get("name") or one["entity"], showing.bounds(one["at_least"], one["central"], one["at_most"]), _as_resolved(one))
        for one in answer["intermediaries"]
    ]
    if through:
        columns = ["intermediary", unit, "with companies as resolved"]
        shown = 3 if any(one[2] for one in through) else 2
        showing.show_table("Through", columns[:shown], [one[:shown] for one in through])
    same = [
        (f"{one['left_name']} = {one['right_name']}", showing.bounds(one["at_least"], one["central"], one["at_most"]))
        for one in answer["if_same"]
    ]
    if same:
        showing.show_table("If two companies are one", ["companies", unit], same)
    showing.say(f"{len(answer['shipments'])} rows, {len(answer['paths'])} paths (--json lists them).")
    for sentence in answer["assumptions"]:
        showing.say(f"- {sentence}")


def suppliers(
    folder: Dir,
    of: Annotated[list[str], typer.Option("--of", metavar="NAME|ID...", help="Consignees: names as printed, ids or tax ids.")],
    goods: Goods = None,
    since: Since = None,
    until: Until = None,
    as_json: Json = False,
) -> None:
    """List who shipped directly to these companies: how many at least and at most, values, masses and rows."""
    answer = enduse.Workspace(folder).suppliers(of, goods or (), since, until).as_json()
    if as_json:
        showing.show_json(answer)
        return
    count, bounds = answer["count"], answer["bounds"]
    rows = [
        (
            one.get("name") or one["entity"],
            _stated(one["value_usd"], one["without_value"]),
            _stated(one["net_mass_kg"], one["without_net_mass"]),
            len(one["shipments"]),
        )
        for one in answer["suppliers"]
    ]
    told = showing.bounds(count["at_least"], None, count["at_most"])
    showing.show_table(f"Suppliers: {told}", ["supplier", "USD", "kg", "rows"], rows, right=["USD", "kg", "rows"])
    sums = [
        f"{showing.bounds(one['at_least'], None, one['at_most'])} {unit}"
        for unit, one in (("USD", bounds["value_usd"]), ("kg", bounds["net_mass_kg"]))
    ]
    showing.say(f"In all {', '.join(sums)}.")
    possible = [
        (
            one["name"],
            ", ".join(one["may_be_names"]),
            _stated(one["value_usd"], one["without_value"]),
            _stated(one["net_mass_kg"], one["without_net_mass"]),
            len(one["shipments"]),
        )
        for one in answer["possible"]
    ]
    if possible:
        title = "May be one of them: in no supplier's line, but in every upper bound"
        showing.show_table(title, ["company", "may be", "USD", "kg", "rows"], possible, right=["USD", "kg", "rows"])


def _stated(amount: float | None, without: int) -> str:
    """Return what rows add up to; a lower bound where some do not state it.

    >>> _stated(20.0, 0), _stated(20.0, 1), _stated(None, 2)
    ('20', 'at least 20', 'cannot tell')
    """
    return showing.bounds(amount, None, None if without else amount)


def _unit(text: str) -> Unit:
    units: dict[str, Unit] = {"kg": "kg", "pieces": "pieces", "usd": "usd"}
    if text not in units:
        raise SettingError(f"--unit {text!r}: kg, pieces or usd are accepted")
    return units[text]
