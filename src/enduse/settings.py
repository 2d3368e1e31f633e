"""What a workspace's enduse.toml says: the case, its inputs, declared coverage and parameters.

Every threshold is a `Parameter` with a sentence; a value in `[parameters]` replaces its default, and the report prints
every parameter with the value used.
"""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

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
    right_of_reply: tuple[str, ...] = ()
    """One sentence for each company asked: when it was asked, and what it answered."""
    corrections: tuple[str, ...] = ()
    """One sentence for each correction made after publication, with its date."""


class Input(_Strict):
    """One file added to the workspace; its bytes rest in the archive under `sha256`."""

    source: str
    file: str
    sha256: str
    size_bytes: int
    retrieved_at: str
    as_of: str | None = None
    map_sha256: str | None = None
    url: str | None = None


class CoverageDeclaration(_Strict):
    """What a person declares about a source: these months are complete, partial or absent."""

    source: str
    reporter: str = ""
    direction: Literal["import", "export", "transit", ""] = ""
    since: str = Field(pattern=r"^\d{4}-\d{2}$")
    until: str = Field(pattern=r"^\d{4}-\d{2}$")
    status: Literal["complete", "partial", "absent", "unknown"]
    goods: tuple[str, ...] = ()
    basis: str = "declared by the user"


class Settings(_Strict):
    """The whole of enduse.toml."""

    case: Case = Case()
    parameters: dict[str, ParameterValue] = {}
    inputs: tuple[Input, ...] = ()
    coverage: tuple[CoverageDeclaration, ...] = ()
    rates: tuple[str, ...] = ()
    """Files with further exchange rates (currency, rate_on, usd_per_unit), relative to the workspace."""

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
        if not isinstance(value, wanted):
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
        text = path.read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError) as error:
        raise NotAWorkspace(folder) from error
    except UnicodeDecodeError as error:
        raise SettingError(f"{path} is not UTF-8 text: {error}") from error
    try:
        return Settings.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise SettingError(f"{path} is not valid TOML: {error}") from error
    except ValidationError as error:
        wrong = "; ".join(f"{'.'.join(str(part) for part in one['loc'])}: {one['msg']}" for one in error.errors())
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
