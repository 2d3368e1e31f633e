"""Any list of goods codes a user keeps as CSV."""
