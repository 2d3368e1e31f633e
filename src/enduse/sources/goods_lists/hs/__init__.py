"""The Harmonized System's codes with their texts."""
