"""The gate: what is not in the article is refused for its own reason; what is passes whole, whoever offers it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from enduse import worlds
from enduse.claims.extracted import ArticleClaims
from enduse.claims.extracting import REASONS, gate
from enduse.claims.reading import read_paths, read_text, told
from tests.claims.extracting import corrupted
from tests.claims.extracting.made import HONEST, OUTLET, TEXT, article
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


def _gated(read: ArticleClaims) -> None:
    """Offer the rules' own claims, as printed, to the gate: all pass, unchanged."""
    passed, rejects = gate(read, told([read])["claims"])
    assert [(one.reason, one.detail, one.offered[:300]) for one in rejects] == []
    whole = [replace(one, direct=False, due=None, quoted=(), predicate=None) for one in read.claims]
    assert [replace(one, direct=False, due=None, quoted=(), predicate=None) for one in passed.claims] == [
        replace(one, chain=got.chain, mentions=got.mentions) for one, got in zip(whole, passed.claims, strict=True)
    ]
    for one, got in zip(read.claims, passed.claims, strict=True):
        assert [(node.type, node.name, node.implied) for node in one.chain] == [(node.type, node.name, node.implied) for node in got.chain]
        assert {mention.text for mention in one.mentions} == {mention.text for mention in got.mentions}


@pytest.mark.shared
def test_every_claim_the_rules_read_in_the_real_articles_passes(shared: Path) -> None:
    """The default reader's own output passes the gate whole."""
    found, _ = read_paths([shared / "articles"])
    assert sum(len(one.claims) for one in found) > 80
    for one in found:
        _gated(one)


def test_every_claim_the_rules_read_in_a_made_press_passes(tmp_path: Path) -> None:
    """Likewise for an invented press with retellings, denials and noise."""
    found, _ = read_paths([worlds.press_corpus(tmp_path / "press", 3, 6).articles])
    assert sum(len(one.claims) for one in found) > 70
    for one in found:
        _gated(one)


def test_every_claim_the_rules_read_in_russian_and_chinese_passes() -> None:
    """Likewise for made sentences in other scripts, and for the made article but its order to machines."""
    for sentence in (one[0] for one in (*RUSSIAN, *CHINESE)):
        _gated(read_text("made.txt", f"{sentence} {sentence}\n"))
    rejects = gate(article(), told([article()])["claims"])[1]
    assert [one.reason for one in rejects] == ["order_to_the_reader"]
