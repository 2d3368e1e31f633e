"""A row behind a figure is told in one line."""

from __future__ import annotations

import re
from pathlib import Path

from enduse import Workspace

MAP = """columns: {consignor_name: from, consignee_name: to, declared_on: {header: day, format: '%Y-%m-%d'}, net_mass_kg: kg,
          invoice_value: {header: usd, decimal: '.'}, hs_code: hs}
constants: {invoice_currency: USD}
"""
ROWS = """from,to,day,kg,usd,hs
Invented Kestrel Works,Example Trading,2023-02-01,20,700.5,854231
Invented Heron Works,Example Trading,,,,
"""


def test_what_a_row_does_not_state_is_said_to_be_not_stated(tmp_path: Path) -> None:
    """No `None` for a name or a day, and no "no kg", which reads as if nothing had been shipped."""
    (tmp_path / "rows.csv").write_text(ROWS)
    (tmp_path / "rows.yml").write_text(MAP)
    case = Workspace.create(tmp_path / "case")
    case.add("customs/generic", tmp_path / "rows.csv", column_map=tmp_path / "rows.yml")
    settings = case.path / "enduse.toml"
    settings.write_text(settings.read_text().replace("end_users = []", "end_users = ['Example Trading']"))
    case.run()
    page = (case.path / "report" / "index.html").read_text(encoding="utf-8")
    assert ("day not stated" in page, "None to None" in re.sub(r"<[^>]*>", "", page)) == (True, False)
    told = {row["what"] for row in case.explain("direct-kg").as_json()["rows"]}
    assert told == {
        "2023-02-01: Invented Kestrel Works -> Example Trading, HS 854231, 20 kg, 700.5 USD",
        "not stated: Invented Heron Works -> Example Trading, HS not stated, mass not stated, value in dollars not known",
    }
