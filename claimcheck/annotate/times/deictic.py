"""Times told from the day of publication: "Tuesday", "last month", "two days ago"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from claimcheck.annotate.numerals import number_of
from claimcheck.annotate.times import periods
from claimcheck.annotate.times.chronology import (
    WEEKDAYS,
    Context,
    Granularity,
    Reading,
    Rule,
    named,
    part_of,
    rule,
)
from claimcheck.annotate.times.periods import Period
from claimcheck.annotate.times.tense import Direction

_UNITS: Final = {
    "second": Granularity.CLOCK, "minute": Granularity.CLOCK, "hour": Granularity.CLOCK,
    "day": Granularity.DAY,
    "week": Granularity.WEEK, "month": Granularity.MONTH, "quarter": Granularity.QUARTER,
    "year": Granularity.YEAR, "decade": Granularity.DECADE, "century": Granularity.CENTURY,
}  # fmt: skip
_UNIT = r"(?P<unit>second|minute|hour|day|week|month|year|decade)s?\b"
_NUMBER = (
    r"(?P<number>\d{1,3}(?:,\d{3}){1,2}|\d{1,4}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|"
    r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w{3,5})?)"
)
_UNITS_OF_TIME = "(?:minutes|hours|days|weeks|months|years|decades|centuries)"
_SOME = r"(?:a few|few|several|many|a couple(?: of)?|couple(?: of)?)"
_PAST = r"(?:past|last|previous|preceding)"
_COMING = r"(?:next|coming|following)"
# From here on tens are taken for rounded: "200 years ago" is no year.
_ROUND: Final = 50
_TIME_OF_DAY = r"(?: (?:morning|afternoon|evening|night))"
# Days that are names, and a newspaper's or a broadcast's.
_NOT_NAMED = "".join(
    rf"(?<!{word} )"
    for word in "Black Ruby Super Good Easter Ash Cyber Giving Bloody Palm every each".split()
)


def _weekday(match: re.Match[str], context: Context) -> Reading:
    published = context.published
    period = None
    if published is not None:
        wanted = WEEKDAYS.index(match["weekday"].lower())
        turn = (match["turn"] or "").lower()
        period = periods.day(_nearest_weekday(match, context, published, wanted, turn))
    return Reading(period, Granularity.DAY, relative=True)


def _nearest_weekday(
    match: re.Match[str], context: Context, published: date, wanted: int, turn: str
) -> date:
    back = (published.weekday() - wanted) % 7
    ahead = (wanted - published.weekday()) % 7
    if turn == "this":
        return periods.week(published)[0] + timedelta(wanted)
    if turn in {"next", "coming", "this coming"}:
        return published + timedelta(ahead or 7)
    if turn:
        return published - timedelta(back or 7)
    is_ahead = context.direction(match) is Direction.AHEAD
    return published + timedelta(ahead) if is_ahead else published - timedelta(back)


def _near_day(match: re.Match[str], context: Context) -> Reading:
    word = match["day"].lower()
    shift = {"yesterday": -1, "last night": -1, "tomorrow": 1}.get(word, 0)
    published = context.published
    period = periods.day(published + timedelta(shift)) if published else None
    return Reading(period, Granularity.DAY, relative=True)


def _weekend(match: re.Match[str], context: Context) -> Reading:
    return Reading(_weekend_of(match, context), Granularity.DAY, relative=True)


def _weekend_of(match: re.Match[str], context: Context) -> Period | None:
    """Return the weekend that is on, else the last one or, where that is meant, the next."""
    published = context.published
    if published is None:
        return None
    turn = match["turn"].lower()
    is_on = published.weekday() >= 5
    if turn == "next":
        return periods.weekend(published, 1)
    if turn in {"last", "past", "this past"}:
        return periods.weekend(published, -1)
    is_ahead = context.direction(match) is Direction.AHEAD or turn in {"coming", "this coming"}
    return periods.weekend(published, 0 if is_on or is_ahead else -1)


def _unit(match: re.Match[str], context: Context) -> Reading:
    """Read "last month", "early next year", "earlier this week"."""
    unit, turn = match["unit"].lower(), match["turn"].lower()
    part, published = part_of(match), context.published
    period = None
    if published is not None and unit not in {"decade", "century"}:
        period = _unit_period(published, unit, {"last": -1, "this": 0, "next": 1}[turn], part)
        period = _parted(period, part, published)
    return Reading(period, _UNITS[unit], relative=True)


def _parted(period: Period, part: str, published: date) -> Period:
    """Return what of a period lies before the publication for "earlier", behind it for "later"."""
    if part == "earlier":
        return period[0], max(period[0], min(period[1], published))
    if part == "later":
        return min(period[1], max(period[0], published)), period[1]
    return period


def _unit_period(published: date, unit: str, shift: int, part: str) -> Period:
    part = part if part in {"early", "mid", "late"} else ""
    if unit == "week":
        return periods.week(published + timedelta(7 * shift))
    if unit == "month":
        moved = periods.months_later(published.replace(day=1), shift)
        return periods.month(moved.year, moved.month, part)
    if unit == "quarter":
        moved = periods.months_later(published.replace(day=1), 3 * shift)
        return periods.quarter(moved.year, (moved.month + 2) // 3)
    return periods.year(published.year + shift, part)


def _season(match: re.Match[str], context: Context) -> Reading:
    published = context.published
    period = None
    if published is not None:
        name = match["season"].lower()
        around = [periods.season(published.year + shift, name) for shift in (-2, -1, 0, 1)]
        period = _turned(around, match["turn"].lower(), published)
        period = _parted(period, part_of(match), published)
    return Reading(period, Granularity.SEASON, relative=True)


def _turned(around: list[Period], turn: str, published: date) -> Period:
    """Return the latest that is over, the first not begun, or the one that is on or nearest."""
    if turn in {"last", "this past"}:
        return max(one for one in around if one[1] < published)
    if turn in {"next", "this coming"}:
        return min(one for one in around if one[0] > published)
    current = [one for one in around if one[0] <= published <= one[1]]
    return current[0] if current else next(one for one in around if one[0].year == published.year)


def _stretch(match: re.Match[str], context: Context) -> Reading:
    """Read "the past two weeks" as the time up to the publication, "the next ten days" as after."""
    unit, published = match["unit"].lower(), context.published
    period = None
    if published is not None:
        number = int(number_of(match.groupdict().get("number") or "a"))
        is_ahead = match["way"].lower() in {"next", "coming", "following"}
        other = _moved(published, unit, number if is_ahead else -number)
        period = (min(published, other), max(published, other)) if other else None
    return Reading(period, _UNITS[unit], relative=True)


def _moved(published: date, unit: str, number: int) -> date | None:
    """Return the day so many units away; None when no calendar reaches so far."""
    try:
        if unit in {"day", "week"}:
            return published + timedelta(number * (7 if unit == "week" else 1))
        months = {"month": 1, "year": 12, "decade": 120}.get(unit, 0)
        return periods.months_later(published, number * months)
    except (ValueError, OverflowError):
        return None


def _ago(match: re.Match[str], context: Context) -> Reading:
    """Read "two months ago" as that month, "ten years ago" as that year; some stay open.

    "Two years later" counts from another day, "15 hours ago" may be the day before, and "a decade
    ago" is hardly meant to the year.
    """
    unit = match["unit"].lower()
    is_open = match["way"].lower() != "ago" or unit in {"hour", "decade"}
    number = int(number_of(match["number"]))
    is_round = number >= _ROUND and number % 10 == 0
    if context.published is None or is_open or is_round:
        return Reading(None, _UNITS[unit], relative=True)
    moved = _moved(context.published, unit, -number)
    if moved is None:
        return Reading(None, _UNITS[unit], relative=True)
    if unit in {"week", "month", "year"}:
        return Reading(_unit_period(moved, unit, 0, ""), _UNITS[unit], relative=True)
    return Reading(periods.day(moved), _UNITS[unit], relative=True)


def _vague(match: re.Match[str], context: Context) -> Reading:
    return Reading(None, Granularity.VAGUE, relative=True)


# Of rules that claim the same words the first one has them.
RELATIVE_RULES: Final[tuple[Rule, ...]] = (
    rule(
        r"\b(?:(?:[Ee]arly|[Ll]ate) )?"
        r"(?:(?P<turn>(?i:this past|this coming|last|next|this|past|coming)) )?"
        rf"{_NOT_NAMED}(?P<weekday>{named(WEEKDAYS)})"
        r"(?! (?:Times|Herald|Post|Night (?:Live|Football)|[Ss]chool|the 13th)|\w|[’']\w\w)"
        rf"{_TIME_OF_DAY}?",
        _weekday,
    ),
    rule(
        r"(?<!USA )\b(?:(?:earlier|later|early|late) )?(?P<day>yesterday|today|tonight|tomorrow|"
        rf"this (?:morning|afternoon|evening)|last night)\b{_TIME_OF_DAY}?",
        _near_day,
        re.IGNORECASE,
    ),
    rule(
        r"\b(?P<turn>this past|this coming|last|next|this|past|coming|the) weekend\b",
        _weekend,
        re.IGNORECASE,
    ),
    rule(rf"\bthe (?P<way>{_PAST}|{_COMING}) {_NUMBER} {_UNIT}", _stretch, re.IGNORECASE),
    rule(
        r"\bthe (?P<way>past|last|next|coming) (?P<unit>week|month|year|decade)\b(?! of\b)",
        _stretch,
        re.IGNORECASE,
    ),
    rule(
        r"\b(?:(?P<part>early|late|mid|earlier|later)[- ])?(?P<turn>last|this|next) "
        r"(?P<unit>week|month|quarter|year|decade|century)\b",
        _unit,
        re.IGNORECASE,
    ),
    rule(
        r"\b(?:(?P<part>earlier|later) )?(?P<turn>this past|this coming|last|this|next) "
        r"(?P<season>spring|summer|fall|autumn|winter)\b",
        _season,
        re.IGNORECASE,
    ),
    rule(rf"\b{_NUMBER} {_UNIT} (?P<way>ago|later|earlier|from now)\b", _ago, re.IGNORECASE),
    rule(
        rf"\b(?:the (?:{_PAST}|{_COMING}) {_SOME} |(?:the )?(?:recent|coming|previous|past|prior) )"
        rf"{_UNITS_OF_TIME}\b|\b(?:{_SOME} )?{_UNITS_OF_TIME} (?:ago|later|earlier|from now)\b"
        r"|\ba?[ -]?(?:half|quarter)[ -](?:an? |of a )?century ago\b",
        _vague,
        re.IGNORECASE,
    ),
)
