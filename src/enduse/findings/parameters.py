"""The thresholds that several flags share; a flag's own stand in its file."""

from __future__ import annotations

import datetime as dt

from enduse.errors import SettingError
from enduse.settings import Parameter
from enduse.store import StageRun

CONTROL_START = Parameter(
    "control_start",
    "2022-02-24",
    "The day (T0) before which trade counts as 'before' and from which it counts as 'after'.",
    "stated: Export Enforcement Five, 2023-09-26 (verify)",
)
LOOKBACK_MONTHS = Parameter(
    "lookback_months", 24, "How many months before T0 must be declared complete before an absence in them means anything."
)
MIN_SHIPMENTS_AFTER = Parameter(
    "min_shipments_after", 1, "How many shipments of listed goods on or after T0 make a company an importer of them (RF-01, RF-02)."
)
FIELD_SHARE_MIN = Parameter(
    "field_share_min",
    0.9,
    "A month shows an absence only if at least this share of its rows states the field asked about (consignee, HS code).",
)
LIST_BEFORE_FIRST_VERSION = Parameter(
    "list_before_first_version",
    "first",
    "Which codes a goods list has on days before its first loaded version: 'first' applies that version backwards (the published "
    "patterns compare trade before and after T0 with a list of later date), 'none' has no codes then.",
)
CITED_ROWS_MAX = Parameter(
    "cited_rows_max", 50, "A finding about a company cites at most this many shipments of a kind, the earliest first; it counts all."
)
KEEP_NO_FOR = Parameter(
    "keep_no_for",
    "targets",
    "Answers 'no' are kept for consignees that answer to a list or are end users of the case ('targets'), or for 'all' asked.",
)

PARAMETERS: tuple[Parameter, ...] = (
    CONTROL_START,
    LOOKBACK_MONTHS,
    MIN_SHIPMENTS_AFTER,
    FIELD_SHARE_MIN,
    LIST_BEFORE_FIRST_VERSION,
    CITED_ROWS_MAX,
    KEEP_NO_FOR,
)


def day_parameter(run: StageRun, parameter: Parameter) -> dt.date:
    """Return the value in force as a day; raises SettingError unless it is YYYY-MM-DD."""
    text = run.parameter(parameter)
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise SettingError(f"parameter {parameter.name} is {text!r}; a day such as {parameter.default} is accepted") from error


def choice_parameter(run: StageRun, parameter: Parameter, accepted: tuple[str, ...]) -> str:
    """Return the value in force; raises SettingError unless it is one of `accepted`."""
    value: str = run.parameter(parameter)
    if value not in accepted:
        raise SettingError(f"parameter {parameter.name} is {value!r}; accepted: {', '.join(accepted)}")
    return value
