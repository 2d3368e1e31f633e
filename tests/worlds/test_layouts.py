"""Header lists of the files a world writes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from enduse.sources.catalog import definition_of
from enduse.worlds import World, layouts
from enduse.worlds.files import FILES

from .conftest import rows_of


def test_widths() -> None:
    """The layouts have as many columns as the real ones."""
    assert [len(one) for one in (layouts.RU_IMPORTS, layouts.KZ_IMPORTS, layouts.KZ_EXPORTS, layouts.US_MANIFESTS)] == [47, 76, 76, 61]
    assert all(len(set(header)) == len(header) for _, _, header, _, _ in FILES)


@pytest.mark.parametrize("name", [name for name, *_ in FILES])
def test_files_carry_the_header_in_order(small: World, name: str) -> None:
    """Each file's header row is the layout's list, in its order."""
    header = next(header for one, _, header, _, _ in FILES if one == name)
    rows = rows_of(small, name)
    assert rows
    assert tuple(rows[0]) == header


@pytest.mark.shared
@pytest.mark.parametrize(
    ("section", "header"),
    [("2.1", layouts.RU_IMPORTS), ("2.5", layouts.KZ_IMPORTS), ("2.14", layouts.US_MANIFESTS)],
)
def test_order_is_that_of_the_reference(shared: Path, section: str, header: tuple[str, ...]) -> None:
    """The lists name the columns of the reference text in its order."""
    text = (shared / "reference" / "customs-layouts.md").read_text(encoding="utf-8")
    part = text.split(f"### {section} ", 1)[1].split("\n- ", 1)[0].split("**Exports**", 1)[0]
    assert tuple(re.findall(r"`([A-Z][A-Z0-9_]*)`", part)) == header


@pytest.mark.parametrize("name", ["ru_imports", "kz_imports", "kz_exports", "us_manifests"])
def test_the_readers_know_every_column(name: str) -> None:
    """What a world writes is what the source of that name declares."""
    _, source, header, _, _ = next(one for one in FILES if one[0] == name)
    declared = definition_of(source).layout
    known = {rule if isinstance(rule, str) else rule["header"] for rule in declared["columns"].values()}
    known |= {rule["fallback"] for rule in declared["columns"].values() if isinstance(rule, dict) and "fallback" in rule}
    assert set(header) == known | set(declared["ignored"])
