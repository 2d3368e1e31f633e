"""The map of the room: the docstring of `enduse.entities`."""

from __future__ import annotations

import re
from importlib import resources

import enduse.entities as room


def test_every_file_stands_once_on_the_map_of_the_room() -> None:
    """Who comes new finds each file under what it is about, and none that is gone."""
    groups = re.split(r"\n- ", room.__doc__ or "")[1:]
    named = re.findall(r"[a-z_]+", " ".join(re.sub(r"\*\*.*?\*\*|; [^:;]+:", ",", group) for group in groups))
    files = [one.name.removesuffix(".py") for one in resources.files(room).iterdir() if one.name.endswith(".py")]
    assert sorted(named) == sorted(set(files) - {"__init__"})
