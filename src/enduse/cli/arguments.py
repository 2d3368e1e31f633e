"""Options that take several values: `--from A B C` means `--from A --from B --from C`."""

from __future__ import annotations

from collections.abc import Sequence

SEVERAL = frozenset({"--from", "--to", "--goods", "--of"})
COMMANDS = frozenset({"trace", "suppliers"})


def spread(arguments: Sequence[str]) -> list[str]:
    """Return the arguments with each value of a several-valued option under its own copy of the option.

    The folder must come before the options (as in `enduse trace DIR --from A B`); when it does not, each option takes one
    value, so that the folder is not mistaken for a company.

    >>> spread(["trace", "case", "--from", "A", "B", "--to", "C"])
    ['trace', 'case', '--from', 'A', '--from', 'B', '--to', 'C']
    >>> spread(["trace", "--from", "A", "case"])
    ['trace', '--from', 'A', 'case']
    """
    given = list(arguments)
    if len(given) < 2 or given[0] not in COMMANDS or given[1].startswith("-"):
        return given
    result: list[str] = []
    option: str | None = None
    for part in given:
        if part in SEVERAL:
            option = part
        elif part.startswith("--") or part == "-h":
            option = None
            result.append(part)
        elif option is not None:
            result += [option, part]
        else:
            result.append(part)
    return result
