"""The thresholds of the checks."""

from __future__ import annotations

from enduse.settings import Parameter

TOLERANCE_EXACT = Parameter(
    "claim_tolerance_exact", 0.05, "A number claimed as exact agrees with the rows when they differ by at most this share (rounding)."
)
TOLERANCE_ABOUT = Parameter(
    "claim_tolerance_about", 0.10, "A number claimed as 'about' agrees with the rows when they differ by at most this share."
)
FIELD_SHARE_MIN = Parameter(
    "claim_field_share_min",
    0.99,
    "A month counts as covering a claim only if at least this share of its rows states a company in the role that the claim names.",
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

PARAMETERS: tuple[Parameter, ...] = (TOLERANCE_EXACT, TOLERANCE_ABOUT, FIELD_SHARE_MIN, CITED_ROWS_MAX)
