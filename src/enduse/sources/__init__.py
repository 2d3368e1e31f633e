"""First room, as published: every file is read under a declared source; bytes are archived, what cannot be read is rejected."""

from enduse.sources.catalog import SourceDefinition, definition_of, definitions
from enduse.sources.column_maps import check_map
from enduse.sources.customs.proposing import ColumnProposal, MapProposal, propose_map
from enduse.sources.fetching import Fetched, fetch
from enduse.sources.press.claims.ledger import read_ledger
from enduse.sources.press.opening import read_article
from enduse.sources.shipped import shipped_goods_codes
from enduse.sources.stage import read

__all__ = [
    "ColumnProposal",
    "Fetched",
    "MapProposal",
    "SourceDefinition",
    "check_map",
    "definition_of",
    "definitions",
    "fetch",
    "propose_map",
    "read",
    "read_article",
    "read_ledger",
    "shipped_goods_codes",
]
