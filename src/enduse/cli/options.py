"""Arguments and options that several commands have."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

COLUMNS = "id, name, country, identifiers, schema (or type), address, phone, email, birth_date, vessel"
"""The columns of a table of names, as `entities.read_queries` takes them."""
FILES = "CSV, packed with gzip too, XLSX or Parquet"
"""The files that a table of names may come in."""
Dir = Annotated[Path, typer.Argument(metavar="DIR", help="The workspace folder.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON on standard output instead of tables.")]
Goods = Annotated[
    list[str] | None, typer.Option("--goods", metavar="HS...", help="HS prefixes of 2 to 6 digits; each is one class of goods.")
]
Since = Annotated[str | None, typer.Option("--since", metavar="DATE", help="First day counted, YYYY-MM-DD.")]
Least = Annotated[
    float | None,
    typer.Option(
        "--threshold", metavar="P", min=0.0, max=1.0,
        help="Hits at least this probable, 0 to 1; without it, the parameter entities.probability_min or, where none is set, its default.",
    ),
]  # fmt: skip
Until = Annotated[str | None, typer.Option("--until", metavar="DATE", help="Last day counted, YYYY-MM-DD.")]
