"""Articles read by an extractor a person asked for: each reply kept, each claim through the gate, the rest in the rejects."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from enduse.claims.extracted import ArticleClaims
from enduse.claims.extracting.asking import PROMPT_SHA256, parts, request_of
from enduse.claims.extracting.endpoint import Reply, Wait, ask, key_of
from enduse.claims.extracting.gate import cleaned, gate, grounded
from enduse.claims.extracting.page import Page
from enduse.claims.extracting.refusals import Refusal, Reject
from enduse.claims.extracting.replies import Cache, read_reply
from enduse.errors import SettingError
from enduse.settings import FILE_NAME, Extractor, load
from enduse.store import Progress, silent

EXTRACTORS = ("rules", "endpoint")
_NEEDED = """Write into its enduse.toml:
[extractor]
base_url = "http://127.0.0.1:8080/v1"
model = "NAME"
and put the key, if one is needed, in the environment variable ENDUSE_EXTRACTOR_KEY. Article text is then sent to that address."""


@dataclass(frozen=True)
class Extraction:
    """Articles with the claims that passed, what did not and why, and who read them (empty for the rules)."""

    articles: list[ArticleClaims]
    rejects: list[Reject] = field(default_factory=list)
    extractor: dict[str, str] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """Return what the command adds to its answer: what did not pass the gate, and the extractor unless the rules read."""
        said: dict[str, Any] = {"rejects": [one.as_json() for one in self.rejects]}
        return said | ({"extractor": self.extractor} if self.extractor else {})


def extract(name: str, articles: Sequence[ArticleClaims], workspace: Path | None, progress: Progress = silent) -> Extraction:
    """Return the articles as the named extractor reads them, each claim through the gate: `rules` or `endpoint` (of the workspace).

    Raises SettingError for an unknown extractor or one that is not set up, EndpointFailed when the endpoint gives no usable answer.
    """
    if name == "rules":
        judged = [grounded(one) for one in articles]
        return Extraction([one for one, _ in judged], [reject for _, rejects in judged for reject in rejects])
    if name not in EXTRACTORS:
        raise SettingError(f"--extractor {name!r}: {' or '.join(EXTRACTORS)} are accepted")
    folder = workspace or Path()
    if workspace is None and not (folder / FILE_NAME).is_file():
        raise SettingError(f"--extractor endpoint takes its settings from a workspace: add --workspace DIR. {_NEEDED}")
    settings = load(folder).extractor
    if settings is None:
        raise SettingError(f"{folder / FILE_NAME} names no endpoint. {_NEEDED}")
    return by_endpoint(articles, settings, Cache(folder / "cache" / "extractor"), progress)


def by_endpoint(
    articles: Sequence[ArticleClaims], settings: Extractor, cache: Cache, progress: Progress = silent, wait: Wait | None = None
) -> Extraction:
    """Return the articles with the endpoint's claims that pass the gate; replies held in the cache are not asked for again."""
    found: list[ArticleClaims] = []
    rejects: list[Reject] = []
    for number, article in enumerate(articles):
        progress(f"asking {settings.model}", number, len(articles))
        page = Page(article)
        offers: list[object] = []
        for part in parts(page, settings.article_chars_max):
            reply = _reply(request_of(page, part, settings), settings, cache, wait)
            read = read_reply(reply)
            if isinstance(read, Refusal):
                rejects.append(Reject(article.view.article, read.reason, read.detail, cleaned(reply.content)))
            else:
                offers += read
        passed, refused = gate(article, offers)
        found.append(passed)
        rejects += refused
    said = {"name": "endpoint", "base_url": settings.base_url, "model": settings.model, "prompt_sha256": PROMPT_SHA256}
    return Extraction(found, rejects, said)


def _reply(body: dict[str, Any], settings: Extractor, cache: Cache, wait: Wait | None) -> Reply:
    name = cache.name_of(settings.base_url, body)
    held = cache.held(name)
    if held is None:
        held = ask(settings, body, key_of(settings), wait)
        cache.keep(name, settings.model, held)
    return held
