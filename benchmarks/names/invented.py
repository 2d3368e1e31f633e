"""Invented companies with known truth, and the dirt that customs files put on their names. Everything follows from the seed."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from names import vocabulary as words

Way = Literal["own", "sound", "meaning"]
"""How a name is written: in its own script, by its sound in Latin, by its meaning in Latin."""
Forms = tuple[tuple[str, ...], ...]
"""Kinds of body, each with its spellings: a company keeps its kind, clerks vary the spelling."""
_LATIN_FORMS: dict[str, Forms] = {
    "TR": (("Ltd. Sti.", "Limited Sirketi", "Ltd Sti"), ("A.S.", "Anonim Sirketi")), "AE": (("FZE",), ("FZCO",), ("LLC", "L.L.C")),
    "DE": (("GmbH", "Gesellschaft mbH"),), "PL": (("Sp. z o.o.", "SPZOO"),), "IT": (("S.r.l.", "SRL"), ("S.p.A.",)),
}  # fmt: skip
_ELSEWHERE: Forms = (("Ltd", "Limited", "Ltd."), ("Pvt Ltd", "Private Limited"), ("LLC", "Limited Liability Company"))
_LTD: Forms = (("Co., Ltd.", "Co Ltd", "Company Limited", "Limited", "CO.,LTD"),)
_HAN: Forms = (("有限公司", "有限责任公司"), ("有限公司",), ("股份有限公司",))
_OOO: Forms = (("ООО", "Общество с ограниченной ответственностью"), ("ООО",), ("АО", "Акционерное общество"))
_OOO_LATIN: Forms = (("OOO", "LLC", "Limited Liability Company"), ("OOO", "LLC"), ("AO", "JSC", "Joint Stock Company"))
_ALPHABET = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
_SPELLINGS = (
    "a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya",
    "a b v g d e yo j z i i k l m n o p r s t u f h c ch sh sch _ y _ e iu ia",
    "a b w g d je jo sch s i j k l m n o p r s t u f ch z tsch sch schtsch _ y _ e ju ja",
)
_SCHEMES = tuple(dict(zip(_ALPHABET, spelling.split(), strict=True)) for spelling in _SPELLINGS)
_ALL_FORMS = sorted(
    {form for forms in (*_LATIN_FORMS.values(), _ELSEWHERE, _LTD, _HAN, _OOO, _OOO_LATIN) for kind in forms for form in kind},
    key=lambda form: (-len(form), form),
)
_LOOKALIKES = str.maketrans("АВЕКМНОРСТХ", "ABEKMHOPCTX")


@dataclass(frozen=True)
class Company:
    """One invented company. `brand` in its own script; `sound` and `meaning` in Latin letters, where it has them."""

    number: int
    country: str
    brand: str
    sound: str
    meaning: str
    city: tuple[str, ...]
    trade: int
    ordinal: int | None
    address: str
    phone: str
    email: str
    tax_id: str

    @property
    def has_own_script(self) -> bool:
        """True for Chinese and Russian companies, whose name is not Latin."""
        return self.country in ("CN", "RU")


def company(number: int, seed: str) -> Company:
    """Return the company of this number in this world."""
    rng = random.Random(f"{seed}/company/{number}")
    country = rng.choices(("RU", "CN", ""), (35, 30, 35))[0]
    trade = rng.randrange(len(words.TRADES))
    ordinal = rng.randint(1, 60) if rng.random() < 0.05 else None
    if country == "CN":
        parts = rng.sample(words.CHARACTERS, rng.choices((2, 3), (75, 25))[0])
        city: tuple[str, ...] = rng.choice(words.CHINESE_CITIES)
        brand, sound = "".join(part[0] for part in parts), "".join(part[1] for part in parts)
        meaning = " ".join(part[2] for part in parts)
    elif country == "RU":
        city = rng.choice(words.RUSSIAN_CITIES)
        brand, sound, meaning = _russian(rng, city)
    else:
        place, country = rng.choice(words.OTHER_CITIES)
        city, brand = (place,), "".join(rng.choices(words.SOUNDS, k=rng.choice((2, 3, 3, 4)))).capitalize()
        sound = meaning = brand
    address = (
        f"{rng.randint(1, 220)} {rng.choice(words.STREETS)} St, {rng.choice(('Office', 'Room', 'Flat'))} {rng.randint(1, 900)}, {city[0]}"
    )
    slug = "".join(letter for letter in romanised(sound, rng).lower() if letter.isalnum())[:14] or "co"
    return Company(
        number, country, brand, sound, meaning, city, trade, ordinal, address, f"+{rng.randint(10**10, 10**11 - 1)}",
        f"{slug}{number % 997}.example", tax_number(country, rng),
    )  # fmt: skip


def _russian(rng: random.Random, city: tuple[str, ...]) -> tuple[str, str, str]:
    """Return brand, sound and meaning: a plant of the town (one in four) or an invented word."""
    if rng.random() < 0.25:
        meaning, plant = rng.choice(words.PLANTS)
        name = "".join(rng.choices(words.CYRILLIC_SOUNDS, k=2)).capitalize()
        kind = (*city, "")[2]
        kind = kind if plant.endswith("завод") or plant.startswith("радио") else kind.replace("ий", "ое" if "бюро" in plant else "ий")
        return f"{kind} {plant} «{name}»", f"{kind} {plant} {name}", f"{city[0]} {meaning} {romanised(name, rng)}"
    brand = "".join(rng.choices(words.CYRILLIC_SOUNDS, k=rng.choice((2, 3)))).capitalize() + rng.choice(words.CYRILLIC_ENDINGS)
    return brand, brand, brand


def sister(one: Company, seed: str) -> Company:
    """Return another company of the same brand: in another city, of another number, or in another line of business."""
    rng = random.Random(f"{seed}/sister/{one.number}")
    stranger = company(-1 - one.number, seed)
    email, tax_id = one.email if rng.random() < 0.5 else stranger.email, tax_number(one.country, rng)
    other = replace(one, number=-1 - one.number, tax_id=tax_id, address=stranger.address, phone=stranger.phone, email=email)
    way = rng.choice(("city", "number", "trade"))
    if way == "city" and one.country in ("CN", "RU"):
        cities: tuple[tuple[str, ...], ...] = words.CHINESE_CITIES if one.country == "CN" else words.RUSSIAN_CITIES
        city = rng.choice([place for place in cities if place != one.city])
        if one.country == "RU" and len(one.city) > 2 and one.city[2] in one.brand:
            brand, sound = (text.replace(one.city[2], city[2]) for text in (one.brand, one.sound))
            return replace(other, city=city, brand=brand, sound=sound, meaning=one.meaning.replace(one.city[0], city[0]))
        if one.country == "CN":
            return replace(other, city=city)
    if way == "number":
        return replace(other, ordinal=(one.ordinal or 0) + rng.randint(1, 9))
    return replace(other, trade=(one.trade + rng.randint(1, len(words.TRADES) - 1)) % len(words.TRADES))


def printed(one: Company, way: Way, rng: random.Random) -> str:
    """Return the company's name as a careful clerk prints it."""
    english, russian, chinese = words.TRADES[one.trade]
    number = f" No. {one.ordinal}" if one.ordinal else ""
    if one.country == "CN":
        if way == "own":
            ordinal = f"第{one.ordinal}" if one.ordinal else ""
            town = one.city[1] + ("市" if rng.random() < 0.4 else "")
            return f"{town}{one.brand}{ordinal}{chinese}{_form(one, _HAN, rng)}"
        brand = one.sound.capitalize() if way == "sound" else one.meaning
        return f"{one.city[0]} {brand}{number} {english} {_form(one, _LTD, rng)}"
    if one.country == "RU":
        plant = " " in one.brand
        ordinal = f" №{one.ordinal}" if one.ordinal else ""
        if way == "own":
            return f"{_form(one, _OOO, rng)} «{one.brand}{'' if plant else ' ' + russian}{ordinal}»"
        form = _form(one, _OOO_LATIN, rng)
        if way == "sound":
            return f"{form} {romanised(one.sound if plant else f'{one.sound} {russian}', rng)}{number}"
        brand = one.meaning if plant else f"{romanised(one.brand, rng)} {english}"
        return f"{brand}{number} {form}" if rng.random() < 0.6 else f"{form} {brand}{number}"
    return f"{one.brand}{number} {english} {_form(one, _LATIN_FORMS.get(one.country, _ELSEWHERE), rng)}"


def _form(one: Company, forms: Forms, rng: random.Random) -> str:
    return rng.choice(forms[abs(one.number) % len(forms)])


def dirty(one: Company, rng: random.Random) -> str:
    """Return the company's name as a customs file may print it: any script, shortened, mistyped, glued, cut."""
    ways: tuple[Way, ...] = ("own", "sound", "meaning")
    name = printed(one, rng.choices(ways, (45, 40, 15))[0] if one.has_own_script else "own", rng)
    changes = ((_shorten, 0.2), (_mistype, 0.2), (_formless, 0.2), (_turn, 0.05), (_glue, 0.06), (_lookalike, 0.05), (_note, 0.05))
    for change, share in changes:
        if rng.random() < share:
            name = change(name, rng)
    if rng.random() < 0.45:
        name = name.upper()
    if rng.random() < 0.2:
        name = name.translate(str.maketrans("", "", ".,«»\"'"))
    return " ".join(name.split())


def romanised(text: str, rng: random.Random) -> str:
    """Return Cyrillic in Latin letters by one of three schemes in use; other text unchanged."""
    scheme = rng.choices(_SCHEMES, (70, 20, 10))[0]
    latin = []
    for letter in text:
        found = scheme.get(letter.lower(), letter).replace("_", "")
        latin.append(found.capitalize() if letter.isupper() else found)
    return "".join(latin)


def tax_number(country: str, rng: random.Random) -> str:
    """Return a random number of the country's scheme whose check digits hold: INN, USCC, or ten digits elsewhere."""
    if country == "RU":
        digits = [rng.randint(1, 9), *(rng.randint(0, 9) for _ in range(8))]
        check = sum(digit * weight for digit, weight in zip(digits, (2, 4, 10, 3, 5, 9, 4, 6, 8), strict=True)) % 11 % 10
        return "".join(map(str, [*digits, check]))
    if country == "CN":
        letters = "0123456789ABCDEFGHJKLMNPQRTUWXY"
        text = "91" + f"{rng.choice(('440300', '310115', '330200', '110108', '210200'))}MA" + "".join(rng.choices(letters, k=7))
        total = sum(letters.index(letter) * pow(3, at, 31) for at, letter in enumerate(text))
        return text + letters[-total % 31]
    return str(rng.randint(10**9, 10**10 - 1))


def pinyin_brand(rng: random.Random) -> str:
    """Return an invented brand in pinyin, of two or three syllables."""
    return "".join(rng.choices(words.PINYIN, k=rng.choices((2, 3), (70, 30))[0])).capitalize()


def world(entities: int, seed: str) -> Iterator[Company]:
    """Yield companies, about one in seven of them with a sister right behind it."""
    for number in range(entities):
        one = company(number, seed)
        yield one
        if number % 7 == 0:
            yield sister(one, seed)


def _shorten(name: str, rng: random.Random) -> str:
    del rng
    for word, short in words.SHORTENED.items():
        name = name.replace(word, short)
    return name


def _mistype(name: str, rng: random.Random) -> str:
    at = rng.randrange(len(name))
    if not name[at].isalpha():
        return name
    if name[at] > "\u3000":
        # A wrong character of a Chinese name is another name: what happens is a lost or doubled one.
        return name[:at] + name[at] + name[at:]
    way = rng.choice(("drop", "double", "swap", "change"))
    if way == "drop":
        return name[:at] + name[at + 1 :]
    if way == "double":
        return name[:at] + name[at] + name[at:]
    if way == "swap" and at + 1 < len(name):
        return name[:at] + name[at + 1] + name[at] + name[at + 2 :]
    other = rng.choice("abcdefghiklmnoprstuvz" if name[at].isascii() else "абвгдеиклмнопрстуя")
    return name[:at] + other + name[at + 1 :]


def _formless(name: str, rng: random.Random) -> str:
    del rng
    for form in _ALL_FORMS:
        bare = name.removesuffix(form).removeprefix(f"{form} ").strip()
        if bare != name and len(bare) > 3:
            return bare
    return name


def _turn(name: str, rng: random.Random) -> str:
    parts = name.split()
    rng.shuffle(parts)
    return " ".join(parts)


def _glue(name: str, rng: random.Random) -> str:
    parts = name.split()
    if len(parts) < 3:
        return name
    at = rng.randrange(len(parts) - 1)
    return " ".join([*parts[:at], parts[at] + parts[at + 1], *parts[at + 2 :]])


def _lookalike(name: str, rng: random.Random) -> str:
    del rng
    return name.upper().translate(_LOOKALIKES) if any("А" <= letter <= "я" for letter in name) else name


def _note(name: str, rng: random.Random) -> str:
    return f"{name} {rng.choice(('TEL:86755000000', 'O/B EXAMPLE FORWARDING', '(HEAD OFFICE)', 'ATTN IMPORT DEPT', 'INN 0000000000'))}"


def soiled(name: str, rng: random.Random) -> str:
    """Return a real printed name as a customs file may print it: one or two of the changes of `dirty`, never its script.

    Mistypes, abbreviations and legal forms are commoner than turned, glued or annotated names.
    """
    common, rare = (_mistype, _mistype, _mistype, _formless, _formless, _shorten, _shorten), (_turn, _glue, _note)
    for _ in range(rng.choice((1, 1, 1, 2))):
        name = rng.choice(common if rng.random() < 0.85 else rare)(name, rng)
    name = name.upper() if rng.random() < 0.5 else name
    return " ".join(name.split())
