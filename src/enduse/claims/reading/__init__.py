"""Reading one article by rules: furniture, sentences, names, numbers, who says what. No model, no network."""

from enduse.claims.reading.assembling import read_text
from enduse.claims.reading.opening import read_paths
from enduse.claims.reading.telling import told

__all__ = ["read_paths", "read_text", "told"]
