"""Names across scripts on EU-listed companies: a Han or a Cyrillic name asked of a pool of Latin ones.

Each pool item is one printed Latin alias. A hit is right when it belongs to the company asked about (entries that share a
valid number or a printed name are one company).
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rapidfuzz.distance import Levenshtein

from names.costs import costs
from names.invented import pinyin_brand, romanised
from names.labelled import named
from names.lists import Subject, eu, groups, plain
from names.split import HALVES, half
from names.table import Row, Table
from names.turns import anchor, in_turns, ours
from names.vocabulary import CHINESE_CITIES, TRADES

_HAN_NAME = re.compile("[\u3400-\u9fff][\u3400-\u9fff（）()]{2,}[\u3400-\u9fff]")
_FORM_WORDS, _CITY_WORDS, _TRADE_WORDS = (
    frozenset(re.findall(r"\w+", text))
    for text in (
        "co company ltd limited inc corporation corp llc jsc pjsc cjsc ojsc ooo oao ao pao zao fgup fkp fsue group joint stock open "
        "public closed federal state unitary enterprise liability concern the of and named after im ip obshchestvo aktsionernoe",
        "china hk hongkong shandong sichuan " + " ".join(city.lower() for city, _ in CHINESE_CITIES),
        "science industry electronic elec intl trade machine tool satellite aerospace space institute research imp exp tech "
        "international " + " ".join(english.lower() for english, _, _ in TRADES),
    )
)
_FOLDS = (
    ("shch", "s"), ("sch", "s"), ("kh", "h"), ("ts", "c"), ("tz", "c"), ("iy", "i"), ("yy", "i"), ("ii", "i"), ("yo", "e"),
    ("ye", "e"), ("ks", "x"), ("y", "i"), ("j", "i"), ("w", "v"), ("ck", "k"), ("c", "k"), ("q", "k"), ("ph", "f"),
)  # fmt: skip
_FORM_CYRILLIC = re.compile(r"((ooo|ao|pao|zao|oao|fgup|fkp|s)\b|obshchestvo|ogranichenn|otvetstvennost|aktsionern|publichn|otkryt|zakryt)")
TOP = 20


@dataclass(frozen=True)
class Asked:
    """One name in its own script; `aliases` are the Latin pool items of its company, each with its class."""

    key: str
    name: str
    group: int
    aliases: dict[str, str]


def latin_names(one: Subject) -> list[str]:
    """Return the Latin aliases of an entry: cells divided at ' / ', Han runs and doubled brackets cut out."""
    parts = (part for name in one.names for part in re.split(r" / |\(a\.k\.a\. ", _HAN_NAME.sub(" ", name)))
    cleaned = (re.sub(r"\s*\([^()]*\)?\s*$", "", part).strip(" ()[],;–-") for part in parts)
    return list(dict.fromkeys(part for part in cleaned if len(re.findall("[A-Za-z]", part)) > 2 and not re.search("[\u0400-\u9fff]", part)))


def han_names(one: Subject) -> list[str]:
    """Return the Han names of an entry of four characters or more, wherever in a cell they stand."""
    return list(dict.fromkeys(found for name in one.names for found in _HAN_NAME.findall(name)))


def cyrillic_names(one: Subject) -> list[str]:
    """Return the Cyrillic names of an entry, without a second form in brackets."""
    parts = (part for name in one.in_script("Cyrillic") for part in name.split(" / "))
    cleaned = (re.sub(r"\s*\([^()]*\)?\s*$", "", part).strip() for part in parts)
    return list(dict.fromkeys(part for part in cleaned if len(re.findall("[\u0400-\u04ff]", part)) > 3))


def way_of(cyrillic: str, latin: str) -> str:
    """Return how a Latin alias renders a Cyrillic name: 'transliterated', 'translated' or 'other'.

    Legal forms and joining words are left out on the Latin side. A word of four letters or more is heard when some Cyrillic
    word, in Latin letters, is at least .75 like it (Levenshtein, spellings of one sound folded). Transliterated: the heard
    words hold at least .8 of the letters, or the whole names without spaces are .8 alike. Translated: they do not, and the
    Latin name has an unheard word of four letters or more, and at most one word more than the Cyrillic. Other: initials, trade
    names, names with further words; nothing is demanded of those.

    >>> way_of("ООО «Фрегат»", "OOO Fregat"), way_of("Уральский завод", "Ural Plant"), way_of("АО НЗИВ", "JSC NPAF")
    ('transliterated', 'translated', 'other')
    """
    in_latin = re.findall(r"\w+", romanised(cyrillic.lower(), random.Random(0)))
    heard = {_folded(word) for word in in_latin}
    words = [word for word in re.findall(r"\w+", plain(latin)) if word not in _FORM_WORDS]
    long = [word for word in words if len(word) > 3]
    same = [word for word in long if any(Levenshtein.normalized_similarity(_folded(word), one) >= 0.75 for one in heard)]
    own = [word for word in in_latin if not _FORM_CYRILLIC.match(word)]
    joined = Levenshtein.normalized_similarity(_folded("".join(words)), _folded("".join(own)))
    letters = sum(map(len, long))
    if joined >= 0.8 or (letters and sum(map(len, same)) >= 0.8 * letters):
        return "transliterated"
    return "translated" if len(same) < len(long) <= len(own) + 1 and len(words) > 1 else "other"


def _folded(word: str) -> str:
    for spelling, sound in _FOLDS:
        word = word.replace(spelling, sound)
    return re.sub(r"(.)\1+", r"\1", word)


def distractors(templates: Sequence[str], number: int, seed: str) -> list[str]:
    """Return invented Latin names: three in four are a target's own name with its brand replaced, so that city and trade agree."""
    rng = random.Random(f"{seed}/distractors")
    real = re.sub(r"[^a-z|]", "", "|".join(templates).lower())
    found: dict[str, None] = {}
    while len(found) < number:
        brand = pinyin_brand(rng)
        if brand.lower() in real:
            # By chance the brand of a target: that would be no distractor but a second right answer.
            continue
        if rng.random() < 0.75 and templates:
            words = rng.choice(templates).split()
            kept = [word if _known(word) else "\0" for word in words]
            text = re.sub("\0(?: \0)*", brand, " ".join(kept), count=1).replace("\0", "")
            name = text if brand in text else f"{brand} {text}"
        else:
            name = f"{rng.choice(CHINESE_CITIES)[0]} {brand} {rng.choice(TRADES)[0]} {rng.choice(('Co., Ltd.', 'Co. Ltd', 'Limited'))}"
        found.setdefault(" ".join(name.split()))
    return list(found)


def _known(word: str) -> bool:
    bare = re.sub(r"\W", "", word.lower())
    return not bare or bare in _FORM_WORDS | _CITY_WORDS | _TRADE_WORDS


def han(data: Path, pool_size: int) -> tuple[list[Asked], list[dict[str, Any]], dict[str, int]]:
    """Return the Han names asked, the pool, and the group of each pool item (distractors have none)."""
    subjects = [one for one in eu(data) if one.organisation]
    group = groups(subjects)
    asked: list[Asked] = []
    pool: list[dict[str, Any]] = []
    owner: dict[str, int] = {}
    targets = [one for one in subjects if han_names(one) and latin_names(one)]
    for one in targets:
        aliases = {f"{one.key}#{number}": "Latin" for number, _ in enumerate(latin_names(one))}
        asked += [Asked(f"{one.key}:{name}", name, group[one.key], aliases) for name in han_names(one)]
    for one in subjects:
        for number, name in enumerate(latin_names(one)):
            pool.append(item(f"{one.key}#{number}", name, "Organization"))
            owner[f"{one.key}#{number}"] = group[one.key]
    invented = distractors([name for one in targets for name in latin_names(one)], max(0, pool_size - len(pool)), "han")
    pool += [item(f"invented:{number}", name, "Organization") for number, name in enumerate(invented)]
    return asked, pool, owner


def cyrillic(data: Path) -> tuple[list[Asked], list[dict[str, Any]], dict[str, int]]:
    """Return the Cyrillic names asked, the pool of every Latin alias of an EU-listed organisation, and their groups."""
    subjects = [one for one in eu(data) if one.organisation]
    return asked_of_latin(subjects, lambda one: cyrillic_names(one)[:1], way_of, "Organization")


def asked_of_latin(
    subjects: Sequence[Subject], names: Callable[[Subject], Iterable[str]], way: Callable[[str, str], str], schema: str
) -> tuple[list[Asked], list[dict[str, Any]], dict[str, int]]:
    """Return the names asked of entries that have a Latin alias, the pool of every Latin alias, and the group of each.

    `way` says how an alias renders a name.
    """
    group = groups(subjects)
    asked: list[Asked] = []
    pool: list[dict[str, Any]] = []
    owner: dict[str, int] = {}
    for one in subjects:
        items = {f"{one.key}#{number}": name for number, name in enumerate(latin_names(one))}
        pool += [item(key, name, schema) for key, name in items.items()]
        owner |= dict.fromkeys(items, group[one.key])
        for name in names(one) if items else ():
            aliases = {key: way(name, latin) for key, latin in items.items()}
            asked.append(Asked(f"{one.key}:{name}", name, group[one.key], aliases))
    return asked, pool, owner


def item(key: str, name: str, schema: str) -> dict[str, Any]:
    """Return a name of a pool as the two sides of a turn take it."""
    return {"id": key, "schema": schema, "name": [name], "country": []}


def _rank(hits: Sequence[Sequence[Any]], one: Asked, owner: dict[str, int], way: str | None) -> int | None:
    """Return the place of the first right hit, 1 for the best; aliases of the company in another class are passed over."""
    place = 0
    for item, _ in hits:
        mine = owner.get(item) == one.group
        if mine and way and one.aliases.get(item) != way:
            continue
        place += 1
        if mine:
            return place
    return None


def score(
    table: Table, benchmark: str, asked: Sequence[Asked], pool: list[dict[str, Any]], owner: dict[str, int], anchors: dict[str, float],
    ways: dict[str, float | None], rounds: int,
) -> None:  # fmt: skip
    """Add recall@1 and @10 for each class of alias, precision of what is reported, and costs."""
    schema = pool[0]["schema"]
    queries = [{"id": str(number), "schema": schema, "name": [one.name], "country": []} for number, one in enumerate(asked)]
    given = {"queries": queries, "pool": pool, "top": TOP, "threshold": 0.0}
    turns = in_turns("match", given, [ours(), *(anchor(method) for method in anchors)], rounds)
    for done in turns:
        name, threshold = named(done, anchors)
        own = name.startswith("enduse")
        hits = [done.answer["result"]["hits"][str(number)] for number in range(len(asked))]
        for part in ("all", *HALVES):
            chosen = [(one, found) for one, found in zip(asked, hits, strict=True) if part in ("all", half(one.key))]
            for way, reach in ways.items():
                only = None if way == "any alias" else way
                ranks = [_rank(found, one, owner, only) for one, found in chosen if only is None or only in one.aliases.values()]
                for at in (1, 10):
                    right = sum(rank is not None and rank <= at for rank in ranks)
                    value = right / len(ranks) if ranks else None
                    table.add(Row(benchmark, f"recall@{at} {way}", name, part, len(ranks), value, reach if own and at == 1 else None))
            said = [owner.get(item) == one.group for one, found in chosen for item, probability in found if probability >= threshold]
            table.add(Row(benchmark, "precision of all reported", name, part, len(said), sum(said) / len(said) if said else None,
                          0.98 if own and benchmark == "han" else None))  # fmt: skip
            reported = sum(any(owner.get(item) == one.group and p >= threshold for item, p in found) for one, found in chosen)
            table.add(Row(benchmark, "recall of reported", name, part, len(chosen), reported / len(chosen)))
    costs(table, benchmark, turns, len(asked))


def run_han(table: Table, data: Path, pool_size: int, rounds: int) -> None:
    """Add the figures of Han names asked of Latin ones."""
    asked, pool, owner = han(data, pool_size)
    table.notes.append(f"han: {len(asked)} Han names of {len({one.group for one in asked})} companies, pool of {len(pool):,} Latin names")
    score(table, "han", asked, pool, owner, {"pinyin": 0.85, "logic-v2": 0.7}, {"any alias": 0.8}, rounds)


def run_cyrillic(table: Table, data: Path, rounds: int) -> None:
    """Add the figures of Cyrillic names asked of Latin ones, translated apart from transliterated."""
    asked, pool, owner = cyrillic(data)
    table.notes.append(f"cyrillic: {len(asked)} Cyrillic names, pool of {len(pool):,} Latin names; the rule of the classes is `way_of`")
    score(table, "cyrillic", asked, pool, owner, {"logic-v2": 0.7}, {"transliterated": 0.97, "translated": 0.8, "any alias": None}, rounds)
