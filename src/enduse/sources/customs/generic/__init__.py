"""Any customs file, read by the column map given with it."""
