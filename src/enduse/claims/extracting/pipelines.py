"""Names found by an official spaCy pipeline, when the user has installed one: further candidates beside the rules' own, never needed.

Nothing is downloaded. A pipeline counts as official when it is installed under its maintainers' name with a version of the spaCy beside
it; packages under such a name with another version are not even loaded, because loading a package runs its code.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from importlib import import_module, metadata
from importlib.util import find_spec
from typing import Any

from enduse.claims.extracted import ArticleClaims, ExtractedClaim, Mention, MentionKind
from enduse.claims.reading.gazetteer import COUNTRY
from enduse.claims.words.english import FINITE
from enduse.errors import SettingError

_OFFICIAL: dict[str, tuple[str, ...]] = {
    language: tuple(f"{language}_core_{genre}_{size}" for size in ("lg", "md", "sm"))
    for language, genre in (("en", "web"), ("ru", "news"), ("uk", "news"), ("zh", "web"))
}
_KINDS: dict[str, MentionKind] = {"PERSON": "person", "PER": "person", "ORG": "organisation", "GPE": "place", "LOC": "place"}
_UNUSED = ["tagger", "parser", "senter", "morphologizer", "attribute_ruler", "lemmatizer"]
_TRIM_START, _TRIM_END = re.compile(r"(?:\W|[Tt]he\s)*"), re.compile(r"(?:[’']s)?(?:[^\w.]|(?<![A-Z])\.)*\Z")


@dataclass(frozen=True)
class Pipeline:
    """An official pipeline as installed, with the language it reads."""

    language: str
    name: str
    version: str


def installed() -> tuple[Pipeline, ...]:
    """Return the largest usable official pipeline of each language; none without spaCy."""
    if find_spec("spacy") is None:
        return ()
    spacy: Any = import_module("spacy")
    there = set(import_module("spacy.util").get_installed_models())
    found: list[Pipeline] = []
    for language, names in _OFFICIAL.items():
        usable = ((name, _version(name)) for name in names if name in there)
        fits = next(((name, version) for name, version in usable if _release(version) == _release(str(spacy.__version__))), None)
        if fits is not None:
            found.append(Pipeline(language, *fits))
    return tuple(found)


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        # Installed under another name than its maintainers': a copy by somebody else.
        return ""


def _release(version: str) -> tuple[str, ...]:
    """Return the first two numbers of a version, which pipelines share with the spaCy they were made for."""
    return tuple(version.split(".")[:2])


def with_names(articles: Sequence[ArticleClaims]) -> tuple[list[ArticleClaims], list[Pipeline]]:
    """Return the articles with the pipelines' names as further candidates, and the pipelines used; both as they were without any.

    The rules' own mentions, speakers and claims stay as they are: a name is added only where no mention stands. Raises SettingError
    when an installed pipeline cannot be loaded.
    """
    known = {one.language: one for one in installed()} if articles else {}
    used = sorted({one.view.language for one in articles if one.view.language in known} - {None}, key=str)
    loaded = {language: _load(known[str(language)]) for language in used}
    named = [_named(one, loaded[one.view.language]) if one.view.language in loaded else one for one in articles]
    return named, [known[str(language)] for language in used]


def _load(pipeline: Pipeline) -> Any:
    try:
        return import_module("spacy").load(pipeline.name, exclude=_UNUSED)
    except (OSError, ValueError, ImportError) as error:
        raise SettingError(
            f"the spaCy pipeline {pipeline.name} {pipeline.version} cannot be loaded ({str(error)[:200]}); install it anew, or "
            f"add --no-pipeline"
        ) from error


def _named(article: ArticleClaims, pipeline: Any) -> ArticleClaims:
    flat = article.view.text.replace("\n", " ")
    sentences = article.view.sentences
    found: list[Mention] = []
    for (start, _), document in zip(sentences, pipeline.pipe([flat[first:last] for first, last in sentences]), strict=True):
        for entity in document.ents:
            kind = _KINDS.get(entity.label_)
            mention = _trimmed(flat, start + entity.start_char, start + entity.end_char, kind) if kind else None
            if mention is not None and not any(
                one.start < mention.end and mention.start < one.end for one in (*article.view.mentions, *found)
            ):
                found.append(mention)
    if not found:
        return article
    claims = tuple(_with(claim, found) for claim in article.claims)
    return ArticleClaims(replace(article.view, mentions=_sorted((*article.view.mentions, *found))), claims)


def _trimmed(text: str, start: int, end: int, kind: MentionKind) -> Mention | None:
    """Return the name without article, marks and possessive; None when no letter is left."""
    lead, tail = _TRIM_START.match(text, start, end), _TRIM_END.search(text[start:end])
    start, end = (lead.end() if lead else start), (start + tail.start() if tail else end)
    words = text[start:end]
    if end - start < 2 or not any(one.isalpha() for one in words):
        return None
    return Mention(start, end, words, kind, country=COUNTRY.get(words) if kind == "place" else None)


def _with(claim: ExtractedClaim, found: Iterable[Mention]) -> ExtractedClaim:
    inside = [one for one in found if claim.start <= one.start and one.end <= claim.end]
    if not inside:
        return claim
    verb = FINITE.search(claim.quote)
    if verb is not None:
        place = claim.start + verb.start()
        inside = [replace(one, role="subject" if one.end <= place else "object") for one in inside]
    return replace(claim, mentions=_sorted((*claim.mentions, *inside)))


def _sorted(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    return tuple(sorted(mentions, key=lambda one: (one.start, one.end)))
