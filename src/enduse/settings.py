"""What a workspace's enduse.toml says: the case, its inputs, declared coverage and parameters.

Every threshold is a `Parameter` with a sentence; a value in `[parameters]` replaces its default, and the report prints
every parameter with the value used.
"""

from __future__ import annotations

import datetime as dt
import ipaddress
import json
import math
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from enduse.errors import NotAWorkspace, SettingError

FILE_NAME = "enduse.toml"
ParameterValue = str | int | float | bool


@dataclass(frozen=True)
class Parameter:
    """A threshold that somebody chose: `default` unless enduse.toml says otherwise; `origin` says who chose it."""

    name: str
    default: ParameterValue
    sentence: str
    origin: str = "ours"


_SHA256 = r"^[0-9a-f]{64}$"
_MONTH = r"^\d{4}-(0[1-9]|1[0-2])$"


def hs_prefix(text: str) -> str:
    """Return an HS prefix without points and spaces; raises ValueError unless it has 2 to 6 digits.

    >>> hs_prefix("84.07")
    '8407'
    """
    part = text.replace(".", "").replace(" ", "")
    if not (part.isascii() and part.isdigit() and 2 <= len(part) <= 6):
        raise ValueError(f"goods {part[:40]!r}: HS prefixes of 2 to 6 digits are accepted, for example 8407 or 854231")
    return part


def _day(text: str | None) -> str | None:
    try:
        if text is not None and dt.date.fromisoformat(text).isoformat() == text:
            return text
    except ValueError:
        pass
    if text is not None:
        raise ValueError(f"{text!r} is not a day; write it as YYYY-MM-DD, for example 2023-03-31")
    return None


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Case(_Strict):
    """What the investigation asks about."""

    title: str = "Untitled case"
    invented: bool = False
    """True when every company and shipment is made up; the report then says so on every page."""
    end_users: tuple[str, ...] = ()
    """Names or ids of the end users followed; empty means every consignee that answers to a list."""
    suppliers: tuple[str, ...] = ()
    """Names or ids of the suppliers traced through intermediaries; empty means the largest of the direct ones."""
    goods: tuple[str, ...] = ()
    """HS prefixes followed; empty means all goods."""
    since: str | None = None
    until: str | None = None
    """First and last day counted, YYYY-MM-DD."""
    right_of_reply: tuple[str, ...] = ()
    """One sentence for each company asked: when it was asked, and what it answered."""
    corrections: tuple[str, ...] = ()
    """One sentence for each correction made after publication, with its date."""

    _days = field_validator("since", "until")(_day)

    @field_validator("goods")
    @classmethod
    def _prefixes(cls, goods: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(hs_prefix(one) for one in goods)

    @model_validator(mode="after")
    def _in_order(self) -> Case:
        if self.since and self.until and self.since > self.until:
            raise ValueError(f"since {self.since} comes after until {self.until}")
        return self


class Input(_Strict):
    """One file added to the workspace; its bytes rest in the archive under `sha256`."""

    source: str
    file: str
    sha256: str = Field(pattern=_SHA256)
    size_bytes: int
    retrieved_at: str
    as_of: str | None = None
    map_sha256: str | None = Field(default=None, pattern=_SHA256)
    url: str | None = None

    _day = field_validator("as_of")(_day)


class CoverageDeclaration(_Strict):
    """What a person declares about a source: these months are complete, partial or absent."""

    source: str
    reporter: str = ""
    direction: Literal["import", "export", "transit", ""] = ""
    since: str = Field(pattern=_MONTH)
    until: str = Field(pattern=_MONTH)
    status: Literal["complete", "partial", "absent", "unknown"]
    goods: tuple[str, ...] = ()
    basis: str = "declared by the user"

    @model_validator(mode="after")
    def _in_order(self) -> CoverageDeclaration:
        if self.since > self.until:
            raise ValueError(f"since {self.since} comes after until {self.until}")
        return self


class Extractor(_Strict):
    """The endpoint a person chose to read articles with. Nothing is sent to it unless a command asks for it by name.

    The key is never part of the settings: it is read from the environment variable `key_env`.
    """

    base_url: str
    """Up to and without /chat/completions, for example http://127.0.0.1:8080/v1; https unless the host is this machine."""
    model: str = Field(min_length=1)
    key_env: str = Field(default="ENDUSE_EXTRACTOR_KEY", pattern=r"^[A-Za-z_][A-Za-z0-9_]*$")
    """Name of the environment variable that holds the key; a local server may need none."""
    plain_http: bool = False
    """True: http is accepted for hosts other than this machine; article text and key then travel unencrypted."""
    reply_format: Literal["json_object", "json_schema", "none"] = "json_object"
    """What the request's response_format asks for; some servers know only one, or none."""
    options: dict[str, str | int | float | bool] = {"temperature": 0}
    """Further fields of the request, as the server names them: temperature, max_tokens, seed ..."""
    timeout_s: float = Field(default=120.0, gt=0, le=3600)
    """A reply that is not whole after so many seconds is given up."""
    tries: int = Field(default=3, ge=1, le=10)
    """How often a request is sent when the server is busy, fails or does not answer."""
    reply_bytes_max: int = Field(default=2_000_000, ge=1_000, le=50_000_000)
    article_chars_max: int = Field(default=24_000, ge=500)
    """Longer articles are sent in several parts, cut between paragraphs."""

    @model_validator(mode="before")
    @classmethod
    def _no_key(cls, value: Any) -> Any:
        if isinstance(value, dict) and {"key", "api_key", "token", "password"} & set(value):
            raise ValueError(
                "a key does not belong in enduse.toml; put it in the environment variable ENDUSE_EXTRACTOR_KEY (or the one key_env names)"
            )
        if isinstance(value, dict) and isinstance(value.get("options"), dict) and _FIXED & set(value["options"]):
            raise ValueError(f"options: {', '.join(sorted(_FIXED))} are set by this program and cannot be replaced")
        return value

    @field_validator("base_url")
    @classmethod
    def _address(cls, value: str) -> str:
        try:
            parts = urlsplit(value)
            host, _ = parts.hostname, parts.port
        except ValueError:
            host = None
        else:
            if parts.username or parts.password or parts.query or parts.fragment:
                raise ValueError(
                    "base_url holds a user, password, query or fragment; give the plain address, and the key in the environment"
                )
        if not host or parts.scheme not in ("http", "https"):
            raise ValueError("base_url is no http(s) address; for example https://HOST/v1 or http://127.0.0.1:8080/v1 is accepted")
        return value.rstrip("/").removesuffix("/chat/completions")

    @model_validator(mode="after")
    def _encrypted(self) -> Extractor:
        if self.base_url.startswith("http:") and not self.plain_http and not is_this_machine(urlsplit(self.base_url).hostname or ""):
            raise ValueError("base_url is http, and its host is not this machine: use https, or set plain_http = true to send in the clear")
        return self


_FIXED = frozenset({"model", "messages", "stream", "tools", "tool_choice", "functions", "n", "response_format"})


def is_this_machine(host: str) -> bool:
    """Tell whether a host name means this machine.

    >>> is_this_machine("127.0.0.1"), is_this_machine("localhost"), is_this_machine("127.0.0.1.example")
    (True, True, False)
    """
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


class Settings(_Strict):
    """The whole of enduse.toml."""

    case: Case = Case()
    parameters: dict[str, ParameterValue] = {}
    inputs: tuple[Input, ...] = ()
    coverage: tuple[CoverageDeclaration, ...] = ()
    rates: tuple[str, ...] = ()
    """Files with further exchange rates (currency, rate_on, usd_per_unit), relative to the workspace."""
    extractor: Extractor | None = None
    """The endpoint that `enduse claims --extractor endpoint` asks; null: none."""

    @field_validator("parameters", mode="before")
    @classmethod
    def _flat(cls, value: Any) -> Any:
        return _flatten(value) if isinstance(value, dict) else value

    def parameter(self, parameter: Parameter) -> ParameterValue:
        """Return the value in force; raises SettingError when enduse.toml gives one of another type."""
        value = self.parameters.get(parameter.name, parameter.default)
        wanted = type(parameter.default)
        if wanted is float and isinstance(value, int) and not isinstance(value, bool):
            return float(value)
        if not isinstance(value, wanted) or (isinstance(value, float) and not math.isfinite(value)):
            raise SettingError(f"parameter {parameter.name} is {value!r}; a {wanted.__name__} such as {parameter.default!r} is accepted")
        return value


def _flatten(value: dict[str, Any], prefix: str = "") -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for key, inner in value.items():
        name = f"{prefix}{key}"
        if isinstance(inner, dict):
            flat.update(_flatten(inner, f"{name}."))
        else:
            flat[name] = inner
    return flat


def load(folder: Path) -> Settings:
    """Return the settings of the workspace at `folder`; raises NotAWorkspace, or SettingError naming each wrong line."""
    path = folder / FILE_NAME
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (FileNotFoundError, NotADirectoryError) as error:
        raise NotAWorkspace(folder) from error
    except OSError as error:
        raise SettingError(f"{path} cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise SettingError(f"{path} is not UTF-8 text: {error}") from error
    try:
        return Settings.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise SettingError(f"{path} is not valid TOML: {error}") from error
    except ValidationError as error:
        wrong = "; ".join(
            f"{'.'.join(str(part) for part in one['loc'])}: {one['msg'].removeprefix('Value error, ')}" for one in error.errors()
        )
        raise SettingError(f"{path}: {wrong}") from error


def block(name: str, values: dict[str, Any]) -> str:
    """Return one `[[name]]` block of TOML; nulls are left out, strings are written as JSON (which TOML reads)."""
    lines = [f"[[{name}]]"]
    for key, value in values.items():
        if value is None or (isinstance(value, (tuple, list)) and not value):
            continue
        # JSON leaves the delete character as it is, TOML does not take it.
        written = json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
        lines.append(f"{key} = {written}")
    return "\n".join(lines) + "\n"
