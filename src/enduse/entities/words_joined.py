"""Words that are printed in two and are one, and short ones that only the word behind them explains: Hong Kong, Dış Ticaret, Gen. Trdg."""

from __future__ import annotations

ONE_WORD = frozenset({("int", "l"), ("hong", "kong"), ("alma", "ata"), ("xi", "an"), ("inner", "mongolia"), ("nat", "l"),
                      ("all", "russian"), ("all", "russia"), ("middle", "east"), ("abu", "dhabi"), ("kuala", "lumpur"),
                      ("cape", "town"), ("sao", "paulo"), ("tel", "aviv"), ("ho", "chi"), ("hochi", "minh"), ("phnom", "penh"),
                      ("far", "east"), ("far", "eastern"), ("dis", "ticaret"), ("dis", "tic"), ("dysh", "tidzharet"),
                      ("dich", "vu"), ("dien", "tu"), ("van", "tai"), ("xuat", "nhap"), ("xuatnhap", "khau"),
                      ("thuong", "mai"), ("quoc", "te"), ("dau", "tu"), ("phat", "trien"), ("co", "khi"), ("san", "xuat"), ("cong", "nghe"),
                      ("cong", "nghiep"), ("may", "mac"), ("may", "moc"), ("noi", "that"), ("thiet", "bi"), ("thuc", "pham"),
                      ("vat", "lieu"), ("nong", "san"), ("thuy", "san"), ("hoa", "chat"), ("bao", "bi"), ("khoang", "san"),
                      ("nang", "luong"), ("moi", "truong"), ("duoc", "pham"), ("giao", "nhan"), ("hang", "hai"), ("hang", "khong"),
                      ("tu", "van"), ("du", "lich"), ("vien", "thong"), ("tin", "hoc"), ("phan", "mem"), ("ky", "thuat"),
                      ("xay", "dung"), ("viet", "nam"), ("ha", "noi"), ("da", "nang"), ("hai", "phong"), ("sai", "gon"),
                      ("suid", "afrika")})  # fmt: skip
"""Words that the tokeniser parts and the lexicon writes in one."""
FIRST = frozenset(first for first, _ in ONE_WORD)
_GENERAL, _TRADES = "gen", frozenset({"trading", "trade", "trdg", "tradg", "trd", "contracting", "maintenance", "maint"})
"""In the Gulf this is general where one of these follows; elsewhere it may be a gene."""


def in_full_beside(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """Return the tokens with a short word spelled out that the word behind it explains.

    >>> in_full_beside(("kestrel", "gen", "trdg")), in_full_beside(("kestrel", "gen"))
    (('kestrel', 'general', 'trdg'), ('kestrel', 'gen'))
    """
    if _GENERAL not in tokens:
        return tokens
    return tuple(
        "general" if token == _GENERAL and other in _TRADES else token for token, other in zip(tokens, (*tokens[1:], ""), strict=True)
    )


def joined(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """Return the tokens with two that are one word joined.

    >>> joined(("kestrel", "hong", "kong")), joined(("ho", "chi", "minh", "kestrel"))
    (('kestrel', 'hongkong'), ('hochiminh', 'kestrel'))
    """
    tokens = in_full_beside(tokens)
    if FIRST.isdisjoint(tokens):
        return tokens
    found: list[str] = []
    for token in tokens:
        if found and (found[-1], token) in ONE_WORD:
            found[-1] += token
        else:
            found.append(token)
    return tuple(found)
