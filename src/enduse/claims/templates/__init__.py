"""One file per template: a typed proposition made into a query over rows, and the query into a verdict. TEMPLATES by kind.

A claim is mapped to a template by writing its proposition (`enduse.terms.claimed`, one shape for each kind): `TEMPLATES[kind]`
says which of the shape's fields name companies (`names`), and checks it. A negated or rejected proposition keeps its shape; the
claim's stance is then `denied`.
"""

from enduse.claims.templates import (
    based,
    component,
    declared_as,
    delivered,
    first_last,
    linked,
    listed,
    share,
    suppliers,
    trade_total,
)
from enduse.claims.templates.template import Template

TEMPLATES: dict[str, Template] = {
    one.TEMPLATE.kind: one.TEMPLATE
    for one in (delivered, listed, trade_total, share, suppliers, first_last, declared_as, linked, based, component)
}

__all__ = ["TEMPLATES", "Template"]
