"""Changed names of persons, bodies and places."""

from __future__ import annotations

from typing import Final

from claimcheck.annotate.references.names import TITLES
from claimcheck.annotate.references.naming import Mention
from claimcheck.compare.analysis import Analysis
from claimcheck.compare.found import Found
from claimcheck.compare.naming import are_one
from claimcheck.compare.stretches import Side, Stretch
from claimcheck.datatypes import Bearing, Difference, DifferenceKind, Span

# "Sen. Reid" and "Senator Reid", "President Xi" and "Xi".
_TITLES: Final = frozenset(title.casefold().strip(".") for title in TITLES)


def title(_ours: Analysis, _theirs: Analysis, stretch: Stretch) -> list[Found] | None:
    """Read a stretch that only gives another title, or none, which says nothing."""
    content = (*stretch.ours.content, *stretch.theirs.content)
    return [] if content and all(token.word in _TITLES for token in content) else None


def name(ours: Analysis, theirs: Analysis, stretch: Stretch) -> list[Found] | None:
    """Read a stretch that holds, or belongs to, a name on both sides."""
    if not stretch.ours.content or not stretch.theirs.content:
        return _lengthened(ours, theirs, stretch)
    mine, rival = _touched(ours, stretch.ours), _touched(theirs, stretch.theirs)
    if mine and rival:
        if are_one(mine, rival):
            spans = mine.span, rival.span
            return [Found(Difference(DifferenceKind.PRECISION, *spans, Bearing.COMPATIBLE))]
        return [Found(Difference(DifferenceKind.ENTITY, mine.span, rival.span), conflict=True)]
    if _is_capitalised(stretch.ours) and _is_capitalised(stretch.theirs):
        spans = stretch.ours.span, stretch.theirs.span
        return [Found(Difference(DifferenceKind.ENTITY, *spans), conflict=True)]
    return None


def _lengthened(ours: Analysis, theirs: Analysis, stretch: Stretch) -> list[Found] | None:
    """Read a name that one side gives in full: "Mr. Xi" and "Xi Jinping"."""
    if not (stretch.ours.content or stretch.theirs.content):
        return None
    mine, rival = _around(ours, stretch.ours), _around(theirs, stretch.theirs)
    if mine is None or rival is None or not are_one(mine, rival):
        return None
    spans = mine.span, rival.span
    return [Found(Difference(DifferenceKind.PRECISION, *spans, Bearing.COMPATIBLE), telling=False)]


def _touched(claim: Analysis, side: Side) -> Mention | None:
    return _first(claim, side.span)


def _around(claim: Analysis, side: Side) -> Mention | None:
    """Return the name that a stretch is part of, or next to if it is empty."""
    if not side.content:
        return _first(claim, side.wide)
    one = _first(claim, side.span)
    whole = one is not None and one.span.start <= side.span.start and side.span.end <= one.span.end
    return one if whole else None


def _first(claim: Analysis, place: Span) -> Mention | None:
    return next((one for one in claim.names if one.span.overlaps(place)), None)


def _is_capitalised(side: Side) -> bool:
    return all(token.is_capitalised for token in side.content)
