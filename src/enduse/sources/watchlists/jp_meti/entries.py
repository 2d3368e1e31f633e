"""One entry's lines told apart: Japanese name, English name, aliases, address."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from enduse.terms.scripts import HAN, has_han

_JAPANESE = re.compile(rf"[\u3000-\u30ff{HAN}\uff00-\uffef]")
_ADDRESS = re.compile(r"所\s*在\s*地\s*[:：]")
_AKA = re.compile(
    r",?\s*a\.?\s?k\.?\s?a\.?,?\s*(?:the\s*)?(?:following\s*)?(?:\w+\s*alias(?:es)?|alias(?:es)?|\w+aliases)?\s*[:：]",
    re.IGNORECASE,
)
_OTHER_NAMES = re.compile(r"[（(](別称|旧称|通称)[、，,:：]?(?P<names>[^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)*)[）)]")
_BRACKETED = re.compile(r"[（(](?P<name>[^（）()]*)[）)]\s*$")
_HAN_ONLY = re.compile(rf"[{HAN}（）()0-9A-Za-z·・、\s]+")
_OTHERS = re.compile(r"別称\s*[:：]")
_INSIDE = re.compile(r"(?<=[\u3040-\u30ff])\s*(?P<name>[A-Z][A-Za-z]+(?: [\w.,&’'-]+){1,12})(?=\s*(?:[（(]|$))")


@dataclass
class Parts:
    """What one entry holds; empty where it does not say."""

    japanese: str = ""
    english: str = ""
    aliases: list[str] = field(default_factory=list)
    japanese_aliases: list[str] = field(default_factory=list)
    address: str = ""


def parts_of(lines: list[str]) -> Parts:
    """Return the parts of an entry.

    >>> lines = ["甲社（別称、乙社）", "Example JSC, a.k.a., the following one alias:", "-Example.", "所在地：1 Example Street,", "Omsk."]
    >>> found = parts_of(lines)
    >>> found.japanese, found.english, found.aliases, found.japanese_aliases, found.address
    ('甲社', 'Example JSC', ['Example'], ['乙社'], '1 Example Street, Omsk.')
    """
    found = Parts()
    text = "\n".join(lines)
    if split := _ADDRESS.search(text):
        found.address = _joined(text[split.end() :])
        text = text[: split.start()]
    japanese, latin = _by_script(text.splitlines())
    found.japanese, found.japanese_aliases = _japanese_names(japanese)
    name, aliases = latin, ""
    if block := _OTHERS.search(latin):
        # 'Also called:' in Japanese behind the English name: Japanese names first, then Latin ones.
        name, rest = latin[: block.start()], latin[block.end() :]
        last = max((one.end() for one in _JAPANESE.finditer(rest)), default=0)
        found.japanese_aliases += [one.strip() for one in re.split(r"[;；、]|及び", rest[:last].replace("\n", "")) if one.strip()]
        aliases = rest[last:]
    elif aka := _AKA.search(latin):
        name, aliases = latin[: aka.start()], latin[aka.end() :]
    elif dashed := re.search(r"\n\s*[-–—]\s*\S", latin):
        name, aliases = latin[: dashed.start()], latin[dashed.start() :]
    found.english = _joined(name).strip(" ,")
    found.aliases = [_trimmed(one) for one in re.split(r"(?:^|\n|;\s*|;?\s+and\s*\n)\s*[-–—]\s*|;\s*(?:and\s+)?", aliases) if _trimmed(one)]
    return found


def _by_script(lines: list[str]) -> tuple[str, str]:
    """Return the Japanese and the Latin text: leading lines with Japanese letters, or inside a bracket they opened, are Japanese."""
    position, text = 0, ""
    while position < len(lines):
        line = lines[position]
        open_bracket = text.count("（") > text.count("）")
        if not (_JAPANESE.search(line) or open_bracket):
            break
        text += line.strip()
        position += 1
    latin = "\n".join(lines[position:]).strip()
    if not latin or re.match(r"[-–—]", latin):
        # Both names on one line: what follows the last Japanese letter is the English name.
        last = max((found.end() for found in _JAPANESE.finditer(text)), default=0)
        head = _AKA.search(text[last:])
        if re.match(r"\s*[A-Za-z]{2}", text[last:]) or head:
            latin = "\n".join(part for part in (text[last:].strip(), latin) if part)
            text = text[:last]
    inside = _INSIDE.search(text) if not latin else None
    if inside:
        latin, text = inside["name"], text[: inside.start()] + text[inside.end() :]
    return text.strip(), latin


def _japanese_names(text: str) -> tuple[str, list[str]]:
    others: list[str] = []
    if found := _OTHER_NAMES.search(text):
        others = [one.strip() for one in re.split(r"、|，|及び|並びに|または|又は", found["names"]) if one.strip()]
        text = (text[: found.start()] + text[found.end() :]).strip()
    # A Chinese name in brackets behind the Japanese one.
    bracket = _BRACKETED.search(text)
    if bracket and _HAN_ONLY.fullmatch(bracket["name"]) and has_han(bracket["name"]):
        others = [one.strip() for one in bracket["name"].split("、") if one.strip()] + others
        text = text[: bracket.start()].strip()
    return text, others


def _joined(text: str) -> str:
    return " ".join(text.split())


def _trimmed(alias: str) -> str:
    return re.sub(r"[;,]?\s*(?:and)?\s*$", "", _joined(alias)).strip(" ;,").removesuffix(".") if alias.strip() else ""
