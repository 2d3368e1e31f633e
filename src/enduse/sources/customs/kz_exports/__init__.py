"""Kazakhstan, export declarations in the wide form of 76 columns."""
