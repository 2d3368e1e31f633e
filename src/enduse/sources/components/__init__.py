"""Sources of one kind, a folder each."""
