"""Pictures as SVG text: flows from suppliers to end users, values over time, months covered. Direction and amount on every edge."""

from __future__ import annotations

import html
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

WIDTH, ROW, BAR = 980, 30, 14
COLUMN_X = (262, 500, 730)
LEFT = "#4b6a8a"
MIDDLE = "#b07d2b"
RIGHT = "#8a3b3b"
OTHERS = "other suppliers"


def flow(edges: Sequence[Mapping[str, Any]], names: Mapping[str, str], measure: str, unit: str) -> str:
    """Return a flow diagram of `edges` ({left, right, kind, usd, kg, rows}); bands are as thick as their `measure`.

    Suppliers stand left, intermediaries in the middle, end users right. Edges without the measure are left out; the caller says how many.
    """
    drawn = [edge for edge in edges if edge.get(measure)]
    if not drawn:
        return ""
    right = {edge["right"] for edge in drawn if edge["kind"] != "to_intermediary"}
    middle = {edge["right"] for edge in drawn if edge["kind"] == "to_intermediary"} - right
    left = {edge["left"] for edge in drawn} - middle - right
    into: dict[str, float] = defaultdict(float)
    out: dict[str, float] = defaultdict(float)
    for edge in drawn:
        into[edge["right"]] += edge[measure]
        out[edge["left"]] += edge[measure]
    size = {node: max(into[node], out[node]) for node in {*left, *middle, *right}}
    columns = [sorted(group, key=lambda node: (-size[node], node)) for group in (left, middle, right)]
    height = max(360, max(len(column) for column in columns) * ROW + 60)
    scale = max(sum(size[node] for node in column) for column in columns)
    place = _places(columns, size, scale, height)
    bands = [_band(edge, measure, place, size, unit, names) for edge in _in_drawing_order(drawn, place)]
    labels = [_label(node, place[node], names, size[node], unit) for column in columns for node in column]
    heads = [
        f'<text x="{x}" y="18" class="head" text-anchor="{anchor}">{title}</text>'
        for x, anchor, title, column in zip(
            COLUMN_X, ("end", "middle", "start"), ("consignors", "intermediaries", "end users"), columns, strict=True
        )
        if column
    ]
    return (
        f'<svg class="flow" viewBox="0 0 {WIDTH} {height}" role="img" '
        f'aria-label="Flow of goods from consignors to end users, {html.escape(unit)}" '
        f'xmlns="http://www.w3.org/2000/svg">{"".join(heads)}{"".join(bands)}{"".join(labels)}</svg>'
    )


class _Place:
    """Where one node stands: its column, top, height, and how much of each side is taken by bands already drawn."""

    def __init__(self, column: int, top: float, height: float) -> None:
        self.column, self.top, self.height = column, top, height
        self.taken_in = self.taken_out = 0.0


def _places(columns: Sequence[Sequence[str]], size: Mapping[str, float], scale: float, height: int) -> dict[str, _Place]:
    place: dict[str, _Place] = {}
    for number, column in enumerate(columns):
        room = height - 50 - len(column) * 12
        y = 34.0
        for node in column:
            tall = max(1.5, room * size[node] / scale)
            slot = max(tall, 15.0)
            place[node] = _Place(number, y + (slot - tall) / 2, tall)
            y += slot + 4
    return place


def _in_drawing_order(edges: Sequence[Mapping[str, Any]], place: Mapping[str, _Place]) -> list[Mapping[str, Any]]:
    return sorted(edges, key=lambda edge: (place[edge["left"]].column, place[edge["left"]].top, place[edge["right"]].top, edge["right"]))


def _band(
    edge: Mapping[str, Any],
    measure: str,
    place: Mapping[str, _Place],
    size: Mapping[str, float],
    unit: str,
    names: Mapping[str, str],
) -> str:
    a, b = place[edge["left"]], place[edge["right"]]
    amount = float(edge[measure])
    thick_a = a.height * amount / size[edge["left"]]
    thick_b = b.height * amount / size[edge["right"]]
    y1, y2 = a.top + a.taken_out, b.top + b.taken_in
    a.taken_out += thick_a
    b.taken_in += thick_b
    x1, x2 = COLUMN_X[a.column] + BAR, COLUMN_X[b.column]
    told = f"{names.get(edge['left'], edge['left'])} → {names.get(edge['right'], edge['right'])}: {amount:,.0f} {unit}, {edge['rows']} rows"
    colour = MIDDLE if a.column == 1 or b.column == 1 else LEFT
    # At least a hairline, so that the smallest flow is still seen.
    low1, low2 = y1 + max(thick_a, 0.6), y2 + max(thick_b, 0.6)
    x = (x1 + x2) / 2
    upper = f"M{x1:.1f},{y1:.1f} C{x:.1f},{y1:.1f} {x:.1f},{y2:.1f} {x2:.1f},{y2:.1f}"
    lower = f"L{x2:.1f},{low2:.1f} C{x:.1f},{low2:.1f} {x:.1f},{low1:.1f} {x1:.1f},{low1:.1f} Z"
    return f'<path d="{upper} {lower}" fill="{colour}" fill-opacity="0.35"><title>{html.escape(told)}</title></path>'


def _label(node: str, place: _Place, names: Mapping[str, str], amount: float, unit: str) -> str:
    name = names.get(node, node)
    short = name if len(name) <= 34 else name[:33] + "…"
    x = COLUMN_X[place.column]
    text_x, anchor = ((x - 6, "end"), (x + BAR + 4, "start"), (x + BAR + 6, "start"))[place.column]
    y = place.top + place.height / 2 + 4
    fill = (LEFT, MIDDLE, RIGHT)[place.column]
    return (
        f'<rect x="{x}" y="{place.top:.1f}" width="{BAR}" height="{place.height:.1f}" fill="{fill}"/>'
        f'<text x="{text_x}" y="{y:.1f}" text-anchor="{anchor}">{html.escape(short)}'
        f"<title>{html.escape(name)}: {amount:,.0f} {html.escape(unit)}</title></text>"
    )


def timeline(
    rows: Sequence[Mapping[str, Any]], marks: Sequence[Mapping[str, str]], names: Mapping[str, str], measure: str, title: str
) -> str:
    """Return stacked monthly bars of `rows` ({month, entity, usd, kg}) with a rule at each of `marks` ({day, label})."""
    totals: dict[str, float] = defaultdict(float)
    for row in rows:
        totals[row["entity"]] += row[measure] or 0.0
    largest = sorted(totals, key=lambda entity: (-totals[entity], entity))[:7]
    labels = _told_apart({entity: names.get(entity, entity) for entity in largest})
    summed: dict[tuple[str, str], float] = defaultdict(float)
    for row in rows:
        if row["month"] and row[measure]:
            summed[row["month"], labels.get(row["entity"], OTHERS)] += row[measure]
    if not summed:
        return ""
    values = [{"month": f"{month}-01", "who": who, "amount": round(amount, 2)} for (month, who), amount in sorted(summed.items())]
    return _chart(values, marks, title)


def _told_apart(names: Mapping[str, str]) -> dict[str, str]:
    """Return a short label for each company; companies of one name bear their ids, so that they are not drawn as one."""
    short = {entity: name[:42] for entity, name in names.items()}
    met = Counter(short.values())
    return {entity: f"{name[:27]} {entity}" if met[name] > 1 else name for entity, name in short.items()}


def _chart(values: list[dict[str, Any]], marks: Sequence[Mapping[str, str]], title: str) -> str:
    import altair as alt
    import vl_convert

    colour = alt.Color(
        "who:N", title=None, scale=alt.Scale(scheme="tableau10"), legend=alt.Legend(orient="bottom", columns=3, labelLimit=320)
    )
    bars = (
        alt.Chart(_inline(values))
        .mark_bar()
        .encode(
            x=alt.X("yearmonth(month):T", title=None, axis=alt.Axis(format="%b %Y", labelAngle=-40)),
            y=alt.Y("sum(amount):Q", title=title, axis=alt.Axis(format="~s")),
            color=colour,
        )
    )
    layers: list[Any] = [bars]
    if marks:
        # Labels take turns on three lines, so that listings of neighbouring days stay legible.
        placed = [{**mark, "line": 10 + 12 * (number % 3)} for number, mark in enumerate(marks)]
        rules = alt.Chart(_inline(placed))
        layers.append(rules.mark_rule(color="#333", strokeDash=[4, 3]).encode(x="day:T"))
        y = alt.Y("line:Q", scale=None, axis=None)
        layers.append(rules.mark_text(align="left", dx=3, fontSize=9, baseline="middle").encode(x="day:T", y=y, text="label:N"))
    chart = alt.layer(*layers).properties(width=860, height=260, background="white").configure_view(stroke=None)
    svg: str = vl_convert.vegalite_to_svg(chart.to_dict(), vl_version="6.1", allowed_base_urls=[])
    return svg.replace("<svg ", f'<svg role="img" aria-label="{html.escape(title)}" ', 1)


def _inline(values: Sequence[Mapping[str, Any]]) -> Any:
    """Return chart data that stands in the chart itself, so that nothing is loaded."""
    import altair as alt

    data: Any = alt.Data
    return data(values=list(values))


STATUS_COLOURS = {"complete": "#3d7d5a", "partial": "#d8a13a", "absent": "#b8b8b8", "unknown": "#dfe6ec"}
YEAR_WIDTH = 34
CALENDAR_SCALE = 1.1


def calendar(rows: Sequence[Mapping[str, Any]]) -> str:
    """Return the coverage calendar: a line for each source, reporter and direction, a cell for each month."""
    months = sorted({row["month"] for row in rows})
    lines = sorted({(row["source_id"], row["reporter"], row["direction"]) for row in rows})
    if not months:
        return ""
    cell = max(4.0, min(14.0, 700 / len(months)))
    found = {(row["source_id"], row["reporter"], row["direction"], row["month"]): row for row in rows}
    parts: list[str] = []
    for number, line in enumerate(lines):
        y = 22 + number * 20
        label = " ".join(part for part in (line[0].removeprefix("customs/"), line[1], line[2]) if part)
        parts.append(f'<text x="212" y="{y + 11}" text-anchor="end">{html.escape(label)}</text>')
        for column, month in enumerate(months):
            row = found.get((*line, month))
            status = row["status"] if row else "absent"
            told = f"{label} {month}: {status}, {row['rows'] if row else 0:,} rows"
            parts.append(
                f'<rect x="{220 + column * cell:.1f}" y="{y}" width="{cell - 0.6:.1f}" height="14" fill="{STATUS_COLOURS[status]}">'
                f"<title>{html.escape(told)}</title></rect>"
            )
    years = [(column, month[:4]) for column, month in enumerate(months) if month.endswith("-01") or column == 0]
    if len(years) > 1 and years[1][0] * cell < YEAR_WIDTH:
        # The year of the last months before a January would stand under that of the January.
        del years[0]
    heads = "".join(f'<text x="{220 + column * cell:.1f}" y="14">{year}</text>' for column, year in years)
    height = 30 + len(lines) * 20
    width = max(230 + len(months) * cell, 220 + years[-1][0] * cell + YEAR_WIDTH)
    # A width of its own keeps a few months from being blown up to the width of the page.
    return (
        f'<svg class="calendar" viewBox="0 0 {width:.0f} {height}" width="{CALENDAR_SCALE * width:.0f}" role="img" '
        f'aria-label="Months covered, by source" xmlns="http://www.w3.org/2000/svg">{heads}{"".join(parts)}</svg>'
    )
