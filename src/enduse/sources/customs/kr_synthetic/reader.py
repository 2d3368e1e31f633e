"""Korea, synthetic import declarations with fraud labels: read by the declared layout alone."""

from enduse.sources.customs.reading import read_layout as read

__all__ = ["read"]
