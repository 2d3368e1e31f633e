"""News articles, their text unchanged."""
