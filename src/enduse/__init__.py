"""Follow goods from customs records to the sanctioned end users they reach, with bounds, rows and checked claims."""

__version__ = "0.1.0"
