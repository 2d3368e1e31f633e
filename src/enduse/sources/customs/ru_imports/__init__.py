"""Russia, import declarations in the wide form of 47 columns."""
