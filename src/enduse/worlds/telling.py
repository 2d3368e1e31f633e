"""What a world says of itself: column map, goods list, declared coverage, and the truth."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from enduse.terms.periods import months_away
from enduse.worlds.background import KZ_GAP, RU_GAP
from enduse.worlds.demo import CHINESE_SUPPLIERS, Cast
from enduse.worlds.goods import goods
from enduse.worlds.ledger import Ledger
from enduse.worlds.scene import Scene

NOTE = "INVENTED: no company, person, shipment, list or article of this world exists. Countries and HS codes are real."
README = (
    f"{NOTE}\n\nCustoms files, lists, articles and claims in the layouts of real ones; inputs.yml says what is what.\n"
    "truth.json holds what is true of this world, for `enduse score`. Every INN and OGRN has the region 00, every\n"
    "credit code the district 000000, every BIN a month of registration in 2045: no register gives them out.\n"
)
MAP_FILE = "cn_exports.map.yml"
GOODS_FILE = "invented_goods_list.csv"
GOODS_MAP_FILE = "invented_goods_list.map.yml"
GOODS_LIST = "invented_goods_list"


def column_map() -> str:
    """Return the column map of the Chinese export file as YAML."""
    columns = {
        "declaration_number": "海关编号", "item_number": "项号", "declared_on": {"header": "申报日期", "format": "%Y-%m-%d"},
        "consignor_name": "境内发货人", "consignor_name_translated": "境内发货人英文名",
        "consignor_tax_id": "统一社会信用代码", "consignor_address": "境内发货人地址",
        "consignee_name": "境外收货人",
        "trading_country": "贸易国", "country_of_destination": "最终目的国", "country_of_origin": "原产国", "procedure": "监管方式",
        "national_code": "商品编号", "goods_description": "商品名称", "quantity": "数量", "quantity_unit": "单位", "net_mass_kg": "净重",
        "gross_mass_kg": "毛重", "invoice_value": "总价", "invoice_currency": "币制", "incoterm": "成交方式", "transport_mode": "运输方式",
        "record_id": "记录号",
    }  # fmt: skip
    layout = {
        "columns": columns, "ignored": ["运抵国", "标记唛码及备注"], "constants": {"reporter": "CN", "direction": "export"},
        "null_words": ["NULL"], "decimal": ".", "hs_digits": 10, "item_identity": True,
    }  # fmt: skip
    return "# INVENTED DATA: how to read cn_exports.csv.\n" + yaml.safe_dump(layout, sort_keys=False, allow_unicode=True)


def write_goods_list(folder: Path) -> None:
    """Write the world's goods list (both editions of each code, so that no concordance is needed) and its small map."""
    table = goods()
    with (folder / GOODS_FILE).open("w", encoding="utf-8", newline="") as sink:
        writer = csv.writer(sink, lineterminator="\n")
        writer.writerow(["hs_code", "hs_edition", "tier", "description"])
        for place in np.flatnonzero(table.on_list).tolist():
            for code, edition in ((table.hs_code[place], "2022"), (table.hs_code_2017[place], "2017")):
                writer.writerow([code, edition, "1" if table.group[place] == "chpl" else "2", f"{table.en[place]} (invented list)"])
    (folder / GOODS_MAP_FILE).write_text(f"list_id: {GOODS_LIST}\nlist_version: '2024-02-23'\nhs_edition: '2022'\n", encoding="utf-8")


def coverage() -> list[dict[str, str]]:
    """Return the declared coverage: importers' files complete but for their gaps, exporters' files and manifests partial."""
    first, last = "2020-01", "2024-12"

    def declared(source: str, reporter: str, direction: str, since: str, until: str, status: str) -> dict[str, str]:
        return {"source": source, "reporter": reporter, "direction": direction, "since": since, "until": until, "status": status,
                "basis": "declared by the invented provider"}  # fmt: skip

    rows: list[dict[str, str]] = []
    for source, reporter, gap in (("customs/ru_imports", "RU", RU_GAP), ("customs/kz_imports", "KZ", KZ_GAP)):
        rows.append(declared(source, reporter, "import", first, _neighbour(gap[0], -1), "complete"))
        rows.append(declared(source, reporter, "import", *gap, "absent"))
        rows.append(declared(source, reporter, "import", _neighbour(gap[1], 1), last, "complete"))
    rows.append(declared("customs/kz_exports", "KZ", "export", first, last, "partial"))
    rows.append(declared("customs/generic", "CN", "export", first, last, "partial"))
    rows.append(declared("customs/us_manifests", "US", "import", first, last, "partial"))
    return rows


def _neighbour(month: str, step: int) -> str:
    return f"{months_away(dt.date.fromisoformat(f'{month}-01'), step):%Y-%m}"


def truth(scene: Scene, ledger: Ledger, claims: dict[str, dict[str, str]], facts: dict[str, Any]) -> dict[str, Any]:
    """Return everything that is true of the world, as plain values."""
    companies = scene.maker.companies
    true = [companies[int(place)].key for place in ledger.true]
    seen = ledger.seen
    listed = [
        {"company": one.company.key, "list": one.list_name, "external_id": one.external_id, "started_on": one.started_on,
         "program": one.program}
        for one in scene.listings
    ]  # fmt: skip
    flags = {**ledger.flags(), "RF-03": {"yes": scene.spikes, "no": scene.steady}}
    return {
        "note": NOTE,
        **facts,
        "shipments": ledger.shipments,
        "goods_list": GOODS_LIST,
        "record_ids": {
            "sentence": "The last twelve digits of a RECORD_ID are the shipment's serial: rows of one serial are one shipment. In the "
            "fourth part 8001 is a bill transmitted again, 8002 the master bill over the bills with its serial and the next one."
        },
        "entities": [{**one.as_truth(), "true": true[one.index], "in_data": bool(seen[one.index] or seen[ledger.true[one.index]])}
                     for one in companies],
        "listed": listed,
        "namesakes": scene.namesakes,
        "duplicates": ledger.duplicates,
        "coverage_gaps": [{"source": "customs/ru_imports", "since": RU_GAP[0], "until": RU_GAP[1]},
                          {"source": "customs/kz_imports", "since": KZ_GAP[0], "until": KZ_GAP[1]}],
        "flags": flags,
        "successions": scene.successions,
        "code_changes": scene.code_changes,
        "chains": scene.chains,
        "suppliers": [_suppliers(scene, one, true) for one in scene.questions if one["ask"] == "suppliers"],
        "claims": claims,
        "questions": [{name: value for name, value in one.items() if name != "companies"} for one in scene.questions],
    }  # fmt: skip


def _suppliers(scene: Scene, question: dict[str, Any], true: list[str]) -> dict[str, Any]:
    """Return who truly shipped to the companies asked about, as far as any file shows it."""
    buyers = {one.index for one in scene.maker.companies if one.key in question["companies"]}
    batch = scene.batch()
    chosen = np.isin(batch.buyer, sorted(buyers)) & (~batch.gap | batch.mirrored)
    sellers = sorted({true[place] for place in batch.seller[chosen].tolist()})
    country = {one.key: one.country for one in scene.maker.companies}
    counts = {code: sum(country[one] == code for one in sellers) for code in sorted({country[one] for one in sellers})}
    return {"id": question["id"], "companies": question["companies"], "count": len(sellers), "by_country": counts, "suppliers": sellers}


def demo_numbers(scene: Scene, cast: Cast) -> dict[str, Any]:
    """Return the numbers that the demo's report must show."""
    maker = scene.sold(cast.maker, ["840710", "841869", "841899"])
    direct = scene.sold(cast.maker, ["840710", "841869", "841899"], [cast.plant])
    quarter = scene.sold(cast.exporter, ["841112"], [cast.plant])
    chain = scene.chains[0]
    return {
        "importers": {"at_least": 4, "at_most": 5, "true": 4},
        "chinese_suppliers": CHINESE_SUPPLIERS,
        "maker": {"supplied": maker, "direct": direct, "reached_kg": chain["kg"], "bounds_kg": chain["expected"],
                  "via_kg": chain["via"], "unresolved_kg": chain["unresolved"], "usd_per_kg": 250.0},
        "exporter_first_quarter_2023": quarter,
        "origins": 3,
    }  # fmt: skip
