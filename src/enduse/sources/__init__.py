"""First room, as published: every file is read under a declared source; bytes are archived, what cannot be read is rejected."""

from enduse.sources.catalog import SourceDefinition, definition_of, definitions
from enduse.sources.stage import read

__all__ = ["SourceDefinition", "definition_of", "definitions", "read"]
