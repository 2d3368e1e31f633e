"""The articles of a workspace as a ledger in its tables: read once, linked to the case as questions, told again from the tables."""

from enduse.claims.casefile.attributing import attribute
from enduse.claims.casefile.copies import grouped, told_apart
from enduse.claims.casefile.exporting import ledger_exports
from enduse.claims.casefile.keeping import load
from enduse.claims.casefile.kept import Kept
from enduse.claims.casefile.telling import told_case
from enduse.claims.casefile.totals import origins_of, verdicts_of

__all__ = ["Kept", "attribute", "grouped", "ledger_exports", "load", "origins_of", "told_apart", "told_case", "verdicts_of"]
