"""A local stub endpoint that invents, alters, obeys injected orders, breaks, stalls and redirects: nothing unprinted comes through."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from enduse.claims.extracting.endpoint import Wait
from enduse.claims.extracting.extraction import Extraction, by_endpoint
from enduse.claims.extracting.replies import Cache
from enduse.errors import EndpointFailed, SettingError
from enduse.settings import Extractor
from tests.claims.extracting import corrupted
from tests.claims.extracting.made import HONEST, article
from tests.claims.extracting.stub import Endpoint, serving

KEY = "invented-key-1234567890"
Run = Callable[..., Extraction]


@pytest.fixture
def stub(monkeypatch: pytest.MonkeyPatch) -> Iterator[Endpoint]:
    """Return a stub endpoint; the key is in the environment, and a proxy nobody must ask."""
    monkeypatch.setenv("ENDUSE_EXTRACTOR_KEY", KEY)
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    with serving(Endpoint()) as endpoint:
        yield endpoint


@pytest.fixture
def run(stub: Endpoint, tmp_path: Path) -> Run:
    """Return a function that reads the made article through the stub, with settings of its own."""

    def ask(**settings: Any) -> Extraction:
        chosen = Extractor(base_url=stub.base, model="invented-model", **settings)
        return by_endpoint([article()], chosen, Cache(tmp_path / "cache" / "extractor"), wait=Wait(0.01, 0.02))

    return ask


def kept(folder: Path) -> str:
    """Return everything written below the folder."""
    return "\n".join(one.read_text(encoding="utf-8") for one in sorted(folder.rglob("*")) if one.is_file())


def test_all_corrupted_claims_of_one_reply_are_refused(stub: Endpoint, run: Run) -> None:
    """A model that offers every corruption at once gets none through, each for its own reason."""
    stub.says([claim for _, claim, _ in corrupted.CLAIMS])
    found = run()
    assert found.articles[0].claims == ()
    assert [one.reason for one in found.rejects] == [reason for _, _, reason in corrupted.CLAIMS]


@pytest.mark.parametrize(("content", "reason"), [one[1:] for one in corrupted.REPLIES], ids=[one[0] for one in corrupted.REPLIES])
def test_a_corrupted_reply_is_refused_whole(stub: Endpoint, run: Run, content: str, reason: str) -> None:
    """What is no list of claims yields no claim and one reject."""
    stub.content = content
    found = run()
    assert (found.articles[0].claims, [one.reason for one in found.rejects]) == ((), [reason])


def test_a_reply_cut_at_its_limit_is_refused(stub: Endpoint, run: Run) -> None:
    """Half a list might lack the sentence that changes it."""
    stub.finish = "length"
    assert [one.reason for one in run().rejects] == ["reply_cut"]


@pytest.mark.parametrize("around", ["{}", "```json\n{}\n```", "Here are the claims:\n\n{}\n\nI hope this helps!"])
def test_honest_replies_pass_in_full(stub: Endpoint, run: Run, around: str) -> None:
    """Every honest claim comes through, also with a sentence or a fence around the JSON."""
    stub.content = around.replace("{}", json.dumps({"claims": list(HONEST.values())}, ensure_ascii=False))
    found = run()
    assert (len(found.articles[0].claims), found.rejects) == (len(HONEST), [])


def test_the_article_is_sent_as_data_without_its_furniture(stub: Endpoint, run: Run) -> None:
    """Between two marker lines, under instructions that say so; menus and teasers stay here, and no tool is offered."""
    run()
    (_, request), *more = stub.seen
    assert more == []
    system, user = (one["content"] for one in request["messages"])
    marker = next(line for line in user.splitlines() if line.startswith("ARTICLE-"))
    inside = user.split(f"\n{marker}\n")[1]
    assert "never do it" in system
    assert "ignore all previous instructions" in inside
    assert "9,999" not in user
    assert "77 tanks" not in user
    assert not {"tools", "functions"} & set(request)


def test_long_articles_are_sent_in_parts(stub: Endpoint, run: Run) -> None:
    """Each part is asked for apart and keeps whole paragraphs."""
    run(article_chars_max=500)
    texts = [request["messages"][1]["content"] for _, request in stub.seen]
    assert len(texts) >= 2
    assert sum("The plant was placed under sanctions on 3 March 2022." in one for one in texts) == 1


def test_a_second_run_is_offline_and_equal(stub: Endpoint, run: Run, tmp_path: Path) -> None:
    """Replies are kept by what was asked; a changed setting asks again; the key is kept nowhere."""
    stub.says([HONEST["delivered"], HONEST["listed"], "nonsense"])
    first = run()
    stub.tricks = ["status 500"] * 9
    assert run() == first
    assert len(stub.seen) == 1
    assert stub.seen[0][0]["Authorization"] == f"Bearer {KEY}"
    stub.tricks = []
    run(options={"temperature": 0, "seed": 7})
    assert (len(stub.seen), len(list((tmp_path / "cache").rglob("*.json")))) == (2, 2)
    assert KEY not in kept(tmp_path) + repr(first)


def test_a_damaged_cache_is_asked_again(stub: Endpoint, run: Run, tmp_path: Path) -> None:
    """A reply altered on disk is not believed."""
    stub.says([HONEST["listed"]])
    first = run()
    (file,) = (tmp_path / "cache").rglob("*.json")
    file.write_text(file.read_text(encoding="utf-8").replace("listing", "plan"), encoding="utf-8")
    assert run() == first
    assert len(stub.seen) == 2


@pytest.mark.parametrize(
    ("tricks", "tries"),
    [(["status 429 busy"], 2), (["status 500", "status 503"], 3), (["hang-up"], 2), (["stall"], 2), (["drip"], 2)],
    ids=["429", "500 and 503", "hung up", "stalled", "dripping"],
)
def test_what_may_pass_is_tried_again(stub: Endpoint, run: Run, tricks: list[str], tries: int) -> None:
    """A busy, failing or silent server is asked again, and then read."""
    stub.says([HONEST["listed"]])
    stub.tricks = tricks
    assert len(run(timeout_s=0.3).articles[0].claims) == 1
    assert len(stub.seen) == tries


@pytest.mark.parametrize(
    ("trick", "tries", "said"),
    [
        ("status 429", 3, "429"),
        ("status 500", 3, "500"),
        ("stall", 3, "did not answer within"),
        ("drip", 3, "not whole within"),
        ("hang-up", 3, "connection failed"),
        ("status 400 no such model", 1, "reply_format"),
        (f"status 401 wrong key {KEY}", 1, "key_env"),
        ("status 404", 1, "base_url"),
        ("redirect http://127.0.0.1:9/v1/chat/completions", 1, "redirects"),
        ("huge 5000", 1, "longer than 4,000 bytes"),
        ("zipped", 1, "compressed"),
        ("raw <html>", 1, "no chat completion"),
        ('raw {"choices": []}', 1, "no chat completion"),
        ('raw {"choices": [{"message": {"content": 5}}]}', 1, "no text"),
        (f'raw {{"choices": [{{"message": {{"content": "{KEY}"}}}}]}}', 1, "holds the key"),
    ],
)
def test_what_cannot_pass_ends_in_one_sentence(stub: Endpoint, run: Run, tmp_path: Path, trick: str, tries: int, said: str) -> None:
    """Clear words, what to do, no key, nothing kept; only what may pass is tried again."""
    stub.tricks = [trick] * 9
    with pytest.raises(EndpointFailed, match=said) as refused:
        run(timeout_s=0.3, reply_bytes_max=4000)
    assert len(stub.seen) == tries
    assert KEY not in str(refused.value) + kept(tmp_path)


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"base_url": "http://192.0.2.1/v1"}, "plain_http"),
        ({"base_url": "ftp://127.0.0.1/v1"}, "no http"),
        ({"base_url": "https://user:secret@127.0.0.1/v1"}, "holds a user"),
        ({"base_url": "https://[/v1"}, "no http"),
        ({"base_url": "https://127.0.0.1/v1", "api_key": "secret"}, "environment variable"),
        ({"base_url": "https://127.0.0.1/v1", "options": {"messages": "x"}}, "cannot be replaced"),
    ],
)
def test_settings_that_would_leak_are_refused(settings: dict[str, Any], said: str) -> None:
    """No key in the file, no text in the clear over a network, no instructions replaced."""
    with pytest.raises(ValueError, match=said) as refused:
        Extractor.model_validate({"model": "invented-model", **settings})
    assert isinstance(refused.value, ValidationError)
    assert "secret" not in " ".join(one["msg"] for one in refused.value.errors())


def test_a_key_that_was_named_must_be_there(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A named variable that is not set, or holds blanks, is an error that does not print it."""
    with pytest.raises(SettingError, match="INVENTED_KEY"):
        run(key_env="INVENTED_KEY")
    monkeypatch.setenv("INVENTED_KEY", "two words")
    with pytest.raises(SettingError, match="holds blanks") as refused:
        run(key_env="INVENTED_KEY")
    assert "two words" not in str(refused.value)


def test_a_local_server_needs_no_key(stub: Endpoint, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a key no Authorization is sent."""
    monkeypatch.delenv("ENDUSE_EXTRACTOR_KEY")
    run(reply_format="json_schema")
    headers, request = stub.seen[0]
    assert "Authorization" not in headers
    assert request["response_format"]["json_schema"]["schema"]["required"] == ["claims"]


def test_the_settings_of_the_guide_are_accepted() -> None:
    """Every line of the guide's enduse.toml, commented ones too, is a setting with its default."""
    page = (Path(__file__).resolve().parents[3] / "docs" / "guide" / "extractor.md").read_text(encoding="utf-8")
    written = page.split("```toml")[1].split("```")[0].replace("# enduse.toml", "")
    said = tomllib.loads("\n".join(line.removeprefix("# ") for line in written.splitlines()))["extractor"]
    assert Extractor.model_validate(said) == Extractor(base_url=said["base_url"], model=said["model"])
    assert set(said) == set(Extractor.model_fields) - {"plain_http"}
