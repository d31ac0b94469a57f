"""Another weekday, month, day, year or hour."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from claimcheck.datatypes import DifferenceKind, Span
from claimcheck.evaluation.planting.edits import Edit, Family
from claimcheck.evaluation.planting.passages import Chance, Passage

_DAYS: Final = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTHS: Final = (
    "January February March April May June July August September October November December".split()
)
_SHORT: Final = "Jan. Feb. Aug. Sept. Oct. Nov. Dec.".split()
_NOT_A_DAY: Final = (
    r"(?<!Black )(?<!Super )(?<!Good )(?<!Ash )(?<!Cyber )(?<!Easter )(?<!Palm )(?<!Bloody )"
    r"(?<!News )(?<!Union )"
)
_WEEKDAY: Final = re.compile(rf"{_NOT_A_DAY}\b(?:{'|'.join(_DAYS)})\b(?! [A-Z]|[’'])")
_LONG_MONTHS: Final = "January March July August October December".split()
_LATE: Final = re.compile(" (?:29|30|31)")
# Neither "September 11" nor the "March for Life" is a time like others.
_MONTH: Final = re.compile(rf"\b(?:{'|'.join(_MONTHS)})\b(?![’']| 11\b| (?:for|on) [A-Z])")
_MONTH_AND_DAY: Final = re.compile(
    rf"\b(?!Sept(?:\.|ember) 11\b)(?:{'|'.join([*_MONTHS, *map(re.escape, _SHORT)])}) "
    r"(?P<day>[12]?\d|3[01])(?!\d|[,.]\d|st|nd|rd|th|[-–])"
)
_YEAR: Final = re.compile(
    r"(?<!between )(?<![\w$€£.,/-])(?:19[3-9]\d|20[0-4]\d)(?![\w%/’']|[-–]|,\d|\.\d)"
)
_CLOCK: Final = re.compile(r"(?<![\d:])(?P<hour>1[0-2]|[1-9])(?=(?::\d\d)? ?[ap]\.?m\b)")
_AGO: Final = re.compile(
    r"\b(?P<number>two|three|four|five|six|seven|eight|nine|ten) (?:days|weeks|months|years) ago\b"
)
_RELATIVE: Final = {
    "last week": "two months ago", "last month": "five months ago", "last year": "four years ago",
    "yesterday": "three weeks ago", "next week": "in three months", "next month": "next year",
    "earlier this week": "two months ago", "earlier this month": "five months ago",
    "earlier this year": "three years ago",
}  # fmt: skip
_TURN: Final = re.compile(
    rf"(?<![-\w])(?<!the )(?<!of )(?<!from )(?<!’s )(?:{'|'.join(sorted(_RELATIVE, reverse=True))})"
    r"(?![’'\w-])(?! (?:by|with|of|in|night|that|and)\b)"
)
_NUMBERS: Final = "two three four five six seven eight nine ten eleven twelve".split()


def dates(passage: Passage, chance: Chance) -> Iterator[Edit]:
    """Yield edits that put another time in."""
    text = passage.text
    for match in _WEEKDAY.finditer(text):
        others = [day for day in _DAYS if day not in text]
        yield from _edit(passage, "weekday", match.span(), others, chance)
    for match in _MONTH.finditer(text):
        if _is_time(passage, match.start()):
            # A 31 February is no date, and "in May" is too easily a verb.
            long = _LATE.match(text, match.end()) is not None
            months = _LONG_MONTHS if long else _MONTHS
            others = [month for month in months if month not in text and month != "May"]
            yield from _edit(passage, "month", match.span(), others, chance)
    for match in _MONTH_AND_DAY.finditer(text):
        day = int(match["day"])
        others = [str(other) for other in range(1, 29) if abs(other - day) > 1]
        yield from _edit(passage, "day", match.span("day"), others, chance)
    for match in _YEAR.finditer(text):
        if _is_time(passage, match.start()):
            years = _years(int(match.group()), passage.article.published)
            others = [year for year in years if year not in text]
            yield from _edit(passage, "year", match.span(), others, chance)
    yield from _hours(passage, chance)


def _hours(passage: Passage, chance: Chance) -> Iterator[Edit]:
    """Yield other hours, and other times counted from today."""
    for match in _CLOCK.finditer(passage.text):
        others = [str(hour) for hour in range(1, 12) if abs(hour - int(match["hour"])) > 1]
        yield from _edit(passage, "hour", match.span("hour"), others, chance)
    for match in _AGO.finditer(passage.text):
        others = [
            word
            for place, word in enumerate(_NUMBERS)
            if abs(place - _NUMBERS.index(match["number"])) > 1
        ]
        yield from _edit(passage, "ago", match.span("number"), others, chance)
    for match in _TURN.finditer(passage.text):
        yield from _edit(passage, "relative", match.span(), [_RELATIVE[match.group()]], chance)


def _edit(
    passage: Passage, form: str, span: tuple[int, int], others: list[str], chance: Chance
) -> Iterator[Edit]:
    if others:
        other = chance.pick(others)
        change = passage.place(*span), other
        fitting: list[tuple[Span, str]] = passage.article_before(span[0], other)
        yield passage.edit((Family.DATE, form), change, {DifferenceKind.TIME}, fitting)


def _is_time(passage: Passage, start: int) -> bool:
    """Tell whether the word there is part of a time, and not of a name."""
    found = next((one for one in passage.doc if one.idx <= start < one.idx + len(one)), None)
    return found is not None and found.ent_type_ == "DATE"


def _years(year: int, published: str | None) -> list[str]:
    """Return other years, on the same side of the publication."""
    written = int(published[:4]) if published else 2_100
    others = [year + shift for shift in (-9, -7, -6, -4, -3, -2, 2, 3, 4, 6, 7, 9)]
    return [str(other) for other in others if (other > written) == (year > written)]
