"""Claims that something other than the rules offers: what passes the grounding gate, and the optional endpoint itself."""

from enduse.claims.extracting.extraction import EXTRACTORS, Extraction, extract
from enduse.claims.extracting.gate import gate
from enduse.claims.extracting.pipelines import Pipeline, with_names
from enduse.claims.extracting.refusals import REASONS, Reject

__all__ = ["EXTRACTORS", "REASONS", "Extraction", "Pipeline", "Reject", "extract", "gate", "with_names"]
