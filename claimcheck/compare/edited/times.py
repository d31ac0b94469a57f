"""Changed times: days, dates, years, hours."""

from __future__ import annotations

from claimcheck.annotate.times import TimeMention
from claimcheck.compare.analysis import Analysis
from claimcheck.compare.calendar import time_difference
from claimcheck.compare.found import Found
from claimcheck.compare.stretches import Side, Stretch


def time(ours: Analysis, theirs: Analysis, stretch: Stretch) -> list[Found] | None:
    """Read a stretch that holds a time on one side and holds or touches one on the other."""
    mine, rival = (
        _first(ours, stretch.ours, wide=False),
        _first(theirs, stretch.theirs, wide=False),
    )
    if mine is None and rival is None:
        return None
    mine = mine or _first(ours, stretch.ours, wide=True)
    rival = rival or _first(theirs, stretch.theirs, wide=True)
    if mine is None or rival is None:
        return None
    found = time_difference(ours, theirs, mine, rival)
    return [] if found is None else [found]


def _first(claim: Analysis, side: Side, wide: bool) -> TimeMention | None:
    place = side.wide if wide else side.span
    return next((one for one in claim.times if one.span.overlaps(place)), None)
