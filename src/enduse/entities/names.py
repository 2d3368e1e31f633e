"""What a printed name says: the key under which equal names meet, and the sound under which alike ones do.

Printed names stay as they are; keys exist for comparison only. Equal keys may merge. Equal sounds only ask.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

from rigour.names import tokenize_name

from enduse.entities.arabic_words import general
from enduse.entities.form_or_brand import without_forms_only
from enduse.entities.word_order import fixed
from enduse.entities.words import COMMON_WORDS, han_core, words
from enduse.terms.arabic_letters import LETTERS as ARABIC
from enduse.terms.arabic_letters import without_arabic_forms
from enduse.terms.broken_forms import parted, whole_forms
from enduse.terms.cut_forms import FIELD_MIN, completed
from enduse.terms.garbled import readable
from enduse.terms.legal_forms import korean_forms_apart, without_forms, without_han_forms
from enduse.terms.scripts import SIGNS
from enduse.terms.sounds import ROMAN, in_latin, is_number, sound_of
from enduse.terms.thai_forms import thai_forms_apart

_HAN = re.compile(f"[{SIGNS}]")
_BRACKETED = re.compile(r"^(.{2,}?)[(（\[]\s*([^()（）\[\]]{4,})\s*[)）\]]\s*$")
_WORD_BEGINS = re.compile(r"(?<=\W)(?=\w)")
_LONE, _INITIALS = re.compile(r"\b\w\."), re.compile(r"(?<=\b\w)\. (?=\w\.)|(?<=\b[^\W\d_])\. (?=[^\W\d_]\b)")
_AGAIN, _FIRST_PLANE = re.compile("[\u3005\u303b\u309d\u309e\u30fd\u30fe]"), "\uffff"
_CLOSING = (")", "）", "]")
_JOINT_STOCK_OF_THE_SOUTH = frozenset({"a.d.", "a.d.,", "а.д.", "а.д.,"})
"""Serbian prints the form in lower case, and in front of the city; in capitals they may be a person's initials."""
_PLUS = re.compile(r"(?<=[^\W\d_])\+(?![\w+])")
"""Behind a word the sign is one: Kestrel+ is not Kestrel. Behind a legal form it is a clerk's mark."""
_COUNTRY_LETTERS = {("m", "sdn"): "malaysia", ("s", "pte"): "singapore", ("i", "pvt"): "india", ("i", "private"): "india"}
"""What a letter in brackets says in front of a form of that country's law."""
_WITH_LETTER = frozenset({"sdn", "pte", "pvt", "private"})
FORMS_OF_TRADERS, _SOLE_TRADER = frozenset({"ip", "ie", "fop", "chp"}), "ип"
"""The form in Latin letters, where it may be another word too."""
_PATRONYMIC = re.compile(r"\w{2}(?:[oe]vich|[oe]v?i[ct]h|[oe]vna|ichna|[iy]chna|ogl[uy]|kyzy|uly)$")
_FAMILY = re.compile(r"\w{2}(?:[oe]va?|ina?|[sc]k(?:iy?|yi?|aya|aia)|enko|chuk|yan|ian|dze|shvili|iy[ae]v|bekov)$")
_INITIALS_MAX = 2
_STOPS = frozenset({"and", "the", "of", "ve", "и", "і", "энд", "оф", "annd", "adn", "teh"})
_OF_WITHIN = "fo"
"""Between two words it is a mistyped `of`."""
_LOOKALIKE_CYRILLIC = "АВЕЗКМНОРСТУХІЅЈавезкмнорстухіѕј"
_LOOKALIKE_LATIN = "ABE3KMHOPCTYXISJabe3kmhopctyxisj"
_TO_LATIN = str.maketrans(_LOOKALIKE_CYRILLIC, _LOOKALIKE_LATIN)
_TO_CYRILLIC = str.maketrans(_LOOKALIKE_LATIN.replace("3", "\0"), _LOOKALIKE_CYRILLIC)
_PRINTED_TABLE = str.maketrans(
    {
        printed: latin.strip("_") if printed == letter else latin.strip("_").capitalize()
        for letter, latin in ROMAN.items()
        for printed in (letter, letter.upper())
    }
)
_ABBREVIATED = {
    "intl": "international", "tech": "technology", "technologies": "technology", "imp": "import", "exp": "export", "mfg": "manufacturing",
    "elec": "electronic", "comm": "communication", "grp": "group", "dev": "development", "ind": "industry", "industries": "industry",
    "industrial": "industry", "srvces": "service", "servis": "service", "comp": "", "hk": "hongkong", "eng": "engineering",
    "equip": "equipment", "trade": "trading", "impex": "importexport",
}  # fmt: skip


@lru_cache(maxsize=100_000)
def address_words(address: str) -> frozenset[str]:
    """Return what tells one address from another: folded words and numbers, without words such as street or floor.

    >>> sorted(address_words("ul. Primernaya, d. 5") & address_words("5 Primernaia street"))
    ['5', 'primernaia']
    """
    text = unicodedata.normalize("NFKC", readable(address)).casefold()
    words = map(_address_word, tokenize_name(text.replace(".", " ").replace("/", " ")))
    return frozenset([word for word in words if word is not None])


@lru_cache(maxsize=200_000)
def _address_word(printed: str) -> str | None:
    """Return the folded word; null for one that tells nothing."""
    word = sound_of(in_latin(printed))
    return word if word not in _address_stops() and (len(word) > 2 or word.isdigit()) else None


@cache
def _address_stops() -> frozenset[str]:
    return frozenset(sound_of(in_latin(word)) for word in words("address"))


KINDS_OF_BODY = frozenset({"llc", "jsc", "sp", "soe", "lp", "llp", "gp", "fz"})
"""Classes of legal forms that contradict each other; eight at most, which `named` keeps as bits of a byte."""


@dataclass(frozen=True)
class Named:
    """One printed name analysed. `key` is null when the name is nothing but a legal form or signs."""

    key: str | None
    tokens: tuple[str, ...]
    """In printed order, in the letters of the key."""
    classes: frozenset[str]
    """Kinds of body the legal forms name: llc, jsc, sp ...; empty when none is printed."""
    han: bool
    national: frozenset[str] = frozenset()
    """Legal forms of one country's law that the name bears: gmbh, fze, pte ..."""
    inner: str | None = None
    """Key of a second name printed in brackets in another script; only ever asks."""
    taken: frozenset[str] = frozenset()
    """Words that were taken for a legal form, in Latin letters."""

    @cached_property
    def informative(self) -> tuple[str, ...]:
        """The tokens that are not words of trade or place (initials and numbers included)."""
        if self.han:
            core = han_core(self.key or "")
            return (core[: len(core) // 2], core[len(core) // 2 :]) if len(core) > 2 else ((core,) if core else ())
        return tuple([token for token in self.tokens if token not in COMMON_WORDS and (token.isascii() or not general(token))])

    @property
    def generic(self) -> bool:
        """True when nothing in the name tells one company from another: words of trade only, or a sole trader's initials."""
        return self.key is None or not self.informative or self._initials_only

    @property
    def _initials_only(self) -> bool:
        """True for a sole trader of whom nothing but a family name, with initials or without, is printed: hundreds are ИП Иванов И.И."""
        if "sp" not in self.classes or not "".join(self.tokens).isalpha():
            return False
        words = [token for token in self.tokens if len(token) > _INITIALS_MAX]
        return len(words) == 1 and (len(self.tokens) > 1 or _FAMILY.search(words[0]) is not None)

    @property
    def short(self) -> bool:
        """True when what tells the company apart is so short that chance meets it."""
        letters = sum(map(len, self.informative))
        return letters < 2 or len(self.key or "") < 4 if self.han else letters < 5

    def forms_differ(self, other: Named) -> bool:
        """Tell whether the legal forms of two names say that they are two kinds of body, or of two countries' law."""
        pairs = ((self.classes & KINDS_OF_BODY, other.classes & KINDS_OF_BODY), (self.national, other.national))
        return any(ours and theirs and ours.isdisjoint(theirs) for ours, theirs in pairs)

    @cached_property
    def sound(self) -> str:
        """The name as it sounds: spellings of one sound folded, spaces and word order gone."""
        if self.han:
            return re.sub(r"[省市县區区]", "", self.key or "")
        folded = (_ABBREVIATED.get(token, token) for token in self.tokens)
        return "".join(sorted(sound_of(token) for token in folded if token))

    @cached_property
    def run_together(self) -> str:
        """The name as it sounds, words in printed order and joined: 'Strong Link' is 'Stronglink'."""
        return self.sound if self.han else sound_of("".join(self.tokens))


def analyse(name: str) -> Named:
    """Return what the printed name says; the same name always gives the same answer.

    >>> analyse("ООО Ромашка").key == analyse("Romashka LLC").key == "romashka"
    True
    >>> analyse("A").key, analyse("CORP").key
    ('a', None)
    """
    name = _plus_in_full(readable(name))
    inner = _BRACKETED.match(name) if name.rstrip()[-1:] in _CLOSING else None
    if inner and _last_script(inner[1]) and _last_script(inner[1]).isdisjoint(_last_script(inner[2])):
        outside, inside = _plain(inner[1]), _plain(inner[2])
        if outside.key and inside.key and not outside.generic and not inside.generic:
            return Named(outside.key, outside.tokens, outside.classes | inside.classes, outside.han, outside.national, inside.key)
    return _plain(name)


def _plus_in_full(name: str) -> str:
    """Return a name with the sign behind a word written out, but not behind a legal form."""
    if "+" not in name:
        return name

    def said(found: re.Match[str]) -> str:
        before = re.findall(r"\w+", name[: found.start()].casefold())[-1:]
        return " plus" if without_forms(before).tokens else " "

    return _PLUS.sub(said, name)


def _person_behind(tokens: list[str]) -> bool:
    """Tell whether the words behind what may be a sole trader's form are a Russian family name with initials, or hold a patronymic."""
    words = [in_latin(token) for token in tokens]
    if any(map(_PATRONYMIC.search, words)):
        return True
    return bool(words) and _FAMILY.search(words[0]) is not None and all(len(one) <= _INITIALS_MAX for one in words[1:])


def romanise(name: str) -> str:
    """Return the name in Latin letters for reading; unchanged when every letter already is Latin.

    >>> romanise("ООО Ёлка"), romanise("Ärger GmbH")
    ('OOO Elka', 'Ärger GmbH')
    """
    name = readable(name)
    if scripts_of(name) <= {"LATIN"}:
        return name
    text = " ".join(_printed(fold_lookalikes(word)) for word in name.split())
    return text if scripts_of(text) <= {"LATIN"} else _icu(text)


def _printed(word: str) -> str:
    latin = word.translate(_PRINTED_TABLE)
    return latin.upper() if word.isupper() and len(word) > 1 else latin


def fold_lookalikes(word: str) -> str:
    """Return a word whose Latin and Cyrillic letters are mixed in the one script that it can be written in; others unchanged.

    >>> fold_lookalikes("EХAMPLE") == "EXAMPLE", fold_lookalikes("ВIСТАН") == "ВІСТАН"
    (True, True)
    """
    if word.isascii():
        return word
    scripts = scripts_of(word)
    if not {"LATIN", "CYRILLIC"} <= scripts:
        return word
    latin, cyrillic = word.translate(_TO_LATIN), word.translate(_TO_CYRILLIC)
    whole = [one for one, other in ((latin, "CYRILLIC"), (cyrillic, "LATIN")) if other not in scripts_of(one)]
    if len(whole) == 2 and 2 * sum(map(str.isascii, word)) < len(word):
        # Either can be meant: most of the letters say which.
        return cyrillic
    return whole[0] if whole else word


def _last_script(text: str) -> frozenset[str]:
    """Return the script of the last word: the first may be a legal form typed in another."""
    printed = [word for word in text.split() if any(letter.isalpha() for letter in word)]
    return scripts_of(printed[-1]) if printed else frozenset()


class _Part(NamedTuple):
    """What stands between two spaces of a name: its letters folded, a space in front of each word, and its words."""

    text: str
    tokens: list[str]
    han: bool
    lone: bool
    """A letter stands alone before a dot."""


_SHORT_U = "ў"


@lru_cache(maxsize=200_000)
def _part(printed: str) -> _Part:
    """Return one part of a name; legal forms and words of trade repeat from name to name, so each is read once."""
    if printed in _JOINT_STOCK_OF_THE_SOUTH:
        return _Part("ад", ["ад"], False, False)
    # 'CO.LTD' is two words, 'A.B.C.' is one.
    text = " ".join([fold_lookalikes(word) for word in _WORD_BEGINS.split(printed) if word]).casefold()
    if _SHORT_U in text:
        # Belarusian writes у so behind a vowel, that of another word too: навуковае ўнітарнае прадпрыемства.
        text = re.sub(rf"\b{_SHORT_U}", "у", text)
    return _Part(text, _tokens(text), _HAN.search(text) is not None, _LONE.search(text) is not None)


def _tokens(text: str) -> list[str]:
    return [part for token in tokenize_name(_INITIALS.sub(".", text)) for part in parted(token)]


def _plain(name: str) -> Named:
    texts: list[str] = []
    tokens: list[str] = []
    lone, han = 0, False
    for printed in (name if name.isascii() else korean_forms_apart(thai_forms_apart(unicodedata.normalize("NFKC", name)))).split():
        text, words, in_han, dotted = _part(printed)
        texts.append(text)
        tokens += words
        lone += dotted
        han |= in_han
    if han:
        return _han(" ".join(texts))
    if lone and len(texts) > 1:
        # Initials may stand apart: 'A. B. C.' is one word too, and 'L.L.C' without its last dot.
        tokens = _tokens(" ".join(texts))
    if tokens and tokens[0] in FORMS_OF_TRADERS and _person_behind(tokens[1:]):
        tokens = [_SOLE_TRADER, *tokens[1:]]
    if not _WITH_LETTER.isdisjoint(tokens):
        tokens = _country_in_full(tokens)
    kinds: frozenset[str] = frozenset()
    if not name.isascii() and ARABIC.search(name):
        tokens, kinds = without_arabic_forms(tokens)
    tokens = whole_forms(completed(tokens) if len(name) >= FIELD_MIN else tokens)
    stripped = without_forms_only(tokens)
    kept = [token for token in stripped.tokens if token not in _STOPS] or list(stripped.tokens)
    if _OF_WITHIN in kept[1:-1]:
        kept = [token for at, token in enumerate(kept) if token != _OF_WITHIN or at in (0, len(kept) - 1)]
    latin = tuple([word for word in map(in_latin, kept) if word])
    return Named(_key(latin), latin, stripped.classes | kinds, False, stripped.national, None, stripped.taken)


def _key(words: tuple[str, ...]) -> str | None:
    """Return the words in the order in which they sort, behind them those that stand in their own; null without any."""
    told = fixed([*map(sound_of, words)], [*map(is_number, words)])
    return " ".join([*sorted(word for at, word in enumerate(words) if at not in told), *(words[at] for at in told)]) or None


def _country_in_full(tokens: list[str]) -> list[str]:
    """Return the tokens of a name with the country that a letter stands for in front of a legal form: (M) Sdn Bhd, (S) Pte Ltd."""
    full = [_COUNTRY_LETTERS.get((one, form), one) for one, form in pairwise(tokens[1:])]
    return [*tokens[:1], *full, *tokens[-1:]] if len(tokens) > 1 else tokens


def _han(text: str) -> Named:
    text = re.sub(r"[(\[](?:株|有)[)\]]", "", text)
    # A Latin legal form behind a Han name: 'XX贸易 CO LTD'.
    tail = re.search(r"[a-z., &()]+$", text)
    classes: frozenset[str] = frozenset()
    if tail and re.search(r"[a-z]", tail[0]):
        stripped = without_forms(re.findall(r"[a-z]+", tail[0]))
        if not stripped.tokens:
            text, classes = text[: tail.start()], stripped.classes
    core, more = without_han_forms("".join(character for character in text if character.isalnum()))
    return Named(core or None, (core,) if core else (), classes | more, True)


@lru_cache(maxsize=100_000)
def scripts_of(text: str) -> frozenset[str]:
    """Return the first words of the Unicode names of the letters: LATIN, CYRILLIC, CJK ..."""
    return frozenset(_script(letter) for letter in text if letter.isalpha())


@lru_cache(maxsize=20_000)
def _script(letter: str) -> str:
    return unicodedata.name(letter, "UNKNOWN").split(" ", 1)[0].split("-", 1)[0]


def _icu(text: str) -> str:
    if max(text) > _FIRST_PLANE:
        # Of such a letter ICU repeats the half where a sign says that the one in front is repeated, and fails at it.
        text = _AGAIN.sub("", text)
    return str(_transliterator().transliterate(text))


@cache
def _transliterator() -> Any:
    import icu

    return icu.Transliterator.createInstance("Any-Latin; Latin-ASCII")
