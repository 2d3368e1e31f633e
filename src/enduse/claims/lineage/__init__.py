"""Articles and claims grouped by origin before wording: who retells whom, what was changed, what is denied, what is corroborated."""

from enduse.claims.lineage.grouping import group
from enduse.claims.lineage.parameters import PARAMETERS

__all__ = ["PARAMETERS", "group"]
