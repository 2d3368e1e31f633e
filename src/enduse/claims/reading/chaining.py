"""The chain from the publisher to the root, sentence by sentence: frames carried over, speakers named again, interview turns."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from enduse.claims.extracted import ArticleView, ChainNode
from enduse.claims.reading.attribution import Piece
from enduse.claims.reading.attribution.verbs import main_subject
from enduse.claims.reading.sources import nodes_of
from enduse.claims.reading.speakers import Memory, implied, is_anaphor, nearest
from enduse.claims.reading.turns import Turn

Chain = tuple[ChainNode, ...]
_LEAD_BLOCKS = 2
_PUBLIC = re.compile(r"\b(?:in|at) (?:an?|the) (?:\w+ ){0,2}(?:statement|release|press conference|email|post|speech)\b")
_PERSONAL = re.compile(r"he|she|they", re.IGNORECASE)
_ONE_OF = re.compile(r"(?P<count>one|another|two|both|some|several) of (?P<whole>them|(?:the|these|those) \w+)\Z", re.IGNORECASE)
_ITS = re.compile(r"it", re.IGNORECASE)
_FIRST_PERSON = re.compile(r"(?:I|we|our \w+|мы|я|我们|本报记者|本报|本刊|记者)(?: (?:also|then|still|have|had))?\Z", re.IGNORECASE)


@dataclass
class Chaining:
    """What is known of who spoke while the sentences of one article are read in order.

    `frame`: the outlet the lead cites, kept for what follows. `last`: who spoke last in this block. `turn`: whose turn of an
    interview it is.
    """

    view: ArticleView
    turns: Mapping[int, Turn] = field(default_factory=dict)
    memory: Memory = field(default_factory=Memory)
    frame: Chain = ()
    last: Chain = ()
    block: int = -1
    turn: Turn | None = None
    subject: Chain = ()

    def enter(self, block: int, begins: int) -> None:
        """Begin another block: who spoke is forgotten, unless it is the turn of somebody in an interview."""
        if block == self.block:
            return
        self.block = block
        self.subject = ()
        self.turn = self.turns.get(begins, self.turn)
        self.last = (self.turn.speaker,) if self.turn and self.turn.speaker else ()

    def about(self, start: int, end: int, handed: bool) -> None:
        """Keep who a sentence just read was about when it handed nothing over: the next one's "she" or "they"."""
        self.subject = ()
        found = None if handed else main_subject(self.view.text, start, end)
        if found is None:
            return
        named = [one for one in self.view.mentions if one.kind == "person" and found[0] <= one.start and one.end <= found[1]]
        if len(named) == 1 and named[0].end >= found[1] - 1:
            # "Crestline's managing partner, Hugo Example, is calm."
            self.subject = (ChainNode("person", named[0].text, start=named[0].start, end=named[0].end),)
            return
        head = re.split(r",\s|\swho\s", self.view.text[found[0] : found[1]])[0]
        nodes = () if is_anaphor(head) else nodes_of(self.view.text, found[0], found[0] + len(head), self.view.mentions)
        if len(nodes) == 1 and (nodes[0].type in ("person", "organisation") or nodes[0].source_class not in (None, "person")):
            self.subject = nodes
        else:
            people = [one for one in self.view.mentions if one.kind == "person" and start <= one.start < end]
            if len({one.text for one in people}) == 1:
                self.subject = (ChainNode("person", people[0].text, start=people[0].start, end=people[0].end),)

    @property
    def answers(self) -> bool:
        """Whether somebody interviewed speaks."""
        return self.turn is not None and self.turn.speaker is not None

    def chain(self, piece: Piece, sentence: str) -> Chain:
        """Return the nodes from the publisher inwards, and keep who spoke for the sentences after."""
        own: Chain = ()
        for first, last in piece.sources:
            own = _joined(own, self._named(first, last))
        own = tuple(one for one in own if not self._is_publisher(one))
        if not own:
            return self._carried(piece, sentence)
        # "Citing two officials, the Courier reported": the outlet has it from them, whatever comes first in print.
        own = tuple(sorted(own, key=lambda one: one.type != "outlet"))
        whole = _joined(self._frame_for(own, sentence), own)
        if piece.kind != "no_comment" or whole[-1].type != "anonymous":
            self.memory.add(whole, " ".join(self.view.text[first:last] for first, last in piece.sources))
        if piece.kind != "no_comment" and not self.answers:
            self.last = whole
        return self.published(whole)

    def published(self, nodes: Chain = ()) -> Chain:
        """Return the publisher followed by the nodes; the publisher only once."""
        publisher = ChainNode("outlet", self.view.outlet, implied=self.view.outlet is None)
        return (publisher, *[one for one in nodes if not self._is_publisher(one)])

    def _carried(self, piece: Piece, sentence: str) -> Chain:
        """Return the chain of a piece that names nobody: who spoke last, unless the publisher speaks of itself."""
        itself = bool(piece.sources) or self._opens_with_publisher(sentence) or self._about_speaker(piece)
        if itself and not self.answers:
            self.last = ()
            return self.published()
        if piece.kind == "quote" and self.subject and self.subject[0].type == "person" and not self.answers:
            # "The owner, Anna Example, is calm. "I move boxes."": the words are hers.
            return self.published(implied(self.subject))
        if piece.kind == "quote" and self.memory.spoken and not self.answers:
            return self.published(implied(self.memory.spoken[-1]))
        return self.published(self.last if self.answers else implied(self.last) if self.last else implied(self.frame))

    def _frame_for(self, own: Chain, sentence: str) -> Chain:
        if self.answers:
            return self.last
        if own[0].type == "outlet":
            if self.block < _LEAD_BLOCKS and not self.frame:
                self.frame = own[:1]
            elif self.frame and own[0].name != self.frame[0].name:
                self.frame = ()
            return ()
        if self.last and self.last[0].type == "outlet" and own[0].type == "anonymous":
            return implied(self.last[:1])
        return () if _PUBLIC.search(sentence) and own[-1].type != "anonymous" else implied(self.frame)

    def _is_publisher(self, node: ChainNode) -> bool:
        return (
            self.view.outlet is not None
            and node.name is not None
            and node.type in ("outlet", "organisation")
            and same_outlet(node.name, self.view.outlet)
        )

    def _about_speaker(self, piece: Piece) -> bool:
        """Tell whether a sentence without a cue is about the person who spoke last, by name: the publisher tells of them."""
        speaker = self.last[-1] if self.last else None
        if speaker is None or speaker.type != "person" or not speaker.name or piece.direct or piece.kind == "quote":
            return False
        names = speaker.name.split()
        surname = "(?:" + "|".join(map(re.escape, names)) + ")"
        opening = self.view.text[piece.start : min(piece.end, piece.start + 80)]
        return bool(re.match(rf"(?:(?:Mr|Ms|Mrs|Dr)\.? )?(?:{surname} ){{0,2}}{surname}\b(?![’']s?\b)", opening))

    def _opens_with_publisher(self, sentence: str) -> bool:
        if self.view.outlet is None:
            return False
        name = _plain(self.view.outlet)
        return _plain(sentence[: len(name) + 6]).startswith(name)

    def _named(self, start: int, end: int) -> Chain:
        text, mentions, dates = self.view.text, self.view.mentions, self.view.dates
        phrase = text[start:end].strip(" ,")
        head = re.split(r",\s|\swho\s", phrase)[0]
        if _FIRST_PERSON.fullmatch(head):
            return ()
        if self.subject and (_PERSONAL if self.subject[0].type != "organisation" else _ITS).fullmatch(head):
            return tuple(replace(one, implied=False) for one in self.subject)
        if part := _ONE_OF.match(head):
            whole = (
                self.subject
                if part["whole"] == "them" and self.subject
                else self.memory.carried("they" if part["whole"] == "them" else part["whole"])
            )
            if whole:
                alone = 1 if part["count"].casefold() in ("one", "another") else None
                return (
                    *implied(whole[:-1]),
                    replace(whole[-1], name=head, implied=False, number=alone, start=start, end=start + len(head)),
                )
        if is_anaphor(head):
            carried = self.memory.carried(head)
            meant = nearest(text, head, start, mentions)
            if (
                carried
                and meant is not None
                and meant.kind == "person"
                and carried[-1].type != "person"
                and (carried[-1].start or 0) < meant.start
            ):
                return (ChainNode("person", meant.text, start=start, end=end),)
            if carried:
                told = nodes_of(text, start, end, mentions, dates)
                access = told[-1].access if told else None
                return (*implied(carried[:-1]), replace(carried[-1], implied=False, access=access or carried[-1].access))
            if meant is not None:
                return (ChainNode("person" if meant.kind == "person" else "organisation", meant.text, start=start, end=end),)
            if _PERSONAL.fullmatch(head):
                # Somebody spoke, and the article does not say who: not the publisher.
                return (ChainNode("anonymous", head, start=start, end=start + len(head), source_class="person"),)
        nodes = nodes_of(text, start, end, mentions, dates)
        if len(nodes) == 1 and nodes[0].type == "person" and nodes[0].name:
            name = nodes[0].name
            for spoken in reversed(self.memory.spoken):
                known = spoken[-1].name
                if spoken[-1].type == "person" and known and (known == name or (" " not in name and name in known.split())):
                    # Named again by surname: the same speaker, but not the outlet that was told before.
                    return (replace(spoken[-1], implied=False, start=nodes[0].start, end=nodes[0].end),)
        return nodes


def _joined(outer: Chain, inner: Chain) -> Chain:
    names = {one.name for one in outer}
    return (*outer, *[one for one in inner if one.name not in names])


def _plain(name: str) -> str:
    return re.sub(r"^the ", "", re.sub(r"[«»“”\"《》]", "", name).strip().casefold())


def same_outlet(one: str, other: str) -> bool:
    """Tell whether two printed names are one outlet's: with "The" or without, or its last words ("the Blare" of the Morning Blare)."""
    left, right = sorted((_plain(one), _plain(other)), key=len)
    return bool(left) and (left == right or (len(left) > 3 and right.endswith(f" {left}")))
