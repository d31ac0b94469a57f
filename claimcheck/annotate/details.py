"""All that the words of one claim tell, taken apart; for the few claims that somebody looks at."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from claimcheck.annotate.factuality import Factuality, factuality
from claimcheck.annotate.modality import Modality, modality
from claimcheck.annotate.quantities import Quantity, quantities
from claimcheck.annotate.times import TimeMention
from claimcheck.datatypes import Span


@dataclass(frozen=True, slots=True)
class Details:
    """One claim, taken apart; every span is a place in its text."""

    factuality: Factuality
    modality: Modality
    quantities: tuple[Quantity, ...]
    times: tuple[TimeMention, ...]


def details(text: str, times: Iterable[TimeMention] = ()) -> Details:
    """Return what a text tells, with the times that stand in it."""
    return Details(factuality(text), modality(text), tuple(quantities(text)), tuple(times))


def times_in(spans: Sequence[Span], mentions: Iterable[TimeMention]) -> list[TimeMention]:
    """Return an article's mentions of time that stand whole in the pieces of a claim.

    Their spans become places in the claim's text, its pieces with a space between. Read in the
    article, a day is the one that its whole sentence means.
    """
    found, offset = [], 0
    for piece in spans:
        found += [
            replace(one, span=Span(one.span.start + shift, one.span.end + shift))
            for one in mentions
            if piece.start <= one.span.start and one.span.end <= piece.end
            for shift in [offset - piece.start]
        ]
        offset += piece.end - piece.start + 1
    return found
