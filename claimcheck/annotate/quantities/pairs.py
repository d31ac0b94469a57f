"""Two numbers that are told together: ranges, scores, and changes from one to the other."""

from __future__ import annotations

import re
from typing import Final

from claimcheck.annotate.numerals import Form, Numeral
from claimcheck.annotate.quantities.amounts import Quantity, amount
from claimcheck.annotate.quantities.bounds import Bound
from claimcheck.annotate.quantities.units import Kind, unit_after
from claimcheck.datatypes import Span

COUNTS: Final = frozenset({Form.DIGITS, Form.WORDS})
_JOINT = re.compile(
    r"(?P<mark> ?%|(?: [a-z]+){1,2})?(?: ?[-–—] ?|-to-|- to |(?P<word> to | or | and ))"
    r"(?P<symbol>US\$|[$€£¥])?"
)
_FROM = re.compile(r"\bfrom (?:[$€£¥]|(?:about|around|roughly|nearly|just) )*$", re.IGNORECASE)
_RANGING = re.compile(
    r"\b(?:rang(?:e|es|ed|ing)(?: in \w+)?|anywhere|vary|varies|varied|varying) from [$€£¥]?$", re.I
)
_BETWEEN = re.compile(r"\bbetween (?:US\$|[$€£¥])?$", re.IGNORECASE)
_MONEY = re.compile(r"[$€£¥]$")
_DECISION = re.compile(
    r" (?:vote|votes|ruling|decision|win|victory|loss|defeat|margin|record|majority|lead|verdict|"
    r"opinion|split|score|draw|tie)\b"
)
_REACH: Final = 40
_MAX_SCORE: Final = 1_000


def pair_of(text: str, left: Numeral, right: Numeral) -> Quantity | None:
    """Return the range or score that two neighbouring numbers form, if they do."""
    joint = _JOINT.fullmatch(text, left.span.end, right.span.start)
    if joint is None or not {left.form, right.form} <= COUNTS:
        return None
    if not _joins(text, left, right, joint):
        return None
    if _is_score(text, left, right, joint):
        span = Span(left.span.start, right.span.end)
        return Quantity(span, left.value, right.value, "", Bound.EXACT, Kind.SCORE)
    low = _scaled(left, right)
    is_loose_or = joint["word"] == " or " and right.value > 2 * low
    if low >= right.value or is_loose_or:
        return None
    both = Numeral(Span(left.span.start, right.span.end), right.value, right.form, right.scale)
    return amount(text, both, low)


def _joins(text: str, left: Numeral, right: Numeral, joint: re.Match[str]) -> bool:
    """Tell whether the words around two numbers let those between them join the two."""
    before = text[max(0, left.span.start - _REACH) : left.span.start]
    # "Between 32 cents and 72 cents", but not "20 percent to $80".
    if joint["mark"] and not text.startswith(joint["mark"], right.span.end):
        return False
    if joint["word"] == " and ":
        return bool(_BETWEEN.search(before))
    is_start = joint["word"] == " to " and _FROM.search(before)
    return not is_start or bool(_RANGING.search(before))


def _scaled(left: Numeral, right: Numeral) -> float:
    """Return the first number in the scale of the second ("1.5-2 billion")."""
    shares = left.scale == 1 and right.scale > 1 and left.value * right.scale < right.value
    return left.value * right.scale if shares else left.value


def _is_score(text: str, left: Numeral, right: Numeral, joint: re.Match[str]) -> bool:
    numbers = left.value, right.value
    is_plain = all(one < _MAX_SCORE and one == int(one) for one in numbers) and not joint["symbol"]
    has_currency = bool(_MONEY.search(text[max(0, left.span.start - 1) : left.span.start]))
    if not is_plain or joint["mark"] or has_currency or (joint["word"] or " to ") != " to ":
        return False
    end = right.span.end
    if _DECISION.match(text, end):
        return True
    if joint["word"]:
        return left.value > right.value and unit_after(text, end) is None
    is_range = left.value < right.value and unit_after(text, end) is not None
    return not is_range


def is_change(text: str, left: Numeral, right: Numeral) -> bool:
    """Tell whether two numbers stand as in "from 44 to 66 percent"."""
    before = text[max(0, left.span.start - _REACH) : left.span.start]
    between = text[left.span.end : right.span.start]
    is_fall = left.value > right.value
    return between == " to " and right.form in COUNTS and bool(is_fall or _FROM.search(before))
