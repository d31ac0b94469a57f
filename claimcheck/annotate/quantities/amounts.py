"""One number, or the two of a range, with the unit, the bound and the kind around it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from claimcheck.annotate.numerals import Form, Numeral
from claimcheck.annotate.quantities.bounds import Bound, bound_before, bound_behind
from claimcheck.annotate.quantities.units import (
    CODES,
    SYMBOLS,
    Kind,
    Unit,
    canonical,
    is_measure,
    kind_of,
    unit_after,
    unit_of_one,
)
from claimcheck.datatypes import Span


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity in a text; `span` holds bound, number and unit.

    `upper` is the other end of a range, or the second number of a score. `unit` is an ISO 4217
    code, a unit of measurement in singular ("kilometre"), the singular of what is counted, or "".
    """

    span: Span
    value: float
    upper: float | None
    unit: str
    bound: Bound
    kind: Kind


_LONGEST_FIRST = sorted(SYMBOLS, key=len, reverse=True)
_CURRENCY = re.compile(
    rf"(?:(?<![A-Za-z])(?P<symbol>{'|'.join(map(re.escape, _LONGEST_FIRST))})"
    r"|\b(?P<code>[A-Z]{3})) ?$"
)
_SIGN = re.compile(r"(?:(?<![\w%)\]])[-−]|(?<!plus or )\bminus )$", re.IGNORECASE)
_MAGNITUDE = re.compile(r"\bmagnitude[- ](?:of )?$", re.IGNORECASE)
_AGED = re.compile(r"\bage[sd]? (?:of )?(?:between |from )?$", re.IGNORECASE)
_NAME_BEFORE = re.compile(r"[A-Z][\w.’'-]*(?: (?:Jr|Sr|I{1,3})\.?)?, $")
_OLD = re.compile(r"[- ](?P<unit>year|month|week|day)s?(?:[- ]olds?| of age)\b")
_TIMES = re.compile(
    r" times(?= (?:as|more|the|less|that|what|higher|larger|greater|bigger|faster|likelier|lower)\b"
    r"(?! (?:past|last|next|time|years?|weeks?|months?)\b))"
)
_OLDER = re.compile(r",? (?:and|or) (?:older|younger)")
_MEASURE = re.compile(r"(?: of)?(?: an?)?[- ](?P<unit>percentage points?|[a-z]+)\b")
_METRES = re.compile(r"\dm$")
_PERCENTS: Final = frozenset({"percent", "percentage point"})
_BETWEEN = re.compile(r"\b(?:between|(?:rang(?:e|es|ed|ing)|anywhere) from) $", re.IGNORECASE)
_COUNTED: Final = frozenset(
    "person man woman child boy girl student officer soldier worker passenger civilian victim "
    "suspect gunman policeman protester vote seat case death".split()
)
# "One day", "at one point".
_NAMED_LOOSELY: Final = frozenset({"day", "night", "point"})
_REACH: Final = 40
_MAX_AGE: Final = 120
_FEW: Final = 12


@dataclass(frozen=True, slots=True)
class _Reading:
    """A unit and from where to where its words and the number's reach, the bound left out."""

    start: int
    end: int
    unit: Unit | None
    sign: int = 1


def amount(text: str, one: Numeral, low: float | None = None) -> Quantity:
    """Read a number, or a range from `low` to it, with what stands around it."""
    reading = _aged(text, one) or _preceded(text, one) or _followed(text, one)
    unit = reading.unit or _metres(text, one)
    start = _range_start(text, reading.start, is_range=low is not None)
    bound, start = bound_before(
        text,
        start,
        is_duration=unit is not None and unit.kind is Kind.DURATION,
        is_small=_is_small(one, unit),
    )
    behind, end = bound_behind(text, reading.end)
    if unit is None and behind is not Bound.EXACT:
        # "400 or so residents"
        unit = unit_after(text, end, scale=one.scale)
        end = unit.end if unit else end
    if unit is None and _OLDER.fullmatch(text, reading.end, end):
        unit = Unit("year", end, Kind.AGE)
    if bound is Bound.EXACT:
        bound = behind
    if bound is Bound.EXACT and one.form is Form.VAGUE:
        bound = Bound.AT_LEAST
    factor = reading.sign * (unit.factor if unit else 1.0)
    first = one.value if low is None else low
    return Quantity(
        Span(start, end),
        first * factor,
        None if low is None else one.value * factor,
        unit.name if unit else "",
        bound,
        unit.kind if unit else Kind.CARDINAL,
    )


def _is_small(one: Numeral, unit: Unit | None) -> bool:
    """Tell whether a number is a few things in words, which hardly anyone bounds by "over"."""
    is_few = one.form is Form.WORDS and one.value <= _FEW
    return is_few and unit is not None and unit.kind is Kind.CARDINAL and not is_measure(unit.name)


def one_of_a_kind(text: str, one: Numeral) -> Quantity | None:
    """Read "one" as a number only before a person or a measure, or after a bound."""
    unit = unit_after(text, one.span.end)
    if unit is None or text[one.span.end] != "-":
        unit = unit_of_one(text, one.span.end)
    bound, start = bound_before(text, one.span.start)
    if unit is None or unit.name == "another":
        return None
    is_counted = (
        is_measure(unit.name) and unit.name not in _NAMED_LOOSELY
    ) or unit.name in _COUNTED
    if bound is Bound.EXACT and not is_counted:
        return None
    return Quantity(Span(start, unit.end), unit.factor, None, unit.name, bound, unit.kind)


def part_of_a_measure(text: str, one: Numeral) -> Quantity | None:
    """Read "half an hour" and "1/3 cup"; None where no measure follows a fraction."""
    match = _MEASURE.match(text, one.span.end)
    unit = canonical(match["unit"]) if match else ""
    # A "half second" is a half and the second of two.
    if match is None or not (is_measure(unit) or unit in _PERCENTS) or unit == "second":
        return None
    bound, start = bound_before(text, one.span.start)
    kind = Kind.PERCENT if unit in _PERCENTS else kind_of(unit)
    return Quantity(Span(start, match.end()), one.value, None, unit, bound, kind)


def in_unit_of(text: str, one: Numeral, next_one: Numeral) -> Quantity:
    """Read a number that is told in the unit of the next one ("from 44 to 66 percent")."""
    quantity, other = amount(text, one), amount(text, next_one)
    if quantity.unit:
        return quantity
    factor = other.value / next_one.value if next_one.value else 1.0
    return replace(quantity, value=quantity.value * factor, unit=other.unit, kind=other.kind)


def _aged(text: str, one: Numeral) -> _Reading | None:
    start, end = one.span.start, one.span.end
    if one.value > _MAX_AGE or one.form not in {Form.DIGITS, Form.WORDS}:
        return None
    old = _OLD.match(text, end)
    if old:
        return _Reading(start, old.end(), Unit(old["unit"], old.end(), Kind.AGE))
    before = text[max(0, start - _REACH) : start]
    aged = _AGED.search(before)
    is_apposition = one.form is Form.DIGITS and text[end : end + 1] == ","
    if not aged and not (is_apposition and _NAME_BEFORE.search(before)):
        return None
    first = start - len(before) + aged.start() if aged else start
    return _Reading(first, end, Unit("year", end, Kind.AGE))


def _preceded(text: str, one: Numeral) -> _Reading | None:
    """Read a currency or "magnitude" that stands before its number."""
    start, end = one.span.start, one.span.end
    before = text[max(0, start - _REACH) : start]
    magnitude = _MAGNITUDE.search(before)
    if magnitude:
        unit = Unit("magnitude", end, Kind.CARDINAL)
        return _Reading(start - len(before) + magnitude.start(), end, unit)
    currency = _CURRENCY.search(before)
    name = currency and (SYMBOLS.get(currency["symbol"] or "") or currency["code"])
    if not currency or not (currency["symbol"] or name in CODES):
        return None
    first = start - len(before) + currency.start()
    sign = _SIGN.search(text, max(0, first - 6), first)
    unit = Unit(str(name), end, Kind.CURRENCY)
    return _Reading(sign.start() if sign else first, end, unit, -1 if sign else 1)


def _followed(text: str, one: Numeral) -> _Reading:
    start, end = one.span.start, one.span.end
    sign = _SIGN.search(text, max(0, start - 6), start)
    start = sign.start() if sign else start
    times = _TIMES.match(text, end)
    unit = (
        Unit("", times.end(), Kind.MULTIPLE)
        if times
        else unit_after(text, end, scale=one.scale, is_vague=one.form is Form.VAGUE)
    )
    return _Reading(start, unit.end if unit else end, unit, -1 if sign else 1)


def _metres(text: str, one: Numeral) -> Unit | None:
    """Read a bare "400m" as metres: money and people have their unit beside it."""
    is_metres = one.form is Form.DIGITS and _METRES.search(one.span.of(text))
    return Unit("metre", one.span.end, Kind.CARDINAL, 1 / one.scale) if is_metres else None


def _range_start(text: str, start: int, *, is_range: bool) -> int:
    between = _BETWEEN.search(text, max(0, start - _REACH), start) if is_range else None
    return between.start() if between and between.group().lower().startswith("b") else start
