"""The page is safe to open, complete, and points to rows that exist."""

from __future__ import annotations

import csv
import html.parser
import json
import re
from pathlib import Path

import pytest

from enduse import Workspace
from tests import cases_nine_rows

HOSTILE = '<script>alert("Invented")</script><img src=x onerror=1> Example Ltd'
FORMULA = '=HYPERLINK("file:///x";"Invented Formula Works")'
MAP = 'columns: {consignor_name: from, consignee_name: to, declared_on: {header: day, format: "%Y-%m-%d"}, net_mass_kg: kg}\n'


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the report folder of a case whose company names are markup and formulas."""
    base = tmp_path_factory.mktemp("hostile")
    with (base / "rows.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["from", "to", "day", "kg"])
        writer.writerow([HOSTILE, FORMULA, "2023-01-05", "20"])
        writer.writerow([FORMULA + " 2", "Invented Works & Sons", "2023-01-06", "5"])
        writer.writerow([HOSTILE, "Invented Works & Sons", "2023-01-07", "5"])
    (base / "map.yml").write_text(MAP)
    case = Workspace.create(base / "case", title="</title><script>alert(1)</script>")
    case.add("customs/generic", base / "rows.csv", column_map=base / "map.yml")
    settings = case.path / "enduse.toml"
    settings.write_text(settings.read_text().replace("end_users = []", f"end_users = [{json.dumps(FORMULA)}, 'Invented Works & Sons']"))
    return case.report().parent


class _Tags(html.parser.HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()
        self.ids: set[str] = set()
        self.targets: set[str] = set()
        self.urls: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Collect tags, ids, in-page links and anything that would be loaded."""
        self.seen.add(tag)
        for name, value in attrs:
            if name == "id":
                self.ids.add(value or "")
            elif name == "href" and (value or "").startswith("#"):
                self.targets.add((value or "")[1:])
            elif name in {"src", "href", "action", "srcset"} or name.startswith("on"):
                self.urls.add(f"{name}={value}")


def _parsed(folder: Path) -> _Tags:
    tags = _Tags()
    tags.feed((folder / "index.html").read_text(encoding="utf-8"))
    return tags


def test_markup_in_names_stays_text(folder: Path) -> None:
    """No script, image or handler of a company's name becomes part of the page."""
    tags = _parsed(folder)
    assert not tags.seen & {"script", "img", "iframe", "object", "form"}
    assert not tags.urls
    assert "&lt;script&gt;" in (folder / "index.html").read_text(encoding="utf-8")


def test_every_link_lands(folder: Path) -> None:
    """Each number links to a block of rows that is on the page."""
    tags = _parsed(folder)
    assert tags.targets
    assert tags.targets <= tags.ids


def test_the_time_line_keeps_to_the_case(tmp_path: Path) -> None:
    """Months outside the days that the case counts are not drawn."""
    data, column_map = cases_nine_rows.write(tmp_path)
    case = Workspace.create(tmp_path / "case")
    case.add("customs/generic", data, column_map=column_map)
    settings = case.path / "enduse.toml"
    settings.write_text(settings.read_text().replace("end_users = []", 'end_users = ["E"]\nsince = "2023-02-01"'))
    drawn = re.search(r'<section id="time">.*?</section>', case.report().read_text(encoding="utf-8"), re.DOTALL)
    assert drawn
    assert "Mar" in drawn[0]
    assert "Jan" not in drawn[0]


def test_every_picture_says_what_it_shows(folder: Path) -> None:
    """Whoever cannot see a picture hears what it is, and every column of figures has a heading."""
    page = (folder / "index.html").read_text(encoding="utf-8")
    pictures = re.findall(r"<svg[^>]*>", page)
    assert len(pictures) >= 2
    assert all(re.search(r'role="img".* aria-label="[^"]+"', one) for one in pictures)
    assert "<th></th>" not in page


def test_no_cell_of_any_csv_runs_as_a_formula(folder: Path) -> None:
    """Text that starts like a formula is written so that spreadsheets show it."""
    cells = 0
    for path in folder.rglob("*.csv"):
        with path.open(encoding="utf-8-sig", newline="") as stream:
            for row in csv.reader(stream):
                for cell in row:
                    cells += 1
                    assert not re.match(r"[=+@\t\r]|-(?![\d.])", cell), (path, cell)
    assert cells > 100


def test_the_names_are_printed_as_published(folder: Path) -> None:
    """Escaping changes how a name is written down, not what it is."""
    told = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    assert HOSTILE in {one["name"] for one in told["suppliers"]}


def test_followthemoney_lines_are_valid_entities(folder: Path) -> None:
    """Each line of the export validates against FollowTheMoney's own model."""
    from followthemoney import model

    lines = (folder / "entities.ftm.json").read_text(encoding="utf-8").splitlines()
    schemata = {model.get_proxy(json.loads(line)).schema.name for line in lines}
    assert {"LegalEntity", "EconomicActivity"} <= schemata


def test_long_names_break_and_figures_do_not(folder: Path) -> None:
    """A name without a space does not push a table's columns out of the page."""
    style = (folder / "index.html").read_text(encoding="utf-8").split("<style>")[1].split("</style>")[0]
    [breaking] = re.findall(r"([^{}]+)\{overflow-wrap:anywhere\}", style)
    assert {"td", "th[scope]", ".card", "li"} <= set(breaking.strip().split(","))
    assert "td.r{white-space:nowrap" in style


def test_rows_not_counted_are_told_with_what_stands_for_them(tmp_path: Path) -> None:
    """A corrected delivery: the page says that one row was left out and why, and a file names both rows."""
    header = "from,to,day,kg,declaration,item\n"
    numbered = MAP.replace("{", "{declaration_number: declaration, item_number: item, ", 1)
    (tmp_path / "map.yml").write_text(f"{numbered}constants: {{reporter: RU, direction: import}}\n")
    case = Workspace.create(tmp_path / "case", title="Invented")
    for day, mass in (("2023-02-01", 20), ("2023-03-01", 15)):
        (tmp_path / f"{day}.csv").write_text(f"{header}Invented Works,Example Trading,2023-01-05,{mass},D1,1\n")
        case.add("customs/generic", tmp_path / f"{day}.csv", column_map=tmp_path / "map.yml", as_of=day)
    folder = case.report().parent
    assert "stated otherwise in another file of 2023-03-01" in (folder / "index.html").read_text(encoding="utf-8")
    (row,) = csv.DictReader((folder / "duplicates.csv").open(encoding="utf-8-sig"))
    assert (row["kind"], row["shipment_id"] != row["kept_shipment_id"]) == ("revision", True)


def asked(folder: Path, names: tuple[str, ...], twice: tuple[str, ...], lines: str, parameters: str = "") -> Path:
    """Return the report of deliveries to these names, some of which two entries of a list bear each; `lines` go under [case]."""
    rows = [f"Example Trading,{name},2023-01-0{day},{day}" for day, name in enumerate(names, 1)]
    (folder / "rows.csv").write_text("\n".join(("from,to,day,kg", *rows, "")))
    (folder / "map.yml").write_text(MAP)
    listed = [
        {"id": f"{at}{one}", "schema": "Company", "properties": {"name": [name]}, "datasets": ["invented"]}
        for at, name in enumerate(twice)
        for one in "ab"
    ]
    acts = [
        {"id": f"s{one['id']}", "schema": "Sanction", "properties": {"entity": [one["id"]]}, "datasets": ["invented"]} for one in listed
    ]
    (folder / "list.json").write_text("\n".join(map(json.dumps, (*listed, *acts))))
    case = Workspace.create(folder / "case", title="Invented")
    case.add("customs/generic", folder / "rows.csv", column_map=folder / "map.yml")
    case.add("watchlists/ftm", folder / "list.json", as_of="2023-01-01")
    settings = case.path / "enduse.toml"
    written = settings.read_text().replace("end_users = []", lines).replace("[parameters]", f"[parameters]\n{parameters}")
    settings.write_text(written)
    return case.report().parent


def test_questions_of_identity_stand_on_the_page(tmp_path: Path) -> None:
    """Who may be an end user, and who may be on a list, stand with their rows and figures; the latter in a file too."""
    names = ("PT Electronic", "PT Elektronik", "Invented Kestrel", "Invented Osprey Works")
    folder = asked(tmp_path, names, ("Invented Kestrel",), 'end_users = ["PT Electronic"]')
    told = json.loads((folder / "report.json").read_text())
    figures = {one["figure_id"]: (one["at_least"], one["at_most"], one["rows"]) for one in told["figures"]}
    assert (figures["direct-kg"], figures["possible-1-kg"], figures["may-be-listed-1-kg"]) == ((1, 3, 2), (0, 2, 1), (3, 3, 1))
    assert [(one["name"], one["may_be_names"]) for one in told["possible_end_users"]] == [("PT Elektronik", ["PT Electronic"])]
    rows = list(csv.DictReader((folder / "may_be_listed.csv").open(encoding="utf-8-sig")))
    assert [(row["name"], row["received"]) for row in rows] == [("Invented Kestrel", "1")] * 2
    page = (folder / "index.html").read_text(encoding="utf-8")
    assert "PT Electronic and PT Elektronik may be one company" in page
    assert "Consignees that may be on a list, and are not followed" in page


def test_only_so_many_who_may_be_listed_stand_on_the_page(tmp_path: Path) -> None:
    """The others are in the file, and the page says how many; rows are those within the days of the case."""
    twice = ("Invented Kestrel", "Invented Osprey")
    folder = asked(tmp_path, (twice[0], *twice), twice, 'end_users = []\nsince = "2023-01-02"', "report_may_be_listed = 1")
    told = json.loads((folder / "report.json").read_text())["may_be_listed"]
    assert [(one["name"], one["rows"], one["usd"]) for one in told[::2]] == [
        ("Invented Kestrel", 1, "may-be-listed-1-usd"),
        ("Invented Osprey", None, None),
    ]
    assert "2 more in may_be_listed.csv" in (folder / "index.html").read_text(encoding="utf-8")
