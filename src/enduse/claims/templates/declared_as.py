"""Goods were declared under other codes than their own: checked against shipments declared under these codes.

A row under the codes shows how goods were declared, not what was in them: it supports the claim only where its printed
description holds one of the claim's words, else in part. No row under the codes, in months declared complete, contradicts it.
"""

from __future__ import annotations

import re
import unicodedata

import pyarrow as pa

from enduse.claims.comparing import Compared, judge, nothing
from enduse.claims.counting import Scope, counted_rows, rows_of
from enduse.claims.covering import coverage, shown_by
from enduse.claims.measures import measure
from enduse.claims.templates.template import Question, Template
from enduse.claims.verdicts import Basis, Verdict
from enduse.engine import Step
from enduse.store import StageRun
from enduse.terms.measures import so_many
from enduse.terms.propositions import DeclaredAs

DESCRIBED_GOODS = Step.load("enduse.claims", "described_goods.sql")
DESCRIBED_ROWS = Step.load("enduse.claims", "described_rows.sql")
_WORD = re.compile(r"\w+")
_STEM_LETTERS = 4
"""A word of the claim meets the beginning of a printed one ('engine' meets 'engines') from so many letters on."""


def check(run: StageRun, question: Question) -> Verdict:
    """Return the verdict on one claim of a declaration under other codes."""
    says = question.says
    assert isinstance(says, DeclaredAs)
    asked = measure(run, says)
    scope = Scope(*question.ends, says.declared_as, None, None, says.first_day, says.last_day, asked.unit)
    what = f"{question.shipments} declared as HS {', '.join(says.declared_as)}"
    if says.described_as:
        what += f" and described as {' or '.join(says.described_as)}"
    run.put("claim_rows", rows_of(run, scope))
    declared = counted_rows(run)
    _keep_described(run, says.described_as)
    found = counted_rows(run)
    covered = coverage(run, scope)
    compared = Compared(question.claim_id, what, says.bound, asked, found, covered, question.query)
    if asked.problem:
        return compared.verdict("not_decidable", asked.problem, f"The number cannot be compared: {asked.words}.")
    if not declared.possible:
        return nothing(compared)
    if not declared.sure:
        return compared.verdict("not_decidable", "identity_open", "Whether they are about these companies, goods and dates is open.")
    if not found.sure:
        said = f"Declared so: {so_many(declared.sure, 'rows')}; what was in them their descriptions do not say."
        return compared.verdict("partly_supported", "contents_not_shown", said)
    return judge(run, compared)


def _keep_described(run: StageRun, words: tuple[str, ...]) -> None:
    """Make only the rows of `claim_rows` sure whose description holds one of the words."""
    printed = run.ask(DESCRIBED_GOODS)["goods_description"].to_pylist()
    kept = [one for one in printed if any(holds(one, word) for word in words)]
    run.put("claim_words", pa.table({"goods_description": pa.array(kept, pa.string())}))
    run.put("claim_rows", run.ask(DESCRIBED_ROWS))


def holds(printed: str, words: str) -> bool:
    """Tell whether a printed description holds the words, in their order, each whole or as the beginning of a printed word.

    Scripts without spaces are searched as they stand.

    >>> holds("AIRCRAFT ENGINES, USED", "aircraft engine"), holds("refrigerator", "engine"), holds("航空发动机", "发动机")
    (True, False, True)
    """
    wanted, met = _folded(words), _folded(printed)
    if not wanted:
        return False
    if any(unicodedata.category(letter) == "Lo" for word in wanted for letter in word):
        return "".join(wanted) in "".join(met)
    places = range(len(met) - len(wanted) + 1)
    return any(all(_begins(met[place + step], word) for step, word in enumerate(wanted)) for place in places)


def _begins(printed: str, word: str) -> bool:
    return printed == word or (len(word) >= _STEM_LETTERS and printed.startswith(word))


def _folded(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


def _shown(run: StageRun, question: Question) -> Basis | None:
    """Return the coverage of the rows whose descriptions say so."""
    says = question.says
    assert isinstance(says, DeclaredAs)
    scope = Scope(*question.ends, says.declared_as, None, None, says.first_day, says.last_day, "")
    run.put("claim_rows", rows_of(run, scope))
    _keep_described(run, says.described_as)
    return shown_by(run, scope, every=says.value is not None or says.quantity is not None)


TEMPLATE = Template("declared_as", ("supplier", "consignee"), check, _shown)
