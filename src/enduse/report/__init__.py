"""Last room, told: figures with bounds, questions and rows; the static page; CSV, JSON and FollowTheMoney beside it."""

from enduse.report.explaining import Explanation, explain
from enduse.report.parameters import declared
from enduse.report.sections import HEADLINE
from enduse.report.stage import page_path, write

__all__ = ["HEADLINE", "Explanation", "declared", "explain", "page_path", "write"]
