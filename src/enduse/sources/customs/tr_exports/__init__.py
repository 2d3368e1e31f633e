"""Turkey, export declarations in the wide form of 37 columns."""
