"""All that the words of one claim tell, taken apart; for the few claims that somebody looks at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from claimcheck.annotate.factuality import Factuality, factuality
from claimcheck.annotate.modality import Modality, modality
from claimcheck.annotate.quantities import Quantity, quantities
from claimcheck.annotate.times import TimeMention, mentions


@dataclass(frozen=True, slots=True)
class Details:
    """One claim, taken apart; every span is a place in its text."""

    factuality: Factuality
    modality: Modality
    quantities: tuple[Quantity, ...]
    times: tuple[TimeMention, ...]


def details(text: str, published: date | None = None) -> Details:
    """Return what a text tells; its relative times count from `published`."""
    return Details(
        factuality(text),
        modality(text),
        tuple(quantities(text)),
        tuple(mentions(text, published)),
    )
