"""The articles of a workspace as a ledger in its tables: read once, linked to the case as questions, told again from the tables."""

from enduse.claims.casefile.attributing import attribute
from enduse.claims.casefile.copies import grouped, told_apart
from enduse.claims.casefile.keeping import load
from enduse.claims.casefile.kept import Kept
from enduse.claims.casefile.telling import told_case

__all__ = ["Kept", "attribute", "grouped", "load", "told_apart", "told_case"]
