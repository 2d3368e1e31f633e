"""How shipments get printed in each customs layout, quirks included. Nothing here knows what is planted."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from enduse.worlds.arrays import CN_KZ, NEW_EDITION, Batch, Floats, Ints, dates, padded, record_ids, taken
from enduse.worlds.companies import STYLES, Company, Names, Style
from enduse.worlds.goods import MODELS, goods
from enduse.worlds.words import COUNTRIES, COUNTRY_NAMES

RU, KZ_IN, KZ_OUT, US, CN = 1, 2, 3, 4, 5
"""File numbers, as they stand in a RECORD_ID."""
RU_OFFICES = ("10999010", "10999020", "10999030")
KZ_OFFICES = ("59990", "59991")
Columns = dict[str, Any]


class Printer:
    """The world's companies and goods as arrays, ready to be printed many rows at once."""

    def __init__(self, companies: list[Company], names: Names, seed: int) -> None:
        self.names = names
        self.seed = seed
        self._pool = pa.array(names.pool, pa.string())
        self._address = {style: pa.array([one.address(style) for one in companies], pa.string()) for style in STYLES}
        self._tax_id = pa.array([one.tax_id or "NULL" for one in companies], pa.string())
        self._credit_code = pa.array([one.credit_code for one in companies], pa.string())
        self._glued = pa.array([one.cells[0] if one.cells else None for one in companies], pa.string())
        self._goods = goods()
        self._described = {language: self._goods.described(language) for language in ("en", "ru", "zh")}

    def name(self, style: Style, company: Ints, draw: Floats) -> pa.Array:
        """Return a printed name for each row."""
        return self._pool.take(pa.array(self.names.pick(style, company, draw)))

    def clean(self, style: Style, company: Ints) -> pa.Array:
        """Return the clean name for each row."""
        return self.name(style, company, np.zeros(len(company)))

    def address(self, style: Style, company: Ints) -> pa.Array:
        """Return the address for each row."""
        return self._address[style].take(pa.array(company))

    def sender(self, batch: Batch, style: Style, phrase: str) -> pa.Array:
        """Return the consignor's cell: one name, or two with the words that introduce the second."""
        first = self.name(style, batch.seller, batch.draw_seller)
        if not (batch.agent >= 0).any():
            return first
        second = self.clean(style, np.maximum(batch.agent, 0))
        return pc.if_else(pa.array(batch.agent >= 0), pc.binary_join_element_wise(first, phrase, second, " "), first)

    def receiver(self, batch: Batch) -> tuple[pa.Array, pa.Array]:
        """Return the Russian consignee's name and tax number; in one row of thirty the number is glued to the name instead."""
        name = self.name("cyrillic", batch.buyer, batch.draw_buyer)
        cell = self._glued.take(pa.array(batch.buyer))
        glued = pc.and_(pa.array((batch.draw_buyer > 0.57) & (batch.draw_buyer < 0.6)), pc.is_valid(cell))
        number = pc.if_else(pc.or_(glued, pa.array(batch.numberless)), "NULL", self.tax_id(batch.buyer))
        return pc.if_else(glued, cell, name), number

    def tax_id(self, company: Ints) -> pa.Array:
        """Return the number that the company's own customs prints; NULL when it has none."""
        return self._tax_id.take(pa.array(company))

    def credit_code(self, company: Ints) -> pa.Array:
        """Return the unified social credit code; null when the company has none."""
        return self._credit_code.take(pa.array(company))

    def described(self, batch: Batch, language: str) -> pa.Array:
        """Return the goods description of the declared good."""
        return taken(self._described[language], batch.declared * MODELS + batch.declaration % MODELS)

    def words(self, batch: Batch, language: str) -> pa.Array:
        """Return the name of the declared good."""
        words: tuple[str, ...] = getattr(self._goods, language)
        return taken(words, batch.declared)

    def hs_code(self, batch: Batch, digits: int) -> pa.Array:
        """Return the declared code in the edition of the day, with zeros up to `digits`."""
        places, codes = self._goods.codes(batch.declared, batch.day)
        return taken(tuple((code + "0000")[:digits] for code in codes), places)


def country(places: Ints, language: int = 0) -> pa.Array:
    """Return country names: 0 English, 1 Russian, 2 Chinese."""
    return taken(tuple(COUNTRY_NAMES[code][language] for code in COUNTRIES), places)


def country_code(places: Ints) -> pa.Array:
    """Return ISO 3166 alpha-2 codes."""
    return taken(COUNTRIES, places)


def rouble_rate(day: Ints) -> Floats:
    """Return invented roubles for a dollar: flat, with a step after the new edition's year began."""
    rate: Floats = np.round(np.where(day < NEW_EDITION, 73.0, 78.0) + (day % 90) * 0.1, 4)
    return rate


def tenge_rate(day: Ints) -> Floats:
    """Return invented tenge for a dollar."""
    rate: Floats = np.round(430.0 + (day % 120) * 0.25, 2)
    return rate


def _pieces(batch: Batch) -> Floats:
    stated: Floats = np.where(batch.pieces > 0, batch.pieces.astype(np.float64), batch.net)
    return stated


def russian_imports(printer: Printer, batch: Batch) -> Columns:
    """Return the columns of the Russian import layout; what is not named is NULL."""
    office = taken(RU_OFFICES, batch.declaration % len(RU_OFFICES))
    name, number = printer.receiver(batch)
    roubles = np.round(batch.usd * rouble_rate(batch.day), 2)
    code = printer.hs_code(batch, 10)
    incoterm = batch.declaration % 3
    return {
        "RECORDS_TAG": "INVENTED-RU",
        "DECLARATION_NUMBER": pc.binary_join_element_wise(
            office, dates(batch.day, "%d%m%y"), padded(batch.declaration % 10_000_000, 7), "/"
        ),
        "IMP_DATE": dates(batch.day),
        "SUPPLIER_NAME": printer.sender(batch, "latin", "ON BEHALF OF"),
        "SUPPLIER_ADDRESS": printer.address("latin", batch.seller),
        "IMPORTER_CODE": number,
        "IMPORTER_NAME": name,
        "IMPORTER_NAME_EN": printer.clean("latin", batch.buyer),
        "IMPORTER_ADDRESS": printer.address("cyrillic", batch.buyer),
        "IMPORTER_ADDRESS_EN": printer.address("latin", batch.buyer),
        "CUSTOMS_CODE": office,
        "CUSTOMS_INN_CODE": "00000",
        "IMPORT_PORT": taken(("ВЫМЫСЛОГОРСК", "XUNING", "ПРИМЕРОВО"), incoterm),
        "IMPORT_PORT_EN": taken(("VYMYSLOGORSK", "XUNING", "PRIMEROVO"), incoterm),
        "CURRENCY_OF_CONTRACT_PRICE": taken(("USD", "CNY"), batch.declaration % 2),
        "ITEM_NUMBER": "0",
        "DESTINATION_COUNTRY": "RUSSIA",
        "ORIGIN_COUNTRY": country(batch.origin),
        "BRAND": "ОТСУТСТВУЕТ",
        "HS_CODE": code,
        "HS_CODE_DESCRIPTION": printer.words(batch, "en"),
        "PRODUCT_DESCRIPTION": printer.described(batch, "ru"),
        "PRODUCT_DESCRIPTION_EN": printer.described(batch, "en"),
        "QUANTITY": _pieces(batch),
        "UNIT": pc.if_else(pa.array(batch.pieces > 0), "ШТ", "КГ"),
        "GROSS_WEIGHT_KG": batch.gross,
        "NET_WEIGHT_KG": batch.net,
        "CUSTOMS_COST_VALUE_RUB": roubles,
        "INVOICE_VALUE_RUB": roubles,
        "CURRENCY_UNIT": taken(("USD", "CNY"), batch.declaration % 2),
        "USD_PER_KG": np.round(batch.usd / batch.net, 4),
        "TOTAL_VALUE_USD": batch.usd,
        "INCOTERMS": taken(("DAP", "FOB", "CPT"), incoterm),
        "MANUFACTURER": printer.clean("latin", batch.seller),
        "CUSTOMS_PROCEDURE_CODE": "4000000",
        "PACKAGES": "0",
        "HS_CODE_2": pc.utf8_slice_codeunits(code, 0, 2),
        "HS_CODE_4": pc.utf8_slice_codeunits(code, 0, 4),
        "COUNTRY_ISO_CODE_2": country_code(batch.origin),
        "RECORD_ID": record_ids(RU, batch.serial, printer.seed),
    }


def _kazakhstan(printer: Printer, batch: Batch, file_number: int) -> Columns:
    """Return the columns that both Kazakh layouts share; declaration totals repeat on every item."""
    _, place = np.unique(batch.declaration, return_inverse=True)
    total = np.bincount(place, weights=batch.usd)[place]
    rate = tenge_rate(batch.day)
    office = batch.declaration % len(KZ_OFFICES)
    code = printer.hs_code(batch, 10)
    return {
        "BRAND": "ОТСУТСТВУЕТ",
        "CUSTOMS_OFFICE_CODE": taken(KZ_OFFICES, office),
        "CUSTOMS_OFFICE_NAME": taken(("ВЫМЫШЛЕННЫЙ ПОСТ 1", "ВЫМЫШЛЕННЫЙ ПОСТ 2"), office),
        "CUSTOMS_OFFICE_NAME_EN": taken(("INVENTED POST 1", "INVENTED POST 2"), office),
        "CUSTOMS_VALUE_KZT": np.round(batch.usd * rate, 2),
        "CUSTOMS_VALUE_USD": batch.usd,
        "DECLARATION_NUMBER": pc.binary_join_element_wise(
            taken(KZ_OFFICES, office), dates(batch.day, "%d%m%y"), padded(batch.declaration % 10_000_000, 7), "/"
        ),
        "EXCHANGE_RATE": rate,
        "FOREIGN_CURRENCY": "USD",
        "FROM_COUNTRY_NAME": country(batch.dispatch, 1),
        "FROM_COUNTRY_NAME_EN": country(batch.dispatch),
        "G_WEIGHT": batch.gross,
        "HS_CODE": code,
        "HS_CODE_2": pc.utf8_slice_codeunits(code, 0, 2),
        "HS_CODE_4": pc.utf8_slice_codeunits(code, 0, 4),
        "HS_CODE_DESCRIPTION": printer.words(batch, "ru"),
        "HS_CODE_DESCRIPTION_EN": printer.words(batch, "en"),
        "N_WEIGHT": batch.net,
        "ORIGIN_COUNTRY_NAME": country(batch.origin, 1),
        "ORIGIN_COUNTRY_NAME_EN": country(batch.origin),
        "PRODUCT_DESCRIPTION": printer.described(batch, "ru"),
        "PRODUCT_DESCRIPTION_EN": printer.described(batch, "en"),
        "QUANTITY": _pieces(batch),
        "RECORD_ID": record_ids(file_number, batch.serial, printer.seed),
        "REGISTRATION_DATE": dates(batch.day),
        "TOTAL_COST": np.round(total * rate, 2),
        "TOTAL_QUANTITY": "0",
        "TRANS_TYPE_CROSS_BORDER": "АВТОМОБИЛЬНЫЙ",
        "TRANS_TYPE_CROSS_BORDER_EN": "ROAD",
        "UNIT_OF_QUANTITY": pc.if_else(pa.array(batch.pieces > 0), "ШТУКА", "КИЛОГРАММ"),
        "VALUE_IN_FOREIGN_CURRENCY": np.round(total, 2),
    }


def kazakh_imports(printer: Printer, batch: Batch) -> Columns:
    """Return the columns of the Kazakh import layout; the item's invoice amount is 0 there."""
    return {
        **_kazakhstan(printer, batch, KZ_IN),
        "CARGO_VALUE_IN_FC": "0",
        "CARGO_VALUE_KZT": "0",
        "CARGO_VALUE_USD": "0",
        "COUNTRY_ISO_CODE_2": country_code(batch.origin),
        "CUSTOMS_PROCEDURE_CODE": "40",
        "CUSTOMS_PROCEDURE_NAME": "ВЫПУСК ДЛЯ ВНУТРЕННЕГО ПОТРЕБЛЕНИЯ",
        "CUSTOMS_PROCEDURE_NAME_EN": "RELEASE FOR DOMESTIC CONSUMPTION",
        "DIRECTION": "ИМ",
        "IMPORTER_ADDRESS": printer.address("cyrillic", batch.buyer),
        "IMPORTER_ADDRESS_EN": printer.address("latin", batch.buyer),
        "IMPORTER_CODE": printer.tax_id(batch.buyer),
        "IMPORTER_NAME": printer.name("cyrillic", batch.buyer, batch.draw_buyer),
        "IMPORTER_NAME_EN": printer.clean("latin", batch.buyer),
        "RECORDS_TAG": "INVENTED-KZ-IM",
        "SUPPLIER_ADDRESS": printer.address("cyrillic", batch.seller),
        "SUPPLIER_ADDRESS_EN": printer.address("latin", batch.seller),
        "SUPPLIER_NAME": printer.sender(batch, "latin", "ПО ПОРУЧЕНИЮ"),
        "SUPPLIER_NAME_EN": printer.clean("latin", batch.seller),
        "TO_COUNTRY_NAME": "КАЗАХСТАН",
        "TO_COUNTRY_NAME_EN": "KAZAKHSTAN",
        "TRADING_COUNTRY_NAME": country(batch.dispatch, 1),
        "TRADING_COUNTRY_NAME_EN": country(batch.dispatch),
    }


def kazakh_exports(printer: Printer, batch: Batch) -> Columns:
    """Return the columns of the Kazakh export layout: the exporter's side, two days before the Russian import."""
    sent = Batch(**{**batch.__dict__, "day": np.maximum(batch.day - 2, 0)})
    rate = tenge_rate(sent.day)
    return {
        **_kazakhstan(printer, sent, KZ_OUT),
        "BUYER_ADDRESS": printer.address("cyrillic", batch.buyer),
        "BUYER_ADDRESS_EN": printer.address("latin", batch.buyer),
        "BUYER_NAME": printer.clean("cyrillic", batch.buyer),
        "BUYER_NAME_EN": printer.clean("latin", batch.buyer),
        "CARGO_VALUE_IN_FC": batch.usd,
        "CARGO_VALUE_KZT": np.round(batch.usd * rate, 2),
        "CARGO_VALUE_USD": batch.usd,
        "COUNTRY_ISO_CODE_2": "RU",
        "CUSTOMS_PROCEDURE_CODE": "10",
        "CUSTOMS_PROCEDURE_NAME": "ЭКСПОРТ",
        "DIRECTION": "ЭК",
        "EXPORTER_ADDRESS": printer.address("cyrillic", batch.seller),
        "EXPORTER_ADDRESS_EN": printer.address("latin", batch.seller),
        "EXPORTER_CODE": printer.tax_id(batch.seller),
        "EXPORTER_NAME": printer.clean("cyrillic", batch.seller),
        "EXPORTER_NAME_EN": printer.clean("latin", batch.seller),
        "INCOTERMS": "DAP",
        "RECORDS_TAG": "INVENTED-KZ-EX",
        "TO_COUNTRY_NAME": "РОССИЯ",
        "TO_COUNTRY_NAME_EN": "RUSSIA",
        "TRADING_COUNTRY_NAME": "РОССИЯ",
        "TRADING_COUNTRY_NAME_EN": "RUSSIA",
    }


def chinese_exports(printer: Printer, batch: Batch) -> Columns:
    """Return the columns of the Chinese export file, up to three weeks before the import; one declaration a row."""
    sent = np.maximum(batch.day - 3 - batch.serial % 17, 0)
    return {
        "海关编号": pc.binary_join_element_wise("000020201", padded(batch.serial, 9), ""),
        "项号": "1",
        "申报日期": dates(sent),
        "境内发货人": printer.clean("han", batch.seller),
        "境内发货人英文名": printer.clean("latin", batch.seller),
        "统一社会信用代码": printer.credit_code(batch.seller),
        "境内发货人地址": printer.address("han", batch.seller),
        "境外收货人": printer.clean("latin", batch.buyer),
        "贸易国": country(_destination(batch), 2),
        "运抵国": country(_destination(batch), 2),
        "最终目的国": country(_destination(batch), 2),
        "原产国": country(batch.origin, 2),
        "监管方式": "0110",
        "商品编号": printer.hs_code(batch, 10),
        "商品名称": printer.described(batch, "zh"),
        "数量": _pieces(batch),
        "单位": pc.if_else(pa.array(batch.pieces > 0), "个", "千克"),
        "净重": batch.net,
        "毛重": batch.gross,
        "总价": batch.usd,
        "币制": "USD",
        "成交方式": "FOB",
        "运输方式": "公路运输",
        "标记唛码及备注": "INVENTED 虚构",
        "记录号": record_ids(CN, batch.serial, printer.seed),
    }


def _destination(batch: Batch) -> Ints:
    return np.where(batch.lane == CN_KZ, COUNTRIES.index("KZ"), COUNTRIES.index("RU")).astype(np.int64)
