"""Who spoke so far, and whom a pronoun, "the source" or "the company" carries back to."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from enduse.claims.extracted import ChainNode, Mention
from enduse.claims.words.english import FINITE
from enduse.claims.words.voices import COMPANY_LIKE, DOCUMENT_LIKE, OFFICE_WORDS, OUTLET_LIKE, PEOPLE_LIKE, words_of

PRONOUN = re.compile(r"(?:he|she|they|it|we|i|who|он|она|они|оно|他|她|他们|她们|它|他们两人)\Z", re.IGNORECASE)
_ANAPHOR = re.compile(
    r"(?:the|these|those|this|that|both|same|such|its|their|该|这(?:名|位|家|些)?|上述|эт(?:от|а|и)|данн(?:ый|ая)|сам)\s*(?:same "
    r"|two |three |four |\w+ed |other |latter |first |second |former )*(?P<head>[\w’'-]+(?: agency| tank)?)\Z",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"(?:источник\w*|собеседник\w*|издани[еяю]|газет[аы]|агентств[оа]|журналист\w*|эксперт|аналитик|автор\w*|чиновник\w*|"
    r"представител\w*|ведомств[оа]|компани[яи]|报告|报道|该报|报告作者|消息人士|发言人|官员|知情人士)\Z",
    re.IGNORECASE,
)
_LONGEST_MEMORY = 100
_NEAR = 400


@dataclass
class Memory:
    """Who spoke so far, latest last, each with the phrase that named them: what pronouns and "the source" carry back to."""

    spoken: list[tuple[ChainNode, ...]] = field(default_factory=list)
    phrases: list[str] = field(default_factory=list)

    def add(self, nodes: tuple[ChainNode, ...], phrase: str = "") -> None:
        """Keep the nodes of a cue just read."""
        if nodes:
            self.spoken.append(nodes)
            self.phrases.append(phrase.casefold())

    def carried(self, phrase: str) -> tuple[ChainNode, ...]:
        """Return the last speakers a pronoun or "the officials" can mean; empty when nobody fits."""
        head = _head(phrase)
        if head and not PRONOUN.match(head):
            told = self._by_word(head)
            if told or _BARE.match(phrase.strip(' ,“”"«»')):
                # Without an article, "источник" or 知情人士 may be somebody new: only the same word points back.
                return told
        fits = _fitting(head or phrase.casefold().strip())
        # Nobody is carried over more than a hundred speakers.
        for nodes in reversed(self.spoken[-_LONGEST_MEMORY:]):
            for place in range(len(nodes) - 1, -1, -1):
                if fits(nodes[place]):
                    return nodes[: place + 1]
        return ()

    def _by_word(self, head: str) -> tuple[ChainNode, ...]:
        """Return the last speakers who were named by the same word: "the accountant" after "her former accountant"."""
        word = re.compile(rf"\b{re.escape(_stem(head))}\w{{0,3}}\b")
        for nodes, phrase in zip(reversed(self.spoken[-_LONGEST_MEMORY:]), reversed(self.phrases[-_LONGEST_MEMORY:]), strict=True):
            for place in range(len(nodes) - 1, -1, -1):
                # "The company" is not "the company register".
                papers = nodes[place].type in ("document", "dataset") and head in COMPANY_LIKE
                if word.search((nodes[place].name or "").casefold()) and not papers:
                    return nodes[: place + 1]
            if word.search(phrase) and nodes[-1].type in ("person", "anonymous", "organisation"):
                return nodes
        return ()


def _stem(word: str) -> str:
    return re.sub(r"(?:ies|es|s|y)\Z", "", word) if word.isascii() else re.sub(r"(?:а|я|е|и|ы|у|ю|ом|ем|ов|ия|ие|ий)\Z", "", word)


def _head(phrase: str) -> str | None:
    plain = phrase.strip(' ,“”"«»')
    found = _ANAPHOR.match(plain)
    if found:
        return found["head"].casefold()
    return plain.casefold() if _BARE.match(plain) else None


def _fitting(head: str) -> Callable[[ChainNode], bool]:
    if head in PEOPLE_LIKE:
        return lambda one: (
            one.type == "person" or (one.type == "anonymous" and one.number in (1, None)) or one.source_class == "spokesperson"
        )
    if head in OUTLET_LIKE:
        return lambda one: one.type == "outlet"
    if head in ("report", "investigation", "investigators", "study", "statement"):
        return lambda one: one.type in ("document", "dataset", "organisation", "outlet")
    if head in DOCUMENT_LIKE:
        return lambda one: one.type in ("document", "dataset")
    if head in COMPANY_LIKE:
        return lambda one: (
            (one.type == "organisation" and not OFFICE_WORDS.search(one.name or ""))
            or (one.source_class == "spokesperson" and not OFFICE_WORDS.search(f"{one.name} {one.affiliation}"))
        )
    if head == "it":
        return lambda one: one.type in ("organisation", "outlet", "document", "dataset") or one.source_class == "spokesperson"
    if head in _BODIES:
        return lambda one: one.type in ("organisation", "outlet") or one.source_class == "spokesperson"
    if head.startswith("spokes"):
        return lambda one: one.source_class == "spokesperson"
    if head in ("they", "они", "他们", "她们"):
        return lambda one: one.type in ("anonymous", "organisation", "person")
    if head in _UNNAMED:
        return lambda one: one.type == "anonymous"
    return lambda _: False


_BODIES = words_of(
    "ministry embassy department institute it оно 它 we board service bureau committee commission council authority government "
    "office centre center watchdog tank archive bank regulator court police military army ведомство"
)
_UNNAMED = words_of(
    "official officials source sources insider insiders people persons person expert experts analysts diplomat diplomats "
    "executive executives employee employees witness witnesses researchers spokesman источник источника источники собеседник "
    "собеседники собеседника чиновник чиновники эксперт 消息人士 官员 知情人士"
)


def is_anaphor(phrase: str) -> bool:
    """Tell whether a phrase only points back: a pronoun, "the source", "these officials"."""
    return bool(PRONOUN.match(phrase.strip()) or _head(phrase))


def nearest(text: str, phrase: str, place: int, mentions: Sequence[Mention]) -> Mention | None:
    """Return the only company, or person, a sentence shortly before is about, for a phrase that points back; None if several."""
    head = _head(phrase) or phrase.casefold().strip()
    if head in COMPANY_LIKE or head == "it":
        kind = "company"
    elif head in ("he", "she", "он", "она", "他", "她"):
        kind = "person"
    else:
        return None
    near = [one for one in mentions if one.kind == kind and place - _NEAR <= one.start < place and not _is_object(text, one.start)]
    return near[-1] if near and len({one.text for one in near}) == 1 else None


def _is_object(text: str, place: int) -> bool:
    """Tell whether a verb stands before a name in its sentence, so that the sentence is about somebody else."""
    begin = max(text.rfind(stop, 0, place) for stop in (". ", "\n", "? ", "! ", "。", "; "))
    return bool(FINITE.search(text, max(begin, 0), place))


def implied(nodes: tuple[ChainNode, ...]) -> tuple[ChainNode, ...]:
    """Return the nodes as carried over rather than stated here."""
    return tuple(replace(one, implied=True) for one in nodes)
