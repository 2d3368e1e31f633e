"""Turkey, export declarations in the wide form of 37 columns: read by the declared layout alone."""

from enduse.sources.customs.reading import read_layout as read

__all__ = ["read"]
