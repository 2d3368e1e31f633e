"""The one object users hold: a folder with inputs, tables, judgements, runs and a report.

from enduse import Workspace

case = Workspace.create("case", title="Pumps")
case.add("customs/generic", "imports.csv", column_map="imports.yml")
case.run()
case.trace(["Example Trading"], ["Invented Works"], goods=["8413"]).as_json()
"""

from __future__ import annotations

from enduse.workspace.case import Unit, Workspace

__all__ = ["Unit", "Workspace"]
