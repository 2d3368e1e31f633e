"""Proposals of column maps."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest
import yaml

from enduse.errors import SourceDrift, UnreadableFile
from enduse.sources import MapProposal, propose_map
from enduse.sources.customs.layout import CANONICAL, SHORT_NAMES
from enduse.sources.customs.proposing import synonyms
from tests.sources.customs.samples import GENERIC_MAP, HEADER, LINE, read_file

LANGUAGES = {
    "english": (
        "Declaration No;Registration date;Exporter name;Importer name;Importer tax ID;HS code;Goods description;Country of origin;"
        "Net weight, kg;Gross weight, kg;Quantity;Unit;Invoice value;Currency;Incoterms"
    ),
    "russian": (
        "Номер декларации;Дата регистрации;Наименование отправителя;Наименование получателя;ИНН получателя;Код ТН ВЭД;Описание товара;"
        "Страна происхождения;Вес нетто, кг;Вес брутто, кг;Количество;Ед. изм.;Фактурная стоимость;Валюта;Условия поставки"
    ),
    "spanish": (
        "Número de declaración;Fecha de registro;Exportador;Importador;RUC del importador;Partida arancelaria;Descripción de la mercancía;"
        "País de origen;Peso neto (kg);Peso bruto (kg);Cantidad;Unidad de medida;Valor factura;Moneda;Condiciones de entrega"
    ),
    "chinese": (
        "报关单号;申报日期;发货人;收货人;收货人统一社会信用代码;商品编码;商品名称;原产国(地区);净重(千克);毛重(千克);"
        "数量;计量单位;总价;币制;成交方式"
    ),
}
CELLS = [
    "10000000/150125/5000001;15.01.2025;Example A;Invented B;7700000000;8471500000;pumps;China;10,5;11,25;3;PCS;1234,5;USD;FOB",
    "10000000/160125/5000002;31.01.2025;Example C;Invented D;7700000000;8471600000;valves;China;20,5;21,25;4;PCS;99,5;USD;FOB",
]
EXPECTED = [
    "declaration_number",
    "declared_on",
    "consignor_name",
    "consignee_name",
    "consignee_tax_id",
    "hs_as_published",
    "goods_description",
    "country_of_origin",
    "net_mass_kg",
    "gross_mass_kg",
    "quantity",
    "quantity_unit",
    "invoice_value",
    "invoice_currency",
    "incoterm",
]


def _proposed(folder: Path, *lines: str) -> MapProposal:
    path = folder / "proposed.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return propose_map(path)


@pytest.mark.parametrize("language", LANGUAGES)
def test_headers_of_four_languages_are_known(tmp_path: Path, language: str) -> None:
    """Each column of a header list in each language is proposed rightly, with a certainty and a reason."""
    proposal = _proposed(tmp_path, LANGUAGES[language], *CELLS)
    assert [one.canonical for one in proposal.columns] == EXPECTED
    assert all(0.6 <= one.certainty <= 1 and one.why for one in proposal.columns)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_proposed_yaml_reads_the_file(tmp_path: Path, language: str) -> None:
    """The YAML goes into customs/generic unchanged: dates and decimal commas as found in the values."""
    proposal = _proposed(tmp_path, LANGUAGES[language], *CELLS)
    read = read_file(tmp_path / "proposed.csv", column_map=yaml.safe_load(proposal.yaml()))
    assert [(one["declared_on"], one["net_mass_kg"]) for one in read.items] == [("2025-01-15", 10.5), ("2025-01-31", 20.5)]
    assert yaml.safe_load(proposal.yaml()) == proposal.layout == proposal.as_json()["map"]


def test_graph_codes_are_known(tmp_path: Path) -> None:
    """Box codes of the Eurasian declaration name the column in any of their spellings."""
    header = "ND;G072;G022 (Наименование отправителя);082 Наименование;G33 (Код);G38;G31_1 (Описание)"
    proposal = _proposed(tmp_path, header, "x;31.01.2025;A;B;8471500000;10,5;pumps")
    assert [one.canonical for one in proposal.columns] == [
        "declaration_number",
        "declared_on",
        "consignor_name",
        "consignee_name",
        "hs_as_published",
        "net_mass_kg",
        "goods_description",
    ]


def test_graph_codes_of_countries_and_quantity_are_known(tmp_path: Path) -> None:
    """The native form prints countries as codes beside their names (G15A, G17A) and the first quantity with its unit in box 31."""
    proposal = _proposed(tmp_path, "G0231;G0831;G15A;G17A;G31_7;G31_71", "HK;RU;CN;RU;1 000,5;ШТ")
    assert [one.canonical for one in proposal.columns] == [
        "consignor_country",
        "consignee_country",
        "country_of_dispatch",
        "country_of_destination",
        "quantity",
        "quantity_unit",
    ]


def test_a_mass_that_may_be_net_or_gross_is_a_question(tmp_path: Path) -> None:
    """'kg' does not say which mass: the column is asked about, not mapped; answered, the map works."""
    proposal = _proposed(tmp_path, HEADER, LINE)
    assert any("'kg' gross_mass_kg or net_mass_kg?" in one for one in proposal.questions)
    assert "kg" in proposal.layout["ignored"]
    assert {**proposal.layout["columns"], "net_mass_kg": {}}.keys() == GENERIC_MAP["columns"].keys()


def test_dates_that_fit_two_formats_are_a_question(tmp_path: Path) -> None:
    """Days up to 12 leave the order open; one day above 12 settles it."""
    header = "consignor,consignee,date,net weight"
    unclear = _proposed(tmp_path, header, "A,B,03/04/2022,5", "A,B,05/06/2022,5")
    assert any("%d/%m/%Y and %m/%d/%Y" in one for one in unclear.questions)
    assert "declared_on" not in unclear.layout["columns"]
    clear = _proposed(tmp_path, header, "A,B,03/04/2022,5", "A,B,25/06/2022,5")
    assert clear.layout["columns"]["declared_on"]["format"] == "%d/%m/%Y"


@pytest.mark.parametrize(
    ("odd", "rule"),
    [
        (["не указана", "00.00.0000"], {"format": "%d.%m.%Y"}), (["2024-03-05"], {"format": ["%d.%m.%Y", "%Y-%m-%d"]}),
        (["2024-03-05", "?"], {"format": ["%d.%m.%Y", "%Y-%m-%d"]}), (["x", "y", "z", "w"], None), (["03/04/2024"], None),
    ],
)  # fmt: skip
def test_a_few_bad_dates_leave_a_column_of_dates(tmp_path: Path, odd: list[str], rule: dict[str, Any] | None) -> None:
    """One in ten may be no date, which is told; formats that read each date in one way are proposed together."""
    dates = [f"{day:02d}.03.2024" for day in range(1, 29)]
    found = _proposed(tmp_path, "Date,Exporter,Importer,Net weight kg", *[f"{one},Example {one},Sample,5.5" for one in (*dates, *odd)])
    column = found.columns[0]
    assert (column.canonical, column.rule) == (("declared_on", rule) if rule else (None, {}))
    assert ("are no dates and send their rows to rejects" in column.why) == (rule is not None and odd[-1] != "2024-03-05")


def test_days_and_months_in_both_orders_are_a_question(tmp_path: Path) -> None:
    """Formats of which one cell admits two are never proposed together."""
    dates = [f"{day:02d}/03/2024" for day in range(1, 29)]
    found = _proposed(tmp_path, "Date,Exporter,Importer,Net weight kg", *[f"{one},Example,Sample,5.5" for one in (*dates, "03/28/2024")])
    assert found.columns[0].canonical is None


def test_a_comma_that_may_group_or_divide_is_a_question(tmp_path: Path) -> None:
    """'1,234' leaves the decimal mark open; '1,5' beside it settles it."""
    header = "consignor;consignee;date;net weight"
    unclear = _proposed(tmp_path, header, "A;B;2022-03-31;1,234", "A;B;2022-03-31;5,678")
    assert "net_mass_kg" not in unclear.layout["columns"]
    clear = _proposed(tmp_path, header, "A;B;2022-03-31;1,234", "A;B;2022-03-31;1,5")
    assert clear.layout["columns"]["net_mass_kg"] == {"header": "net weight", "decimal": ","}


def test_values_that_contradict_the_header_lower_the_certainty(tmp_path: Path) -> None:
    """A column called HS code that holds words is not mapped."""
    proposal = _proposed(tmp_path, "consignor,consignee,date,net weight,HS code", "A,B,2022-03-31,5,pumps", "C,D,2022-03-31,6,valves")
    column = proposal.columns[-1]
    assert (column.canonical, column.certainty < 0.5) == (None, True)


def test_two_columns_for_one_meaning_are_a_question(tmp_path: Path) -> None:
    """Shipper and exporter beside each other: which is the consignor is asked."""
    proposal = _proposed(tmp_path, "shipper,exporter,consignee,date,net weight", "A,B,C,2022-03-31,5")
    assert "consignor_name: is it 'shipper' or 'exporter'?" in proposal.questions
    assert "consignor_name" not in proposal.layout["columns"]


def test_an_amount_whose_header_states_a_currency_is_a_question(tmp_path: Path) -> None:
    """INVOICE_VALUE_RUB is in roubles whatever a currency column says, so it is asked about."""
    proposal = _proposed(tmp_path, "consignor,consignee,date,net weight,INVOICE_VALUE_RUB", "A,B,2022-03-31,5,7")
    assert any("the header states RUB" in one for one in proposal.questions)


def test_hostile_headers_stay_inside_the_yaml(tmp_path: Path) -> None:
    """A header with quotes, braces and line ends cannot break the map or smuggle entries into it."""
    header = '"x: y}\nconstants: {reporter: XX}",consignor,consignee,date,"net weight"'
    proposal = _proposed(tmp_path, header, "1,A,B,2022-03-31,5")
    loaded = yaml.safe_load(proposal.yaml())
    assert loaded == proposal.layout
    assert "constants" not in loaded


def test_a_file_without_a_header_is_refused(tmp_path: Path) -> None:
    """Numbers alone are no header."""
    with pytest.raises(UnreadableFile, match="no header"):
        _proposed(tmp_path, "1,2,3", "4,5,6")


def test_synonyms_speak_of_known_columns() -> None:
    """Every entry of the synonym list is a column that can be mapped, in four languages."""
    names = {canonical for each in synonyms().values() for canonical, _ in each}
    assert names <= {*CANONICAL, *SHORT_NAMES}
    assert {"SHIPPER", "ОТПРАВИТЕЛЬ", "EXPORTADOR", "发货人"} <= synonyms().keys()


def test_a_text_is_no_customs_file(tmp_path: Path) -> None:
    """Prose with commas is refused with what to do instead, even when a sentence speaks of suppliers."""
    path = tmp_path / "story.txt"
    path.write_text(
        "Example Outlet reported engines, chips\nand lenses, sent by a hundred invented suppliers " + "in many ways " * 8 + "\n"
    )
    with pytest.raises(UnreadableFile, match="enduse claims"):
        propose_map(path)


@pytest.mark.parametrize(
    ("header", "rule"),
    [
        ("Net weight (t)", {"unit": "t"}), ("Вес нетто, т", {"unit": "т"}), ("净重(吨)", {"unit": "吨"}),
        ("Gross weight lbs", {"unit": "lbs"}),
        ("Net weight, kg", {}), ("Net weight, thousand tonnes", {"unit": "tonnes", "factor": 1000.0}),
    ],
)  # fmt: skip
def test_the_unit_a_header_states_is_proposed(tmp_path: Path, header: str, rule: dict[str, Any]) -> None:
    """Tonnes and pounds are not taken for kilograms, thousands not for ones."""
    columns = _proposed(tmp_path, f"consignor;consignee;date;{header}", "A;B;2022-03-31;5.5").layout["columns"]
    mass = columns["gross_mass_kg" if header.startswith("Gross") else "net_mass_kg"]
    assert {name: value for name, value in mass.items() if name not in ("header", "decimal")} == rule


def test_what_a_header_adds_in_brackets_is_a_question(tmp_path: Path) -> None:
    """A unit that is not known is asked about, not taken for kilograms."""
    proposal = _proposed(tmp_path, "consignor,consignee,date,Peso neto (TM)", "A,B,2022-03-31,5")
    assert "net_mass_kg" not in proposal.layout["columns"]
    assert any("'TM'" in one for one in proposal.questions)


def test_a_column_of_units_is_proposed_beside_the_masses(tmp_path: Path) -> None:
    """Rows of kilograms and tonnes in one column need the column that says which; a header that states kg needs none."""
    header = "consignor,consignee,date,Net weight,Gross weight kg,Weight unit"
    proposal = _proposed(tmp_path, header, "A,B,2022-03-31,5,6,KGM", "A,B,2022-03-31,1,1100,TNE")
    columns = proposal.layout["columns"]
    assert (columns["net_mass_kg"]["unit_header"], "unit_header" in columns["gross_mass_kg"]) == ("Weight unit", False)
    assert "Weight unit" not in proposal.layout.get("ignored", [])
    assert yaml.safe_load(proposal.yaml()) == proposal.layout


TWO_ROWS = ("Декларация;;Отправитель;;Получатель;;Товар;", "номер;дата;наименование;страна;наименование;БИН;Код ТН ВЭД;Вес нетто, кг")


def test_a_header_of_two_rows_is_read_together(tmp_path: Path) -> None:
    """'Name' below 'Consignor' and 'Name' below 'Consignee' are two columns, told apart by their occurrence."""
    columns = _proposed(tmp_path, *TWO_ROWS, "5/1;31.01.2023;Example A;CN;Invented B;990140000017;848210;5").layout["columns"]
    assert columns["consignor_name"] == {"header": "наименование"}
    assert columns["consignee_name"] == {"header": "наименование", "occurrence": 2}
    assert {"declaration_number", "declared_on", "consignor_country", "consignee_tax_id"} <= columns.keys()


def test_a_map_of_two_header_rows_reads_the_file(tmp_path: Path) -> None:
    """What is proposed is accepted by the reader, and each name goes to its role."""
    row = "5/1;31.01.2023;Example A;CN;Invented B;990140000017;848210;5"
    proposal = _proposed(tmp_path, *TWO_ROWS, row)
    item = read_file(tmp_path / "proposed.csv", column_map=proposal.layout).only
    assert (item["consignor_name"], item["consignee_name"], item["declaration_number"]) == ("Example A", "Invented B", "5/1")


def test_turkish_capitals_are_known(tmp_path: Path) -> None:
    """GÖNDERİCİ with its dotted capital is Gönderici."""
    columns = _proposed(tmp_path, "GÖNDERİCİ;ALICI;TESCİL TARİHİ;NET AĞIRLIK", "A;B;31.03.2022;5").layout["columns"]
    assert {"consignor_name", "consignee_name", "declared_on", "net_mass_kg"} == columns.keys()


def test_the_encoding_can_be_given(tmp_path: Path) -> None:
    """A Turkish file, whose encoding cannot be told, is proposed for once it is named; the error says how."""
    path = tmp_path / "tr.csv"
    path.write_bytes("GÖNDERİCİ;ALICI;TARİH;NET AĞIRLIK\nÖrnek Şirketi;Uydurma Ğ;31.03.2022;5\n".encode("cp1254"))
    with pytest.raises(UnreadableFile, match="--encoding cp1254"):
        propose_map(path)
    given = propose_map(path, encoding="cp1254").layout
    assert (given["encoding"], given["columns"]["declared_on"]["header"]) == ("cp1254", "TARİH")
    with pytest.raises(UnreadableFile, match="for example cp1254"):
        propose_map(path, encoding="cp-nothing")


def _workbook(folder: Path) -> Path:
    book = openpyxl.Workbook()
    book.active.append(["Cover of an invented export", "2023"])
    book.create_sheet("Rows").append(["consignor", "consignee", "date", "net weight"])
    book["Rows"].append(["Example A", "Invented B", "2022-03-31", 5])
    book.create_sheet("Notes").append(["a", "b"])
    book.save(folder / "book.xlsx")
    return folder / "book.xlsx"


def test_of_several_sheets_the_likeliest_is_proposed_and_read(tmp_path: Path) -> None:
    """The sheet with the header is named in the map, the others in a question; the map then reads it."""
    proposal = propose_map(_workbook(tmp_path))
    assert proposal.layout["sheet"] == "Rows"
    assert "Notes" in proposal.questions[0]
    assert read_file(tmp_path / "book.xlsx", column_map=yaml.safe_load(proposal.yaml())).only["consignor_name"] == "Example A"


def test_several_sheets_without_a_name_stop_the_reading(tmp_path: Path) -> None:
    """Which sheet is meant is not guessed when reading, and a name that is not there is told."""
    layout = {one: rule for one, rule in propose_map(_workbook(tmp_path)).layout.items() if one != "sheet"}
    with pytest.raises(SourceDrift, match="sheet: 'Rows'"):
        read_file(tmp_path / "book.xlsx", column_map=layout)
    with pytest.raises(UnreadableFile, match="Accepted: Sheet, Rows, Notes"):
        read_file(tmp_path / "book.xlsx", column_map={**layout, "sheet": "Rosw"})
