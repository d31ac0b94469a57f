"""Mentions of time with the days they mean, as far as that can be told with confidence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from claimcheck.annotate.times.chronology import Context, Granularity, Reading
from claimcheck.annotate.times.dates import DAY_RULES
from claimcheck.annotate.times.deictic import RELATIVE_RULES
from claimcheck.annotate.times.years import YEAR_RULES
from claimcheck.datatypes import Span

__all__ = ["Granularity", "TimeMention", "mentions"]

_RULES = (*DAY_RULES, *YEAR_RULES, *RELATIVE_RULES)

# Every rule needs one of these; most sentences hold none, and are done with.
_TRACE = re.compile(
    r"\d|(?i:day|week|month|year|decade|centur|quarter|half of|spring|summer|fall|autumn|winter|"
    r"night|tomorrow|morning|evening|noon|hour|minute|second|clock)|"
    r"J(?:an|AN|u[nl]|U[NL])|F(?:eb|EB)|M(?:ar|AR|ay|AY)|A(?:pr|PR|ug|UG)|S(?:ep|EP)|O(?:ct|CT)|"
    r"N(?:ov|OV)|D(?:ec|EC)"
)


@dataclass(frozen=True, slots=True)
class TimeMention:
    """One mention of time; `start` and `end` are days, both included, None where that isn't sure.

    `relative` mentions need the day of publication ("Tuesday", "Jan. 21" without a year).
    """

    span: Span
    start: date | None
    end: date | None
    granularity: Granularity
    relative: bool


def mentions(text: str, published: date | None) -> list[TimeMention]:
    """Return the times that `text` mentions, in order, none overlapping another.

    Relative ones are resolved against `published`. A weekday or a month without its year is the
    last one up to then unless the verb looks ahead. Clock times have no day of their own.
    """
    if not _TRACE.search(text):
        return []
    context = Context(text, published)
    return sorted(_found(context), key=lambda mention: mention.span)


def _found(context: Context) -> Iterator[TimeMention]:
    taken = bytearray(len(context.text))
    for pattern, resolve in _RULES:
        for match in pattern.finditer(context.text):
            start, end = match.span()
            if any(taken[start:end]):
                continue
            try:
                reading = resolve(match, context)
            except (ValueError, KeyError, OverflowError):
                # No such day (30 February), or one beyond the calendar.
                continue
            taken[start:end] = b"\1" * (end - start)
            yield _mention(Span(start, end), reading)


def _mention(span: Span, reading: Reading) -> TimeMention:
    start, end = reading.period or (None, None)
    return TimeMention(span, start, end, reading.granularity, reading.relative)
