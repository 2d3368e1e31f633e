"""`python -m enduse` is the command line, for an interpreter whose scripts are not on the path."""

from enduse.cli import main

main()
