"""Made articles read whole: who says it, how surely, on which rung of the ladder; every name and sentence is invented."""

from __future__ import annotations

import socket
import time

import pytest

from enduse.claims.extracted import ArticleClaims, ExtractedClaim
from enduse.claims.reading import read_text

HEAD = "A title that stands above the text\n\n"


def read(*paragraphs: str, stated: dict[str, str] | None = None) -> ArticleClaims:
    """Read an article of these paragraphs under a neutral title; every quote must be verbatim."""
    text = HEAD + "\n\n".join(paragraphs) + "\n"
    found = read_text("made.txt", text, stated)
    assert all(text[one.start : one.end] == one.quote for one in found.claims)
    return found


def claim(article: ArticleClaims, words: str) -> ExtractedClaim:
    """Return the first claim of the body that holds the words."""
    return next(one for one in article.claims if words in one.quote and not one.headline)


def chain(one: ExtractedClaim) -> list[tuple[str, str | None]]:
    """Return the chain without the publisher."""
    return [(node.type, node.name) for node in one.chain[1:]]


OFFICIALS = ("anonymous", "two officials")


@pytest.mark.parametrize(
    ("sentence", "words", "expected"),
    [
        ("Two officials said that Invented Works received the engines.", "received the engines", [("anonymous", "Two officials")]),
        ("Invented Works received the engines, two officials said.", "received the engines", [OFFICIALS]),
        ("Invented Works received the engines, according to two officials.", "received the engines", [OFFICIALS]),
        ("According to two officials, Invented Works received the engines.", "received the engines", [OFFICIALS]),
        (
            "It was reported by the Invented Courier that the plant received engines.",
            "received engines",
            [("outlet", "the Invented Courier")],
        ),
        ("“We never saw the engines,” said Anna Example, a manager at the plant.", "never saw", [("person", "Anna Example")]),
        (
            "Anna Example, a researcher at the Invented Institute, said the plant received engines.",
            "received engines",
            [("person", "Anna Example")],
        ),
        ("The plant, argued Anna Example, cannot work without engines.", "cannot work", [("person", "Anna Example")]),
        (
            "The investigation by the Invented Institute found 97 suppliers of engines.",
            "97 suppliers",
            [("organisation", "Invented Institute")],
        ),
        ("Customs records show that the plant received engines.", "received engines", [("dataset", "Customs records")]),
    ],
)
def test_a_sentence_hands_its_content_to_who_says_it(sentence: str, words: str, expected: list[tuple[str, str]]) -> None:
    """Direct, indirect, inverted, passive, parenthetical and nominal attributions."""
    assert chain(claim(read(sentence), words)) == expected


def test_chains_nest_from_the_outlet_to_what_the_sources_saw() -> None:
    """Outlet cites outlet, which cites officials, who saw documents; the next paragraph's officials stay under that outlet."""
    article = read(
        "The Invented Courier reported on Monday, citing two officials in a European intelligence agency and reviewed documents, "
        "that the plant received engines.",
        "The officials said the plant had tested three of them.",
        stated={"outlet": "Example Wire"},
    )
    said = claim(article, "received engines").chain
    assert [node.type for node in said] == ["outlet", "outlet", "anonymous", "document"]
    assert (said[0].name, said[2].number, said[2].source_class) == ("Example Wire", 2, "intelligence")
    carried = claim(article, "had tested").chain
    assert [(node.type, node.implied) for node in carried] == [("outlet", False), ("outlet", True), ("anonymous", False)]


def test_pronouns_and_quotations_going_on_keep_their_speaker() -> None:
    """A pronoun, and a second quotation without a cue, belong to the last person who spoke."""
    article = read(
        "Anna Example, an analyst, said the plant received engines. She added that it uses them. “It will need more of them. It "
        "has no choice.”"
    )
    assert {claim(article, words).root.name for words in ("uses them", "need more", "no choice")} == {"Anna Example"}  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("sentence", "stance", "hedge"),
    [
        ("The plant received the engines in 2023.", "asserted", None),
        ("The plant may have received the engines.", "uncertain", "may"),
        ("The plant reportedly received the engines.", "uncertain", "reportedly"),
        ("Analysts believe the plant received the engines.", "uncertain", "believe"),
        ("The plant is believed to have received the engines.", "uncertain", "is believed to"),
        ("Example Trading denied supplying the plant.", "denied", None),
        ("Example Trading said it had never supplied the plant.", "denied", None),
        ("The ministry called the report baseless and said the claims are false.", "denied", None),
    ],
)
def test_stance_follows_hedges_and_denials(sentence: str, stance: str, hedge: str | None) -> None:
    """Hedges are kept as worded; only the accused side denies."""
    found = read(sentence).claims[1]
    assert found.stance == stance
    assert hedge is None or hedge in found.hedges


def test_not_knowing_is_no_denial_of_the_thing() -> None:
    """Not being aware is denied, of knowledge only; a statement of others in the negative is no denial."""
    article = read("The Invented Ministry said it was not aware of the project.", "Two officials said that the drones have not been used.")
    assert (claim(article, "not aware").stance, claim(article, "not aware").of_knowledge) == ("denied", True)
    assert (claim(article, "have not been used").stance, claim(article, "have not been used").polarity) == ("asserted", "negative")


@pytest.mark.parametrize(
    ("sentence", "stage"),
    [
        ("The plant is considering sending drones to the army.", "considering"),
        ("The two firms held talks about building a drone.", "talks"),
        ("The firms began developing and testing a drone to be shipped to the army.", "testing"),
        ("The firm is developing a drone similar to the drones deployed at the front.", "developing"),
        ("Example Trading delivered 40 engines to Invented Works.", "shipped"),
        ("Invented Works received 40 engines.", "received"),
        ("The army still relies on drone supplies from abroad.", None),
        ("If the firm delivers drones, sanctions would follow.", None),
        ("The drones have not been used.", None),
    ],
)
def test_the_ladder_is_never_climbed(sentence: str, stage: str | None) -> None:
    """A claim stands on the rung its own main verb names; purposes, conditions, nouns and negations name none."""
    assert read(sentence).claims[1].stage == stage


def test_a_sentence_is_cut_into_what_it_says() -> None:
    """Coordinated verbs and parentheses are claims of their own, each verbatim."""
    article = read("Example Trading delivered engines to Invented Works (under sanctions since 2022) and received a payment from the bank.")
    assert claim(article, "received a payment").quote == "received a payment from the bank"
    assert any(one.type == "listing" and one.quote == "under sanctions since 2022" for one in article.claims)


def test_a_headline_that_says_more_than_its_text_is_pointed_out() -> None:
    """The headline ships what the text only considers."""
    text = (
        "Example Trading ships attack drones to Invented Works\n\nOfficials said that Example Trading is considering sending attack "
        "drones to Invented Works.\n"
    )
    assert [one.kind for one in read_text("made.txt", text).view.problems] == ["headline_stronger"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The plant received 20 drones in 2023, including 35 drones of the new type.",
        "The plant built 3,000 drones in the first half of 2023, compared to 2,500 drones for the entirety of 2023.",
    ],
)
def test_a_part_larger_than_its_whole_is_reported(sentence: str) -> None:
    """Numbers that cannot both be right are pointed out, never corrected."""
    assert "part_larger_than_whole" in [one.kind for one in read(sentence).view.problems]


@pytest.mark.parametrize(
    ("sentence", "words", "root"),
    [
        ("Компания «Пример» поставила 40 двигателей заводу, заявил Иван Выдуман.", "поставила", "Иван Выдуман"),
        ("По данным издания Рейтер, завод получил семь дронов.", "получил", "Рейтер"),
        ("«Мы ничего не поставляли», — сказала Анна Пример.", "не поставляли", "Анна Пример"),
        ("Представитель завода сообщил, что двигатели получены.", "двигатели получены", "Представитель завода"),
        ("据路透社报道，工厂收到了七架无人机。", "收到了七架无人机", "路透社"),
        ("外交部发言人表示，中方严格管控出口。", "严格管控出口", "外交部发言人"),
        ("“我们没有出售任何发动机，”示例公司发言人李某说。", "没有出售", "示例公司发言人李某"),
    ],
)
def test_russian_and_chinese_sentences_have_speakers(sentence: str, words: str, root: str) -> None:
    """Quotations, verbs of saying and "по данным" / 据 ... 报道."""
    article = read_text("made.txt", f"{sentence} {sentence}\n")
    found = next(one for one in article.claims if words in one.quote)
    assert found.root is not None
    assert found.root.name == root


def test_reading_is_repeatable_quick_and_offline(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same bytes give the same claims, at 1,500 words a second or more, with sockets refused."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    paragraphs = [
        f"Two officials said that Invented Works received {number} engines from Example Trading in 2023, worth over €1.5 million."
        for number in range(2, 202)
    ]
    began = time.process_time()
    first = read(*paragraphs)
    seconds = time.process_time() - began
    assert read(*paragraphs) == first
    assert sum(len(one.split()) for one in paragraphs) / seconds >= 1500


@pytest.mark.parametrize(
    "text", ["", " \n", "“", "?!?!", "\ufeff\u200b", "»«" * 50, "(" * 2000, "said " * 400, "A, " * 800, "1,000 " * 500, "据" * 500]
)
def test_hostile_text_is_read_without_a_crash(text: str) -> None:
    """Whatever the file holds, reading ends."""
    read_text("made.txt", text)
