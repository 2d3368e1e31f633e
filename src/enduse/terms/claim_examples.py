"""One invented example for each kind of claim: the sentence of an article, and what `says` holds under the kind.

>>> from enduse.terms.propositions import PROPOSITIONS
>>> [shape.model_validate(EXAMPLES[kind][1]).kind for kind, shape in PROPOSITIONS.items()] == list(PROPOSITIONS)
True
"""

from __future__ import annotations

from typing import Any

_TWO: dict[str, Any] = {"supplier": "Invented Kestrel Works", "consignee": "Example Trading"}
EXAMPLES: dict[str, tuple[str, dict[str, Any]]] = {
    "delivered": (
        "Invented Kestrel Works sold Example Trading at least $2m of engines through Invented Transit in 2023.",
        {**_TWO, "via": ["Invented Transit"], "goods": ["8407"], "value": 2000000, "currency": "USD", "bound": "at_least",
         "since": "2023", "until": "2023"},
    ),
    "listed": ("The EU put Example Trading on its list on 23 February 2024.",
               {"entity": "Example Trading", "authority": "EU", "as_of": "2024-02-23"}),
    "trade_total": (
        "China's exports of bearings to Kazakhstan came to between 10 and 12 million dollars in 2023.",
        {"from_country": "CN", "to_country": "KZ", "goods": ["8482"], "value": 10000000, "currency": "USD", "bound": "range",
         "upper": 12000000, "since": "2023", "until": "2023"},
    ),
    "share": (
        "Most of Example Trading's imports in 2023 came from Invented Kestrel Works.",
        {**_TWO, "share": 0.5, "bound": "over", "of": ["consignee"], "measure": "usd", "since": "2023", "until": "2023"},
    ),
    "suppliers": ("About a hundred companies supplied Example Trading in 2023.",
                  {"consignees": ["Example Trading"], "count": 100, "bound": "about", "since": "2023", "until": "2023"}),
    "first_last": ("Kestrel has supplied Example Trading since March 2022 and stopped after June 2023.",
                   {**_TWO, "first": "2022-03", "last": "2023-06", "until": "2024-01-31"}),
    "declared_as": (
        "The engines were declared as refrigeration equipment.",
        {**_TWO, "declared_as": ["8418"], "described_as": ["engine", "двигатель"], "since": "2023", "until": "2023"},
    ),
    "linked": ("Example Trading belongs to Invented Holding.",
               {"company": "Example Trading", "by": "Invented Holding", "relation": "owner", "as_of": "2023"}),
    "based": ("Example Trading is registered in Kazakhstan.", {"company": "Example Trading", "country": "KZ"}),
    "component": (
        "At least three parts made by Invented Semiconductor were found in the Sample-136 drone.",
        {"maker": "Invented Semiconductor", "found_in": "Sample-136", "count": 3, "bound": "at_least"},
    ),
    "other": ("They held talks.", {"text": "They held talks."}),
}  # fmt: skip
