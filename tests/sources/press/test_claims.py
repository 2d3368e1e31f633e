"""Ledgers of claims: every claim typed, every wrong one told with its line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from enduse.errors import UnreadableFile
from enduse.sources import read_ledger
from enduse.terms.claim_examples import EXAMPLES
from enduse.terms.propositions import PROPOSITIONS, Claim
from tests.sources.reading import emission, faults, read_file, rows

GOOD = '- {id: k1, article: a.txt, quote: "sold parts", says: {delivered: {supplier: Invented Kestrel Works}}}\n'


def _ledger(folder: Path, body: str, name: str = "claims.yml") -> Path:
    path = folder / name
    path.write_text("claims:\n" + body, encoding="utf-8")
    return path


def test_claims_become_canonical_lines(tmp_path: Path) -> None:
    """The line reads back as the same claim; words that YAML would turn into numbers, dates or truth stay words."""
    body = GOOD + (
        "- id: k2\n  outlet: Invented Courier\n  quote: trade fell\n  stance: uncertain\n"
        "  says: {trade_total: {from_country: NO, to_country: RU, goods: [0101], value: 2e6, currency: USD,\n"
        "                      bound: about, since: 2022, until: 2023-06}}\n"
    )
    emit = read_file("press/claims", _ledger(tmp_path, body))
    one, two = [Claim.model_validate_json(row["content"]) for row in rows(emit, "claim_lines")]
    assert (one.kind, two.kind, two.stance) == ("delivered", "trade_total", "uncertain")
    said = json.loads(two.canonical())["says"]["trade_total"]
    assert (said["from_country"], said["goods"], said["since"], said["value"]) == ("NO", ["0101"], "2022", 2e6)


def test_a_claim_without_an_id_has_one_of_its_content(tmp_path: Path) -> None:
    """The same claim has the same id in every file, another claim another."""
    first, second = (_ledger(tmp_path, f"- {{article: a, quote: {word}, says: {{other: plans}}}}\n", f"{word}.yml") for word in ("q", "r"))
    ids = [read_ledger(path)[0].claim_id for path in (first, first, second)]
    assert ids[0] == ids[1] != ids[2]
    assert ids[0].startswith("C-")


@pytest.mark.parametrize(
    ("claim", "fault"),
    [
        ("{article: a, says: {other: x}}", "quote"),
        ("{quote: q, says: {other: x}}", "article"),
        ("{article: a, quote: q, says: {bought: {}}}", "delivered, listed, trade_total, share"),
        ("{article: a, quote: q, says: {other: x, listed: {entity: y}}}", "exactly one"),
        ("{article: a, quote: q, says: {delivered: {}}}", "supplier or a consignee"),
        ("{article: a, quote: q, says: {delivered: {supplier: s, value: 5}}}", "currency"),
        ("{article: a, quote: q, says: {delivered: {supplier: s, value: lots, currency: USD}}}", "valid number"),
        ("{article: a, quote: q, says: {delivered: {supplier: s, value: .inf, currency: USD}}}", "value"),
        ("{article: a, quote: q, says: {delivered: {supplier: s, value: 5, currency: USD, quantity: 2, unit: kg}}}", "two claims"),
        ("{article: a, quote: q, says: {delivered: {supplier: s, goods: [chips]}}}", "goods.0"),
        ("{article: a, quote: q, says: {delivered: {supplier: s, since: 2024-05, until: 2023}}}", "comes after"),
        ("{article: a, quote: q, says: {delivered: {supplier: s, since: May 2024}}}", "YYYY-MM"),
        ("{article: a, quote: q, says: {trade_total: {from_country: Norway, value: 5, currency: USD}}}", "from_country"),
        ("{article: a, quote: q, says: {trade_total: {from_country: NO}}}", "a value"),
        ("{article: a, quote: q, stance: sure, says: {other: x}}", "asserted"),
        ("{article: a, quote: q, chain: [{type: rumour, name: x}], says: {other: x}}", "chain.0.type"),
        ("{article: a, quote: q, verdict: supported, says: {other: x}}", "verdict"),
        ("{article: a, article: b, quote: q, says: {other: x}}", "stands twice"),
        ("just words", "the claim"),
    ],
)
def test_a_wrong_claim_is_rejected_with_its_line(tmp_path: Path, claim: str, fault: str) -> None:
    """The reject says where and what; the claims beside it are read."""
    emit = read_file("press/claims", _ledger(tmp_path, GOOD + f"- {claim}\n"))
    assert faults(emit) == {"claim 2 (line 3)": "wrong_claim"}
    assert fault in emit.rows["rejects"][0]["detail"]
    assert len(rows(emit, "claim_lines")) == 1


def test_one_id_for_two_claims_is_rejected_for_both(tmp_path: Path) -> None:
    """A verdict must not stand under an id that means two things; the same claim twice is one."""
    other = GOOD.replace("sold", "bought")
    assert list(faults(read_file("press/claims", _ledger(tmp_path, GOOD + other))).values()) == ["wrong_claim"] * 2
    assert len(rows(read_file("press/claims", _ledger(tmp_path, GOOD + GOOD)), "claim_lines")) == 1


def test_one_id_in_two_files_is_rejected_in_the_second(tmp_path: Path) -> None:
    """Ids are the ledgers' own; two ledgers may not disagree on one."""
    emit = emission()
    read_file("press/claims", _ledger(tmp_path, GOOD, "one.yml"), into=emit)
    read_file("press/claims", _ledger(tmp_path, GOOD.replace("sold", "bought"), "two.yml"), into=emit)
    assert list(faults(emit).values()) == ["repeated_id"]


@pytest.mark.parametrize(
    "text",
    ["", "claims: none", "- a", "claims: []\nverdicts: []", "claims: [", "a: &a [*a]", "claims: " + "[" * 5000, "\x00", b"\xff\xfe\xfa"],
)
def test_a_file_that_is_no_ledger_is_refused(tmp_path: Path, text: str | bytes) -> None:
    """No list of claims, other keys, broken YAML, endless nesting, other bytes: one clear error."""
    (tmp_path / "x.yml").write_bytes(text.encode() if isinstance(text, str) else text)
    with pytest.raises(UnreadableFile):
        read_file("press/claims", tmp_path / "x.yml")


def test_references_cannot_explode(tmp_path: Path) -> None:
    """A claim that refers to itself, or doubles itself twenty times, is a reject and takes no time."""
    doubling = "".join(f"  x{n}: &x{n} [*x{n - 1}, *x{n - 1}]\n" for n in range(1, 30))
    emit = read_file("press/claims", _ledger(tmp_path, GOOD + f"- &c {{article: a, quote: *c}}\n- x0: &x0 [a]\n{doubling}"))
    assert len(faults(emit)) == 2


def test_read_ledger_names_every_wrong_claim(tmp_path: Path) -> None:
    """A ledger checked by hand is refused whole, with line and fault."""
    with pytest.raises(UnreadableFile, match=r"claim 2 \(line 3\).*claim 3 \(line 4\)"):
        read_ledger(_ledger(tmp_path, GOOD + "- {article: a}\n- {quote: q}\n"))


@pytest.mark.parametrize("kind", EXAMPLES)
def test_every_example_of_the_reference_is_read(tmp_path: Path, kind: str) -> None:
    """A ledger that holds the reference's example of a kind gives that claim, whatever its scalars look like."""
    quote, says = EXAMPLES[kind]
    path = tmp_path / "claims.yml"
    path.write_text(
        yaml.safe_dump({"claims": [{"outlet": "x", "quote": quote, "says": {kind: says}}]}, allow_unicode=True), encoding="utf-8"
    )
    assert read_ledger(path)[0].says == PROPOSITIONS[kind].model_validate(says)
