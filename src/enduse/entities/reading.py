"""What a printed company name says, word by word, so that names meet across scripts: by sound and by meaning.

`names.Named` is the key under which equal names merge; a `Reading` is for comparing names that are not equal. A name is read
once; the same name always gives the same reading.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Literal, NamedTuple

from enduse.entities import arabic_words as in_arabic
from enduse.entities import chinese, chinese_sounds, glosses
from enduse.entities.chinese import Span
from enduse.entities.english_words import singular
from enduse.entities.glosses import gloss_stem
from enduse.entities.korean_words import parts
from enduse.entities.lexicon import Kind, Meaning
from enduse.entities.marked import marked
from enduse.entities.meaning import by_chance, in_one, meanings, meanings_alone
from enduse.entities.names import analyse as analyse_key
from enduse.entities.notes import before_bracket, place_in, without_city_mark, without_notes
from enduse.entities.numerals import ORDINALS, SPELLED, number_in, numbers_joined
from enduse.entities.parting import names_in
from enduse.entities.printed import articles, bare, initials_in, without_form_before, without_marks
from enduse.entities.words_joined import FIRST, ONE_WORD, in_full_beside
from enduse.terms.arabic_letters import BEHIND as BEHIND_ARABIC
from enduse.terms.arabic_letters import LETTERS as ARABIC
from enduse.terms.garbled import readable
from enduse.terms.hangul import HANGUL, usual
from enduse.terms.legal_forms import without_korean_forms
from enduse.terms.national_forms import BEHIND
from enduse.terms.scripts import SIGNS
from enduse.terms.sounds import in_latin, is_number, sound_alone, sound_of

Script = Literal["latin", "cyrillic", "han", "mixed", "other"]
_HAN_RUN = re.compile(f"[{SIGNS}]+")
_KOREAN_ORDINAL = re.compile("제(?=[0-9])")
_CYRILLIC = re.compile(r"[\u0400-\u052f]")
_APOSTROPHES = re.compile(r"(?<=\w)['\u2018\u2019\u02bc`](?=\w\w)")
_CUT_SHORT = re.compile(r"(?<=[^\W\d_]{2})['\u2018\u2019\u02bc`](?=[tln]\b)", re.IGNORECASE)
"""What an English word leaves out of its middle: Gov't, Int'l, Ass'n."""
_ARTICLES = frozenset({"al", "el", "la", "le", "les", "los", "las", "der", "die", "das"})
"""In front of a name they tell next to nothing; between its words they are left out (`printed`)."""
_SCIENCE, _INITIALS_MAX = "science", 4
WEIGHT: dict[Kind, float] = {"brand": 0.0, "word": 4.0, "place": 2.5, "trade": 2.2, "body": 0.6, "number": 2.5}
"""How much a word tells, in natural log units: about the logarithm of how many companies share it. A brand's grows with its length."""
_BRAND_BASE, _BRAND_LETTER, _BRAND_MAX = 1.5, 0.9, 9.0
_UNWRITTEN = 2
"""Behind so many letters of an Arabic brand stands a short vowel that is not written."""
IN_ADDRESS = WEIGHT["place"] / 2
"""What a place tells that stands in an address behind the name, where it says nothing of a national subsidiary."""
IN_BRACKETS = WEIGHT["place"] - 0.01
"""What a country, or a city behind `г.`, tells in brackets behind a name: it parts sisters as any place, and alone makes no daughter."""
FURTHER_PART = "+"
"""In the sound of every part of a compound but its first."""
SYLLABLE = 2.8
"""What one Chinese character of a brand tells."""
_NAME_MIN = 4.0
"""What stands in brackets or behind a slash is a name of its own when it tells at least this much: an acronym of three letters."""
_PARTED_MIN = 8
"""Letters of a known word that was printed in two."""
_SPELLED_MIN = 3
"""Words in front of initials in brackets from which they are a name, however little each tells."""
_COMMON_TRADE = frozenset(
    {"trade", "technology", "import", "export", "electronic", "engineering", "system", "equipment", "science", "logistics"}
)
"""Words of trade that so many names bear that they tell less than others."""
_NAMED, _DEDICATED = "named", 0.3
"""Behind this word stands whom a body is named after, and what of a brand word that tells beside another brand."""
_BEFORE_NAME = frozenset({"i", "v", "ii", "iv", "vi"})  # initials printed without full stops
_NONCOMMERCIAL, _NO_PROFIT, _COMPANY_FORMS = "noncommercial", "ngo", frozenset({"llc", "jsc"})
_LEARNING, _FIELD = frozenset({"university", "academy"}), 4.0
"""What a field tells beside one of these: one city has a state university and a state technical university."""
_POSSESSIVE = "s"  # What is left of Bank's.
_SERIAL = re.compile(r"\w-s\b", re.IGNORECASE)
"""A letter behind a hyphen is a serial letter, and no possessive."""


class Word(NamedTuple):
    """One word of a name: as printed, as it sounds, what it means, of which kind, and how much it tells."""

    text: str
    sound: str
    means: str | None
    kind: Kind
    weight: float


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
    acronym: str = ""
    """First letters of three or more words, folded; empty when there are fewer."""
    national: frozenset[str] = field(default=frozenset())
    runs: tuple[str, ...] = ()
    """The stretches of Chinese characters of a Chinese name, simplified, without the legal form."""
    taken: frozenset[str] = frozenset()  # Words of a name in other letters that were taken for a legal form.

    @property
    def places(self) -> tuple[str, ...]:
        """Places the name states, in English words, sorted."""
        return tuple(sorted({one.means or one.sound for one in self.words if one.kind == "place"}))

    @property
    def trades(self) -> tuple[str, ...]:
        """Lines of business the name states, in English words, sorted."""
        return tuple(sorted({one.means or one.sound for one in self.words if one.kind == "trade"}))

    @property
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
    words = marked(text, tuple(_words(named.tokens, initials_in(text), russian, not russian and _SERIAL.search(text) is None)))
    read = Reading(name, script, named.key, named.classes, words, (), _acronym(named.tokens), named.national, (), named.taken)
    return _with_places(read, (bracket, IN_BRACKETS), (place, IN_ADDRESS))


def _with_places(read: Reading, *places: tuple[str, float]) -> Reading:
    """Return a reading with the places that stand behind its name, each with what it tells; a place that the name says counts there."""
    words = read.words
    for where, weight in places:
        beside = [one._replace(weight=weight) for one in _words((where,)) if one.kind == "place"] if where else []
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
                words += [_word(part, "", one) for one in segment.means]
            else:
                brands.append(Brand(part, chinese_sounds.spelled(part), chinese_sounds.sounds(part), glosses.glosses(part)))
    latin.append(core[start:])
    tokens = tuple(token for part in latin for token in re.findall(r"[a-z]+|\d+", in_latin(part)))
    words += _words(tokens)
    script: Script = "mixed" if any(map(str.isalpha, tokens)) else "han"
    return Reading(name, script, named.key, named.classes, tuple(words), tuple(brands), "", named.national, tuple(runs))


def _read_korean(name: str, text: str) -> Reading:
    named = analyse_key(text)
    words: list[Word] = []
    for printed in re.findall(r"[\uac00-\ud7a3]+|[^\W\uac00-\ud7a3]+", _KOREAN_ORDINAL.sub(" ", without_korean_forms(text))):
        if not HANGUL.match(printed):
            words += _words((in_latin(printed.casefold()),))
            continue
        for part in parts(printed, begins=not words):
            sound = sound_of(usual(part.text)[0])
            words += [_word(part.text, "", one) for one in part.means] or [Word(part.text, sound, None, "brand", _brand_weight(sound))]
    return Reading(name, "other", named.key, named.classes, tuple(words), national=named.national, taken=named.taken)


def _read_arabic(name: str, text: str) -> Reading:
    named = analyse_key(text)
    words: list[Word] = []
    for token in named.tokens:
        if token.isdecimal():
            words.append(Word(token, str(int(token)), None, "number", WEIGHT["number"]))
        elif not ARABIC.search(token):
            words += _words((token,))
        else:
            for one in in_arabic.parts([token]):
                brand = Word(one.text, one.text, None, "brand", _brand_weight(one.text + one.text[1::_UNWRITTEN]))
                words += [_word(one.text, "", meaning) for meaning in one.means] or [brand]
    return Reading(name, "other", named.key, named.classes, tuple(words), national=named.national, taken=named.taken)


def _words(
    tokens: tuple[str, ...], initials: frozenset[str] = frozenset(), russian: bool = False, possessive: bool = True
) -> Iterator[Word]:
    read = _known_joined(_initials_joined(numbers_joined(without_marks(articles(in_full_beside(tokens)))), possessive))
    each = ((_initials_word(token),) if token in initials else _token_words(token, russian) for token in read)
    words = [word for found in each for word in found]
    said = [one.means for one in words]
    if "research" in said:
        words = _produced(words)
    if not _LEARNING.isdisjoint(said):
        words = [one._replace(weight=_FIELD) if one.kind == "trade" and one.means not in _LEARNING else one for one in words]
    if _NAMED not in said:
        yield from words
        return
    named = said.index(_NAMED)
    # A plant that has a name of its own is rarely called by whom it is named after.
    dedicated = any(one.kind in ("brand", "word") for one in words[:named])
    for at, one in enumerate(words):
        if at > named and one.kind == "number" and one.text in _BEFORE_NAME:
            yield _initials_word(one.text)
        else:
            yield one._replace(weight=one.weight * _DEDICATED) if dedicated and at > named and one.kind in ("brand", "word") else one


def _initials_word(token: str) -> Word:
    return Word(token, token, None, "brand", _brand_weight(token) * _DEDICATED)


def _produced(words: list[Word]) -> list[Word]:
    """Return the words with research in front of production as science: one Russian word is translated in both ways."""
    return [
        one._replace(means=_SCIENCE) if one.means == "research" and other.means == "products" else one
        for one, other in pairwise((*words, *words[-1:]))
    ]


@lru_cache(maxsize=200_000)
def _token_words(token: str, russian: bool = False) -> tuple[Word, ...]:
    """Return the words of one token: several of a compound. Tokens repeat from name to name, so each is read once."""
    number = number_in(token)
    if number is not None:
        # "three" answers to тройка, which is a word of brands.
        return (Word(token, number, token if token in SPELLED else None, "number", WEIGHT["number"]),)
    sound = sound_of(singular(token))
    found = meanings(sound, russian)
    if found and by_chance(token, sound):
        # НПЦ is NPC as often as NPTs, and no НПК.
        found = _meant(token.replace("c", "ts")) if len(token) <= _INITIALS_MAX else ()
    if not found and (rest := without_form_before(token)) != token:
        return _token_words(rest, russian)
    if not found:
        if token in _ARTICLES:
            return (Word(token, sound, None, "body", WEIGHT["body"]),)
        return (Word(token, sound, None, "brand", _brand_weight(sound)),)
    return tuple(_word(token, sound if at == 0 else f"{sound}{FURTHER_PART}{at}", one) for at, one in enumerate(found))


def _meant(token: str) -> tuple[Meaning, ...]:
    sound = sound_of(token)
    return () if by_chance(token, sound) else meanings(sound)


def _word(text: str, sound: str, meaning: Meaning) -> Word:
    if meaning.meaning in ORDINALS:
        return Word(text, ORDINALS[meaning.meaning], None, "number", WEIGHT["number"])
    weight = WEIGHT[meaning.kind] if meaning.meaning not in _COMMON_TRADE else 1.2
    return Word(text, sound or meaning.meaning, meaning.meaning, meaning.kind, weight)


def _brand_weight(sound: str) -> float:
    return min(_BRAND_MAX, _BRAND_BASE + _BRAND_LETTER * len(sound))


def rest_of_brand(sound: str) -> Word:
    """Return what is left of a brand when a word written onto it is taken off."""
    return Word(sound, sound, None, "brand", _brand_weight(sound))


def brand_stem(word: Word) -> str:
    """Return under which stem a Latin word meets the meaning of a Chinese one."""
    return sound_of(word.means) if word.means else gloss_stem(word.text)


def _initials_joined(tokens: list[str], possessive: bool) -> list[str]:
    """Return the tokens with single letters that stand side by side joined: 'l x c' is 'lxc'. A `possessive` s is left out."""
    if tokens and min(map(len, tokens)) > 1 and FIRST.isdisjoint(tokens):
        return tokens
    found: list[str] = []
    joining = False
    for token in tokens:
        single = len(token) == 1 and token.isalpha()
        if found and (found[-1], token) in ONE_WORD:
            found[-1] += token
        elif single and possessive and token == _POSSESSIVE and found and not joining:
            continue
        elif single and joining:
            found[-1] += token
        else:
            found.append(token)
        joining = single
    return found


def _known_joined(tokens: list[str]) -> list[str]:
    """Return the tokens with two that the lexicon writes in one joined: real estate, health care, wind power."""
    found: list[str] = []
    for token in tokens:
        if found and found[-1].isalpha() and token.isalpha() and _one_word(found[-1], token):
            found[-1] += token
        else:
            found.append(token)
    return found


@lru_cache(maxsize=100_000)
def _one_word(first: str, second: str) -> bool:
    """Tell whether two words are one of trade, or one known word parted; II Investment is none, though its sound is that of Investment."""
    joined = sound_alone(first + second)
    if in_one(joined):
        return joined not in (sound_of(first), sound_of(second))
    if len(joined) < _PARTED_MIN or meanings(sound_of(second)):
        return False
    sounds = sound_of(first), sound_of(second)
    if min(map(len, sounds)) < 2 or any(map(is_number, sounds)):
        return False
    # Intern ational: the first part may be known as the whole cut short.
    return meanings(sounds[0]) in ((), known) if (known := meanings_alone(joined)) else False


def _acronym(tokens: tuple[str, ...]) -> str:
    return sound_of("".join(token[0] for token in tokens)) if len(tokens) >= 3 else ""


def _is_latin(text: str) -> bool:
    return all(unicodedata.name(letter, "").startswith("LATIN") for letter in text if letter.isalpha())
