"""What all rules for times share: how a match is read, and the names and numbers in patterns."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from claimcheck.annotate.times.periods import Period
from claimcheck.annotate.times.tense import Direction, direction


class Granularity(StrEnum):
    """How fine a time is named."""

    CLOCK = "clock"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class Context:
    """The text that a mention stands in, and when it was published."""

    text: str
    published: date | None

    def direction(self, match: re.Match[str]) -> Direction:
        """Tell whether the words around a match look ahead or back."""
        return direction(self.text, match.start(), match.end())


@dataclass(frozen=True, slots=True)
class Reading:
    """What a match means; without a period where that isn't sure."""

    period: Period | None
    granularity: Granularity
    relative: bool = False


# A resolver may raise ValueError, KeyError or OverflowError for a day that does not exist.
Resolver = Callable[[re.Match[str], Context], Reading]
Rule = tuple[re.Pattern[str], Resolver]

WEEKDAYS: Final = tuple("monday tuesday wednesday thursday friday saturday sunday".split())
ORDINALS: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 5}

YEAR: Final = r"(?P<year>(?:1[5-9]|20)\d\d)(?![\d%]|,\d)"
# "March of last year" is a month of a known year.
YEAR_AFTER: Final = rf"(?:,? {YEAR}|(?:,? (?:of )?(?P<shift>last|this|next) year\b))?"
PART: Final = r"(?P<part>[Ee]arly|[Mm]id|[Ll]ate)"
BEFORE_NUMBER: Final = r"(?<![\w’'.,$€£#/:-])"


def rule(pattern: str, resolver: Resolver, flags: int = 0) -> Rule:
    """Return a rule from the text of its pattern."""
    return re.compile(pattern, flags), resolver


def named(words: tuple[str, ...], *, short: bool = False) -> str:
    """Return a pattern of names in title case or capitals, and of their first three letters."""
    forms = [form for word in words for form in (word.title(), word.upper())]
    if short:
        short_forms = [*(word[:3] for word in words), "sept"]
        forms += [f"{form}\\.?" for one in short_forms for form in (one.title(), one.upper())]
    return "|".join(sorted(forms, key=len, reverse=True))


def behind(words: str) -> str:
    """Return a pattern of the place right behind one of some words, in lower or title case."""
    return "(?:" + "|".join(rf"(?<=\b[{w[0].upper()}{w[0]}]{w[1:]} )" for w in words.split()) + ")"


# Prepositions of time, and those that stand before people too.
IN: Final = behind("in since until through during")
OF: Final = behind("of from by to before after for and")


def part_of(match: re.Match[str]) -> str:
    """Return "early", "mid", "late" or ""."""
    return (match.groupdict().get("part") or "").lower()


def year_of(match: re.Match[str], context: Context) -> int | None:
    """Return the year that the match names, outright or as "last year"; None if it names none."""
    groups = match.groupdict()
    if groups.get("year"):
        return int(groups["year"])
    shift = groups.get("shift")
    if shift and context.published:
        return context.published.year + {"last": -1, "this": 0, "next": 1}[shift]
    return None
