"""Options that take several values: `--from A B C` means `--from A --from B --from C`."""

from __future__ import annotations

from collections.abc import Sequence

from enduse.errors import SettingError

SEVERAL = frozenset({"--from", "--to", "--goods", "--of"})
COMMANDS = frozenset({"trace", "suppliers"})


def spread(arguments: Sequence[str]) -> list[str]:
    """Return the arguments with each value of a several-valued option under its own copy of the option.

    The folder must come before the options (as in `enduse trace DIR --from A B`); when it does not, each option takes one
    value, so that the folder is not mistaken for a company. Raises SettingError for an option without any value.

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
    for part, following in zip(given, [*given[1:], "--"], strict=True):
        if part in SEVERAL:
            if following.startswith("--"):
                raise SettingError(f"{part} is given no value; give one or more, one that begins with a dash as {part}=-VALUE")
            option = part
        elif part.startswith("--") or part == "-h":
            option = None
            result.append(part)
        elif option is not None:
            result += [option, part]
        else:
            result.append(part)
    return result
