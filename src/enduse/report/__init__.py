"""Last room, told: figures with bounds, questions and rows; the static page; CSV, JSON and FollowTheMoney beside it."""

from enduse.report.explaining import Explanation, explain
from enduse.report.exports import as_csv
from enduse.report.ledger_files import ledger_files
from enduse.report.parameters import declared
from enduse.report.sections import HEADLINE
from enduse.report.stage import page_path, write

__all__ = ["HEADLINE", "Explanation", "as_csv", "declared", "explain", "ledger_files", "page_path", "write"]
