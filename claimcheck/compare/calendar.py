"""Whether two mentions of time are one time, one within the other, or two."""

from __future__ import annotations

import re
from typing import Final

from claimcheck.annotate.numerals import numerals
from claimcheck.annotate.times import Granularity, TimeMention
from claimcheck.compare.analysis import Analysis
from claimcheck.compare.clock import is_same_clock
from claimcheck.compare.found import Found
from claimcheck.compare.profile import days_apart
from claimcheck.datatypes import Bearing, Difference, DifferenceKind


def time_difference(
    ours: Analysis, theirs: Analysis, mine: TimeMention, rival: TimeMention
) -> Found | None:
    """Say how two times of one event differ; None if they are one time.

    Days that can't be told from the words alone are compared by their words.
    """
    words = _in_digits(mine.span.of(ours.text)), _in_digits(rival.span.of(theirs.text))
    if is_same_time(mine, rival, *words) or _is_one_weekday(ours, theirs, *words):
        return None
    if mine.granularity is rival.granularity is Granularity.CLOCK and is_same_clock(
        *words, ours.day
    ):
        return None
    spans = mine.span, rival.span
    values = value_of(mine), value_of(rival)
    lasts = all(_LASTING.search(one) for one in words)
    if is_resolved(mine) and is_resolved(rival) and overlap(mine, rival) and not lasts:
        bearing = Bearing.COMPATIBLE
        return Found(Difference(DifferenceKind.PRECISION, *spans, bearing, *values))
    comparable = abs(_FINENESS[mine.granularity] - _FINENESS[rival.granularity]) < _APART
    # From when "an hour later" counts isn't known.
    comparable = comparable and len({bool(_COUNTED.search(one)) for one in words}) == 1
    return Found(Difference(DifferenceKind.TIME, *spans, None, *values), conflict=comparable)


# A weekday and an hour, a year or "the coming weeks" are hardly meant for the same moment.
_FINENESS: Final = {
    Granularity.CLOCK: -3,
    Granularity.DAY: 0,
    Granularity.WEEK: 1,
    Granularity.MONTH: 2,
    Granularity.QUARTER: 3,
    Granularity.SEASON: 3,
    Granularity.YEAR: 4,
    Granularity.DECADE: 5,
    Granularity.CENTURY: 6,
    Granularity.VAGUE: 9,
}
_APART: Final = 3


def _in_digits(words: str) -> str:
    """Return words in small letters with their numbers in digits: "4 years later"."""
    text = words.casefold()
    if text[:1].isdigit():
        return text
    for one in reversed(numerals(text)):
        text = f"{text[: one.span.start]}{one.value:g}{text[one.span.end :]}"
    return text


# "The last ten years" and "the last ten months" overlap, and are two figures.
_LASTING = re.compile(
    r"\b(?:last|past|previous|next|coming|following)\b.*"
    r"\b(?:hours|days|weeks|months|quarters|years|decades)\b|\bago\b"
)
_COUNTED = re.compile(r"\b(?:later|earlier|after|before)\b")
# "Monday" in articles of one week is one Monday, whichever way each of them is read.
_WEEK = 7


def _is_one_weekday(ours: Analysis, theirs: Analysis, words: str, others: str) -> bool:
    return words == others and (days_apart(ours.profile, theirs.profile) or 0) < _WEEK


def is_same_time(mine: TimeMention, rival: TimeMention, words: str, others: str) -> bool:
    """Tell whether two mentions, with their words in small letters, are one time."""
    if is_resolved(mine) and is_resolved(rival):
        return (mine.start, mine.end) == (rival.start, rival.end)
    return words == others


def is_resolved(one: TimeMention) -> bool:
    """Tell whether it is known which days are meant."""
    return one.start is not None and one.end is not None


def overlap(mine: TimeMention, rival: TimeMention) -> bool:
    """Tell whether two times that are known share a day."""
    return bool(
        mine.start
        and mine.end
        and rival.start
        and rival.end
        and mine.start <= rival.end
        and rival.start <= mine.end
    )


def value_of(one: TimeMention) -> str | None:
    """Return the day, or first and last day, in ISO 8601; None where it isn't known."""
    if one.start is None or one.end is None:
        return None
    first, last = one.start.isoformat(), one.end.isoformat()
    return first if first == last else f"{first} to {last}"
