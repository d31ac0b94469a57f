"""Words that turn a statement: hedges, sources, times."""

from __future__ import annotations

import re

from claimcheck.datatypes import Span

_MODALITY = re.compile(
    r"\b(?:may|might|could|would|should|must|reportedly|allegedly|alleged|alleges|possibly|"
    r"probably|likely|unlikely|perhaps|apparently|suspected|expected to|plans? to|planned|"
    r"planning to|intends? to|aims? to|considering|weighing|proposed|confirmed|appears? to|"
    r"seems? to|believed to|thought to|will)\b",
    re.IGNORECASE,
)
_HYPOTHETICAL = re.compile(
    r"\b(?:if|unless|whether|in case|would have|could have)\b", re.IGNORECASE
)
# Characters: a condition reaches about as far as its clause.
_CONDITION_REACH = 40
_SOURCE = re.compile(
    r"\b(?:according to (?:an? |the )?[^,.;]{1,60}|"
    r"(?:[A-Z][\w.’'-]*\s+){1,4}(?:said|told|says|added|wrote|claimed|argued|announced|testified|"
    r"reported|tweeted|insisted|admitted)|"
    r"(?:officials?|sources?|police|spokes(?:man|woman|person)|lawyers?|prosecutors?|critics)"
    r"(?: [\w’'-]+){0,4} (?:said|told|say|says|claimed|confirmed))",
)
_DAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_DATE = re.compile(
    r"\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.? \d{1,2}\b|"
    r"\b\d{1,2} (?:january|february|march|april|may|june|july|august|september|october|november|"
    r"december)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_CLOCK = re.compile(r"\b\d{1,2}(?:[:.]\d\d)? ?(?:a\.?m|p\.?m)\b", re.IGNORECASE)


def hedges(text: str) -> list[Span]:
    """Return the words that say how certain, how settled or how obliged something is."""
    return _spans(_MODALITY, text)


def is_hypothetical(text: str, start: int) -> bool:
    """Tell whether what begins at `start` is only supposed, asked or conditional."""
    return _HYPOTHETICAL.search(text, max(0, start - _CONDITION_REACH), start) is not None


def sources(text: str) -> list[Span]:
    """Return the passages that name who says something."""
    return _spans(_SOURCE, text)


def times(text: str) -> dict[str, list[Span]]:
    """Return mentions of time by granularity: weekday, date, year, clock."""
    patterns = {"weekday": _DAY, "date": _DATE, "year": _YEAR, "clock": _CLOCK}
    return {name: _spans(pattern, text) for name, pattern in patterns.items()}


def _spans(pattern: re.Pattern[str], text: str) -> list[Span]:
    return [Span(match.start(), match.end()) for match in pattern.finditer(text)]
