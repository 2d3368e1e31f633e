"""Sixth room: what articles claim, who says it, and whether the rows support it, contradict it or cannot tell."""

from enduse.claims.casefile import attribute, grouped, told_apart, told_case
from enduse.claims.check import check, check_file, recheck
from enduse.claims.grading import GRADES_FILE
from enduse.claims.origins import Origin, Origins, origins
from enduse.claims.parameters import PARAMETERS
from enduse.claims.verdicts import REASONS, Verdict

__all__ = [
    "GRADES_FILE", "PARAMETERS", "REASONS", "Origin", "Origins", "Verdict", "attribute", "check", "check_file", "grouped", "origins",
    "recheck", "told_apart", "told_case",
]  # fmt: skip
