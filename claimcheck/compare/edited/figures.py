"""Changed figures: numbers, units, bounds."""

from __future__ import annotations

import re

from claimcheck.annotate.quantities import Kind, Quantity
from claimcheck.compare.analysis import Analysis
from claimcheck.compare.figures import are_comparable, figure_difference, figures_of
from claimcheck.compare.found import Found
from claimcheck.compare.stretches import Side, Stretch
from claimcheck.datatypes import Bearing, Difference, DifferenceKind

# Numbers that are none.
_VAGUE = re.compile(
    r"\b(?:several|many|some|few|numerous|dozens?|scores|hundreds|thousands|millions|billions|"
    r"various|multiple|a number|a couple|a handful)\b",
    re.IGNORECASE,
)


_PLACED = (Kind.ORDINAL, Kind.RANK)


def figure(ours: Analysis, theirs: Analysis, stretch: Stretch) -> list[Found] | None:
    """Read a stretch that holds, or touches, a figure on either side."""
    mine, rival = _touched(ours, stretch.ours), _touched(theirs, stretch.theirs)
    if mine is None and rival is None:
        return None
    mine = mine or _near(ours, stretch.ours)
    rival = rival or _near(theirs, stretch.theirs)
    if mine and rival:
        if mine.kind is rival.kind is Kind.CARDINAL and not are_comparable(mine, rival):
            # Twelve people and fifteen boats: other words, not another number.
            return None
        if (mine.kind in _PLACED) != (rival.kind in _PLACED):
            # "Within 24 hours", "within the first 24 hours".
            return None
        found = figure_difference(mine, rival)
        if found is not None:
            return [found]
        inside = _inside(stretch.ours, mine) and _inside(stretch.theirs, rival)
        return [] if inside else None
    return _vague(ours, theirs, stretch, mine, rival)


def _vague(
    ours: Analysis,
    theirs: Analysis,
    stretch: Stretch,
    mine: Quantity | None,
    rival: Quantity | None,
) -> list[Found] | None:
    """Read a figure for which the other side has a vague number."""
    text, side = (theirs.text, stretch.theirs) if mine else (ours.text, stretch.ours)
    if not _VAGUE.search(side.span.of(text)):
        return None
    spans = (mine.span, side.span) if mine else (side.span, rival.span if rival else None)
    return [Found(Difference(DifferenceKind.PRECISION, *spans, Bearing.COMPATIBLE))]


def _touched(claim: Analysis, side: Side) -> Quantity | None:
    return next((one for one in figures_of(claim) if one.span.overlaps(side.span)), None)


def _near(claim: Analysis, side: Side) -> Quantity | None:
    return next((one for one in figures_of(claim) if one.span.overlaps(side.wide)), None)


def _inside(side: Side, quantity: Quantity) -> bool:
    return quantity.span.start <= side.span.start and side.span.end <= quantity.span.end
