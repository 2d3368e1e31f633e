"""Names as clerks and programs dirty them: notes, addresses, letters read in the wrong code, two scripts in one cell."""

from __future__ import annotations

import pytest

from enduse.entities import compare
from enduse.entities.notes import without_notes
from enduse.entities.reading import readings
from enduse.terms.garbled import readable


@pytest.mark.parametrize(
    ("printed", "left"),
    [
        ("Belarussian: ААТ «Вымысел»", "ААТ «Вымысел»"), ("Russian – Kestrel Bank", "Russian – Kestrel Bank"),
        ("CNEE: Kestrel Works LLC", "Kestrel Works LLC"), ("1) Kestrel Works", "Kestrel Works"),
        ("TO THE ORDER OF Kestrel Works", "Kestrel Works"), ("Kestrel Works SAME AS CONSIGNEE", "Kestrel Works"),
        ("Kestrel Works WWW.KESTREL.EXAMPLE", "Kestrel Works"), ("Kestrel Works VAT XX900000017", "Kestrel Works"),
        ("Osprey Freight LLC ON BEHALF OF Kestrel Works", "Kestrel Works"), ("Kestrel Works VIA Osprey Cargo", "Kestrel Works"),
        ("Kestrel Works LLC, INDIA", "Kestrel Works LLC"), ("Kestrel Works LLC UNIT 6 166 Invented Road", "Kestrel Works LLC"),
        ("Kestrel SPC on behalf of Osprey Segregated Portfolio", "Kestrel SPC on behalf of Osprey Segregated Portfolio"),
        ("Kestrel Mobile 24 GmbH", "Kestrel Mobile 24 GmbH"), ("37 Kestrel Street LLC", "37 Kestrel Street LLC"),
        ("CONSIGNEE - Kestrel Works", "Kestrel Works"), ("Buyer - Kestrel Works", "Kestrel Works"), ("M/S Kestrel Works", "Kestrel Works"),
        ("Buyer Kestrel Works", "Buyer Kestrel Works"), ("Kestrel Works S.A., Istanbul / Turkey", "Kestrel Works S.A."),
        ("Kestrel Works, Hong Kong, China", "Kestrel Works"), ("Kestrel Bank (Dubai Branch)", "Kestrel Bank"),
        ("Kestrel Works, Moscow representative office", "Kestrel Works"), ("Kestrel Works LLC Dubai branch", "Kestrel Works LLC"),
        ("Kestrel Moscow Branch", "Kestrel Moscow Branch"), ("Olive Branch Kestrel LLC", "Olive Branch Kestrel LLC"),
        ("Kestrel Works Unit 1204, 12/F, Invented Building", "Kestrel Works"), ("Via Kestrel Holdings", "Via Kestrel Holdings"),
        ("Notify Kestrel", "Notify Kestrel"), ("C/O", "C/O"), ("Kestrelexport, Russia", "Kestrelexport"),
        ("Вымыслэкспорт, Россия", "Вымыслэкспорт"), ("Vymyslov, Israel", "Vymyslov, Israel"), ("Kestrel, Vymysl", "Kestrel, Vymysl"),
    ],
)  # fmt: skip
def test_what_is_no_part_of_the_name_goes(printed: str, left: str) -> None:
    """Roles, forwarders, contacts, numbers and addresses are cut off; what may be the name stays."""
    assert without_notes(printed)[0] == left


def test_two_principals_of_one_forwarder_are_two() -> None:
    """What two cells share is the forwarder, who is the party of neither."""
    assert compare("Osprey Freight LLC O/B Kestrel Optics", "Osprey Freight LLC O/B Merlin Textile").probability < 0.1
    assert compare("Osprey Freight LLC O/B Kestrel Optics", "Kestrel Optics C/O Osprey Freight LLC").probability > 0.9


def test_the_city_of_an_address_still_counts() -> None:
    """An address behind the name takes nothing off; two cities in two addresses keep sisters apart."""
    name = "Zartekovia Optics LLC"
    assert compare(name, f"{name}, 5 Invented Street, Perm").probability > 0.9
    assert compare(f"{name}, 5 Invented Street, Perm", f"{name}, 7 Invented Avenue, Pune").probability < 0.5


def test_branches_in_two_cities_are_asked_about() -> None:
    """A branch is the company's own; two of them are no more one than two addresses are."""
    assert compare("Zartekovia Bank", "Zartekovia Bank (Dubai Branch)").probability > 0.9
    assert compare("Zartekovia Bank (Perm Branch)", "Zartekovia Bank (Dubai Branch)").probability < 0.5


@pytest.mark.parametrize(
    "number",
    [
        "V.D: BEYOGLU V.NO: 9900000017", "VERGI DAIRESI BEYOGLU VERGI NO 9900000017", "EIK 200000017", "ЕИК: 200000017", "NTN 1234567-8",
        "PIB: 100000024 MB: 07012345", "ПИБ 100000024", "(код ЄДРПОУ 32855961)", "ID 404000017", "ს/კ 404000017", "HVHH 01234567",
        "VÖEN 1400000013", "統編 12345675", "cod fiscal 1003600000017", "J40/1234/2010", "IČO: 25123891 DIČ: CZ25123891", "į.k. 300000017",
        "reg.kood 10000017", "Y-tunnus 0112038-9", "ΑΦΜ 094000017", "NPWP 01.234.567.8-901.000", "(ROC 123456-X)", "C.R. 1010000017",
        "УНП190000017", "NIF B58378431", "STIR 301234567",
    ],
)  # fmt: skip
def test_number_of_any_country_is_no_part_of_the_name(number: str) -> None:
    """What tax offices and registers of trading countries call their numbers is cut off behind a name, number and all."""
    assert without_notes(f"Kestrel Works LLC, {number}")[0] == "Kestrel Works LLC"


@pytest.mark.parametrize("name", ["Stir Kestrel 66666 Ltd", "Kestrel Roc 2000 Ltd", "Model ID 5000", "Kestrel MB 07012 Motors"])
def test_word_like_a_label_is_part_of_the_name(name: str) -> None:
    """A label that is a word too says nothing of a number where few digits follow."""
    assert without_notes(name)[0] == name


@pytest.mark.parametrize(
    ("printed", "name", "place"),
    [
        ("Филиал ТОО Зартекс в г. Алматы", "ТОО Зартекс", "almaty"), ("CN CTY TNHH ZARTEX TAI HA NOI", "CTY TNHH ZARTEX", "hanoi"),
        ("Zartex GmbH, Zweigniederlassung Berlin", "Zartex GmbH", "berlin"), ("Branch of Zartex Works LLC", "Zartex Works LLC", ""),
        ("Zartex Makine A.S. Serbest Bolge Subesi", "Zartex Makine A.S.", ""), ("Zartex e.K. Inh. Karl Nobody", "Zartex e.K.", ""),
        ("Zartex International (Prop. A. Nobody)", "Zartex International", ""), ("Zartex Sdn Bhd (123456-X)", "Zartex Sdn Bhd", ""),
        ("Филиал «Северный» ООО Зартекс", "Филиал «Северный» ООО Зартекс", ""), ("CN Trading Ltd", "CN Trading Ltd", ""),
        ("Prop Hero Ltd", "Prop Hero Ltd", ""),
    ],
)  # fmt: skip
def test_branches_and_owners_are_no_part_of_the_name(printed: str, name: str, place: str) -> None:
    """A branch in front or behind, with its place, and who owns a firm say nothing of its name; a branch that has a name stays."""
    assert without_notes(printed) == (name, place)


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("JSCMECHANICAL KESTREL PLANT", "JSC MECHANICAL KESTREL PLANT"), ("LIMITEDLIABILITY COMPANY KESTREL", "KESTREL LLC"),
        ("LIMITED LIAB ILITY COMPANY KESTREL", "KESTREL LLC"), ("OBSHC HESTVO S OGRANICHENNOI OTVETSTVENNOSTYU KESTREL", "OOO KESTREL"),
        ("KESTREL VNESHTO RGSERVIS", "KESTREL VNESHTORGSERVIS"), ("KESTREL INTERN ATIONAL OPTICS", "KESTREL INTERNATIONAL OPTICS"),
        ("JSCZARTEKOVIA", "JSC ZARTEKOVIA"), ("LIMITED LIABILSY COMPANY KESTREL", "KESTREL LLC"), ("SJC ZARTEKOVIA", "JSC ZARTEKOVIA"),
        ("LIMITDE LIABILITY COMPANY ZARTEKOVIA", "ZARTEKOVIA"), ("JOINT ZARTEKOVIA COMPANY STOCK", "ZARTEKOVIA JSC"),
        ("JOINT COMPAANY ZARTEKOVIA STOCK", "ZARTEKOVIA JSC"), ("ОБЩЕСТВО С ОГРАНИЧЕННОЙ ОТВЕТСТВЕННОСТЬЮЗАРТЕКС", "ООО ЗАРТЕКС"),
        ("ZARTEKOVIA LDT", "ZARTEKOVIA LTD"), ("ACADEMY FO KESTREL OPTICS", "ACADEMY OF KESTREL OPTICS"),
        ("ZARTEKOVIA SHIPPIN GCO LTD", "ZARTEKOVIA SHIPPING CO LTD"),
    ],
)  # fmt: skip
def test_words_run_together_or_parted_are_read(dirty: str, clean: str) -> None:
    """A legal form written onto the next word, and a known word with a space in it, make no other company."""
    assert compare(dirty, clean).probability > 0.9


@pytest.mark.parametrize("code", ["latin-1", "cp1251"])
@pytest.mark.parametrize("name", ["ООО «Зартекс Оптика»", "Müllerbrandt Größe GmbH", "Żelazna Łąka Sp. z o.o."])
def test_letters_read_in_the_wrong_code_are_mended(name: str, code: str) -> None:
    """UTF-8 read byte by byte, and Cyrillic bytes read as Western letters, say what they were meant to say."""
    garbled = name.encode().decode(code, "replace")
    assert readable(garbled) == name
    assert compare(name, garbled).probability > 0.9
    assert readable(name) == name


def test_a_letter_that_was_lost_is_told() -> None:
    """Five bytes have no letter in the Western code page: the rest of the name is mended around them."""
    assert readable("Żelazna Łąka Sp. z o.o.".encode().decode("cp1252", "replace")) == "Żelazna \ufffdąka Sp. z o.o."
    assert readable("Çàðòåêñ LLC") == "Зартекс LLC"


def test_a_chinese_and_a_latin_name_in_one_cell_are_two_names() -> None:
    """Each is read as a name; letters inside a Chinese name are part of it."""
    assert [one.name for one in readings("虚构瑞德五金制品有限公司 Xugou Ruide Hardware Products Co., Ltd.")] == [
        "虚构瑞德五金制品有限公司", "Xugou Ruide Hardware Products Co., Ltd.",
    ]  # fmt: skip
    assert len(readings("虚构ABC电子有限公司")) == 1


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Zartekovia Shipping Corp", "Zartekovia S H I P P I N G Corp"), ("Zartekovia Investment", "Zartekovia INVSTMNT"),
        ("Zartekovia Systems L.L.C", "Zartekovia Systems LLC"), ("Zartekowiak Wójcik Sp. z o.o.", "Zartekowiak W?jcik Sp. z o.o."),
        ("Zartekovia Comércio, Importação e Exportação Ltda.", "ZARTEKOVIA COM. IMP. E EXP. LTDA"),
        ("Công ty TNHH Sản xuất Zarte Kovi", "Zarte Kovi Manufacturing Co., Ltd."),
        ("Công ty CP Xây dựng Zarte Kovi", "CTCP XD ZARTE KOVI"),
    ],
)  # fmt: skip
def test_dirt_leaves_one_company(left: str, right: str) -> None:
    """Spaced and lost letters, vowels left out, a last dot missing, Vietnamese words of trade."""
    assert compare(left, right).probability > 0.5


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Zartekovia Longbrand Receivables Trust 2014-1", "Zartekovia Longbrand Receivables Trust 2014-3"),
        ("Zartekovia Longbrand Pune Steel Traders", "Zartekovia Longbrand Chennai Steel Traders"),
    ],
)
def test_a_long_shared_name_does_not_make_up_for_a_number_or_a_city(left: str, right: str) -> None:
    """Sisters with long names are two companies."""
    assert compare(left, right).probability < 0.5


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("K&amp;V Invented Works", "K&V Invented Works"), ("Kestrel &amp;amp; Sons", "Kestrel & Sons"),
        ("Kestrel &quot;Vymysl&quot; LLC", 'Kestrel "Vymysl" LLC'), ("&#1047;авод Вымысел", "Завод Вымысел"),
        ('<a href="https://vymysl.invalid/">Kestrel</a> <b>Works</b>', "Kestrel Works"), ("Kestrel<br>Works", "Kestrel Works"),
        ("&lt;p class=&quot;c&quot;&gt;Kestrel&lt;/p&gt;", "Kestrel"), ("Kestrel <Vymysl>", "Kestrel <Vymysl>"), ("3 < 4 > 2", "3 < 4 > 2"),
        ("Kestrel & Sons; Vymysl", "Kestrel & Sons; Vymysl"), ("Kestrel &copy Vymysl;", "Kestrel &copy Vymysl;"),
    ],
)  # fmt: skip
def test_references_and_tags_of_pages_are_what_they_stand_for(printed: str, meant: str) -> None:
    """Names saved out of pages and XML, once or twice, with their tags; what only looks like a reference or a tag stays."""
    assert readable(printed) == meant


@pytest.mark.parametrize("place", ["Russia", "RU", "Россия", "Iran, Islamic Republic of", "г. Москва", "Moscow"])
def test_a_place_in_brackets_behind_a_name_is_where_the_company_is(place: str) -> None:
    """The same company with and without its country or city."""
    assert compare(f"Kestrel LLC ({place})", "Kestrel LLC").probability > 0.5


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("ООО Пустельга (г. Москва)", "ООО Пустельга (г. Казань)"), ("Kestrel Works (RU)", "Kestrel Works (CN)"),
        ("Kestrel Works (Russia)", "Kestrel Works China"), ("Kestrel Works (г. Вымыслов)", "Kestrel Works (г. Примерск)"),
        ("Kestrel (Korea, Republic of)", "Kestrel (North Korea)"), ("Kestrel (Russia) LLC", "Kestrel LLC"),
        ("Kestrel Invented Engineering Works (Iran, Islamic Republic of)", "Kestrel Invented Engineering Works (China)"),
    ],
)  # fmt: skip
def test_other_places_in_brackets_part_sisters(left: str, right: str) -> None:
    """Brackets behind a name that state two places are two companies; a country inside of a name is a national daughter's."""
    assert compare(left, right).probability < 0.4


def test_a_country_behind_a_chinese_form_is_where_the_company_is() -> None:
    """红隼有限公司(中国) is 红隼 in China: the form in front of the brackets is taken off, and two countries part sisters."""
    assert compare("深圳红隼科技有限公司(中国)", "深圳红隼科技有限公司").probability > 0.5
    assert compare("深圳红隼科技有限公司(中国)", "深圳红隼科技有限公司(俄罗斯)").probability < 0.5


def test_a_broker_who_acts_in_russian_is_a_note() -> None:
    """Behind `ч/з` stands who forwards, behind `по поручению` for whom."""
    assert without_notes("ООО «Пример» ч/з ООО «Образец Брокер»")[0] == "ООО «Пример»"
    assert without_notes("ООО «Образец Логистика» по поручению ООО «Пример»")[0] == "ООО «Пример»"
