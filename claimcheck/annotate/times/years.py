"""Quarters, seasons, years, decades and centuries that are named, and times of the clock."""

from __future__ import annotations

import re
from typing import Final

from claimcheck.annotate.times import periods
from claimcheck.annotate.times.chronology import (
    BEFORE_NUMBER,
    IN,
    OF,
    ORDINALS,
    PART,
    YEAR,
    Context,
    Granularity,
    Reading,
    Rule,
    part_of,
    rule,
    year_of,
)
from claimcheck.annotate.times.tense import Direction

_CENTURIES: Final = {
    "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
    "twentieth": 20, "twenty-first": 21,
}  # fmt: skip
# ’08 is of this century, ’63 of the last; the ’10s likewise, the ’30s not.
_SHORT_YEAR_PIVOT: Final = 40
_SHORT_DECADE_PIVOT: Final = 30
_OF_YEAR = rf"(?:{YEAR}|(?P<shift>last|this|next) year\b)"
_WHICH = "(?P<which>first|second|third|fourth)"
_BUSINESS = r"(?= (?:\w+ )?(?:earnings|profits?|results?|revenues?|growth|GDP|sales|loss|report))"
_THE = r"\b(?:[Tt]he )?"
_AN_ERA = rf"{_THE}(?:(?:mid-to-)?{PART}[- ])?"
# What makes a count or a name of four digits, behind them and before them.
_NO_COUNT = (
    r"(?![\d%’\w]|,\d{3}|\.\d|[:/]|-\d|[- ](?:people|persons|men|women|children|troops|soldiers|"
    r"workers|jobs|miles|feet|kilomet|met(?:er|re)s|acres|pounds|tons|dollars|euros|seats?|homes|"
    r"delegates|deaths|cases|votes|square|words|degrees|times|others?)\b)"
)
_NO_NAME = "".join(
    rf"(?<!{word} )"
    for word in "room Room page No. Flight flight Area Route Highway Interstate Agenda Project "
    "Vision Rule Section Form Windows".split()
)
_ZONE = (
    r"(?: ?(?:[ECMP][SD]?T|GMT|UTC|BST|CES?T|local time|"
    r"(?:Eastern|Central|Mountain|Pacific)(?: (?:Standard |Daylight )?[Tt]ime)?)\b)"
)
_HOUR = r"(?:[01]?\d|2[0-3])"


def _quarter(match: re.Match[str], context: Context) -> Reading:
    """Read a quarter of a calendar year; which months a fiscal one has isn't known."""
    groups, published = match.groupdict(), context.published
    number = ORDINALS.get(match["which"]) or int(match["which"])
    full = year_of(match, context)
    if full is None and published and not groups.get("shift"):
        is_begun = periods.quarter(published.year, number)[0] <= published
        is_last = not is_begun and context.direction(match) is not Direction.AHEAD
        full = published.year - is_last
    is_known = full is not None and not groups.get("fiscal")
    period = periods.quarter(full, number) if full is not None and is_known else None
    return Reading(period, Granularity.QUARTER, relative=not groups.get("year"))


def _half(match: re.Match[str], context: Context) -> Reading:
    full = year_of(match, context)
    period = periods.half(full, ORDINALS[match["which"]]) if full else None
    return Reading(period, Granularity.YEAR, relative=not match["year"])


def _season(match: re.Match[str], context: Context) -> Reading:
    name = match["season"].lower()
    # "Winter 2020" may begin or end in that year.
    period = None if name == "winter" else periods.season(int(match["year"]), name)
    return Reading(period, Granularity.SEASON)


def _year(match: re.Match[str], context: Context) -> Reading:
    first, last = match["year"], match.groupdict().get("last_year")
    if last:
        # 1992-94
        period = periods.years(int(first), int(first[: 4 - len(last)] + last))
    else:
        period = periods.year(int(first), part_of(match))
    return Reading(period, Granularity.YEAR)


def _short_year(match: re.Match[str], context: Context) -> Reading:
    number = int(match["short"])
    return Reading(
        periods.year(number + (2000 if number < _SHORT_YEAR_PIVOT else 1900)), Granularity.YEAR
    )


def _decade(match: re.Match[str], context: Context) -> Reading:
    if match["decade"]:
        first = int(match["decade"])
    else:
        first = int(match["short"])
        first += 2000 if first < _SHORT_DECADE_PIVOT else 1900
    return Reading(periods.decade(first, part_of(match)), Granularity.DECADE)


def _century(match: re.Match[str], context: Context) -> Reading:
    number = int(match["number"] or _CENTURIES[match["word"].lower()])
    return Reading(periods.century(number, part_of(match)), Granularity.CENTURY)


def _fiscal(match: re.Match[str], context: Context) -> Reading:
    # It begins in July in most states, in October in Washington, anywhere in business.
    return Reading(None, Granularity.YEAR)


def _clock(match: re.Match[str], context: Context) -> Reading:
    return Reading(None, Granularity.CLOCK)


# Of rules that claim the same words the first one has them.
YEAR_RULES: Final[tuple[Rule, ...]] = (
    rule(
        rf"{_THE}{_WHICH}[- ]quarter,? (?:of )?(?P<fiscal>fiscal (?:year )?)?{_OF_YEAR}",
        _quarter,
    ),
    rule(rf"\b{_WHICH}-quarter{_BUSINESS}", _quarter),
    rule(rf"\bQ(?P<which>[1-4])\b(?: (?:of )?{YEAR})?", _quarter),
    rule(rf"{_THE}(?P<which>first|second) half of {_OF_YEAR}", _half),
    rule(
        rf"{_THE}(?P<season>[Ss]pring|[Ss]ummer|[Ff]all|[Aa]utumn|[Ww]inter)(?:,? of)?,? {YEAR}",
        _season,
    ),
    rule(rf"\b(?:[Ff]iscal (?:[Yy]ear )?|FY ?){YEAR}", _fiscal),
    rule(
        rf"{_AN_ERA}(?:(?<![\d,.$€£])(?P<decade>(?:1[5-9]|20)\d0)|[’'‘](?P<short>\d0))[’']?s\b",
        _decade,
    ),
    rule(
        rf"{_AN_ERA}(?:(?P<number>1\d|2[01]|\d)(?:st|nd|rd|th)|(?P<word>{'|'.join(_CENTURIES)}))"
        r"[- ][Cc]entury\b",
        _century,
    ),
    rule(
        rf"\b(?=\d)(?:{_HOUR}(?:[:.][0-5]\d)? ?(?:[ap]\.m\.|[AP]\.M\.|[ap]m\b|[AP]M\b){_ZONE}?|"
        rf"{_HOUR}:[0-5]\d(?:{_ZONE}|(?<=(?:at|by) .:..)(?![\d:])|(?<=(?:at|by) ..:..)(?![\d:]))|"
        rf"(?<=\bat )\d\d?{_ZONE})",
        _clock,
    ),
    rule(r"\b(?:(?:[Nn]oon|[Mm]idnight)\b|(?:\d\d?|[a-z]{3,6}) o[’']clock\b)", _clock),
    rule(
        rf"{BEFORE_NUMBER}(?P<year>(?:1[5-9]|20)\d\d)[-–](?P<last_year>(?:1[5-9]|20)\d\d|\d\d)"
        r"(?![\d%,-])",
        _year,
    ),
    rule(rf"\b{PART}[- ](?:in )?{YEAR}", _year),
    rule(rf"{BEFORE_NUMBER}{_NO_NAME}(?P<year>19\d\d|20\d\d){_NO_COUNT}", _year),
    rule(rf"(?=1[5-8])(?:{IN}|{OF})(?P<year>1[5-8]\d\d){_NO_COUNT}", _year),
    rule(rf"(?=[’'‘]\d)(?:{IN}|{OF})[’'‘](?P<short>\d\d)\b(?![’'])", _short_year),
)
