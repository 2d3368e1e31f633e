"""Lists that ship with the package, each with source, date and licence in its first lines."""
