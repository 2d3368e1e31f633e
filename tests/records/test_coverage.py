"""The coverage calendar: declared statuses, what lowers them, shares of filled fields."""

from __future__ import annotations

from typing import Any

from enduse.model.sources import SNAPSHOTS
from enduse.store import StageRun
from tests.conftest import MakeDesk
from tests.records.samples import conformed, item, rows

COMPLETE = {"source": "customs/example", "since": "2022-01", "until": "2022-03", "status": "complete"}


def statuses(desk: StageRun, **only: Any) -> dict[str, str]:
    """Return {month: status} of one calendar."""
    chosen = [one for one in rows(desk, "coverage") if all(one[name] == value for name, value in only.items())]
    return {one["month"]: one["status"] for one in chosen}


def monthly(**rows_in: int) -> list[dict[str, Any]]:
    """Return goods items: so many in each month, `m2022_01=3` is three in January 2022."""
    months = [name[1:].replace("_", "-") for name, count in rows_in.items() for _ in range(count)]
    return [item(number, declared_on=f"{month}-05") for number, month in enumerate(months, 1)]


def test_undeclared_months_are_unknown_from_first_to_last(desk: StageRun) -> None:
    """Every month from the first to the last stands in the calendar, also without rows, and claims nothing."""
    conformed(desk, *monthly(m2021_12=1, m2022_02=2))
    assert statuses(desk) == {"2021-12": "unknown", "2022-01": "unknown", "2022-02": "unknown"}
    assert [(one["rows"], one["net_mass_share"]) for one in rows(desk, "coverage")] == [(1, 1.0), (0, None), (2, 1.0)]


def test_a_declaration_holds_and_names_its_basis(make_desk: MakeDesk) -> None:
    """A declared status and its basis are taken over, with the goods it is limited to."""
    desk = make_desk(coverage=({**COMPLETE, "basis": "bought whole", "goods": ("8542", "8471")},))
    conformed(desk, *monthly(m2022_01=1, m2022_02=1, m2022_03=1))
    found = rows(desk, "coverage")[0]
    assert (found["status"], found["basis"], found["goods_scope"]) == ("complete", "bought whole", "8471,8542")


def test_an_empty_month_is_not_complete(make_desk: MakeDesk) -> None:
    """A month declared complete without a row is lowered, and says so."""
    desk = conformed(make_desk(coverage=(COMPLETE,)), *monthly(m2022_01=5, m2022_03=5))
    assert statuses(desk) == {"2022-01": "complete", "2022-02": "partial", "2022-03": "complete"}
    assert "lowered: no row" in rows(desk, "coverage")[1]["basis"]


def test_a_month_far_below_the_others_is_lowered(make_desk: MakeDesk) -> None:
    """One row where the median is ten is less than a fifth; two rows are a fifth and stay."""
    desk = conformed(make_desk(coverage=(COMPLETE,)), *monthly(m2022_01=10, m2022_02=1, m2022_03=10))
    assert statuses(desk)["2022-02"] == "partial"
    assert "1 rows are less than 20% of 10" in rows(desk, "coverage")[1]["basis"]
    other = conformed(make_desk(coverage=(COMPLETE,)), *monthly(m2022_01=10, m2022_02=2, m2022_03=10))
    assert statuses(other)["2022-02"] == "complete"


def test_the_most_specific_declaration_holds_then_the_later(make_desk: MakeDesk) -> None:
    """A declaration for one reporter holds over one for all, whatever their order; of equals the later holds."""
    desk = make_desk(
        coverage=(
            {**COMPLETE, "reporter": "RU", "until": "2022-01", "status": "partial"},
            COMPLETE,
            {**COMPLETE, "since": "2022-03", "status": "absent"},
        )
    )
    conformed(desk, *monthly(m2022_01=1, m2022_02=1, m2022_03=1))
    assert statuses(desk) == {"2022-01": "partial", "2022-02": "complete", "2022-03": "absent"}


def test_a_declaration_reaches_beyond_the_data(make_desk: MakeDesk) -> None:
    """Declared months outside the data, and calendars without any data, stand in the calendar too."""
    desk = make_desk(
        coverage=(
            {**COMPLETE, "since": "2022-02", "status": "partial"},
            {**COMPLETE, "source": "customs/none", "until": "2022-01", "status": "absent"},
        )
    )
    conformed(desk, *monthly(m2022_01=1))
    assert statuses(desk, source_id="customs/example") == {"2022-01": "unknown", "2022-02": "partial", "2022-03": "partial"}
    assert statuses(desk, source_id="customs/none", reporter="", direction="") == {"2022-01": "absent"}


def test_each_reporter_and_direction_has_a_calendar(make_desk: MakeDesk) -> None:
    """A declaration for imports says nothing of exports; a source that names no reporter has ''."""
    desk = make_desk(coverage=({**COMPLETE, "direction": "import"},))
    conformed(desk, item(1), item(2, direction="export"), item(3, reporter=None, direction=None))
    assert statuses(desk, reporter="RU", direction="import")["2022-03"] == "complete"
    assert statuses(desk, reporter="RU", direction="export") == {"2022-03": "unknown"}
    assert statuses(desk, reporter="", direction="") == {"2022-03": "unknown"}


def test_the_last_month_of_a_cut_file_is_partial(desk: StageRun) -> None:
    """A file that was probably cut cannot be complete in its last month; its earlier months are not touched."""
    desk.write(SNAPSHOTS, [{"snapshot_id": "s", "source_id": "customs/example", "note": "Probably cut at 1,000 rows"}])
    conformed(desk, *monthly(m2022_01=1, m2022_02=1))
    assert statuses(desk) == {"2022-01": "unknown", "2022-02": "partial"}


def test_shares_count_filled_fields(desk: StageRun) -> None:
    """Half of the rows with a consignor, a code and a dollar value give one half each."""
    bare = item(2, consignor_name="TO ORDER", hs_code=None, hs_as_published=None)
    conformed(desk, item(1, invoice_value=1.0, invoice_currency="USD"), bare)
    (found,) = rows(desk, "coverage")
    assert [found[f"{one}_share"] for one in ("consignor", "consignee", "hs", "net_mass", "value")] == [0.5, 1.0, 0.5, 1.0, 0.5]
