"""The reference page of claims: every template with its fields, its rule and an example, from the code itself."""

from __future__ import annotations

import ast
import inspect
import sys
from typing import Any, Literal, get_args, get_origin

import yaml

from enduse.claims.templates import TEMPLATES
from enduse.claims.verdicts import REASONS
from enduse.terms import claim_parts, claimed, propositions
from enduse.terms.claim_examples import EXAMPLES

_TYPES = {
    "Amount": "number, 0 or more", "Fraction": "number from 0 to 1", "Count": "whole number", "Country": "two letters (ISO 3166)",
    "Currency": "three letters (ISO 4217)", "PartialDate": "YYYY, YYYY-MM or YYYY-MM-DD", "Name": "text",
    "HsPrefix": "2 to 10 digits, in quotes", "str": "text", "bool": "true or false",
}  # fmt: skip


def claims_page(note: str) -> str:
    """Return the page: the shape of a claim, then one section for each template, then the reasons of verdicts."""
    fields = _fields(claim_parts) | _fields(claimed) | _fields(propositions)
    parts = [f"# Claims\n\n{note}\n{_OPENING}\n", _table(propositions.Claim, fields)]
    parts += ["\nA node of `chain`:\n\n", _table(propositions.Speaker, fields)]
    for kind, shape in claimed.PROPOSITIONS.items():
        quote, example = EXAMPLES[kind]
        claim = {"article": "article.txt", "quote": quote, "says": {kind: example["text"] if kind == "other" else example}}
        parts.append(f"\n## {kind}\n\n{inspect.getdoc(shape)}\n\n")
        parts.append(_table(shape, fields))
        text = yaml.safe_dump({"claims": [claim]}, sort_keys=False, allow_unicode=True, width=120)
        parts.append(f"\n```yaml\n{text}```\n")
        if kind in TEMPLATES:
            module = sys.modules[TEMPLATES[kind].check.__module__]
            parts.append(f"\n{_prose(inspect.getdoc(module))}\n")
            if kind == "delivered":
                parts.append(f"\n{_prose(inspect.getdoc(sys.modules['enduse.claims.templates.through']))}\n")
    parts.append("\n## Reasons\n\nEach verdict gives one of these.\n\n| reason | meaning |\n| --- | --- |\n")
    parts += [f"| `{name}` | {meaning} |\n" for name, meaning in REASONS.items()]
    return "".join(parts)


_OPENING = """\
A claims file is YAML with one list `claims:`; add it with `enduse add DIR press/claims FILE`, or check it without adding it with
`enduse check DIR FILE`. `says` holds exactly one of the kinds below. A claim with a wrong or missing field is rejected with its line and
the reason (`rejects`), or stops `enduse check` with a message; nothing is guessed. See the guide, *Checking claims*.
"""


def _prose(text: str | None) -> str:
    return (text or "").strip()


def _table(shape: type[Any], docs: dict[str, dict[str, tuple[str, str]]]) -> str:
    lines = ["| field | | meaning |\n| --- | --- | --- |\n"]
    for name, field in shape.model_fields.items():
        annotation, doc = next(docs[base.__name__][name] for base in shape.__mro__ if name in docs.get(base.__name__, {}))
        needed = "needed" if field.is_required() else ""
        lines.append(f"| `{name}` | {', '.join(part for part in (_said(annotation), needed) if part)} | {doc} |\n")
    return "".join(lines)


def _said(annotation: str) -> str:
    """Return what may be written, in words."""
    inner = annotation.removesuffix(" | None").strip()
    if "tuple[" in inner:
        item = inner[inner.index("tuple[") + 6 :].split(",")[0]
        return f"list of: {_said(item)}"
    choices = getattr(claim_parts, inner, None) or getattr(propositions, inner, None)
    if get_origin(choices) is Literal:
        return ", ".join(map(str, get_args(choices)))
    return _TYPES.get(inner, {"Speaker": "nodes, see below", "Says": "one of the kinds below"}.get(inner, "text"))


def _fields(module: Any) -> dict[str, dict[str, tuple[str, str]]]:
    """Return annotation and docstring of each field, by class: the string under a field says what it means."""
    found: dict[str, dict[str, tuple[str, str]]] = {}
    for node in ast.parse(inspect.getsource(module)).body:
        if isinstance(node, ast.ClassDef):
            fields = found.setdefault(node.name, {})
            for at, line in enumerate(node.body):
                if isinstance(line, ast.AnnAssign) and isinstance(line.target, ast.Name):
                    after = node.body[at + 1] if at + 1 < len(node.body) else None
                    doc = ast.literal_eval(after.value) if isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant) else ""
                    fields[line.target.id] = (ast.unparse(line.annotation), " ".join(doc.split()))
    return found
