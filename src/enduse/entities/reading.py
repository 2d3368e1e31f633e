"""What a printed company name says, word by word, so that names meet across scripts: by sound and by meaning.

`names.Named` is the key under which equal names merge; a `Reading` is for comparing names that are not equal. A name is read
once; the same name always gives the same reading.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import Literal

from enduse.entities import arabic_words as in_arabic
from enduse.entities import chinese, chinese_sounds, glosses
from enduse.entities.chinese import Span
from enduse.entities.korean_words import parts
from enduse.entities.marked import marked
from enduse.entities.names import analyse as analyse_key
from enduse.entities.notes import before_bracket, place_in, without_city_mark, without_notes
from enduse.entities.parting import names_in
from enduse.entities.printed import bare, initials_in
from enduse.entities.read_words import WEIGHT, Word, brand_weight, meant_word, words_of
from enduse.terms.arabic_letters import BEHIND as BEHIND_ARABIC
from enduse.terms.arabic_letters import LETTERS as ARABIC
from enduse.terms.garbled import readable
from enduse.terms.hangul import HANGUL, usual
from enduse.terms.legal_forms import without_korean_forms
from enduse.terms.national_forms import BEHIND
from enduse.terms.scripts import SIGNS
from enduse.terms.sounds import in_latin, sound_of

Script = Literal["latin", "cyrillic", "han", "mixed", "other"]
_HAN_RUN = re.compile(f"[{SIGNS}]+")
_KOREAN_ORDINAL = re.compile("제(?=[0-9])")
_CYRILLIC = re.compile(r"[\u0400-\u052f]")
_APOSTROPHES = re.compile(r"(?<=\w)['\u2018\u2019\u02bc`](?=\w\w)")
_CUT_SHORT = re.compile(r"(?<=[^\W\d_]{2})['\u2018\u2019\u02bc`](?=[tln]\b)", re.IGNORECASE)
"""What an English word leaves out of its middle: Gov't, Int'l, Ass'n."""
_UNWRITTEN = 2
"""Behind so many letters of an Arabic brand stands a short vowel that is not written."""
IN_ADDRESS = WEIGHT["place"] / 2
"""What a place tells that stands in an address behind the name, where it says nothing of a national subsidiary."""
IN_BRACKETS = WEIGHT["place"] - 0.01
"""What a country, or a city behind `г.`, tells in brackets behind a name: it parts sisters as any place, and alone makes no daughter."""
SYLLABLE = 2.8
"""What one Chinese character of a brand tells."""
_NAME_MIN = 4.0
"""What stands in brackets or behind a slash is a name of its own when it tells at least this much: an acronym of three letters."""
_SPELLED_MIN = 3
"""Words in front of initials in brackets from which they are a name, however little each tells."""
_NONCOMMERCIAL, _NO_PROFIT, _COMPANY_FORMS = "noncommercial", "ngo", frozenset({"llc", "jsc", "fz"})
_SERIAL = re.compile(r"\w-s\b", re.IGNORECASE)
"""A letter behind a hyphen is a serial letter, and no possessive."""


@dataclass(frozen=True, slots=True)
class Brand:
    """A stretch of Chinese characters of no known trade or place, with its sounds and glosses and where they stand."""

    text: str
    sound: str
    sounds: dict[str, list[Span]]
    glosses: dict[str, list[Span]]


@dataclass(frozen=True, eq=False)
class Reading:
    """What one printed name says. `key` is null when it is nothing but a legal form; `forms` are kinds of body (llc, jsc ...)."""

    name: str
    script: Script
    key: str | None
    forms: frozenset[str]
    words: tuple[Word, ...]
    brands: tuple[Brand, ...] = ()
    """Of a Chinese name; its known words stand in `words`."""
    national: frozenset[str] = field(default=frozenset())
    runs: tuple[str, ...] = ()
    """The stretches of Chinese characters of a Chinese name, simplified, without the legal form."""
    taken: frozenset[str] = frozenset()  # Words of a name in other letters that were taken for a legal form.

    @cached_property
    def places(self) -> tuple[str, ...]:
        """Places the name states, in English words, sorted."""
        return tuple(sorted({one.means or one.sound for one in self.words if one.kind == "place"}))

    @cached_property
    def trades(self) -> tuple[str, ...]:
        """Lines of business the name states, in English words, sorted."""
        return tuple(sorted({one.means or one.sound for one in self.words if one.kind == "trade"}))

    @cached_property
    def numbers(self) -> tuple[str, ...]:
        """Numbers and ordinals, in digits, sorted."""
        return tuple(sorted({one.sound for one in self.words if one.kind == "number"}))

    @cached_property
    def noncommercial(self) -> bool:
        """True when the name says that its bearer seeks no profit: an АНО, a nonprofit organisation."""
        return _NO_PROFIT in self.forms or any(one.means == _NONCOMMERCIAL for one in self.words)

    @cached_property
    def commercial(self) -> bool:
        """True when the name has the legal form of a company."""
        return not self.noncommercial and bool(self.forms & _COMPANY_FORMS)

    @cached_property
    def telling(self) -> float:
        """How much the whole name tells: the sum of its words' weights."""
        return sum(one.weight for one in self.words) + sum(SYLLABLE * len(one.text) for one in self.brands)

    @cached_property
    def joined(self) -> str:
        """What in the name is a brand as it sounds, in one piece."""
        core = [one.sound for one in self.words if one.kind in ("brand", "word")]
        return "".join([one.sound for one in self.brands] + core)


_BRACKETED = re.compile(r"^(.{3,}?)\s*[(（\[]([^()（）\[\]]{2,})[)）\]]\s*(.*)$", re.DOTALL)


@lru_cache(maxsize=100_000)
def readings(name: str) -> tuple[Reading, ...]:
    """Return what a name says; a second name in brackets or behind a slash is read apart from the first.

    >>> [one.key for one in readings("АО «Концерн Вымысел» (АО «Вымысел»)")]
    ['kontsern vymysel', 'vymysel']
    >>> [one.key for one in readings("Example (Hong Kong) Limited")]
    ['example hong kong']
    """
    name = readable(name)
    if several := tuple(one for one in map(analyse, names_in(name)) if one.telling >= _NAME_MIN):
        return several
    if bracketed := in_brackets(name):
        outside, inside = bracketed
        return (outside, inside) if inside.telling >= _NAME_MIN else (outside,)
    if "/" in name:
        parts = tuple(analyse(part) for part in re.split(r" / |(?<=\w{3})/(?=\w{3})", name))
        if len(parts) > 1 and all(one.telling >= _NAME_MIN for one in parts):
            return parts
    return (analyse(name),)


def in_brackets(name: str) -> tuple[Reading, Reading] | None:
    """Return what a name says without its brackets, and what in them may be a name of its own; null where nothing is.

    >>> [one.key for one in in_brackets("Kestrel Works (Vymysel)") or ()], in_brackets("Kestrel Works (Perm)")
    (['kestrel works', 'vymysel'], None)
    """
    name = readable(name)
    bracketed = _BRACKETED.match(name) if "(" in name or "[" in name or "（" in name else None
    if bracketed is None or place_in(bracketed[2].strip()):
        return None
    said = bracketed[2].strip()
    outside, inside = analyse(f"{bracketed[1]} {bracketed[3]}".strip()), analyse(without_city_mark(said) or said)
    told = outside.telling >= _NAME_MIN or (len(outside.words) >= _SPELLED_MIN and len(inside.words) == 1)
    return (outside, inside) if outside.key is not None and told and _names_company(inside) else None


def _names_company(inside: Reading) -> bool:
    said = [one.text for one in inside.words]
    if " ".join(said) in BEHIND or tuple(said) in BEHIND_ARABIC:
        # UG (haftungsbeschränkt)
        return False
    return bool(inside.brands) or any(one.kind in ("brand", "word") for one in inside.words)


@lru_cache(maxsize=300_000)
def analyse(name: str) -> Reading:
    """Return what a name says; never fails, whatever the text.

    >>> analyse("АО Уральский завод гражданской авиации").trades == analyse("Ural Works of Civil Aviation JSC").trades
    True
    >>> analyse("Ural Civil Aviation Plant").places, analyse("CORP").key
    (('ural',), None)
    """
    text, bracket = before_bracket(unicodedata.normalize("NFKC", readable(name)))
    text, place = without_notes(text)
    text = bare(text)
    plain = text.isascii()
    if not plain or "'" in text or "`" in text:
        text = _CUT_SHORT.sub("", text)
        if len(_APOSTROPHES.findall(text)) == 1:
            # Qa'ida is one word; two marks may be quotation marks.
            text = _APOSTROPHES.sub("", text)
    if not plain and _HAN_RUN.search(text):
        return _with_places(_read_han(name, text), (bracket, IN_BRACKETS))
    if not plain and HANGUL.search(text):
        return _with_places(_read_korean(name, text), (bracket, IN_BRACKETS))
    if not plain and ARABIC.search(text):
        return _with_places(_read_arabic(name, text), (bracket, IN_BRACKETS))
    named = analyse_key(text)
    script: Script = "latin" if plain else "cyrillic" if _CYRILLIC.search(text) else "latin" if _is_latin(text) else "other"
    russian = script == "cyrillic"
    words = marked(text, tuple(words_of(named.tokens, initials_in(text), russian, not russian and _SERIAL.search(text) is None)))
    read = Reading(name, script, named.key, named.classes, words, (), named.national, (), named.taken)
    return _with_places(read, (bracket, IN_BRACKETS), (place, IN_ADDRESS))


def _with_places(read: Reading, *places: tuple[str, float]) -> Reading:
    """Return a reading with the places that stand behind its name, each with what it tells; a place that the name says counts there."""
    words = read.words
    for where, weight in places:
        beside = [one._replace(weight=weight) for one in words_of((where,)) if one.kind == "place"] if where else []
        words += tuple(one for one in beside if all(one.means != it.means for it in words))
    return read if words is read.words else replace(read, words=words)


def _read_han(name: str, text: str) -> Reading:
    named = analyse_key(text)
    core = chinese.numbered(chinese.simplified(named.key or ""))
    words: list[Word] = []
    brands: list[Brand] = []
    latin: list[str] = []
    runs: list[str] = []
    start = 0
    for run in _HAN_RUN.finditer(core):
        latin.append(core[start : run.start()])
        start = run.end()
        runs.append(simple := run[0])
        for segment in chinese.segments(simple):
            part = simple[segment.start : segment.end]
            if segment.means:
                words += [meant_word(part, "", one) for one in segment.means]
            else:
                brands.append(Brand(part, chinese_sounds.spelled(part), chinese_sounds.sounds(part), glosses.glosses(part)))
    latin.append(core[start:])
    tokens = tuple(token for part in latin for token in re.findall(r"[a-z]+|\d+", in_latin(part)))
    words += words_of(tokens)
    script: Script = "mixed" if any(map(str.isalpha, tokens)) else "han"
    return Reading(name, script, named.key, named.classes, tuple(words), tuple(brands), named.national, tuple(runs))


def _read_korean(name: str, text: str) -> Reading:
    named = analyse_key(text)
    words: list[Word] = []
    for printed in re.findall(r"[\uac00-\ud7a3]+|[^\W\uac00-\ud7a3]+", _KOREAN_ORDINAL.sub(" ", without_korean_forms(text))):
        if not HANGUL.match(printed):
            words += words_of((in_latin(printed.casefold()),))
            continue
        for part in parts(printed, begins=not words):
            sound = sound_of(usual(part.text)[0])
            words += [meant_word(part.text, "", one) for one in part.means] or [Word(part.text, sound, None, "brand", brand_weight(sound))]
    return Reading(name, "other", named.key, named.classes, tuple(words), national=named.national, taken=named.taken)


def _read_arabic(name: str, text: str) -> Reading:
    named = analyse_key(text)
    words: list[Word] = []
    for token in named.tokens:
        if token.isdecimal():
            words.append(Word(token, str(int(token)), None, "number", WEIGHT["number"]))
        elif not ARABIC.search(token):
            words += words_of((token,))
        else:
            for one in in_arabic.parts([token]):
                brand = Word(one.text, one.text, None, "brand", brand_weight(one.text + one.text[1::_UNWRITTEN]))
                words += [meant_word(one.text, "", meaning) for meaning in one.means] or [brand]
    return Reading(name, "other", named.key, named.classes, tuple(words), national=named.national, taken=named.taken)


def _is_latin(text: str) -> bool:
    return all(unicodedata.name(letter, "").startswith("LATIN") for letter in text if letter.isalpha())
