"""The stage `attribute`: the workspace's articles read into the ledger, their names put beside the case's, their origins told apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from enduse.claims.casefile import keeping, linking
from enduse.claims.casefile.copies import grouped, told_apart
from enduse.claims.casefile.kept import Kept
from enduse.claims.casefile.names_known import CaseNames
from enduse.claims.casefile.recognising import recognise
from enduse.claims.extracted import ArticleClaims, ArticleView, ExtractedClaim
from enduse.model.published import NAME_CANDIDATES
from enduse.store import StageRun

_STATED = ("outlet", "title", "url", "published_on", "language")


def attribute(run: StageRun) -> None:
    """The articles stand in the ledger's tables: claims with speakers, numbers, dates, origins, and names with their candidates."""
    case = CaseNames(run)
    kept = read_case(run, case)
    keeping.keep(run, kept)
    run.write(NAME_CANDIDATES, linking.candidates(run, kept, case))


def read_case(run: StageRun, case: CaseNames) -> Kept:
    """Return the workspace's articles read anew, with the case's own names recognised and claims grouped by origin."""
    rows = run.read("articles").to_pylist() if run.has("articles") else []
    if not rows:
        return Kept()
    # Its patterns take half a second to compile, which a question that reads no article does without.
    from enduse.claims import reading

    ids = _called(run, rows)
    articles: list[ArticleClaims] = []
    for number, row in enumerate(sorted(rows, key=lambda row: ids[row["article_id"]])):
        name = ids[row["article_id"]]
        run.progress(f"reading {name}", number, len(rows))
        stated = {key: row[key] for key in _STATED if row[key]}
        one = reading.read_text(name, row["text"], stated)
        articles.append(ArticleClaims(replace(one.view, text_offset=row["text_offset"] or 0), one.claims))
    grounded = [_grounded(one) for one in told_apart(recognise(case, articles))]
    run.progress("telling origins apart", len(rows), len(rows))
    return Kept(tuple(grounded), grouped(grounded, run.parameter), {name: article for article, name in ids.items()})


def _called(run: StageRun, rows: Sequence[dict[str, Any]]) -> dict[str, str]:
    """Return what each article is called: its file name, with the beginning of its id where two files bear one name."""
    snapshots = run.read("snapshots", ["snapshot_id", "file_name"]).to_pydict() if run.has("snapshots") else {}
    files = dict(zip(snapshots.get("snapshot_id", ()), snapshots.get("file_name", ()), strict=True))
    named: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        named[files.get(row["snapshot_id"]) or row["title"] or row["article_id"]].append(row["article_id"])
    return {article: name if len(articles) == 1 else f"{name} ({article[:6]})" for name, articles in named.items() for article in articles}


def _grounded(article: ArticleClaims) -> ArticleClaims:
    """Return the article with the claims whose words stand in its text at their place, and none that reaches into furniture."""
    return replace(article, claims=tuple(claim for claim in article.claims if is_grounded(claim, article.view)))


def is_grounded(claim: ExtractedClaim, view: ArticleView) -> bool:
    """Tell whether the quote is verbatim at its offsets and touches no furniture of the page."""
    verbatim = view.text[claim.start : claim.end] == claim.quote and bool(claim.quote)
    # The page's headline is labelled as furniture too, and may be claimed from: a headline is a claim of the outlet's.
    return verbatim and (claim.headline or not any(one.start < claim.end and claim.start < one.end for one in view.furniture))
