"""Builds a world: companies, planted stories, ordinary trade, files, truth."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import yaml

from enduse.errors import SettingError
from enduse.worlds import demo, families, press, telling, watchlists
from enduse.worlds.arrays import Batch
from enduse.worlds.background import ROWS_PER_SHIPMENT, Background, countries_for
from enduse.worlds.companies import Company, Maker, Names
from enduse.worlds.files import FILES, CustomsFiles
from enduse.worlds.ledger import Ledger
from enduse.worlds.printing import Printer
from enduse.worlds.scene import Scene

Progress = Callable[[str, int, int | None], None]
LEAST, MOST = 1000, 20_000_000
COMPANIES_MAX = 100_000
SHIPMENTS_PER_FAMILY, FAMILIES_MAX = 4_000, 40
DIRTY_SHARE = 0.12
"""Share of printed names of ordinary companies that carry a typo, another script or an address."""


def _silent(_label: str, _done: int, _total: int | None) -> None:
    return None


@dataclass(frozen=True)
class World:
    """A world on disk: `rows` by file name, `inputs` as inputs.yml lists them, `truth` the file beside it."""

    folder: Path
    title: str
    seed: int
    rows: dict[str, int]
    inputs: tuple[dict[str, Any], ...]
    truth: Path

    def as_json(self) -> dict[str, Any]:
        """Return it as plain values."""
        return {**asdict(self), "folder": str(self.folder), "truth": str(self.truth), "inputs": list(self.inputs)}


def simulate(out: Path | str, shipments: int = LEAST, seed: int = 1, compressed: bool = False, progress: Progress = _silent) -> World:
    """Write an invented world of about `shipments` rows in all customs files to a new folder `out`, with truth.json beside them.

    Equal arguments give equal bytes. Raises SettingError for a number outside 1,000 to 20,000,000 or a folder in use.
    """
    if not LEAST <= shipments <= MOST:
        raise SettingError(f"{shipments:,} shipments; {LEAST:,} to {MOST:,} are accepted")
    folder = _new_folder(Path(out))
    scene = Scene(Maker(seed), dirty_share=0.05)
    count = max(1, min(shipments // SHIPMENTS_PER_FAMILY, FAMILIES_MAX))
    for family in range(count):
        families.plant(scene, family)
    named = _first_family(scene)
    case = {"title": f"Invented world, seed {seed}", "end_users": [], "suppliers": [], "goods": []}
    return _Build(folder, scene, shipments, seed, compressed, progress).write(case, press.of_family(*named), {})


def demo_case(out: Path | str, seed: int = 7, progress: Progress = _silent) -> World:
    """Write the demo case to a new folder `out`: everything invented, about 25,000 rows, the truth with the exact numbers."""
    folder = _new_folder(Path(out))
    scene = Scene(Maker(seed))
    cast = demo.plant_demo(scene)
    case = {
        "title": "Demo: engines that travel as refrigerators (everything invented)",
        "end_users": [one.name("cyrillic") for one in cast.end_users],
        "suppliers": [cast.maker.name(), cast.exporter.name(), cast.old.name(), cast.new.name()],
        "goods": [],
        "right_of_reply": ["Zubrivel Aviation Plant (invented): asked on 2024-12-02, no answer."],
    }
    expected = telling.demo_numbers(scene, cast)
    return _Build(folder, scene, demo.SHIPMENTS, seed, False, progress).write(case, press.of_demo(cast), expected)


def _new_folder(folder: Path) -> Path:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise SettingError(f"{folder} is in use; give a new or empty folder for the invented world")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _first_family(scene: Scene) -> tuple[Company, Company, Company, Company]:
    """Return end user, supplier, listed supplier and engine maker of the first family."""
    companies = scene.maker.companies
    key = {one.key: one for one in companies}
    hub = next(one for one in scene.questions if one["ask"] == "trace")
    end_user = next(one for one in companies if one.name("cyrillic") == hub["to"][0])
    supplier = next(one for one in companies if one.name() == hub["from"][0])
    return end_user, supplier, key[scene.successions[0]["old"]], key[scene.code_changes[0]["supplier"]]


class _Build:
    """Writes one world."""

    def __init__(self, folder: Path, scene: Scene, rows: int, seed: int, compressed: bool, progress: Progress) -> None:
        self.folder, self.scene, self.rows, self.seed = folder, scene, rows, seed
        self.compressed, self.progress = compressed, progress

    def write(self, case: dict[str, Any], articles: list[press.Article], expected: dict[str, Any]) -> World:
        """Write every file; a folder of which the writing failed is removed again."""
        try:
            return self._write(case, articles, expected)
        except BaseException:
            shutil.rmtree(self.folder, ignore_errors=True)
            raise

    def _write(self, case: dict[str, Any], articles: list[press.Article], expected: dict[str, Any]) -> World:
        self.progress("inventing companies", 0, None)
        ordinary = max(200, round((self.rows - len(self.scene.rows) * 1.15) / ROWS_PER_SHIPMENT))
        maker = self.scene.maker
        for country in countries_for(max(120, min(self.rows // 40, COMPANIES_MAX))):
            maker.make(country)
        ledger = Ledger(maker.companies, self.scene.listings, self.scene.same)
        rows = self._shipments(ledger, ordinary)
        claims = press.write(self.folder, articles)
        watchlists.write_ftm(self.folder / "entities.ftm.json", self.scene.listings)
        second_list = [path.name for path in watchlists.write_ofac(self.folder, self.scene.listings)]
        telling.write_goods_list(self.folder)
        (self.folder / telling.MAP_FILE).write_text(telling.column_map(), encoding="utf-8")
        inputs = _inputs(rows, self.compressed, second_list, [one.file for one in articles])
        coverage = telling.coverage()
        full_case = {**case, "invented": True}
        listed = {"inputs": inputs, "coverage": coverage, "case": full_case}
        text = yaml.safe_dump(listed, sort_keys=False, allow_unicode=True, width=1000)
        (self.folder / "inputs.yml").write_text(
            "# INVENTED DATA: what to add to a workspace, and what to declare.\n" + text, encoding="utf-8"
        )
        (self.folder / "README.txt").write_text(telling.README, encoding="utf-8")
        truth = telling.truth(self.scene, ledger, claims, {"seed": self.seed, "rows": rows, "case": full_case, "expected": expected})
        path = self.folder / "truth.json"
        with path.open("w", encoding="utf-8") as sink:
            json.dump(truth, sink, ensure_ascii=False, indent=1, sort_keys=True)
        return World(self.folder, case["title"], self.seed, rows, tuple(inputs), path)

    def _shipments(self, ledger: Ledger, ordinary: int) -> dict[str, int]:
        companies = self.scene.maker.companies
        background = Background(companies, ordinary, self.seed)
        printer = Printer(companies, Names(companies, DIRTY_SHARE), self.seed)
        files = CustomsFiles(self.folder, printer, self.compressed)
        planted = self.scene.batch()
        total = len(planted) + ordinary
        done = 0

        def put(batch: Batch) -> None:
            nonlocal done
            files.write(batch)
            ledger.count(batch)
            done += len(batch)
            self.progress("inventing shipments", done, total)

        put(planted)
        for batch in background.chunks(len(planted) + 1):
            put(batch)
        return files.close()


def _inputs(rows: dict[str, int], compressed: bool, second_list: list[str], articles: list[str]) -> list[dict[str, Any]]:
    ending = ".csv.gz" if compressed else ".csv"
    inputs: list[dict[str, Any]] = [
        {"source": source, "file": name + ending, "map": telling.MAP_FILE if source == "customs/generic" else None, "as_of": as_of}
        for name, source, _, _, as_of in FILES
        if rows[name]
    ]
    inputs.append({"source": "watchlists/ftm", "file": "entities.ftm.json", "map": None, "as_of": "2024-12-31"})
    inputs += [{"source": "watchlists/ofac_csv", "file": name, "map": None, "as_of": "2024-12-31"} for name in second_list]
    inputs.append({"source": "goods_lists/user_csv", "file": telling.GOODS_FILE, "map": telling.GOODS_MAP_FILE, "as_of": None})
    inputs += [{"source": "press/article", "file": name, "map": None, "as_of": None} for name in articles]
    inputs.append({"source": "press/claims", "file": "claims.yml", "map": None, "as_of": None})
    return inputs
