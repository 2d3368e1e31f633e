"""How shipments get printed as bills of lading: houses, masters, revised bills, names cut at 35 characters."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from enduse.worlds.arrays import Batch, Flags, Ints, dates, padded, record_ids, taken
from enduse.worlds.printing import US, Columns, Printer

HOUSE_EVERY = 40
"""Of so many bills by serial number, two neighbours are the houses of one master."""
REVISED_EVERY = 60
CUT = 35
MASTER, REVISION = 2, 1
"""Versions in the RECORD_ID of a master bill and of a bill transmitted again."""
FORWARDER = "INVENTED OCEAN FORWARDING LLC"
FORWARDER_TO = "INVENTED INLAND FORWARDING LLC"


def house_pairs(batch: Batch) -> Flags:
    """Tell which bills are the first of two houses under one master: the next bill in the batch is the second."""
    first = batch.serial % HOUSE_EVERY == 0
    first[-1:] = False
    following = np.append(batch.serial[1:] == batch.serial[:-1] + 1, False)
    paired: Flags = first & following
    return paired


def revised(batch: Batch) -> Flags:
    """Tell which bills are transmitted a second time with another mass."""
    pairs = house_pairs(batch)
    alone = ~(pairs | np.append(False, pairs[:-1]))
    again: Flags = (batch.serial % REVISED_EVERY == 7) & alone
    return again


def bills(printer: Printer, batch: Batch) -> tuple[Columns, Columns, Columns]:
    """Return three blocks of rows: the bills, the masters over houses, the bills transmitted again with another mass."""
    pairs = house_pairs(batch)
    second = np.append(False, pairs[:-1])
    # The two houses of a master arrive together.
    day = np.where(second, np.append(batch.day[:1], batch.day[:-1]), batch.day)
    together = Batch(**{**batch.__dict__, "day": day})
    master_serial = np.where(pairs, batch.serial, np.where(second, batch.serial - 1, -1))
    corrected = together.where(revised(batch))
    corrected.gross = np.round(corrected.gross * 1.01, 3)
    again = _bills(printer, corrected, np.full(len(corrected), -1), "-R")
    again["RECORD_ID"] = record_ids(US, corrected.serial, printer.seed, REVISION)
    return _bills(printer, together, master_serial, ""), _masters(printer, together, pairs), again


def _bills(printer: Printer, batch: Batch, master_serial: Ints, tag: str) -> Columns:
    housed = pa.array(master_serial >= 0)
    shipper = printer.sender(batch, "latin", "ON BEHALF OF")
    consignee = printer.name("latin", batch.buyer, batch.draw_buyer)
    code = printer.hs_code(batch, 6)
    pounds = batch.serial % 5 == 0
    return {
        **_common(batch),
        "BILL_OF_LADING": pc.binary_join_element_wise("INVT", padded(batch.serial, 12), ""),
        "BILL_TYPE_CODE": pc.if_else(housed, "H", "R"),
        "CONSIGNEE_ADDRESS": printer.address("latin", batch.buyer),
        "CONSIGNEE_NAME": consignee,
        "HS_CODE": code,
        "HS_CODE_2": pc.utf8_slice_codeunits(code, 0, 2),
        "HS_CODE_4": pc.utf8_slice_codeunits(code, 0, 4),
        "HS_CODE_DESCRIPTION": printer.words(batch, "en"),
        "MASTER_BILL_OF_LADING": pc.if_else(
            housed, pc.binary_join_element_wise("INVM", padded(np.maximum(master_serial, 0), 12), ""), "NULL"
        ),
        "PRODUCT_DESCRIPTION": printer.described(batch, "en"),
        "RAW_CONSIGNEE_ADDRESS": cut(printer.address("latin", batch.buyer)),
        "RAW_CONSIGNEE_NAME": cut(consignee),
        "RAW_SHIPPER_ADDRESS": cut(printer.address("latin", batch.seller)),
        "RAW_SHIPPER_NAME": cut(shipper),
        "RECORDS_TAG": pc.binary_join_element_wise("INVENTED-US-", dates(batch.day + (30 if tag else 0), "%Y%m"), tag, ""),
        "RECORD_ID": record_ids(US, batch.serial, printer.seed),
        "SHIPPER_ADDRESS": printer.address("latin", batch.seller),
        "SHIPPER_NAME": shipper,
        "WEIGHT": np.round(np.where(pounds, batch.gross / 0.45359237, batch.gross), 3),
        "WEIGHT_IN_KG": batch.gross,
        "WEIGHT_UNIT": pc.if_else(pa.array(pounds), "LB", "K"),
    }


def _masters(printer: Printer, batch: Batch, pairs: Flags) -> Columns:
    first = batch.where(pairs)
    both = np.round(batch.gross[pairs] + batch.gross[np.append(False, pairs[:-1])], 3)
    return {
        **_common(first),
        "BILL_OF_LADING": pc.binary_join_element_wise("INVM", padded(first.serial, 12), ""),
        "BILL_TYPE_CODE": "M",
        "CONSIGNEE_NAME": FORWARDER_TO,
        "MASTER_BILL_OF_LADING": "NULL",
        "PRODUCT_DESCRIPTION": "CONSOLIDATED CARGO",
        "RAW_CONSIGNEE_NAME": FORWARDER_TO,
        "RAW_SHIPPER_NAME": FORWARDER,
        "RECORDS_TAG": pc.binary_join_element_wise("INVENTED-US-", dates(first.day, "%Y%m"), ""),
        "RECORD_ID": record_ids(US, first.serial, printer.seed, MASTER),
        "SHIPPER_NAME": FORWARDER,
        "WEIGHT": both,
        "WEIGHT_IN_KG": both,
        "WEIGHT_UNIT": "K",
    }


def _common(batch: Batch) -> Columns:
    voyage = batch.day // 7
    return {
        "ACTUAL_ARRIVAL_DATE": dates(batch.day),
        "CARRIER_SASC_CODE": "INVT",
        "COUNTRY": "CN, CHINA",
        "END": "END",
        "ESTIMATE_ARRIVAL_DATE": dates(batch.day),
        "LOADING_PORT": "00001, XUNING",
        "MANIFEST_NO": padded(900_000 + voyage, 6),
        "MARKS_AND_NUMBERS": "INVENTED",
        "MODE_OF_TRANSPORTATION": "10",
        "QUANTITY": np.maximum(batch.pieces // 100, 1),
        "QUANTITY_UNIT": "PKG",
        "UNLOADING_PORT": "0002, NOWHEREPORT",
        "VESSEL_NAME": taken(("INVENTED STAR", "INVENTED CRANE"), voyage % 2),
        "VOYAGE": padded(voyage, 4),
        **dict.fromkeys(("CONSIGNEE_ADDRESS", "NOTIFY_PARTY_ADDRESS", "NOTIFY_PARTY_NAME", "SHIPPER_ADDRESS"), "N/A"),
    }


def cut(text: pa.Array) -> pa.Array:
    """Return text cut at 35 characters, as manifests do."""
    return pc.utf8_trim_whitespace(pc.utf8_slice_codeunits(text, 0, CUT))
