"""A world on disk: deterministic, marked as invented, as large as asked."""

from __future__ import annotations

import hashlib
import time
from pathlib import Path

import pytest
import yaml

from enduse.errors import SettingError
from enduse.settings import Case, CoverageDeclaration
from enduse.worlds import World, demo_case, simulate

from .conftest import truth_of


def hashes(folder: Path) -> dict[str, str]:
    """Return the hash of every file of a folder."""
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


def test_equal_seeds_give_equal_bytes(tmp_path: Path, small: World) -> None:
    """The same call writes the same bytes into every file."""
    simulate(tmp_path / "again", 8_000, seed=3)
    assert hashes(tmp_path / "again") == hashes(small.folder)


def test_compressed_files_are_deterministic_too(tmp_path: Path) -> None:
    """Gzip carries no time of writing."""
    for name in ("one", "two"):
        simulate(tmp_path / name, 1_000, seed=2, compressed=True)
    assert hashes(tmp_path / "one") == hashes(tmp_path / "two")
    assert (tmp_path / "one" / "ru_imports.csv.gz").is_file()


def test_other_seeds_give_other_worlds(tmp_path: Path) -> None:
    """Two seeds share no customs file."""
    first, second = (simulate(tmp_path / str(seed), 1_000, seed=seed) for seed in (1, 2))
    assert hashes(first.folder)["ru_imports.csv"] != hashes(second.folder)["ru_imports.csv"]


@pytest.mark.parametrize("shipments", [1_000, 8_000, 30_000])
def test_as_many_rows_as_asked(tmp_path: Path, shipments: int) -> None:
    """The customs files hold the number asked for, within four in a hundred."""
    world = simulate(tmp_path / "w", shipments, seed=5)
    assert sum(world.rows.values()) == pytest.approx(shipments, rel=0.04)


def test_everything_says_that_it_is_invented(small: World) -> None:
    """Each file that can carry a mark carries it."""
    silent = {"sdn.csv", "add.csv", "alt.csv", "invented_goods_list.map.yml"}
    for path in small.folder.iterdir():
        if path.name not in silent:
            assert "invented" in path.read_text(encoding="utf-8").lower(), path.name
    assert truth_of(small)["case"]["invented"] is True


def test_inputs_name_files_that_exist(small: World) -> None:
    """Everything that inputs.yml lists is there, and its case and coverage are settings a workspace accepts."""
    listed = yaml.safe_load((small.folder / "inputs.yml").read_text(encoding="utf-8"))
    for one in listed["inputs"]:
        assert (small.folder / one["file"]).is_file()
        assert one["map"] is None or (small.folder / one["map"]).is_file()
    assert Case(**listed["case"]).invented
    assert [CoverageDeclaration(**one) for one in listed["coverage"]]


def test_a_folder_in_use_is_refused(tmp_path: Path) -> None:
    """Nothing is overwritten."""
    (tmp_path / "note.txt").write_text("mine")
    with pytest.raises(SettingError, match="in use"):
        simulate(tmp_path, 1_000)
    assert (tmp_path / "note.txt").read_text() == "mine"


@pytest.mark.parametrize("shipments", [0, 999, 20_000_001])
def test_numbers_out_of_range_are_refused(tmp_path: Path, shipments: int) -> None:
    """Too few or too many shipments raise before anything is written."""
    with pytest.raises(SettingError, match="accepted"):
        simulate(tmp_path / "w", shipments)
    assert not (tmp_path / "w").exists()


def test_a_world_that_failed_leaves_nothing(tmp_path: Path) -> None:
    """When writing stops half way, the folder is removed."""

    def stop(label: str, done: int, total: int | None) -> None:
        if done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        demo_case(tmp_path / "w", progress=stop)
    assert not (tmp_path / "w").exists()


def test_a_hundred_thousand_in_a_few_seconds(tmp_path: Path) -> None:
    """100,000 rows are written quickly (a loose limit, for busy machines)."""
    begun = time.monotonic()
    simulate(tmp_path / "w", 100_000, seed=1)
    assert time.monotonic() - begun < 30
