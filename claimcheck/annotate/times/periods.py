"""Stretches of the calendar, as inclusive pairs of days. Pure arithmetic, no words.

A `part` is "early", "mid", "late" or "": the thirds of a month (by ten days), of a year (by four
months), of a decade (4, 3 and 3 years) and of a century. Whatever lies outside the years 1 to 9999
raises ValueError or OverflowError.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

Period = tuple[date, date]

SEASONS = {"spring": 3, "summer": 6, "fall": 9, "autumn": 9, "winter": 12}
_THIRDS = ("early", "mid", "late")


def day(one: date) -> Period:
    """Return a single day."""
    return one, one


def week(one: date) -> Period:
    """Return the week, Monday to Sunday (ISO 8601), that `one` lies in."""
    monday = one - timedelta(one.weekday())
    return monday, monday + timedelta(6)


def month(year: int, number: int, part: str = "") -> Period:
    """Return a month, or its days 1-10, 11-20 or 21 to the last."""
    last = monthrange(year, number)[1]
    first, end = {"early": (1, 10), "mid": (11, 20), "late": (21, last)}.get(part, (1, last))
    return date(year, number, first), date(year, number, end)


def year(number: int, part: str = "") -> Period:
    """Return a calendar year or four months of it."""
    if part:
        first = 4 * _THIRDS.index(part) + 1
        return date(number, first, 1), month(number, first + 3)[1]
    return date(number, 1, 1), date(number, 12, 31)


def years(first: int, last: int) -> Period:
    """Return whole years, both included."""
    return date(first, 1, 1), date(last, 12, 31)


def decade(first: int, part: str = "") -> Period:
    """Return ten years from `first` (1990), or the first four, the next three, the last three."""
    start, end = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}.get(part, (0, 9))
    return years(first + start, first + end)


def century(number: int, part: str = "") -> Period:
    """Return the `number`th century (the 20th is 1901 to 2000) or a third of it."""
    start, end = {"early": (1, 33), "mid": (34, 66), "late": (67, 100)}.get(part, (1, 100))
    return years(100 * (number - 1) + start, 100 * (number - 1) + end)


def quarter(year_number: int, number: int) -> Period:
    """Return a quarter (1 to 4) of a calendar year."""
    return date(year_number, 3 * number - 2, 1), month(year_number, 3 * number)[1]


def half(year_number: int, number: int) -> Period:
    """Return the first (1) or second (2) half of a calendar year."""
    return quarter(year_number, 2 * number - 1)[0], quarter(year_number, 2 * number)[1]


def season(year_number: int, name: str) -> Period:
    """Return three whole months, northern; a winter is named after the year it begins in."""
    first = SEASONS[name]
    last = (year_number + 1, 2) if first == 12 else (year_number, first + 2)
    return date(year_number, first, 1), month(*last)[1]


def weekend(one: date, weeks: int = 0) -> Period:
    """Return Saturday and Sunday of the week of `one`, or of so many weeks later."""
    saturday = week(one)[0] + timedelta(5 + 7 * weeks)
    return saturday, saturday + timedelta(1)


def months_later(one: date, months: int) -> date:
    """Return the same day so many months later (or earlier), or the last one of that month."""
    index = one.year * 12 + one.month - 1 + months
    year_number, number = index // 12, index % 12 + 1
    return date(year_number, number, min(one.day, monthrange(year_number, number)[1]))
