"""One cell as printed -> one value, remembered per distinct cell so that a million rows cost a few thousand conversions.

A cell that cannot be read gives a `Refusal`; a cell that says nothing gives None.
"""

from __future__ import annotations

import html
import math
import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from enduse.terms import hs
from enduse.terms.currencies import currency_code
from enduse.terms.periods import EXCEL_SERIAL, parse, period_of

SLACK = 20
"""Spaces allowed around a null word."""
MOSTLY_NEW = 0.3
LARGEST = 1e15
"""No shipment weighs, counts or costs more, in whatever currency; larger numbers would also break exact sums."""
KEPT_CELLS = 30_000
"""Distinct cells remembered per column between batches."""
NULL_CODES = frozenset({"0", "00", "000"})
INCOTERMS = frozenset(
    ("EXW", "FCA", "FAS", "FOB", "CFR", "CIF", "CPT", "CIP", "DAF", "DES", "DEQ", "DDU", "DDP", "DAP", "DAT", "DPU", "CNF")
)
_INVISIBLE = re.compile(r"_x000[dDaA]_|\ufeff|\u200b")
_BETWEEN = "\ue000"
_SUSPECT = ("&", "_x000", "\ufeff", "\u200b", "\ufffd", "Ã", "Â", "Ð", "Ñ", _BETWEEN + " ", " " + _BETWEEN)
"""What cleaning, or counting broken letters, would look at more closely."""
_PERSONAL = ("@", "tel", "phone", "fax", "mob", "тел", "факс", "电话", "传真")
_E_MAIL = re.compile(r"(?:e-?mail\s*:?\s*)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
_PHONE = re.compile(r"(?:\b(?:tel|phone|fax|mob)|\bтел|\bфакс|电话|传真)\s*\.?\s*:?\s*\+?\(?\d[\d\s()./-]{5,}\d", re.IGNORECASE)
_WHOLE_FLOAT = re.compile(r"(\d+)\.0+")
_SPACED = re.compile(r"[+-]?\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?:[.,]\d+)?")
_PLAIN = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?")
_DAMAGED = re.compile("\ufffd|[ÃÂÐÑ][\u0080-\u00bf‘’“”„†‡•…‰€™œ]")


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a cell sends its row to rejects."""

    reason: str
    detail: str


Reading = Callable[[str], Any]
TextKind = Literal["text", "party", "code"]
WholeColumn = Callable[[Sequence[str], frozenset[str]], list[Any] | None]
"""Reads a whole column given the null words in upper case; None when some cell needs a closer look."""


class Cells(dict[str, Any]):
    """Cell -> value for one column. `refusing` once a value was a Refusal, `damaged` holds cells with broken letters."""

    def __init__(self, read: Reading, null_words: Iterable[str] = (), whole: WholeColumn | None = None) -> None:
        super().__init__()
        self._read = read
        self._whole = whole
        self._mostly_new = False
        self._null_words = frozenset({"", *(word.upper() for word in null_words)})
        self._longest = max(map(len, self._null_words)) + SLACK
        self.refusing = False
        self.damaged: set[str] = set()

    def __missing__(self, cell: str) -> Any:
        short = len(cell) <= self._longest
        value = None if short and cell.strip().upper() in self._null_words else self._read(cell)
        if value.__class__ is Refusal:
            self.refusing = True
        elif not cell.isascii() and _DAMAGED.search(cell):
            self.damaged.add(cell)
        self[cell] = value
        return value

    def column(self, cells: Sequence[str]) -> list[Any]:
        """Return the values of a batch. Where nearly every cell is new, the whole column is tried at once first."""
        if self._mostly_new and self._whole is not None:
            values = self._whole(cells, self._null_words)
            if values is not None:
                return values
        before = len(self)
        values = list(map(self.__getitem__, cells))
        self._mostly_new = len(self) - before > MOSTLY_NEW * len(cells)
        return values

    def trim(self) -> None:
        """Forget cells once too many are remembered: a column of unique texts must not fill memory."""
        if len(self) > KEPT_CELLS:
            self.clear()
            self.refusing = False
            self.damaged.clear()


def text(cell: str) -> str | None:
    """Return the text unescaped once, NFC, spaces folded; markup stays as text. None when nothing is left."""
    if "&" in cell:
        cell = html.unescape(cell)
    if not cell.isascii():
        cell = unicodedata.normalize("NFC", _INVISIBLE.sub(" ", cell))
    elif "_x000" in cell:
        cell = _INVISIBLE.sub(" ", cell)
    return " ".join(cell.split()) or None


def party(cell: str) -> str | None:
    """Return a name or address as text, without phone numbers and e-mail addresses (personal data); '0' is none."""
    cleaned = text(cell)
    if cleaned is None or cleaned in NULL_CODES:
        return None
    if "@" not in cleaned and _PHONE.search(cleaned) is None:
        return cleaned
    return " ".join(_PHONE.sub(" ", _E_MAIL.sub(" ", cleaned)).split()).strip(" ,;") or None


def code_reader(digits: int | None) -> Reading:
    """Return a reading of codes: '31.0' is 31, '0' is none, digits are padded to the declared width if one or two zeros are lost."""

    def read(cell: str) -> str | None:
        cleaned = text(cell)
        if cleaned is None or cleaned in NULL_CODES or cleaned == "0.0":
            return None
        if whole := _WHOLE_FLOAT.fullmatch(cleaned):
            cleaned = whole[1]
        if digits and cleaned.isdigit() and digits - 2 <= len(cleaned) < digits:
            cleaned = cleaned.zfill(digits)
        return cleaned

    return read


def clean_texts(cells: Sequence[str], null_words: frozenset[str], kind: TextKind) -> list[Any] | None:
    """Return the cells as they are when none needs cleaning (see `text`, `party`, `code_reader`); None otherwise."""
    together = _BETWEEN.join(cells)
    if any(one in together for one in _SUSPECT) or " ".join(together.split()) != together or not unicodedata.is_normalized("NFC", together):
        return None
    if kind != "text" and not NULL_CODES.isdisjoint(cells):
        return None
    if kind == "party" and _personal(together.lower()):
        return None
    if kind == "code" and ".0" in together and any(_WHOLE_FLOAT.fullmatch(one) for one in cells):
        return None
    framed = f"{_BETWEEN}{together}{_BETWEEN}".upper()
    if any(f"{_BETWEEN}{word}{_BETWEEN}" in framed for word in null_words):
        return [None if one.upper() in null_words else one for one in cells]
    return list(cells)


def _personal(lower: str) -> bool:
    return any(one in lower for one in _PERSONAL)


def plain_numbers(cells: Sequence[str], null_words: frozenset[str], factor: float, zero_is_null: bool) -> list[Any] | None:
    """Return the cells as numbers when all are plain numbers with a point, none negative; None otherwise."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if any(word.replace(".", "", 1).isdigit() for word in null_words):
        return None
    try:
        values = pa.array(cells, pa.string()).cast(pa.float64())
    except pa.ArrowInvalid:
        return None
    if pc.any(pc.is_nan(values)).as_py():
        return None
    least = pc.min_max(values)
    if values.null_count < len(values) and not (least["min"].as_py() >= 0 and least["max"].as_py() * factor <= LARGEST):
        return None
    found = [one and one * factor for one in values.to_pylist()] if factor != 1.0 else values.to_pylist()
    return [one or None for one in found] if zero_is_null else found


def values_reader(values: dict[str, str]) -> Reading:
    """Return a reading by a declared table; a word outside it refuses the row (unknown_category)."""
    table = {key.upper(): value for key, value in values.items()}

    def read(cell: str) -> str | Refusal:
        found = table.get(cell.strip().upper())
        return found if found is not None else Refusal("unknown_category", f"{cell.strip()!r}; accepted: {', '.join(values)}")

    return read


def currency_reader(values: dict[str, str], reporter: str | None = None) -> Reading:
    """Return a reading of currencies as `currency_code` knows them; another word is null unless declared in `values`."""

    def read(cell: str) -> str | None:
        stripped = cell.strip()
        return currency_code(values.get(stripped.upper(), stripped), reporter)

    return read


def incoterm(cell: str) -> str | None:
    """Return the three letters when they begin the cell and are a known term; null otherwise."""
    start = cell.strip()[:3].upper()
    return start if start in INCOTERMS else None


def date_reader(formats: tuple[str, ...], native: bool) -> Reading:
    """Return a reading of dates as (text, first day, last day), by the declared formats; without any: ISO dates only."""

    def read(cell: str) -> Any:
        stripped = cell.strip()
        if native or not formats:
            iso = period_of(stripped)
            if iso is not None and (native or not formats) and not (native and "%Y" in formats):
                return str(iso), iso.from_, iso.until
        if stripped in NULL_CODES:
            return None
        fits = {period for one in formats if (period := parse(stripped, one)) is not None}
        if len(fits) > 1:
            either = " or ".join(sorted(map(str, fits)))
            return Refusal("ambiguous_date", f"{stripped!r} is {either} by the declared formats {', '.join(formats)}")
        if not fits:
            return _unread_date(stripped, formats)
        period = fits.pop()
        return str(period), period.from_, period.until

    return read


def _unread_date(cell: str, formats: tuple[str, ...]) -> Refusal:
    if formats:
        return Refusal("bad_date", f"{cell!r}; accepted: {', '.join(formats)}")
    parts = re.fullmatch(r"(\d{1,2})[./-](\d{1,2})[./-](\d{2,4})", cell)
    if parts and int(parts[1]) <= 12 and int(parts[2]) <= 12:
        return Refusal("ambiguous_date", f"{cell!r} may be day or month first; declare the column's format, for example '%d.%m.%Y'")
    serial = parse(cell, EXCEL_SERIAL) is not None
    hint = "excel_serial" if serial else "for example '%d.%m.%Y'"
    return Refusal("bad_date", f"{cell!r} is not an ISO date; declare the column's format ({hint})")


def number_reader(decimal: str | None, thousands: str | None, factor: float = 1.0, zero_is_null: bool = False) -> Reading:
    """Return a reading of numbers by the declared marks; a negative number, and one that fits two readings, refuses the row."""

    def read(cell: str) -> float | Refusal | None:
        found = number_of(cell.strip(), decimal, thousands)
        if isinstance(found, Refusal):
            return found
        if found < 0:
            return Refusal("negative_measure", f"{cell.strip()[:80]!r} is below zero")
        if found * factor > LARGEST:
            return Refusal("bad_number", f"{cell.strip()[:80]!r} is more than {LARGEST:.0e}, which no shipment is")
        return None if found == 0 and zero_is_null else found * factor

    return read


def number_of(cell: str, decimal: str | None, thousands: str | None) -> float | Refusal:
    """Return the number; digits grouped by spaces are read, a comma or point only as declared or where one reading is left.

    >>> number_of("1.234,56", ",", "."), number_of("1 234,5", None, None), number_of("1,234", None, None).reason
    (1234.56, 1234.5, 'ambiguous_number')
    """
    if decimal == "." and _PLAIN.fullmatch(cell):
        return _finite(cell, cell)
    bare = re.sub(r"[ \u00a0\u2009\u202f]", "", cell) if _SPACED.fullmatch(cell) else cell
    bare = bare.replace("'", "") if thousands == "'" else bare
    if "," not in bare and (decimal == "." or "." not in bare):
        return _finite(bare, cell)
    if decimal is None:
        guessed = _only_reading(bare, thousands)
        two = Refusal("ambiguous_number", f"{cell!r} fits two readings; declare decimal and thousands")
        return two if guessed is None else _finite(guessed, cell)
    other = "," if decimal == "." else "."
    if other in bare:
        if not _grouped(bare.split(decimal)[0], other) or other in bare.partition(decimal)[2]:
            return _unread(cell)
        if thousands != other:
            return Refusal("ambiguous_number", f"{cell!r} holds {other!r} beside the decimal {decimal!r}; declare thousands: {other!r}")
        bare = bare.replace(other, "")
    return _finite(bare.replace(decimal, "."), cell)


def _only_reading(bare: str, thousands: str | None) -> str | None:
    """Return the number with a point when just one reading is left, else None."""
    comma, point = bare.rfind(","), bare.rfind(".")
    if comma >= 0 and point >= 0:
        decimal, group = (",", ".") if comma > point else (".", ",")
        whole, _, rest = bare.rpartition(decimal)
        return f"{whole.replace(group, '')}.{rest}" if decimal not in whole and _grouped(whole, group) else None
    mark = "," if comma >= 0 else "."
    if thousands == mark:
        return bare.replace(mark, "") if _grouped(bare, mark) else None
    if bare.count(mark) > 1:
        return bare.replace(mark, "") if _grouped(bare, mark) else None
    whole, _, rest = bare.partition(mark)
    could_group = len(rest) == 3 and 1 <= len(whole.lstrip("+-")) <= 3 and not whole.lstrip("+-").startswith("0")
    return None if could_group and thousands is None else f"{whole}.{rest}"


def _grouped(whole: str, mark: str) -> bool:
    first, *rest = whole.lstrip("+-").split(mark)
    return 1 <= len(first) <= 3 and first.isdigit() and all(len(part) == 3 and part.isdigit() for part in rest)


def _finite(bare: str, cell: str) -> float | Refusal:
    if not _PLAIN.fullmatch(bare):
        return _unread(cell)
    value = float(bare)
    return value if math.isfinite(value) else _unread(cell)


def _unread(cell: str) -> Refusal:
    return Refusal("bad_number", f"{cell[:80]!r} is not a number by the declared marks")


def hs_reader(width: int | None) -> Reading:
    """Return a reading of codes as (as printed, six digits or None, full digits or None, all digits)."""

    def read(cell: str) -> Any:
        printed = text(cell)
        if printed is None or printed in NULL_CODES or not printed.strip("0."):
            return None
        found = hs.digits(printed)
        if found is None:
            return Refusal("hs_digits", f"{printed[:80]!r} is not a code")
        whole = hs.padded(found, width) if width else (found if 2 <= len(found) <= 14 and len(found) % 2 == 0 else None)
        if whole is None:
            accepted = f"up to {width} digits" if width else "an even number of digits, 2 to 14"
            return Refusal("hs_digits", f"{printed!r} has {len(found)} digits; accepted: {accepted}")
        return printed, hs.hs6(whole), whole if len(whole) == width else None, whole

    return read
