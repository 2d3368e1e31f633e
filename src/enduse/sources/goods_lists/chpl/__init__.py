"""The Common High Priority List with its tiers."""
