"""One file per template: a typed proposition made into a query over rows, and the query into a verdict. TEMPLATES by kind."""

from enduse.claims.templates import delivered, listed, trade_total
from enduse.claims.templates.template import Template

TEMPLATES: dict[str, Template] = {one.kind: one for one in (delivered.TEMPLATE, listed.TEMPLATE, trade_total.TEMPLATE)}

__all__ = ["TEMPLATES", "Template"]
