"""Sixth room: what articles claim, who says it, and whether the rows support it, contradict it or cannot tell."""

from enduse.claims.check import check, check_file, recheck
from enduse.claims.origins import Origin, Origins, origins
from enduse.claims.parameters import PARAMETERS
from enduse.claims.verdicts import REASONS, Verdict

__all__ = ["PARAMETERS", "REASONS", "Origin", "Origins", "Verdict", "check", "check_file", "origins", "recheck"]
