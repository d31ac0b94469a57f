"""Numbers with unit and bound."""

import pytest

from claimcheck.compare.quantities import Bound, Quantity, quantities
from claimcheck.compare.tokens import tokenize
from claimcheck.datatypes import Span


def read(text: str) -> list[tuple[str, float, str, Bound]]:
    return [(q.span.of(text), q.value, q.unit, q.bound) for q in quantities(text, tokenize(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least 12 people died", ("12", 12, "peopl", Bound.AT_LEAST)),
        ("Twenty-three people died", ("Twenty-three", 23, "peopl", Bound.EXACT)),
        ("a budget of $3.5 billion", ("$3.5 billion", 3.5e9, "dollar", Bound.EXACT)),
        ("he was paid 12 a day", ("12", 12, "day", Bound.EXACT)),
        ("about 1,200 jobs", ("1,200", 1200, "job", Bound.ABOUT)),
        ("sales fell 7.8% in May", ("7.8%", 7.8, "percent", Bound.EXACT)),
        ("sales fell 7.8 percent", ("7.8 percent", 7.8, "percent", Bound.EXACT)),
        ("up to €70 million", ("€70 million", 7e7, "euro", Bound.AT_MOST)),
    ],
)
def test_reads_number_unit_and_bound(text: str, expected: tuple[str, float, str, Bound]) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize(
    "text", ["in 2019 he left", "on Jan 21 he left", "at 7 p.m. he left", "the first of them"]
)
def test_times_and_ordinals_are_no_quantities(text: str) -> None:
    assert read(text) == []


def quantity(value: float, bound: Bound = Bound.EXACT) -> Quantity:
    return Quantity(Span(0, 1), value, "job", bound)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (quantity(1200), quantity(1187)),
        (quantity(12), quantity(10, Bound.AT_LEAST)),
        (quantity(90), quantity(100, Bound.AT_MOST)),
        (quantity(100, Bound.ABOUT), quantity(95)),
    ],
)
def test_rounded_and_bounded_numbers_agree(a: Quantity, b: Quantity) -> None:
    assert a.agrees_with(b)
    assert b.agrees_with(a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (quantity(12), quantity(13)),
        (quantity(12), quantity(15, Bound.AT_LEAST)),
        (quantity(120), quantity(100, Bound.AT_MOST)),
    ],
)
def test_incompatible_numbers_do_not_agree(a: Quantity, b: Quantity) -> None:
    assert not a.agrees_with(b)
