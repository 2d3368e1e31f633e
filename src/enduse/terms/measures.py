"""Units as customs print them -> one code and a factor, and amounts as we print them.

An unknown unit stays unknown: its quantity is kept, not converted.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

UnitCode = Literal["kg", "pieces", "pair", "set", "m", "m2", "m3", "l", "kwh", "carat"]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: a quantity in it, times `factor`, is the amount in `code`. Pairs and sets are not pieces."""

    code: UnitCode
    factor: float = 1.0


# Words are compared upper-cased, letters and digits only ('М²' and 'М2' are one). Numeric codes: only those of the Russian
# classifier OKEI that no other customs' three-digit list uses for something else. Letter codes: UN/ECE Recommendation 20,
# the Indian and Turkish lists. Conversion factors are those of the international yard and pound.
_WORDS: dict[Unit, str] = {
    Unit("kg"): (
        "KG KGS KGM KILO KILOS KILOGRAM KILOGRAMS KILOGRAMME KILOGRAMMES КГ КИЛОГРАММ КИЛОГРАММЫ КІЛОГРАМ KILOGRAMO KILOGRAMOS "
        "KILOGRAMONETO KILOGRAMONETOS KILONETO KN KGN KGNET NETKG KILOGRAMNETO 千克 公斤 166 KGNETTO КГНЕТТО"
    ),
    Unit("kg", 0.001): "G GR GRM GRAM GRAMS GRAMME GRAMMES Г ГР ГРАММ ГРАММЫ ГРАМ GRAMO GRAMOS 克 163",
    Unit("kg", 0.000001): "MG MGM MILLIGRAM МГ",
    Unit("kg", 1000.0): (
        "T TN TNE TON TONS TONNE TONNES MT MTS METRICTON METRICTONS METRICTONNE Т ТОННА ТОННЫ ТОНН TONELADA TONELADAS "
        "TONELADAMETRICA 吨 公吨 168"
    ),
    Unit("kg", 0.45359237): "LB LBS LBR POUND POUNDS ФУНТ LIBRA LIBRAS 磅",
    Unit("kg", 0.028349523125): "OZ ONZ OUNCE OUNCES",
    Unit("kg", 100.0): "DTN QUINTAL QUINTALES Ц ЦЕНТНЕР",
    Unit("pieces"): (
        "PC PCS PCE PIECE PIECES NO NOS NMB NUM NUMBER NUMBERS NR NBR NAR NIU C62 H87 EA EACH UN UNT UNIT UNITS UNV U UNIDAD "
        "UNIDADES UND UNDS PIEZA PIEZAS PZA PZAS ШТ ШТУК ШТУКА ШТУКИ ADET AD ADT CAI CHIEC CÁI CHIẾC 个 件 台 只 支 套件 辆 艘 "
        "架 枚 块 片 根 把 NUMBEROFITEMS 796"
    ),
    Unit("pieces", 100.0): "CEN HUNDRED СТОШТ СТОШТУК 797 百个",
    Unit("pieces", 1000.0): (
        "MIL THD THOU THOUSAND TPCS THOUSANDPIECES 1000PCS 1000NOS 1000PIECES ТЫСШТ ТЫСШТУК ТЫСЯЧАШТУК ТИСШТ MILLARES MILES "
        "BINADET 千个 798"
    ),
    Unit("pieces", 1_000_000.0): "MIO MILLION МЛНШТ",
    Unit("pieces", 12.0): "DZ DZN DOZ DOZEN DOZENS ДЮЖИНА DOCENA DOCENAS DUZINE 打",
    Unit("pieces", 144.0): "GRO GROSS ГРОСС",
    Unit("pair"): "PR PRS PAIR PAIRS NPR ПАР ПАРА ПАРЫ PAR PARES ÇIFT CIFT ĐÔI DOI 双 对 715",
    Unit("set"): "SET SETS КОМПЛ КОМПЛЕКТ КОМПЛЕКТОВ НАБОР JUEGO JUEGOS TAKIM BỘ BO 套 KIT KITS 839",
    Unit("m"): "M MTR MTRS METER METERS METRE METRES М МЕТР МЕТРЫ ПОГМ ПМ METRO METROS 米",
    Unit("m", 1000.0): "KM KMT KILOMETRE KILOMETER КМ",
    Unit("m", 0.01): "CM CMT СМ",
    Unit("m", 0.3048): "FT FOT FEET FOOT",
    Unit("m", 0.9144): "YD YRD YDS YARD YARDS",
    Unit("m2"): (
        "M2 SQM MTK SQMTR SQMTRS SQUAREMETER SQUAREMETERS SQUAREMETRE SQUAREMETRES М2 КВМ METROCUADRADO METROSCUADRADOS "
        "METROSCUADRADO MCUADRADO METREKARE 平方米"
    ),
    Unit("m2", 0.09290304): "SQF FTK SQFT SQUAREFEET SQUAREFOOT FT2",
    Unit("m2", 0.83612736): "SQY YDK SQYD YD2",
    Unit("m2", 0.0001): "CM2 CMK СМ2",
    Unit("m3"): "M3 MTQ CBM CUM CUBICMETER CUBICMETRE CUBICMETERS CUBICMETRES М3 КУБМ METROCUBICO METROSCUBICOS METREKUP 立方米",
    Unit("m3", 0.000001): "CM3 CMQ СМ3",
    Unit("l"): "L LT LTR LTRS LITER LITERS LITRE LITRES Л ЛИТР ЛИТРЫ LITRO LITROS LITREK 升",
    Unit("l", 0.001): "ML MLT MILLILITRE МЛ",
    Unit("l", 3.785411784): "GLL GAL GALLON GALLONS GALON GALONES",
    Unit("kwh"): "KWH КВТЧ KILOWATTHOUR",
    Unit("kwh", 1000.0): "MWH МВТЧ 1000KWH 1000КВТЧ",
    Unit("carat"): "CT CTM CARAT CARATS КАР КАРАТ 克拉",
}


def fold(text: str) -> str:
    """Return the unit upper-cased, letters and digits only, full-width forms and ² folded."""
    normal = unicodedata.normalize("NFKC", text).upper().replace("İ", "I")
    return "".join(one for one in normal if one.isalnum())


_UNITS: dict[str, Unit] = {fold(word): unit for unit, words in _WORDS.items() for word in words.split()}


@lru_cache(maxsize=16_384)
def unit_of(text: str | None) -> Unit | None:
    """Return the unit a printed word or code means; None for no unit and for one that is not known (never a guess).

    A code and a word in one cell ('796 - ШТ', '166, КГ') must agree; a bracketed gloss in another language is ignored when
    the word before it is known ('BOX (CAJA)' is not).

    >>> unit_of("тыс. шт"), unit_of("METROS CUADRADO"), unit_of("caja")
    (Unit(code='pieces', factor=1000.0), Unit(code='m2', factor=1.0), None)
    """
    if text is None:
        return None
    known = _UNITS.get(fold(text))
    if known is not None:
        return known
    for opening in ("(", "（", "-", ",", "/"):
        before, found, after = text.partition(opening)
        if found:
            first, second = _UNITS.get(fold(before)), _UNITS.get(fold(after))
            if first is not None and (second is None or second == first):
                return first if second is not None or opening in "(（" else None
            if first is None and second is not None and fold(before).isdigit():
                return second
    return None


_ONE = {
    "articles": "article", "claims": "claim", "companies": "company", "origins": "origin", "pieces": "piece", "rows": "row",
    "suppliers": "supplier",
}  # fmt: skip


def counted(unit: str, at_least: float | None, at_most: float | None) -> str:
    """Return the unit as it stands beside a figure: of exactly one in the singular.

    >>> counted("claims", 1, 1), counted("claims", 1, 2), counted("kg", 1, 1)
    ('claim', 'claims', 'kg')
    """
    return _ONE.get(unit, unit) if at_least == at_most == 1 else unit


def so_many(count: int, unit: str) -> str:
    """Return how many of a unit there are, of one in the singular.

    >>> so_many(1, "rows"), so_many(2, "rows")
    ('1 row', '2 rows')
    """
    return f"{count} {counted(unit, count, count)}"


def number(value: float | None) -> str:
    """Return a number as people read it: thousands apart, at most two decimals; null is what cannot be told.

    >>> number(1234567.5), number(0.126), number(95.0), number(None)
    ('1,234,567.5', '0.13', '95', 'cannot tell')
    """
    return "cannot tell" if value is None else f"{value:,.2f}".rstrip("0").rstrip(".")
