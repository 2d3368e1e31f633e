"""Kazakhstan, import declarations in the wide form of 76 columns."""
