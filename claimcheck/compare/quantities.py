"""Numbers with their unit and bound, as far as the words next to them tell."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from text_to_num import Token as NumberToken
from text_to_num import find_numbers

from claimcheck.compare.tokens import FUNCTION_WORDS, Token
from claimcheck.datatypes import Span
from claimcheck.settings import MAX_APPROXIMATION, MAX_ROUNDING

_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?$")
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_SHORT_SCALES = {"m": 1e6, "mn": 1e6, "bn": 1e9, "k": 1e3}
_CURRENCIES = {"$": "dollar", "€": "euro", "£": "pound", "¥": "yen"}
_PERCENT = {"percent": "percent", "pct": "percent"}
_YEARS = range(1900, 2100)
_MONTHS = re.compile(
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|january|february|march|april|june|"
    r"july|august|september|october|november|december)$"
)
_CLOCK = frozenset({"a m", "p m", "am", "pm", "o’clock", "o'clock", "gmt", "est", "et"})
_LOWER = re.compile(
    r"(?:at least|more than|over|no fewer than|no less than|upwards of|above)\W*$", re.I
)
_UPPER = re.compile(
    r"(?:at most|up to|fewer than|less than|under|no more than|below|nearly|almost)\W*$", re.I
)
_ABOUT = re.compile(r"(?:about|around|roughly|approximately|some|an estimated|close to)\W*$", re.I)
_LOOK_BACK = 20


class Bound(StrEnum):
    """How a number limits the quantity."""

    EXACT = "exact"
    AT_LEAST = "at least"
    AT_MOST = "at most"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a claim. `unit` is a currency, "percent", or the stem of the thing counted."""

    span: Span
    value: float
    unit: str
    bound: Bound

    def agrees_with(self, other: Quantity) -> bool:
        """Tell whether both can be true of one quantity: equal, rounded, or within a bound."""
        if self.value == other.value:
            return True
        return _bound_allows(self, other) or _bound_allows(other, self) or _rounds(self, other)


class _Word(NumberToken):  # type: ignore[misc]  # the library has no types
    def __init__(self, token: Token) -> None:
        self._word = token.word

    def text(self) -> str:
        return self._word


def quantities(text: str, tokens: list[Token]) -> list[Quantity]:
    """Return the numbers of a claim in order; years, dates, clock times and ordinals left out."""
    found = []
    for first, last, value in _numbers(tokens):
        quantity = _quantity(text, tokens, first, last, value)
        if quantity is not None:
            found.append(quantity)
    return found


def _numbers(tokens: list[Token]) -> list[tuple[int, int, float]]:
    """Return (first token, last token, value) of numbers in digits or words."""
    digits = [
        (place, place, float(token.word.replace(",", "")))
        for place, token in enumerate(tokens)
        if _DIGITS.match(token.word)
    ]
    # threshold 0: news counts "two people" too; "one" and "a" are mostly pronouns.
    words = [
        (found.start, found.end - 1, float(found.value))
        for found in find_numbers([_Word(token) for token in tokens], "en", 0.0)
        if not found.is_ordinal and found.value != 1 and tokens[found.start].word not in _SCALES
    ]
    taken = {place for place, _, _ in digits}
    return sorted(digits + [w for w in words if taken.isdisjoint(range(w[0], w[1] + 1))])


def _quantity(
    text: str, tokens: list[Token], first: int, last: int, value: float
) -> Quantity | None:
    before = tokens[first - 1].word if first else ""
    following = [token.word for token in tokens[last + 1 : last + 3]]
    after = following[0] if following else ""
    # "a.m." falls into two words.
    is_clock = after in _CLOCK or " ".join(following) in _CLOCK
    if is_clock or _is_date(tokens[first].word, value, before, after):
        return None
    start, end = tokens[first].span.start, tokens[last].span.end
    if first == last and (after in _SCALES or after in _SHORT_SCALES):
        value *= _SCALES.get(after) or _SHORT_SCALES[after]
        last += 1
        end = tokens[last].span.end
    currency = _CURRENCIES.get(text[start - 1 : start])
    if currency:
        start -= 1
    unit, end = (currency, end) if currency else _unit(text, tokens, last, end)
    return Quantity(Span(start, end), value, unit, _bound(text[max(0, start - _LOOK_BACK) : start]))


def _is_date(word: str, value: float, before: str, after: str) -> bool:
    is_year = len(word) == 4 and value in _YEARS
    near_month = bool(_MONTHS.match(before) or _MONTHS.match(after))
    return is_year or (near_month and value <= 31)


def _unit(text: str, tokens: list[Token], last: int, end: int) -> tuple[str, int]:
    if text[end : end + 1] == "%":
        return "percent", end + 1
    for token in tokens[last + 1 : last + 4]:
        if token.word in _PERCENT:
            return "percent", token.span.end
        if token.word not in FUNCTION_WORDS and not _DIGITS.match(token.word):
            return token.stem, end
    return "", end


def _bound(before: str) -> Bound:
    for pattern, bound in (
        (_LOWER, Bound.AT_LEAST),
        (_UPPER, Bound.AT_MOST),
        (_ABOUT, Bound.ABOUT),
    ):
        if pattern.search(before):
            return bound
    return Bound.EXACT


def _bound_allows(bounded: Quantity, other: Quantity) -> bool:
    if bounded.bound is Bound.AT_LEAST:
        return other.value >= bounded.value
    if bounded.bound is Bound.AT_MOST:
        return other.value <= bounded.value
    if bounded.bound is Bound.ABOUT:
        return abs(other.value - bounded.value) <= MAX_APPROXIMATION * abs(bounded.value)
    return False


def _rounds(a: Quantity, b: Quantity) -> bool:
    """Tell whether the rounder of two exact numbers is the other, rounded to its own digits."""
    if not a.bound is b.bound is Bound.EXACT:
        return False
    rounder, finer = sorted((a, b), key=lambda quantity: _digits(quantity.value))
    if _digits(rounder.value) == _digits(finer.value) or not rounder.value:
        return False
    rounded = float(f"{finer.value:.{_digits(rounder.value)}g}") == rounder.value
    return rounded and abs(finer.value - rounder.value) <= MAX_ROUNDING * abs(rounder.value)


def _digits(value: float) -> int:
    """Return how many significant digits a number is written with."""
    mantissa = f"{value:.12g}".partition("e")[0].replace(".", "").replace("-", "")
    return max(1, len(mantissa.strip("0")))
