"""Every table's shape, by subject; shapes only, no work."""

from enduse.model import companies, judged, published, sources, trade
from enduse.model.table import Column, Table

TABLES: dict[str, Table] = {table.name: table for subject in (sources, trade, companies, judged, published) for table in subject.TABLES}

__all__ = ["TABLES", "Column", "Table", "companies", "judged", "published", "sources", "trade"]
