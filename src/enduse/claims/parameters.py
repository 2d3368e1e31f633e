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

PARAMETERS: tuple[Parameter, ...] = (TOLERANCE_EXACT, TOLERANCE_ABOUT, FIELD_SHARE_MIN, CITED_ROWS_MAX)
