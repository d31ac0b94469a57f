"""Figures that change over time: what was reported when, as a line of steps."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from claimcheck.datatypes import (
    Bearing,
    Citation,
    Difference,
    DifferenceKind,
    Finding,
    Match,
    Report,
    Span,
)
from claimcheck.render.html.dates import Axis, Tick, axis, moment
from claimcheck.render.html.relations import outlet_of
from claimcheck.render.sanitise import tidy

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_TOP, _BOTTOM = 44, 150
# About how wide the label of a figure is, in percent; the next one goes below its point.
_LABEL_WIDTH = 15


@dataclass(frozen=True, slots=True)
class Point:
    """One figure: places in percent of the width and in pixels, and who reported it."""

    x: float
    y: float
    anchor: str
    label_y: float
    value: str
    outlet: str
    day: str


@dataclass(frozen=True, slots=True)
class Steps:
    """The figures of one claim, earliest first, the first of them from `points[0].x` on."""

    number: int
    points: list[Point]
    ticks: list[Tick]
    bottom: int

    @property
    def lines(self) -> list[tuple[Point, Point]]:
        """Each figure with the one that follows it."""
        return list(pairwise(self.points))


@dataclass(frozen=True, slots=True)
class _Figure:
    when: datetime
    amount: float
    value: str
    outlet: str


def figures(report: Report) -> list[Steps]:
    """Return a line for each figure that was updated, in the order of the findings."""
    ours = tidy(report.article.outlet) or "This article"
    return [
        _steps(number, known)
        for number, finding in enumerate(report.findings, start=1)
        for known in _series(finding, ours)
        if len({one.when.date() for one in known}) > 1 and len({one.amount for one in known}) > 1
    ]


def _series(finding: Finding, outlet: str) -> Iterator[list[_Figure]]:
    """Yield, for each figure of our claim that was updated, what was reported, by time."""
    told: dict[Span, list[tuple[Match, Difference]]] = {}
    for match in finding.matches:
        for one in match.comparison.differences:
            if one.kind is DifferenceKind.NUMBER and one.in_claim and one.in_evidence:
                told.setdefault(one.in_claim, []).append((match, one))
    for pairs in told.values():
        if any(one.bearing is Bearing.UPDATE for _, one in pairs):
            ours = _figure(pairs[0][0].claim.citation, pairs[0][1].claim_value, outlet)
            theirs = [
                _figure(match.evidence.citation, one.evidence_value, outlet_of(match))
                for match, one in pairs
                if _unit(one.claim_value) == _unit(one.evidence_value)
            ]
            known = {(one.when, one.value): one for one in (ours, *theirs) if one}
            yield sorted(known.values(), key=lambda one: (one.when, one.amount))


def _figure(citation: Citation, value: str | None, outlet: str) -> _Figure | None:
    when, found = moment(citation), _NUMBER.search(value or "")
    if when is None or found is None:
        return None
    return _Figure(when, float(found[0].replace(",", "")), tidy(value), outlet)


def _unit(value: str | None) -> str:
    found = _NUMBER.search(value or "")
    return (value or "")[found.end() :].strip() if found else ""


def _steps(number: int, known: Sequence[_Figure]) -> Steps:
    scale = axis(one.when for one in known)
    low, high = min(one.amount for one in known), max(one.amount for one in known)
    points: list[Point] = []
    for one in known:
        height = (one.amount - low) / (high - low)
        points.append(_point(one, scale, height, points[-1:]))
    return Steps(number, points, scale.ticks, _BOTTOM + 24)


def _point(one: _Figure, scale: Axis, height: float, last: Sequence[Point]) -> Point:
    x = scale.x(one.when)
    y = round(_BOTTOM - height * (_BOTTOM - _TOP), 1)
    anchor = "end" if x > 66 else "start"
    is_near = any(x - other.x < _LABEL_WIDTH and other.label_y < y for other in last)
    label_y = y + 20 if is_near else y - 10
    day = one.when.date().isoformat()
    return Point(x, y, anchor, label_y, one.value, one.outlet, day)
