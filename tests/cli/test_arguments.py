"""Options that take several values."""

import pytest

from enduse.cli.arguments import spread
from enduse.errors import SettingError


def test_several_values_follow_one_option() -> None:
    """`--from A B --to C` gives each value its own option."""
    assert spread(["trace", "d", "--from", "A", "B", "--to", "C", "--json"]) == [
        "trace", "d", "--from", "A", "--from", "B", "--to", "C", "--json",
    ]  # fmt: skip


def test_repeated_options_stay_as_they_are() -> None:
    """`--of A --of B` is unchanged."""
    assert spread(["suppliers", "d", "--of", "A", "--of", "B"]) == ["suppliers", "d", "--of", "A", "--of", "B"]


def test_run_from_a_stage_is_not_touched() -> None:
    """`run DIR --from STAGE` is another option of the same name."""
    assert spread(["run", "d", "--from", "resolve"]) == ["run", "d", "--from", "resolve"]


def test_names_that_start_with_a_dash_can_be_given_with_an_equals_sign() -> None:
    """`--from=-A` reaches the command untouched."""
    assert spread(["trace", "d", "--from=-A", "--to", "E"]) == ["trace", "d", "--from=-A", "--to", "E"]


@pytest.mark.parametrize("arguments", [["--of", "A", "--goods"], ["--of", "--goods", "8407"], ["--of", "A", "--goods", "--json"]])
def test_an_option_without_a_value_is_refused(arguments: list[str]) -> None:
    """Left out silently, `--goods` without codes would answer for all goods."""
    with pytest.raises(SettingError, match="is given no value"):
        spread(["suppliers", "d", *arguments])
