"""From the dates that articles carry to ISO 8601, or to nothing at all.

Numeric dates are American (7/23/17) unless the first number is above twelve. A time without a zone
is dropped, a partial date is no date.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone
from functools import lru_cache
from typing import Final

from claimcheck.loaders.limits import DATE_CHARS_MAX

_ABSENT: Final = frozenset({"", "none", "null", "nan", "nat", "n/a", "unknown"})
_EPOCH = re.compile(r"(\d{9,10}|\d{12,13})(?:\.\d{1,9})?")
_STARTS_LIKE_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_WORD_AND_YEAR = re.compile(r"(?=.*[^\W\d_]{3})(?=.*\b(?:19|20)\d\d\b)")
# Two defaults that differ in year, month and day: what a text leaves open comes out different.
_DEFAULTS: Final = (datetime(2000, 1, 1), datetime(1996, 2, 2))
# The zones RFC 2822 names; any other abbreviation is ambiguous and the time is dropped with it.
_ZONE_HOURS: Final = {
    zone: hours
    for hours, zones in {
        0: "UTC GMT Z",
        -4: "EDT",
        -5: "EST CDT",
        -6: "CST MDT",
        -7: "MST PDT",
        -8: "PST",
    }.items()
    for zone in zones.split()
}


def is_absent(value: str) -> bool:
    """Tell whether a value only says that there is no date."""
    return value.strip().lower() in _ABSENT


# Cached because a corpus repeats its dates, and the last resort takes milliseconds.
@lru_cache(maxsize=8_192)
def iso_date(value: str) -> str | None:
    """Return a date or a date-time with offset; None when `value` is not a possible day."""
    value = value.strip()
    if len(value) > DATE_CHARS_MAX:
        return None
    try:
        moment = _moment(value)
    except (ValueError, OverflowError):
        return None
    if isinstance(moment, datetime) and moment.tzinfo is None:
        moment = moment.date()
    day = moment.date() if isinstance(moment, datetime) else moment
    # Two days: tomorrow has begun somewhere, and clocks go wrong.
    possible = date(1900, 1, 1) <= day <= datetime.now(UTC).date() + timedelta(days=2)
    return moment.isoformat() if possible else None


def _moment(value: str) -> date:
    if epoch := _EPOCH.fullmatch(value):
        return datetime.fromtimestamp(int(epoch[1]) / (1 if len(epoch[1]) < 11 else 1_000), UTC)
    for standard in (date.fromisoformat, datetime.fromisoformat):
        try:
            return standard(value)
        except ValueError:
            continue
    if _STARTS_LIKE_ISO.match(value):
        # Raises for 2016-13-05, in which dateparser would swap month and day.
        date.fromisoformat(value[:10])
    try:
        return _with_dateutil(value)
    except ValueError:
        if not _WORD_AND_YEAR.match(value):
            raise
        return _with_dateparser(value)


def _with_dateutil(value: str) -> datetime:
    from dateutil import parser

    first, second = (parser.parse(value, default=day, tzinfos=_zone) for day in _DEFAULTS)
    if first.date() != second.date():
        raise ValueError(value)
    return first


def _zone(name: str | None, offset_s: int | None) -> timezone | None:
    if offset_s is not None:
        return timezone(timedelta(seconds=offset_s))
    hours = _ZONE_HOURS.get(name or "")
    return None if hours is None else timezone(timedelta(hours=hours))


def _with_dateparser(value: str) -> date:
    """Read a date with the month in another language."""
    import dateparser

    strict = {"STRICT_PARSING": True, "REQUIRE_PARTS": ["day", "month", "year"]}
    found: date | None = dateparser.parse(value, settings={**strict, "PARSERS": ["absolute-time"]})
    if found is None:
        raise ValueError(value)
    return found
