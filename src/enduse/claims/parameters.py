"""The thresholds of the checks."""

from __future__ import annotations

from enduse.settings import Parameter

TOLERANCE_EXACT = Parameter(
    "claim_tolerance_exact", 0.05, "A number claimed as exact agrees with the rows when they differ by at most this share (rounding)."
)
TOLERANCE_ABOUT = Parameter(
    "claim_tolerance_about", 0.10, "A number claimed as 'about' agrees with the rows when they differ by at most this share."
)
POINTS_EXACT = Parameter(
    "claim_points_exact",
    0.01,
    "A share claimed as exact agrees with the rows when they differ by at most this (0.01: one percentage point).",
)
POINTS_ABOUT = Parameter(
    "claim_points_about", 0.05, "A share claimed as 'about' agrees with the rows when they differ by at most this (five percentage points)."
)
FIELD_SHARE_MIN = Parameter(
    "claim_field_share_min",
    0.99,
    "A month counts as covering a claim only if at least this share of its rows states a company in the role that the claim names.",
)
RATE_AGE_DAYS = Parameter(
    "claim_rate_age_days", 4, "A claim about days without a fixing (a weekend) takes the latest exchange rate at most so many days before."
)
MONTHS_BEFORE = Parameter(
    "claim_months_before",
    12,
    "That deliveries began is shown only if so many months before are declared complete and hold none; goods that passed an "
    "intermediary are followed only if its records of so many months before are declared complete.",
)
MONTHS_AFTER = Parameter(
    "claim_months_after",
    6,
    "That deliveries ended is shown only if so many months after are declared complete and hold none, unless the claim says until when.",
)
NAMES_MAX = Parameter(
    "claim_names_max",
    20000,
    "A name not printed the same way is compared in its normal form with at most so many names of registries or makers of parts.",
)
CITED_ROWS_MAX = Parameter("claim_cited_rows_max", 1000, "A verdict cites at most this many rows; its sentence counts all.")
LINK_SHOWN_MIN = Parameter(
    "claim_link_shown_min", 0.5, "A company is shown as a candidate for a name in an article when the names are at least this probably one."
)
LINK_LIKELY_MIN = Parameter(
    "claim_link_likely_min",
    0.9,
    "A single candidate this probable is what a check says it would find if a person confirmed it; it never decides by itself.",
)
GRADE_RECORD_MIN = Parameter(
    "claim_grade_record_min", 5, "A letter is proposed for a source only when rows decided at least this many of its claims in the case."
)

PARAMETERS: tuple[Parameter, ...] = (
    TOLERANCE_EXACT,
    TOLERANCE_ABOUT,
    POINTS_EXACT,
    POINTS_ABOUT,
    FIELD_SHARE_MIN,
    RATE_AGE_DAYS,
    MONTHS_BEFORE,
    MONTHS_AFTER,
    NAMES_MAX,
    CITED_ROWS_MAX,
)
