"""The thresholds of lineage."""

from __future__ import annotations

from enduse.settings import Parameter

WINDOW_DAYS = Parameter(
    "lineage_window_days", 7, "Retellings are published within this many days of what they retell, when nothing says otherwise."
)
SAME_MIN = Parameter("lineage_same_min", 0.62, "Two claims of different origins say the same when they are at least this alike.")
SAME_IN_ORIGIN_MIN = Parameter(
    "lineage_same_in_origin_min", 0.45, "Two claims of one origin say the same when they are at least this alike."
)
PARAMETERS: tuple[Parameter, ...] = (WINDOW_DAYS, SAME_MIN, SAME_IN_ORIGIN_MIN)
