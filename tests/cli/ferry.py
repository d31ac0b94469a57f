"""What the tests of the command line share: three little articles on one accident."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from click.testing import Result

Run: TypeAlias = Callable[..., Result]
Ask: TypeAlias = Callable[..., list[Any]]

ARTICLES = [
    {
        "id": "hw-1",
        "outlet": "Harbour Wire",
        "title": "Ferry runs aground near Hulm",
        "url": "https://harbourwire.example/ferry",
        "date": "2025-03-04",
        "text": "The ferry Astrid ran aground near Hulm on Tuesday with 212 people on board.\n\n"
        "Nobody was hurt, the coast guard said.",
    },
    {
        "id": "dl-1",
        "outlet": "Daily Lantern",
        "title": "Three hurt in ferry accident",
        "url": "https://dailylantern.example/ferry",
        "date": "2025-03-05",
        "text": "The ferry Astrid ran aground near Hulm on Tuesday with 240 people on board.\n\n"
        "Three people were hurt, the coast guard said.",
    },
    {
        "id": "me-1",
        "outlet": "The Meridian",
        "title": "Astrid stuck at Hulm",
        "url": "https://meridian.example/astrid",
        "date": "2025-03-06",
        "text": "The ferry Astrid ran aground near Hulm on Tuesday with 212 passengers on board."
        "\n\n"
        "Divers will inspect the hull on Friday.",
    },
]
AGROUND = "The ferry Astrid ran aground near Hulm on Tuesday with 212 people on board."


def rounded(value: Any) -> Any:
    """Round every number with a fraction, which machines compute a little differently."""
    if isinstance(value, float):
        return round(value, 2)
    if isinstance(value, dict):
        return {key: rounded(one) for key, one in value.items()}
    return [rounded(one) for one in value] if isinstance(value, list) else value
