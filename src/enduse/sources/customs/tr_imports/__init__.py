"""Turkey, import declarations in the wide form of 36 columns."""
