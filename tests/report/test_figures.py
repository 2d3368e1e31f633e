"""A figure is exact only where every row behind it states what is added up; else it is open on the side that is not known."""

from __future__ import annotations

import json
from pathlib import Path

from enduse import Workspace

MAP = """\
columns:
  item_number: {header: "no"}
  consignor_name: {header: from}
  consignee_name: {header: to}
  declared_on: {header: day, format: ["%Y-%m-%d", "%Y-%m"]}
  net_mass_kg: {header: kg, decimal: "."}
"""
DIRECT = "1,Invented Kestrel Works,Example Heron Plant,2023-01-05,20"
WITHOUT = "2,Invented Kestrel Works,Example Heron Plant,2023-01-06,"
TO_OTHER = "3,Invented Kestrel Works,Sample Transit,2023-01-07,100"
ONWARD = "4,Sample Transit,Example Heron Plant,2023-02-07,60"
ONWARD_WITHOUT = "5,Sample Transit,Example Heron Plant,2023-02-08,"
TO_OTHER_WITHOUT = "6,Invented Kestrel Works,Sample Transit,2023-01-08,"


def figures(folder: Path, *rows: str, since: str = "") -> dict[str, tuple[float | None, ...]]:
    """Return the bounds of each figure of a report that follows Invented Kestrel Works' goods to Example Heron Plant."""
    (folder / "rows.csv").write_text("\n".join(("no,from,to,day,kg", *rows, "")))
    (folder / "map.yml").write_text(MAP)
    case = Workspace.create(folder / "case", title="Invented rows")
    case.add("customs/generic", folder / "rows.csv", column_map=folder / "map.yml")
    settings = case.path / "enduse.toml"
    lines = ['end_users = ["Example Heron Plant"]', 'suppliers = ["Invented Kestrel Works"]', f'since = "{since}"' if since else ""]
    asked = settings.read_text().replace("end_users = []", "\n".join(lines))
    settings.write_text(asked)
    told = json.loads((case.report().parent / "report.json").read_text())["figures"]
    return {one["figure_id"]: (one["at_least"], one["central"], one["at_most"]) for one in told}


def test_rows_that_all_state_the_mass_make_exact_figures(tmp_path: Path) -> None:
    """20 kg directly and 60 of 100 kg through another: every figure is closed."""
    found = figures(tmp_path, DIRECT, TO_OTHER, ONWARD)
    assert (found["direct-kg"], found["reached-1"]) == ((80.0, 80.0, 80.0), (80.0, 80.0, 80.0))
    assert found["unresolved-1"] == (40.0, 40.0, 40.0)


def test_a_direct_sale_without_mass_leaves_totals_open_at_the_top(tmp_path: Path) -> None:
    """What it weighed is missing in what reached the end user and in the total, and on both sides of what did not."""
    found = figures(tmp_path, DIRECT, WITHOUT, TO_OTHER, ONWARD)
    assert (found["direct-kg"], found["end-user-1-kg"], found["reached-1"]) == ((80.0, None, None),) * 3
    assert found["unresolved-1"] == (40.0, 40.0, 40.0)


def test_an_onward_sale_without_mass_may_have_carried_the_rest(tmp_path: Path) -> None:
    """Of the 40 kg that nothing shows to have arrived, the sale without a mass may have held all."""
    found = figures(tmp_path, DIRECT, TO_OTHER, ONWARD, ONWARD_WITHOUT)
    assert (found["reached-1"], found["unresolved-1"], found["through-1-1"]) == ((80.0, None, None), (0.0, None, 40.0), (60.0, None, None))


def test_a_sale_to_another_without_mass_leaves_the_rest_open(tmp_path: Path) -> None:
    """How much of it stayed on the way cannot be told."""
    found = figures(tmp_path, DIRECT, TO_OTHER, TO_OTHER_WITHOUT, ONWARD)
    assert (found["reached-1"], found["unresolved-1"]) == ((80.0, None, None), (0.0, None, None))


def test_rows_that_may_lie_before_the_days_asked_about_count_only_at_most(tmp_path: Path) -> None:
    """A row dated January 2023 may lie before or after the fifth."""
    found = figures(tmp_path, DIRECT.replace("2023-01-05", "2023-01"), ONWARD, since="2023-01-05")
    assert found["direct-kg"] == (60.0, None, 80.0)
