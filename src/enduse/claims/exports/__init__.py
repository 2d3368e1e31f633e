"""The ledger in others' words: FollowTheMoney statements, W3C PROV, schema.org ClaimReview. Nothing in them merges into evidence."""

from enduse.claims.exports.claim_review import as_claim_review
from enduse.claims.exports.prov import as_prov
from enduse.claims.exports.statements import as_statements

__all__ = ["as_claim_review", "as_prov", "as_statements"]
