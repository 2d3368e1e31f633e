"""Russian sentences typed: deliveries, totals and listings in the past tense, who is who told by case and preposition.

A name in quotation marks does not decline, so its case is that of the word before it ("компании", "заводу"); behind a bare legal
form only the order subject - verb - receiver is read, and any other order is left undecided.
"""

from __future__ import annotations

import re

from enduse.claims.extracted import ArticleView
from enduse.claims.typing.foreign import Sent, only, typed_listed, typed_sent
from enduse.claims.typing.shapes import Typed, Undecided
from enduse.claims.typing.tokens import Said
from enduse.claims.typing.wording import End
from enduse.terms.territories import country_code

_DATE = r"(?:(?:[Вв]|[Зз]а|[Сс]|[Вв] течение|[Нн]а протяжении) )?⟦d\d+⟧"
_LEAD = rf"(?:{_DATE}[ ,]*|(?:[Пп]ри этом|[Тт]акже|[Оо]днако|[Чч]то|[Кк]роме того)[ ,]*)*"
_DOUBT = re.compile(r",?\s*\b(?:якобы|возможно|предположительно|вероятно|по-видимому|видимо|похоже|скорее всего)\b,?")
_SENT = r"(?P<verb>постав(?:ил|лял)[ао]?|отправ(?:ил|лял)[ао]?|экспортировал[ао]?|отгру(?:зил|жал)[ао]?|передал[ао]?|продал[ао]?)"
_GOT = r"(?P<verb>получ(?:ил|ал)[ао]?|импортировал[ао]?|вв[её]з(?:ла|ло)?|закупил[ао]?|купил[ао]?|приобр[её]л[ао]?)"
_SALES = ("прода", "закуп", "купи", "приобр")
_END = r"(?:⟦[cop]\d+⟧)"
_COUNTRY = r"[А-ЯЁ][А-Яа-яё]+(?:-[А-ЯЁ][а-яё]+)?"
_ACTIVE = re.compile(rf"{_LEAD}(?P<own>{_END}|{_COUNTRY}) (?:напрямую |также |тайно )?{_SENT} (?P<rest>.+)\Z")
_RECEIVED = re.compile(rf"{_LEAD}(?P<own>{_END}|{_COUNTRY}) (?:напрямую |также |тайно )?{_GOT} (?P<rest>.+)\Z")
_PASSIVE = re.compile(
    rf"{_LEAD}(?P<goods>[^⟦]*⟦[gq]\d+⟧[^.;]*?) (?:был|была|было|были) "
    r"(?P<verb>поставлен|отправлен|экспортирован|отгружен|передан|продан)[аоы]? (?P<rest>.+)\Z"
)
_NOMINAL = re.compile(rf"{_LEAD}(?:Экспорт|Поставки|Импорт) (?P<goods>⟦g\d+⟧) (?P<rest>.+?) состави(?:л|ли|ла) (?P<more>.+)\Z")
_TO = re.compile(rf"(?P<before>\bв адрес |\bво? )?(?P<end>{_END}|(?<=\bв )(?<!\bадрес ){_COUNTRY})")
_FROM = re.compile(rf"\b(?:от|у|из) (?P<end>{_END}|{_COUNTRY})")
_TAKEN = tuple(
    re.compile(one)
    for one in (
        _DATE, r"⟦[gq]\d+⟧", r"\bна (?:общую )?сумму(?: в)?\b", r"\b(?:общей )?стоимостью(?: в)?\b", r"\bв количестве\b", r"\bпарти[юи]\b",
        r"\bна\b", r"\bвсего\b",
    )
)  # fmt: skip
_NOMINATIVE = ("компания", "фирма", "корпорация", "группа", "завод", "концерн", "холдинг", "комбинат", "институт", "предприятие")
_DATIVE = ("компании", "фирме", "корпорации", "группе", "заводу", "концерну", "холдингу", "комбинату", "институту", "предприятию")
_INSTRUMENTAL = ("компанией", "фирмой", "корпорацией", "группой", "заводом", "концерном", "холдингом", "комбинатом", "предприятием")
_OTHER = ("фирмы", "корпорации", "группы", "завода", "концерна", "холдинга", "комбината", "института", "предприятия", "компанию", "фирму")

_AUTHORITIES = {
    "евросоюз": "European Union", "евросоюза": "European Union", "ес": "European Union", "европейский союз": "European Union",
    "европейского союза": "European Union", "евросоюзом": "European Union", "сша": "United States", "минфин сша": "US Treasury",
    "минфина сша": "US Treasury", "минфином сша": "US Treasury", "министерство финансов сша": "US Treasury",
    "министерства финансов сша": "US Treasury", "министерство торговли сша": "US Commerce Department",
    "великобритания": "United Kingdom", "великобритании": "United Kingdom", "великобританией": "United Kingdom", "япония": "Japan",
    "японии": "Japan", "японией": "Japan", "ofac": "OFAC", "соединенные штаты": "United States",
}  # fmt: skip
_AUTHOR = r"(?P<author>(?:Минфин\w* |Министерств\w (?:финансов|торговли) )?(?:⟦[op]\d+⟧|[А-ЯЁ][\wё]+(?: союза?)?|OFAC))"
_LIST = r"(?:санкционный|ч[её]рный) список|список санкций|санкционные списки|SDN List"
_WHEN = rf"(?:,? {_DATE})?"
_LISTED = tuple(
    re.compile(rf"{_LEAD}{one}[ .]*\Z")
    for one in (
        rf"{_AUTHOR} (?:вв[её]л[аои]?|наложил[аои]?) санкции (?:против|в отношении|на) ⟦c0⟧{_WHEN}",
        rf"{_AUTHOR} (?:вн[её]с(?:л[аои])?|включил[аои]?|добавил[аои]?) ⟦c0⟧ в (?:свой )?(?:{_LIST}){_WHEN}",
        rf"⟦c0⟧ (?:был[ао]? |)(?:внес[её]н[оа]?|включ[её]н[оа]?|добавлен[оа]?) в (?:{_LIST}) {_AUTHOR}{_WHEN}",
        rf"⟦c0⟧ (?:находится|состоит) под санкциями {_AUTHOR}{_WHEN}",
        rf"⟦c0⟧ попал[ао]? под санкции {_AUTHOR}{_WHEN}",
    )
)


def typed_russian(said: Said, view: ArticleView, hedged: bool) -> Typed | Undecided | None:
    """Return a Russian claim typed; Undecided when a part is missing or open; None when nothing of it is worded."""
    doubted = bool(_DOUBT.search(said.text))
    text = " ".join(_DOUBT.sub(" ", said.text).split()).rstrip(" .")
    for pattern in _LISTED:
        if match := pattern.match(text):
            authority = _authority(said, match["author"])
            if isinstance(authority, Undecided):
                return authority
            return typed_listed(said, view, authority, hedged or doubted)
    sent = _sent(said, text)
    return typed_sent(said, sent, hedged or doubted) if isinstance(sent, Sent) else sent


def _sent(said: Said, text: str) -> Sent | Undecided | None:
    if match := _ACTIVE.match(text):
        own = _end(said, match["own"], "subject")
        return own if isinstance(own, Undecided) else _other(said, match, own, _TO, "receiver")
    if match := _RECEIVED.match(text):
        own = _end(said, match["own"], "subject")
        return own if isinstance(own, Undecided) else _other(said, match, own, _FROM, "sender")
    if match := _PASSIVE.match(text):
        return _passive(said, match)
    if match := _NOMINAL.match(text):
        return _nominal(said, match)
    return None


def _other(said: Said, match: re.Match[str], own: End | str, pattern: re.Pattern[str], role: str) -> Sent | Undecided:
    """Return both ends: the subject's, and the other's after the verb; anything else that is left makes it undecided."""
    found = list(pattern.finditer(match["rest"]))
    if len(found) > 1:
        return Undecided("ambiguous_parameter", "More than one sender or receiver is named.")
    other: End | str | None = None
    if found:
        bare = role == "receiver" and not found[0].groupdict().get("before") and found[0]["end"].startswith("⟦")
        read = _end(said, found[0]["end"], "receiver" if bare else "after a preposition")
        if isinstance(read, Undecided):
            return read
        if role == "receiver" and not bare and found[0]["end"].startswith("⟦c") and "адрес" not in (found[0]["before"] or ""):
            return Undecided("ambiguous_parameter", "Whether the goods went to the company or its place is not clear.")
        other = read
    rest = pattern.sub(" ", match["rest"])
    if not only(re.sub(r"\b[Вв]\s*\Z|\bв (?=\s|⟦[gq])", " ", rest), _TAKEN):
        return Undecided("ambiguous_parameter", f"What the words {match['rest'][:60]!r} add is not clear.")
    sale = match["verb"].startswith(_SALES)
    return Sent(own, other, sale) if role == "receiver" else Sent(other, own, sale)


def _passive(said: Said, match: re.Match[str]) -> Sent | Undecided:
    ends = [(one[1], int(one[2])) for one in re.finditer(r"⟦([co])(\d+)⟧", match["rest"])]
    by = [one for one in ends if one[0] == "c" and _case(said, one) == "instrumental"]
    to = [one for one in ends if one not in by]
    if len(by) != 1 or len(to) != 1 or to[0][0] != "c" or _case(said, to[0]) not in ("dative", "any"):
        return Undecided("ambiguous_parameter", "Sender and receiver cannot be told apart by their cases.")
    rest = re.sub(r"⟦[co]\d+⟧", " ", match["rest"])
    if not only(rest, _TAKEN) or not only(match["goods"], _TAKEN):
        return Undecided("ambiguous_parameter", "What the words add is not clear.")
    return Sent(by[0], to[0], match["verb"] == "продан")


def _nominal(said: Said, match: re.Match[str]) -> Sent | Undecided:
    route = re.fullmatch(rf"из (?P<sender>{_END}|{_COUNTRY}) в (?P<receiver>{_END}|{_COUNTRY})(?: {_DATE})?", match["rest"])
    if route is None or not only(match["more"], _TAKEN):
        return Undecided("ambiguous_parameter", "Where the goods came from and went is not worded plainly.")
    sender, receiver = (_end(said, route[name], "after a preposition") for name in ("sender", "receiver"))
    if isinstance(sender, Undecided):
        return sender
    return receiver if isinstance(receiver, Undecided) else Sent(sender, receiver)


def _end(said: Said, words: str, role: str) -> End | str | Undecided:
    """Return a party's token or a country's code; Undecided where the case speaks against the role."""
    token = re.fullmatch(r"⟦([cop])(\d+)⟧", words)
    if token is None:
        return _country(words) or Undecided("ambiguous_parameter", f"{words!r} is neither a company of the case nor a country.")
    end = (token[1], int(token[2]))
    if end[0] == "p":
        place = said.places[end[1]]
        return place.country or Undecided("ambiguous_parameter", f"{place.text} is no country.")
    wanted = {"subject": ("nominative", "any"), "receiver": ("dative", "any")}.get(role)
    if wanted and end[0] == "c" and _case(said, end) not in wanted:
        return Undecided("ambiguous_parameter", f"What {said.companies[end[1]].text} is in the sentence is not clear from its case.")
    return end


def _case(said: Said, end: End) -> str:
    """Return the case of a company's own word ("компании", "заводом"); 'any' behind a legal form, which does not decline."""
    first = said.companies[end[1]].text.split()[0].casefold()
    for case, words in (("nominative", _NOMINATIVE), ("dative", _DATIVE), ("instrumental", _INSTRUMENTAL), ("other", _OTHER)):
        if first in words:
            return case
    return "any" if re.fullmatch(r"[а-яё]{2,5}|[«\"“].*", first) and said.companies[end[1]].text.split()[0].isupper() else "other"


def _country(words: str) -> str | None:
    """Return the country of a Russian name in any case.

    >>> _country("Германию"), _country("Казахстана"), _country("Китая"), _country("Завод")
    ('DE', 'KZ', 'CN', None)
    """
    tries = (words, words[:-1], f"{words[:-1]}я", f"{words[:-1]}й", f"{words[:-1]}а", f"{words[:-2]}ия")
    return next((code for one in tries if len(one) > 2 and (code := country_code(one))), None)


def _authority(said: Said, words: str) -> str | Undecided:
    plain = re.sub(r"⟦([op])(\d+)⟧", lambda one: (said.organisations if one[1] == "o" else said.places)[int(one[2])].text, words)
    return _AUTHORITIES.get(" ".join(plain.split()).casefold()) or Undecided("missing_parameter", f"Whose list {plain!r} is is not known.")
