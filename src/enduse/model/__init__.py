"""Every table's shape, by subject; shapes only, no work."""

from enduse.model import companies, judged, sources, trade
from enduse.model.table import Column, Table

TABLES: dict[str, Table] = {table.name: table for subject in (sources, trade, companies, judged) for table in subject.TABLES}

__all__ = ["TABLES", "Column", "Table", "companies", "judged", "sources", "trade"]
