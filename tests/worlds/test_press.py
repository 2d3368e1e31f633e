"""Articles and claims of a world."""

from __future__ import annotations

import pytest
import yaml

from enduse.terms.propositions import Claim
from enduse.worlds import World

from .conftest import truth_of


@pytest.mark.parametrize("name", ["small", "demo"])
def test_quotes_are_verbatim(request: pytest.FixtureRequest, name: str) -> None:
    """Each claim's quote stands word for word in its article."""
    world = request.getfixturevalue(name)
    ledger = yaml.safe_load((world.folder / "claims.yml").read_text(encoding="utf-8"))["claims"]
    assert len(ledger) >= 5
    for claim in ledger:
        assert claim["quote"] in (world.folder / claim["article"]).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["small", "demo"])
def test_claims_have_the_shape_that_is_checked(request: pytest.FixtureRequest, name: str) -> None:
    """The ledger is read by the contract of claims, and its ids are those of the truth."""
    world = request.getfixturevalue(name)
    # Scalars as text, as the ledger's reader takes them.
    text = (world.folder / "claims.yml").read_text(encoding="utf-8")
    claims = [Claim.model_validate(one) for one in yaml.load(text, Loader=yaml.BaseLoader)["claims"]]
    assert {one.id for one in claims} == set(truth_of(world)["claims"])


def test_articles_state_what_is_known_of_them(demo: World) -> None:
    """Each article begins with outlet, title, day and language, and says that it is invented."""
    for path in sorted(demo.folder.glob("*.txt")):
        if path.name == "README.txt":
            continue
        _, heading, body = path.read_text(encoding="utf-8").split("---\n", 2)
        assert set(yaml.safe_load(heading)) == {"outlet", "title", "published_on", "language"}
        assert body.startswith("INVENTED ARTICLE")
