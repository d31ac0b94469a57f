"""Whether two figures can be true of one thing: bounds, ranges, rounding, conversion of units.

A figure allows a range of values. "At least 10" allows 10 and more, "about 10" some around it, and
a round number what is rounded to it. Two figures agree where what they allow overlaps.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Final

from claimcheck.annotate.lexicon import Pos, are_synonyms, is_broader, is_person
from claimcheck.annotate.quantities import Bound, Kind, Quantity
from claimcheck.compare.analysis import Analysis
from claimcheck.compare.found import Found
from claimcheck.datatypes import Bearing, Difference, DifferenceKind
from claimcheck.settings import MAX_APPROXIMATION, MAX_NEAR_RATIO, MAX_ROUNDING

# How many of the second unit one of the first is.
_CONVERSIONS: Final = {
    "mile": ("kilometre", 1.609344),
    "metre": ("kilometre", 0.001),
    "foot": ("kilometre", 0.0003048),
    "yard": ("kilometre", 0.0009144),
    "inch": ("kilometre", 0.0000254),
    "centimetre": ("kilometre", 0.00001),
    "pound": ("kilogram", 0.45359237),
    "ounce": ("kilogram", 0.0283495),
    "gram": ("kilogram", 0.001),
    "ton": ("kilogram", 907.18474),
    "tonne": ("kilogram", 1000.0),
    "acre": ("square kilometre", 0.00404686),
    "hectare": ("square kilometre", 0.01),
    "square mile": ("square kilometre", 2.589988),
    "gallon": ("litre", 3.785412),
    "barrel": ("litre", 158.9873),
    "mile per hour": ("kilometre per hour", 1.609344),
    "minute": ("hour", 1 / 60),
    "day": ("hour", 24.0),
    "week": ("hour", 168.0),
    "month": ("hour", 730.5),
    "year": ("hour", 8766.0),
    "decade": ("hour", 87660.0),
}
# Converted figures are rounded as the writer likes.
_CONVERTED: Final = 0.06


# "(5) In all six states": the number of a point in a list.
_NUMBERED = re.compile(r"\W*\d{1,2}[.)]\Z")
# Counted by these, a number is of whatever the sentence is about.
_BARE: Final = ("", "person")
# Smaller numbers are near each other by chance.
_FEW: Final = 4
_UNCOUNTED: Final = (Kind.ORDINAL, Kind.RANK, Kind.AGE)


def figures_of(claim: Analysis) -> list[Quantity]:
    """Return the quantities of a claim that are no part of a time or a name."""
    times = [one.span for one in claim.times]
    # "Five House committees" are counted, "District 9" is not.
    names = [one.span for one in claim.names]
    return [
        one
        for one in claim.quantities
        if not any(span.overlaps(one.span) for span in times)
        and not _NUMBERED.match(claim.text[: one.span.end + 1])
        and not any(span.start <= one.span.start < span.end for span in names)
        and not _is_of_a_list(one, claim.text)
    ]


def _is_of_a_list(quantity: Quantity, text: str) -> bool:
    """Tell whether a headline counts the points of its own article: "5 things to know"."""
    opens = not text[: quantity.span.start].strip("\"“‘' ")
    return opens and quantity.unit in _POINTS


_POINTS: Final = frozenset(
    "thing reason takeaway way question fact lesson step tip moment number point".split()
)


def figure_difference(mine: Quantity, rival: Quantity) -> Found | None:
    """Say how two figures of one thing differ; None if they are one figure."""
    if is_same_figure(mine, rival) or _is_same_count(mine, rival):
        return None
    # "More than 2,000" and "more than 1,800" can both hold, but nobody says both of one thing.
    alike = mine.bound is rival.bound is not Bound.EXACT and ratio(mine, rival) > 1
    agrees = are_comparable(mine, rival) and agree(mine, rival) and not alike
    return Found(
        Difference(
            DifferenceKind.PRECISION if agrees else DifferenceKind.NUMBER,
            mine.span,
            rival.span,
            Bearing.COMPATIBLE if agrees else None,
            value_of(mine),
            value_of(rival),
        ),
        conflict=not agrees and _exclude(mine, rival),
        # What is only converted is the same figure.
        telling=not (agrees and mine.unit != rival.unit and mine.bound is rival.bound),
    )


def _is_same_count(mine: Quantity, rival: Quantity) -> bool:
    """Tell whether both count as many of what goes by two names: "212 people", "212 passengers".

    Behind "dead at" an age may stand without a word that says so.
    """
    if {mine.kind, rival.kind} == {Kind.AGE, Kind.CARDINAL} and "" in (mine.unit, rival.unit):
        return has_same_value(mine, rival)
    if not mine.kind is rival.kind is Kind.CARDINAL or not are_comparable(mine, rival):
        return False
    return has_same_value(mine, rival) and ratio(mine, rival) == 1


def has_same_value(mine: Quantity, rival: Quantity) -> bool:
    """Tell whether two figures have the same number and bound, whatever they count."""
    return (mine.value, _end(mine), mine.bound) == (rival.value, _end(rival), rival.bound)


def _end(quantity: Quantity) -> float:
    """Return the end of a range; "zero -- zero" is none."""
    return quantity.value if quantity.upper is None else quantity.upper


def value_of(quantity: Quantity) -> str:
    """Return a figure in digits, with its bound and unit: "at least 12 person"."""
    number = f"{quantity.value:,.12g}"
    if quantity.upper is not None:
        number += f" to {quantity.upper:,.12g}"
    bound = "" if quantity.bound is Bound.EXACT else quantity.bound.value
    return " ".join(part for part in (bound, number, quantity.unit) if part)


def _exclude(mine: Quantity, rival: Quantity) -> bool:
    """Tell whether two figures that don't agree are definite enough for a conflict."""
    return mine.bound is rival.bound is Bound.EXACT


def are_comparable(mine: Quantity, rival: Quantity) -> bool:
    """Tell whether two figures may count one thing: by kind and unit, or what is counted."""
    if mine.kind is not rival.kind or (mine.kind in _UNCOUNTED and mine.unit != rival.unit):
        return False
    if same_unit(mine, rival):
        return True
    if mine.kind is not Kind.CARDINAL:
        return False
    if "" in (mine.unit, rival.unit):
        # What is counted stands elsewhere; near each other, they hardly count two things.
        return (mine.unit in _BARE and rival.unit in _BARE) or are_near(mine, rival)
    return _count_alike(mine.unit, rival.unit)


def ratio(mine: Quantity, rival: Quantity) -> float:
    """Return how many times as large the larger of two figures is, at least 1."""
    factors = [_CONVERSIONS.get(one.unit, (one.unit, 1.0))[1] for one in (mine, rival)]
    low, high = sorted((abs(mine.value * factors[0]), abs(rival.value * factors[1])))
    return high / low if low else math.inf


def are_near(mine: Quantity, rival: Quantity) -> bool:
    """Tell whether two larger figures are so near each other that they are hardly of two things."""
    most = max(abs(mine.value), abs(rival.value))
    return most >= _FEW and ratio(mine, rival) <= MAX_NEAR_RATIO


def _count_alike(mine: str, rival: str) -> bool:
    if are_synonyms(mine, rival, Pos.NOUN) or is_broader(mine, rival) or is_broader(rival, mine):
        return True
    return "person" in (mine, rival) and is_person(mine) and is_person(rival)


@dataclass(frozen=True, slots=True)
class Allowed:
    """The values that a figure allows, from `least` to `most`, in a unit."""

    least: float
    most: float
    unit: str


def allowed(quantity: Quantity) -> Allowed:
    """Return what a figure allows, in a common unit where there is one."""
    low = quantity.value
    high = quantity.value if quantity.upper is None else quantity.upper
    low, high = min(low, high), max(low, high)
    slack = MAX_APPROXIMATION * abs(high)
    match quantity.bound:
        case Bound.AT_LEAST | Bound.MORE_THAN:
            high = math.inf
        case Bound.AT_MOST | Bound.LESS_THAN | Bound.UP_TO:
            low = -math.inf
        case Bound.NEARLY:
            low -= slack
        case Bound.ABOUT:
            low, high = low - slack, high + slack
    unit, factor = _CONVERSIONS.get(quantity.unit, (quantity.unit, 1.0))
    return Allowed(low * factor, high * factor, unit)


def same_unit(ours: Quantity, theirs: Quantity) -> bool:
    """Tell whether two figures are in one unit or can be converted into one."""
    return allowed(ours).unit == allowed(theirs).unit


def is_same_figure(ours: Quantity, theirs: Quantity) -> bool:
    """Tell whether two figures are the same number, with the same bound."""
    return (ours.value, _end(ours), _loose(ours.bound), ours.unit) == (
        theirs.value,
        _end(theirs),
        _loose(theirs.bound),
        theirs.unit,
    )


def _loose(bound: Bound) -> Bound:
    return Bound.AT_LEAST if bound is Bound.MORE_THAN else bound


def agree(ours: Quantity, theirs: Quantity) -> bool:
    """Tell whether both can be true of one thing."""
    mine, rival = allowed(ours), allowed(theirs)
    if mine.least <= rival.most and rival.least <= mine.most:
        return True
    if ours.kind is Kind.SCORE or theirs.kind is Kind.SCORE:
        return False
    if ours.unit != theirs.unit and mine.unit == rival.unit:
        if mine.unit == _LASTING and _is_about_as_long(ours, theirs):
            return True
        return math.isclose(mine.least, rival.least, rel_tol=_CONVERTED)
    return _rounds(ours, theirs)


def _is_about_as_long(ours: Quantity, theirs: Quantity) -> bool:
    """Tell whether a time in whole larger units is the other, rounded: "two years", 22 months."""
    hours = {one.unit: _CONVERSIONS.get(one.unit, ("", 1.0))[1] for one in (ours, theirs)}
    finer, larger = sorted((ours, theirs), key=lambda one: hours[one.unit])
    if larger.value != int(larger.value) or larger.value < _WHOLE_UNITS:
        return False
    return abs(finer.value * hours[finer.unit] / hours[larger.unit] - larger.value) <= 1 / 2


_LASTING: Final = "hour"
# "A year" for 14 months is no rounding.
_WHOLE_UNITS: Final = 2


def _rounds(ours: Quantity, theirs: Quantity) -> bool:
    """Tell whether the rounder of two numbers is the other, rounded to its own digits."""
    if ours.upper is not None or theirs.upper is not None:
        return False
    rounder, finer = sorted((ours.value, theirs.value), key=_digits)
    if _digits(rounder) == _digits(finer) or not rounder:
        return False
    # "100" is not said of 104 dead, but "1.2 million" of 1,187,000 people is.
    half = 10.0 ** (math.floor(math.log10(abs(rounder))) + 1 - _digits(rounder)) / 2
    off = abs(finer - rounder)
    return off <= half * (1 + _TIE) and off <= MAX_ROUNDING * abs(rounder)


# 7.85 is 7.8 or 7.9, as the writer likes.
_TIE: Final = 1e-9


def _digits(value: float) -> int:
    """Return how many significant digits a number is written with."""
    mantissa = f"{value:.12g}".partition("e")[0].replace(".", "").replace("-", "")
    return max(1, len(mantissa.strip("0")))
