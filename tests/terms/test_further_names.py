"""The words for earlier and other names, in front of a name on a list."""

from __future__ import annotations

from enduse.terms.further_names import opening


def test_what_opens_a_listed_name_says_which_it_is() -> None:
    """Lists print an earlier name, another one and the name now; letters apart and 'alias' are marks there."""
    earlier, other = opening("earlier"), opening("other")
    assert [one.sub("", "F. K. A.: Sample Works") for one in (earlier, other)] == ["Sample Works", "F. K. A.: Sample Works"]
    assert [one.sub("", "alias: Sample Works") for one in (earlier, other)] == ["alias: Sample Works", "Sample Works"]
    assert [one.match("n.k.a. Sample Works") for one in (earlier, other)] == [None, None]
