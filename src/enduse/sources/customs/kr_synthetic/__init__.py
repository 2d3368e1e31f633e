"""Korea, synthetic import declarations with fraud labels."""
