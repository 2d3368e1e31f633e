"""`python -m enduse.cli` is the command line."""

from enduse.cli import main

main()
