"""The thresholds of this room, each with its sentence."""

from __future__ import annotations

from enduse.settings import Parameter

MAX_RATE_AGE_DAYS = Parameter(
    "max_rate_age_days",
    7,
    "An amount is converted at the latest reference rate fixed on or before its day, if that is at most this many days old; "
    "otherwise it has no dollar value.",
)
MONTH_RATE = Parameter(
    "rate_for_month_dates",
    False,
    "An amount dated only to the month is converted as if declared on the first day of that month; when false it has no dollar value.",
)
MIRROR_DAYS = Parameter(
    "mirror_days",
    21,
    "An export record and an import record can be one shipment when their dates are at most this many days apart.",
)
MIRROR_MASS_TOLERANCE = Parameter(
    "mirror_mass_tolerance",
    0.02,
    "An export record and an import record can be one shipment when their net masses differ by at most this share of the larger.",
)
MIRROR_NAME_SIMILARITY = Parameter(
    "mirror_name_similarity",
    0.8,
    "Two names in one script contradict each other, so that their records are not one shipment, when their words are less similar "
    "than this (0 to 1).",
)
COVERAGE_LOW_SHARE = Parameter(
    "coverage_low_share",
    0.2,
    "A month declared complete is lowered to partial when it holds less than this share of the median month declared complete.",
)

PARAMETERS: tuple[Parameter, ...] = (
    MAX_RATE_AGE_DAYS,
    MONTH_RATE,
    MIRROR_DAYS,
    MIRROR_MASS_TOLERANCE,
    MIRROR_NAME_SIMILARITY,
    COVERAGE_LOW_SHARE,
)
"""Every threshold of the room, for the report's method section."""
