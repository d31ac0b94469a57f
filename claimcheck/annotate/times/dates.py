"""Days and months that a calendar names.

One without its year is looked for around the day of publication. Written by hand: how much of
`corpora/phrases` the libraries at hand find and resolve stands in its README.
"""

from __future__ import annotations

import re
from calendar import isleap
from datetime import date
from typing import Final

from claimcheck.annotate.times import periods
from claimcheck.annotate.times.chronology import (
    BEFORE_NUMBER,
    IN,
    OF,
    ORDINALS,
    PART,
    WEEKDAYS,
    YEAR,
    YEAR_AFTER,
    Context,
    Granularity,
    Reading,
    Rule,
    named,
    part_of,
    rule,
    year_of,
)
from claimcheck.annotate.times.tense import Direction
from claimcheck.settings import MAX_DAYS_AHEAD_UNTOLD

_MONTHS: Final = tuple(
    "january february march april may june july august september october november december".split()
)
# March and May begin sentences as words too, and women are called April or June.
_FORENAMES: Final = ("april", "june", "august")
_CLEAR: Final = tuple(month for month in _MONTHS if month not in ("march", "may", *_FORENAMES))
_MONTH = rf"(?P<month>{named(_MONTHS, short=True)})(?![\w’'])"
_LONG_MONTH = rf"(?P<month>{named(_MONTHS)})(?![\w’'-])"
_CLEAR_MONTH = rf"(?P<month>{named(_CLEAR)}|(?:{named(_FORENAMES)})(?! [A-Z]))(?!\w|[’']\w\w)"
_WEEKDAY = rf"(?:(?P<weekday>{named(WEEKDAYS)}),? )?"
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])(?![\d:/%]|[.,]\d)"
# Two digits of a year are this century's below this.
_PIVOT: Final = 70


def _numeric(match: re.Match[str], context: Context) -> Reading:
    number, day_number, full = int(match["m"]), int(match["d"]), int(match["y"])
    # US order unless there is no such month.
    if number > 12:
        number, day_number = day_number, number
    if full < 100:
        full += 2000 if full < _PIVOT else 1900
    return Reading(periods.day(date(full, number, day_number)), Granularity.DAY)


def _attacks(match: re.Match[str], context: Context) -> Reading:
    return Reading(periods.day(date(2001, 9, 11)), Granularity.DAY)


def _month_number(match: re.Match[str]) -> int:
    first = match["month"][:3].lower()
    return next(place for place, name in enumerate(_MONTHS, 1) if name.startswith(first))


def _day(match: re.Match[str], context: Context) -> Reading:
    """Read a day of a month, or several ("May 5-11")."""
    number, groups = _month_number(match), match.groupdict()
    first = int(groups.get("first_day") or match["day"])
    last = int(groups.get("last_day") or match["day"])
    behind = _year_behind(match, context, number)
    full = year_of(match, context) or behind
    if full is None and context.published and not match["shift"]:
        full = _nearest_day(match, context, context.published, number).year
    period = (date(full, number, first), date(full, number, last)) if full else None
    return Reading(period, Granularity.DAY, relative=not (match["year"] or behind))


def _year_behind(match: re.Match[str], context: Context, number: int) -> int | None:
    """Return the year of a month that only the next one has: "March and April 2014"."""
    behind = _NEXT.match(context.text, match.end())
    if behind is None:
        return None
    return int(behind["year"]) - (_month_number(behind) < number)


_NEXT: Final = re.compile(
    rf"(?: and | or | to | through | until |[-–]){_MONTH}"
    r"(?: \d{1,2}(?:st|nd|rd|th)?)?,? (?P<year>(?:19|20)\d\d)(?![\d%])"
)


def _nearest_day(match: re.Match[str], context: Context, published: date, number: int) -> date:
    """Return the last such day or, where that is meant, the next one; the weekday decides first.

    Without any verb that tells, a day soon to come is nearer than the one a year ago.
    """
    around = _days_around(published, number, int(match["day"]))
    weekday = (match["weekday"] or "").lower()
    fitting = [one for one in around if WEEKDAYS[one.weekday()] == weekday]
    if fitting:
        return min(fitting, key=lambda one: abs(one - published))
    past = max(one for one in around if one <= published)
    ahead = min(one for one in around if one >= published)
    told = context.direction(match)
    soon = (ahead - published).days <= MAX_DAYS_AHEAD_UNTOLD
    is_ahead = told is Direction.AHEAD or (told is Direction.UNKNOWN and soon)
    return ahead if is_ahead else past


def _days_around(published: date, month: int, day: int) -> list[date]:
    """Return that day in the years around; ValueError where no year has it."""
    # Eight years hold a 29 February on either side.
    reach = 8 if (month, day) == (2, 29) else 1
    return [
        date(year, month, day)
        for year in range(published.year - reach, published.year + reach + 1)
        if reach == 1 or isleap(year)
    ]


def _month(match: re.Match[str], context: Context) -> Reading:
    number, groups = _month_number(match), match.groupdict()
    behind = _year_behind(match, context, number)
    full = year_of(match, context) or behind
    if full is None and context.published and not groups.get("shift"):
        full = _nearest_year(match, context, context.published, number)
    period = periods.month(full, number, part_of(match)) if full else None
    return Reading(period, Granularity.MONTH, relative=not (groups.get("year") or behind))


def _nearest_year(match: re.Match[str], context: Context, published: date, number: int) -> int:
    """Return the year of the last such month or, where that is meant, of the next one."""
    turn = (match.groupdict().get("turn") or "").lower()
    full = published.year
    if turn == "last":
        return full if number < published.month else full - 1
    if turn == "next":
        return full if number > published.month else full + 1
    if turn == "this" or number == published.month:
        return full
    is_ahead = context.direction(match) is Direction.AHEAD
    is_later = number > published.month
    return full + (is_ahead and not is_later) - (is_later and not is_ahead)


def _week_of_month(match: re.Match[str], context: Context) -> Reading:
    """Read "the second week of March" as its days 8 to 14, the last week as its last seven days."""
    reading = _month(match, context)
    period = None
    if reading.period is not None:
        start, end = reading.period
        place = ORDINALS[match["which"]]
        first = end.day - 6 if place == ORDINALS["last"] else 7 * place - 6
        period = start.replace(day=first), start.replace(day=first + 6)
    return Reading(period, Granularity.WEEK, reading.relative)


# Of rules that claim the same words the first one has them.
DAY_RULES: Final[tuple[Rule, ...]] = (
    rule(r"(?<![\w/.-])(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?![\w-])", _numeric),
    rule(r"(?<![\w/.-])(?P<m>\d\d?)/(?P<d>\d\d?)/(?P<y>\d{4}|\d\d)(?![\w/-])", _numeric),
    rule(r"(?<![\w/.-])(?P<d>\d\d?)\.(?P<m>\d\d?)\.(?P<y>(?:19|20)\d\d)(?![\w/-])", _numeric),
    rule(r"(?<![\w/.-])9/11(?![\w/-])", _attacks),
    rule(
        rf"\b{_WEEKDAY}(?:this )?{_MONTH} {_DAY}(?:st|nd|rd|th)?"
        rf"(?:[-–](?P<last_day>[12]?\d|3[01])(?!\d))?{YEAR_AFTER}",
        _day,
    ),
    rule(
        rf"{BEFORE_NUMBER}\b{_WEEKDAY}(?:(?P<first_day>\d\d?)[-–])?{_DAY}(?:st|nd|rd|th)?"
        rf"(?: of)? {_MONTH}{YEAR_AFTER}",
        _day,
    ),
    rule(
        rf"\b[Tt]he (?P<which>first|second|third|fourth|last) week of {_LONG_MONTH}{YEAR_AFTER}",
        _week_of_month,
    ),
    rule(rf"\b(?:{PART}[- ])?{_MONTH},? (?:of )?{YEAR}", _month),
    rule(rf"\b{PART}[- ]{_LONG_MONTH}{YEAR_AFTER}", _month),
    rule(rf"\b(?P<turn>[Ll]ast|[Nn]ext|[Tt]his) {_LONG_MONTH}", _month),
    rule(rf"\b{_CLEAR_MONTH}{YEAR_AFTER}", _month),
    rule(rf"(?=[A-Z]){IN}{_LONG_MONTH}{YEAR_AFTER}", _month),
    rule(rf"(?=[A-Z]){OF}{_LONG_MONTH}(?! [A-Z]){YEAR_AFTER}", _month),
)
