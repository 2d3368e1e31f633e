"""Sixth room: what articles claim, who says it, and whether the rows support it, contradict it or cannot tell."""

from enduse.claims.casefile import attribute, grouped, ledger_exports, origins_of, told_apart, told_case, verdicts_of
from enduse.claims.check import check, check_file, recheck
from enduse.claims.grading import GRADES_FILE
from enduse.claims.origins import Origin, Origins, origins
from enduse.claims.parameters import PARAMETERS
from enduse.claims.verdicts import REASONS, Verdict
from enduse.claims.verdicts import WORDS as VERDICT_WORDS

__all__ = [
    "GRADES_FILE", "PARAMETERS", "REASONS", "VERDICT_WORDS", "Origin", "Origins", "Verdict", "attribute", "check", "check_file", "grouped",
    "ledger_exports", "origins", "origins_of", "recheck", "told_apart", "told_case", "verdicts_of",
]  # fmt: skip
