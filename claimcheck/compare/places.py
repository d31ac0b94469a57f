"""Whether two claims speak of different places: a poll in Ohio and one in Florida."""

from __future__ import annotations

import re
from typing import Final

from claimcheck.annotate.references.names import PLACES
from claimcheck.compare.analysis import Analysis
from claimcheck.datatypes import Span

# "South Carolina" and "West Virginia" are known by their second word only.
_SECOND: Final = frozenset(
    ("Carolina", "Dakota", "Hampshire", "Jersey", "Mexico", "York", "Island")
)


def are_elsewhere(
    ours: Analysis, in_claim: Span | None, theirs: Analysis, in_evidence: Span | None
) -> bool:
    """Tell whether the places nearest to two spans are two, and neither claim has the other's."""
    if in_claim is None or in_evidence is None:
        return False
    mine, rival = _places(ours), _places(theirs)
    if (_is_overall(ours, in_claim) and rival) or (_is_overall(theirs, in_evidence) and mine):
        return True
    if not mine or not rival:
        return False
    here, there = _nearest(mine, in_claim), _nearest(rival, in_evidence)
    if here == there:
        return False
    # With one place each, they are two. With several, the figure belongs to the nearest.
    return {place for place, _ in mine}.isdisjoint(place for place, _ in rival) or (
        max(len(mine), len(rival)) > 1
    )


def are_counties_apart(ours: Analysis, theirs: Analysis) -> bool:
    """Tell whether two claims name counties and none in common."""
    mine, rival = (set(_COUNTY.findall(claim.text)) for claim in (ours, theirs))
    return bool(mine) and bool(rival) and mine.isdisjoint(rival)


_COUNTY: Final = re.compile(r"\b([A-Z][a-z]+) County\b")


def _places(claim: Analysis) -> list[tuple[str, Span]]:
    text = claim.text
    return [
        (text[token.span.start : token.span.end], token.span)
        for token in claim.tokens
        if token.is_capitalised and _is_place(text[token.span.start : token.span.end])
    ]


def _is_overall(claim: Analysis, span: Span) -> bool:
    return _OVERALL.match(claim.text) is not None or (
        _OVERALL.search(claim.text, max(0, span.start - _REACH), span.end + _REACH) is not None
    )


_OVERALL = re.compile(r"\b(?:overall|nationwide|nationally|in all states)\b", re.IGNORECASE)
# Characters: about as far as a clause.
_REACH: Final = 60


def _is_place(word: str) -> bool:
    return word in PLACES or word in _SECOND


def _nearest(places: list[tuple[str, Span]], span: Span) -> str:
    def distance(place: tuple[str, Span]) -> int:
        return max(place[1].start - span.end, span.start - place[1].end)

    return min(places, key=distance)[0]
