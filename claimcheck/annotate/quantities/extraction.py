"""Quantities: a number with its unit, its bound and its kind.

A number that is part of a time ("two days ago", "2019", "5 p.m."), of a name ("Boeing 747"), or of
a telephone number is none. `corpora/phrases` holds the conventions, and how the libraries at hand
do on the same phrases.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from claimcheck.annotate.numerals import Form, Numeral, numerals
from claimcheck.annotate.quantities.amounts import (
    Quantity,
    amount,
    in_unit_of,
    one_of_a_kind,
    part_of_a_measure,
)
from claimcheck.annotate.quantities.bounds import Bound, bound_before
from claimcheck.annotate.quantities.pairs import COUNTS, is_change, pair_of
from claimcheck.annotate.quantities.ratios import ratio
from claimcheck.annotate.quantities.units import SYMBOLS, Kind, canonical, kind_of, unit_after
from claimcheck.annotate.times import mentions
from claimcheck.datatypes import Span

__all__ = ["Bound", "Kind", "Quantity", "quantities"]

# What is numbered, not counted: names, and words that are written small too.
_NAMED = (
    "Boeing Airbus Apollo Falcon Route Interstate Highway Area Bill Question Amendment Measure "
    "Big Fortune S&P FTSE Nikkei Russell Prop Prop. Proposition Title Windows Resolution Rule Part "
    "Vol. Volume Episode Season Local Pier Gate Terminal iPhone Galaxy Formula Exhibit District "
    "Zone Class Model Mark Agenda Project Stream Act Platform Station Precinct "
    "Ward Caption Form No. Nos. #"
).split()
_PLACED = (
    "number article articles section sections chapter chapters page pages room flight channel "
    "phase day level category tier type grade round count counts"
).split()
_NUMBERED = "|".join(
    [
        *map(re.escape, _NAMED),
        *(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in _PLACED),
        *("(?:Group|Gang) of", "Super Bowl", "World War"),
    ]
)
_NUMBERED_BEFORE = re.compile(rf"(?<![\w-])(?:{_NUMBERED}) ?$")
# A programme, the emergency number and an aeroplane.
_NAMES = re.compile(
    r"\b(?:60 Minutes|48 Hours|7-Eleven|[Zz]ero[- ](?:tolerance|sum)|"
    r"(?:call|dial)(?:s|ed|ing)? 911|911(?= call)|"
    r"(?<!at )(?<!to )(?<!than )7[0-8]7(?![ -][a-z]+s\b|,\d))\b"
)
_TELEPHONE = re.compile(
    r"(?<![\w-])(?:\+?1[- .])?(?:\(\d{3}\) ?|\d{3}[-.])(?:\d{3}[-.]\d{4}\b|\d{4}\b|[A-Z]{3}\b)"
)
_JOINED_BEFORE = re.compile(r"[^\W\d_][-–]$|[#@_/&]$|\d:$")
# "7-Eleven", but not "10-Year".
_JOINED_BEHIND = re.compile(
    r"[.:/,]\d|[_@/]|-(?!(?:Year|Month|Day|Week|Hour|Minute|Mile|Foot|Point)\b)[A-Z][a-z]"
)
# A letter, but not of "50ish".
_LETTER = re.compile(r"(?!ish\b)[^\W\d_]")
_YEAR_LIKE = re.compile(r"1[5-9]\d\d")
_ONE_UNIT = re.compile(
    r"\ban? (?P<unit>second|minute|hour|day|week|month|year|decade|century|mile|foot|inch|yard|ton|"
    r"gallon|pound|kilomet(?:er|re)|met(?:er|re)|percentage point)\b(?! (?:ago|later))",
    re.IGNORECASE,
)
_IN_THEIR = re.compile(
    r"\bin (?:his|her|their|my|your|our) (?:(?:early|mid|late)[- ])?(?P<tens>[2-9])0s\b", re.I
)
_RATIOS: Final = frozenset({Form.FRACTION, Form.MULTIPLE, Form.ORDINAL})
_REACH: Final = 40


def quantities(text: str) -> list[Quantity]:
    """Return the quantities of `text` in order, none overlapping another."""
    numbers, fixed = numerals(text), list(_fixed(text))
    if not numbers and not fixed:
        return []
    taken = bytearray(len(text))
    for mention in mentions(text, None):
        _take(taken, mention.span)
    for match in (*_TELEPHONE.finditer(text), *_NAMES.finditer(text)):
        _take(taken, Span(*match.span()))
    found = []
    for quantity in [*fixed, *_numbered(text, numbers, taken)]:
        if not any(taken[quantity.span.start : quantity.span.end]):
            _take(taken, quantity.span)
            found.append(quantity)
    return sorted(found, key=lambda quantity: quantity.span)


def _take(taken: bytearray, span: Span) -> None:
    taken[span.start : span.end] = b"\1" * (span.end - span.start)


def _fixed(text: str) -> Iterator[Quantity]:
    """Yield "in her 70s" and, after a bound, "a foot"."""
    for match in _IN_THEIR.finditer(text):
        tens = 10.0 * int(match["tens"])
        yield Quantity(Span(*match.span()), tens, tens + 9, "year", Bound.EXACT, Kind.AGE)
    for match in _ONE_UNIT.finditer(text):
        unit = canonical(match["unit"])
        bound, start = bound_before(text, match.start())
        if bound is not Bound.EXACT:
            kind = Kind.PERCENT if unit == "percentage point" else kind_of(unit)
            yield Quantity(Span(start, match.end()), 1.0, None, unit, bound, kind)


def _numbered(text: str, numbers: list[Numeral], taken: bytearray) -> Iterator[Quantity]:
    free = [one for one in numbers if _is_free(text, taken, one)]
    place = 0
    while place < len(free):
        pair = pair_of(text, free[place], free[place + 1]) if place + 1 < len(free) else None
        quantity = pair or _single(text, free, place)
        place += 2 if pair else 1
        if quantity is not None:
            yield quantity


def _is_free(text: str, taken: bytearray, one: Numeral) -> bool:
    """Tell whether a number stands on its own: in no time, name, address or longer token."""
    start, end = one.span.start, one.span.end
    if any(taken[start:end]) or _is_joined(text, start, end):
        return False
    if one.form is Form.DIGITS and _LETTER.match(text, end):
        return unit_after(text, end) is not None
    if _YEAR_LIKE.fullmatch(text, start, end) and text[start - 1 : start] not in SYMBOLS:
        # An old year without "in" before it, unless it counts something.
        return unit_after(text, end) is not None
    before = text[max(0, start - _REACH) : start]
    return one.form not in COUNTS or not _NUMBERED_BEFORE.search(before)


def _is_joined(text: str, start: int, end: int) -> bool:
    """Tell whether a number is a piece of something longer, as in COVID-19, 4:30 or 55/33."""
    before = text[max(0, start - 4) : start]
    return bool(
        (_JOINED_BEFORE.search(before) and before != "-to-") or _JOINED_BEHIND.match(text, end)
    )


def _single(text: str, free: list[Numeral], place: int) -> Quantity | None:
    one = free[place]
    if one.form in _RATIOS:
        return _ratio(text, one)
    if one.span.of(text).lower() == "one":
        return one_of_a_kind(text, one)
    if place + 1 < len(free) and is_change(text, one, free[place + 1]):
        return in_unit_of(text, one, free[place + 1])
    return amount(text, one)


def _ratio(text: str, one: Numeral) -> Quantity | None:
    measured = part_of_a_measure(text, one) if one.form is Form.FRACTION else None
    found = None if measured else ratio(text, one)
    if found is None:
        return measured
    numeral, kind = found
    start, bound = numeral.span.start, Bound.EXACT
    if numeral.form is not Form.ORDINAL:
        bound, start = bound_before(text, start)
    return Quantity(Span(start, numeral.span.end), numeral.value, None, "", bound, kind)
