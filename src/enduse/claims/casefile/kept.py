"""The ledger of a workspace's articles as one value. Shapes only, no work."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from enduse.claims.extracted import ArticleClaims, ArticleView, ExtractedClaim, Lineage


@dataclass(frozen=True)
class Kept:
    """The ledger of a workspace's articles. `article_ids`: table ids by the names the articles are called."""

    articles: tuple[ArticleClaims, ...] = ()
    lineage: Lineage = field(default_factory=Lineage)
    article_ids: Mapping[str, str] = field(default_factory=dict)

    def claims(self) -> dict[str, ExtractedClaim]:
        """Return every claim by its id, in the order of articles and text."""
        return {claim.id: claim for one in self.articles for claim in one.claims}

    def views(self) -> dict[str, ArticleView]:
        """Return every article by the name it is called."""
        return {one.view.article: one.view for one in self.articles}
