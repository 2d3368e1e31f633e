"""The second room: units, currencies, HS editions, parties as printed, duplicates, the coverage calendar."""

from enduse.records.conform import conform
from enduse.records.parameters import PARAMETERS

__all__ = ["PARAMETERS", "conform"]
