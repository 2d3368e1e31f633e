"""The gate: what is not in the article is refused for its own reason; what is passes whole, whoever offers it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from enduse import worlds
from enduse.claims.extracted import ArticleClaims
from enduse.claims.extracting import REASONS, gate, grounded
from enduse.claims.reading import read_paths, read_text, told
from tests.claims.extracting import corrupted
from tests.claims.extracting.made import HONEST, OUTLET, TEXT, article
from tests.claims.reading.made import CASES, unmarked
from tests.claims.reading.test_other_languages import CHINESE, RUSSIAN


@pytest.mark.parametrize(
    ("claim", "reason"), [(claim, reason) for _, claim, reason in corrupted.CLAIMS], ids=[one[0] for one in corrupted.CLAIMS]
)
def test_a_corrupted_claim_is_refused_for_its_own_reason(claim: object, reason: str) -> None:
    """Each corruption of an honest claim, alone, is refused, with the reason that names it."""
    passed, rejects = gate(article(), [claim])
    assert (passed.claims, [one.reason for one in rejects]) == ((), [reason])


def test_there_are_fifty_corruptions_at_least_and_every_reason_has_one() -> None:
    """No reason is left without a reply that meets it."""
    assert len(corrupted.CLAIMS) >= 50
    met = {reason for _, _, reason in (*corrupted.CLAIMS, *corrupted.REPLIES)}
    assert set(REASONS) - met == {"repeated", "reply_cut", "speaker_not_near"}


def test_honest_claims_pass_in_full() -> None:
    """Every honest claim passes, with offsets and amounts computed here."""
    passed, rejects = gate(article(), HONEST.values())
    assert [(one.reason, one.detail) for one in rejects] == []
    assert len(passed.claims) == len(HONEST)
    assert all(TEXT[one.start : one.end] == one.quote for one in passed.claims)
    delivered = passed.claims[0]
    assert [(one.value, one.unit, one.currency, one.bound) for one in delivered.quantities] == [
        (40.0, "engines", None, "at_least"),
        (1_500_000.0, None, "EUR", "exact"),
    ]
    assert (delivered.stage, delivered.root and delivered.root.number, delivered.dates[0].since) == ("shipped", 2, "2023-01")


def test_a_claim_offered_twice_counts_once() -> None:
    """The second of two equal quotes is refused."""
    passed, rejects = gate(article(), [HONEST["listed"], HONEST["listed"]])
    assert (len(passed.claims), [one.reason for one in rejects]) == (1, ["repeated"])


def test_a_stated_context_says_which_of_two_equal_sentences_is_meant() -> None:
    """The quote's offsets are those inside the context."""
    passed, _ = gate(article(), [HONEST["shifts"]])
    assert passed.claims[0].start == TEXT.index("The plant works three shifts")


def test_a_speaker_from_elsewhere_needs_a_word_that_points_back() -> None:
    """Named in another paragraph, a speaker must be implied or pointed at."""
    text = "Anna Example spoke on Monday about engines at length.\n\nEngines arrived in 2023 by rail, reports Invented Wire.\n"
    read = read_text("made.txt", text)
    said = HONEST["listed"] | {"quote": "Engines arrived in 2023 by rail", "type": "event", "dates": []}
    chain: list[dict[str, object]] = [{"type": "outlet", "name": None}, {"type": "person", "name": "Anna Example"}]
    assert [one.reason for one in gate(read, [said | {"speaker_chain": chain}])[1]] == ["speaker_not_near"]
    assert gate(read, [said | {"speaker_chain": [chain[0], chain[1] | {"implied": True}]}])[1] == []


def test_line_ends_count_as_spaces_and_the_quote_stays_as_printed() -> None:
    """A quote over a line break is found, and kept letter by letter."""
    text = "Example Trading delivered engines to the plant of\nInvented Kestrel Works in the spring and summer of 2023, officials said.\n"
    claim = HONEST["listed"] | {
        "quote": "Example Trading delivered engines to the plant of Invented Kestrel Works",
        "type": "delivery",
        "dates": [],
    }
    passed, _ = gate(read_text("made.txt", text, {"outlet": OUTLET}), [claim])
    assert passed.claims[0].quote == text[: len(claim["quote"])]


def _gated(read: ArticleClaims) -> int:
    """Offer the rules' own claims, as printed, to the gate: what passes is unchanged; return how many do not."""
    passed, rejects = gate(read, told([read])["claims"])
    mine = {one.id: one for one in read.claims}
    for got in passed.claims:
        one = mine[got.id]
        plain = replace(
            one, chain=got.chain, mentions=got.mentions, direct=got.direct, due=got.due, quoted=got.quoted, predicate=got.predicate
        )
        assert got == plain
        assert [(node.type, node.name, node.implied) for node in one.chain] == [(node.type, node.name, node.implied) for node in got.chain]
        assert {mention.text for mention in one.mentions} == {mention.text for mention in got.mentions}
    assert [one.reason for one in grounded(read)[1]] == [one.reason for one in rejects]
    return len(rejects)


@pytest.mark.shared
def test_every_claim_the_rules_read_in_the_real_articles_passes(shared: Path) -> None:
    """The default reader's own output passes the gate whole."""
    found, _ = read_paths([shared / "articles"])
    assert sum(len(one.claims) for one in found) > 80
    assert [_gated(one) for one in found] == [0, 0, 0]


def test_the_claims_the_rules_read_in_a_made_press_pass(tmp_path: Path) -> None:
    """Likewise, 99 in 100 at least, for an invented press with retellings, denials and noise; the rest is refused, not printed."""
    found, _ = read_paths([worlds.press_corpus(tmp_path / "press", 3, 6).articles])
    claims = sum(len(one.claims) for one in found)
    assert claims > 70
    assert sum(_gated(one) for one in found) <= 0.01 * claims


def test_the_claims_the_rules_read_in_made_articles_pass() -> None:
    """Likewise, 98 in 100 at least, for articles by other hands, in three languages, and for sentences in two scripts."""
    cases = [case for half in ("seen", "held") for case in yaml.safe_load((CASES / f"{half}.yml").read_text(encoding="utf-8"))]
    texts = [unmarked(case["text"])[2] for case in cases if not case.get("html")]
    texts += [f"{one[0]} {one[0]}\n" for one in (*RUSSIAN, *CHINESE)]
    found = [read_text("made.txt", text) for text in texts]
    assert sum(_gated(one) for one in found) <= 0.02 * sum(len(one.claims) for one in found)


def test_an_order_to_machines_is_claimed_by_nobody() -> None:
    """The rules, too, take nothing from a sentence that gives orders to whoever reads it by machine."""
    kept, rejects = grounded(article())
    assert [one.reason for one in rejects] == ["order_to_the_reader"]
    assert not any("900 missiles" in one.quote for one in kept.claims)
