"""Days on an axis from 0 to 100 percent of a picture's width."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from claimcheck.datatypes import Citation

_STEPS_DAYS = (1, 2, 7, 14, 30, 91, 182, 365, 730, 1825, 3650, 18250, 365_000)
_MAX_TICKS = 5
_LEFT, _RIGHT = 3.0, 97.0


@dataclass(frozen=True, slots=True)
class Tick:
    """A day on the axis; `anchor` is SVG's text-anchor of its label."""

    x: float
    label: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Axis:
    """From the first day's beginning to the last day's end, in UTC."""

    first: datetime
    last: datetime

    def x(self, moment: datetime) -> float:
        """Return the place of a moment in percent of the width."""
        share = (moment - self.first) / (self.last - self.first)
        return round(_LEFT + share * (_RIGHT - _LEFT), 2)

    @property
    def ticks(self) -> list[Tick]:
        """Return a few days, evenly spread."""
        days = (self.last - self.first).days
        step = next(one for one in _STEPS_DAYS if days / one <= _MAX_TICKS)
        marked = [self.first + timedelta(days=at) for at in range(0, days, step)]
        return [_tick(self.x(one), one) for one in marked]


def _tick(x: float, day: datetime) -> Tick:
    return Tick(x, f"{day.day} {day:%b} {day.year}", "end" if x > 80 else "start")


def axis(moments: Iterable[datetime]) -> Axis:
    """Return the axis that holds every moment, at least one."""
    known = sorted(moments)
    first, last = known[0].date(), known[-1].date()
    return Axis(_midnight(first), _midnight(last) + timedelta(days=1))


def moment(citation: Citation) -> datetime | None:
    """Return when an article was published, noon where only the day is known; None if unknown."""
    published = (citation.published or "").strip()
    try:
        if len(published) <= 10:
            day = date.fromisoformat(published)
            return _in_range(datetime.combine(day, time(12), UTC))
        read = datetime.fromisoformat(published)
    except ValueError:
        return None
    return _in_range(read if read.tzinfo else read.replace(tzinfo=UTC))


def _in_range(read: datetime) -> datetime | None:
    """Return a moment in UTC; None for the first and the last year that a calendar has."""
    return read.astimezone(UTC) if 1 < read.year < 9999 else None


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
