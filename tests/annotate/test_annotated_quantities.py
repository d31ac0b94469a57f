"""Quantities with unit, bound and kind."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.annotate.quantities import Bound, Kind, quantities

CARDINAL, EXACT = Kind.CARDINAL, Bound.EXACT


def read(text: str) -> list[tuple[str, float, float | None, str, Bound, Kind]]:
    return [
        (one.span.of(text), one.value, one.upper, one.unit, one.bound, one.kind)
        for one in quantities(text)
    ]


def test_the_span_holds_bound_number_and_unit() -> None:
    assert read("At least 12 armed men fled.") == [
        ("At least 12 armed men", 12, None, "man", Bound.AT_LEAST, CARDINAL)
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("two dozen boats", 24),
        ("a hundred boats", 100),
        ("half a million boats", 5e5),
        ("two and a half million boats", 2.5e6),
        ("twenty-three boats", 23),
        ("1,234.5 boats", 1234.5),
        ("4k boats", 4000),
        ("1.2bn boats", 1.2e9),
        ("１２ boats", 12),
        ("3½ boats", 3.5),
    ],
)
def test_every_way_to_write_a_number(text: str, value: float) -> None:
    assert read(text) == [(text, value, None, "boat", EXACT, CARDINAL)]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("$1.5 million", 1.5e6, "USD"),
        ("US$40", 40, "USD"),
        ("€70m", 7e7, "EUR"),
        ("EUR 5 million", 5e6, "EUR"),
        ("1.2 million euros", 1.2e6, "EUR"),
        ("5 million pounds", 5e6, "GBP"),
        ("99 cents", 0.99, "USD"),
        ("600 yuan", 600, "CNY"),
        ("-$20", -20, "USD"),
    ],
)
def test_money_is_told_in_iso_codes(text: str, value: float, unit: str) -> None:
    assert read(text) == [(text, value, None, unit, EXACT, Kind.CURRENCY)]


@pytest.mark.parametrize(
    ("text", "value", "unit", "kind"),
    [
        ("5%", 5, "percent", Kind.PERCENT),
        ("5 per cent", 5, "percent", Kind.PERCENT),
        ("2 percentage points", 2, "percentage point", Kind.PERCENT),
        ("25 basis points", 25, "basis point", Kind.PERCENT),
        ("40 km", 40, "kilometre", CARDINAL),
        ("90 miles per hour", 90, "mile per hour", CARDINAL),
        ("-5°C", -5, "degree Celsius", CARDINAL),
        ("7 pounds", 7, "pound", CARDINAL),
        ("400m", 400, "metre", CARDINAL),
        ("magnitude 6.1", 6.1, "magnitude", CARDINAL),
        ("10-day", 10, "day", Kind.DURATION),
        ("half an hour", 0.5, "hour", Kind.DURATION),
        ("41-year-old", 41, "year", Kind.AGE),
    ],
)
def test_units_are_canonical(text: str, value: float, unit: str, kind: Kind) -> None:
    assert read(text) == [(text, value, None, unit, EXACT, kind)]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("no fewer than 9 boats", Bound.AT_LEAST),
        ("9 or more boats", Bound.AT_LEAST),
        ("upwards of 9 boats", Bound.MORE_THAN),
        ("no more than 9 boats", Bound.AT_MOST),
        ("fewer than 9 boats", Bound.LESS_THAN),
        ("as many as 9 boats", Bound.UP_TO),
        ("an estimated 9 boats", Bound.ABOUT),
        ("9 or so boats", Bound.ABOUT),
        ("almost 9 boats", Bound.NEARLY),
    ],
)
def test_bounds(text: str, bound: Bound) -> None:
    assert read(text) == [(text, 9, None, "boat", bound, CARDINAL)]


@pytest.mark.parametrize(
    "text", ["ruled under two presidents", "asked about two things", "rose over two years"]
)
def test_a_preposition_is_no_bound(text: str) -> None:
    assert [one.bound for one in quantities(text)] == [EXACT]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("10 to 15 boats", 10, 15, "boat"),
        ("between 3 and 5 million boats", 3e6, 5e6, "boat"),
        ("$1.5-$2 billion", 1.5e9, 2e9, "USD"),
        ("10% to 15%", 10, 15, "percent"),
        ("32 cents to 72 cents", 0.32, 0.72, "USD"),
    ],
)
def test_a_range_has_both_ends(text: str, low: float, high: float, unit: str) -> None:
    found = quantities(text)
    assert [(q.span.of(text), q.value, q.upper, q.unit) for q in found] == [(text, low, high, unit)]


def test_a_change_is_two_quantities_of_one_unit() -> None:
    assert read("rose from 44 to 66 percent") == [
        ("44", 44, None, "percent", EXACT, Kind.PERCENT),
        ("66 percent", 66, None, "percent", EXACT, Kind.PERCENT),
    ]


@pytest.mark.parametrize("text", ["52-48", "410-4", "2-to-1"])
def test_scores(text: str) -> None:
    first, *_, second = text.split("-")
    assert read(f"by a {text} vote") == [(text, float(first), float(second), "", EXACT, Kind.SCORE)]


@pytest.mark.parametrize(
    ("text", "words", "value", "kind"),
    [
        ("one in five voters", "one in five", 0.2, Kind.FRACTION),
        ("two-thirds of it", "two-thirds", 2 / 3, Kind.FRACTION),
        ("a third of it", "a third", 1 / 3, Kind.FRACTION),
        ("a third term", "third", 3, Kind.ORDINAL),
        ("the second-largest city", "second-largest", 2, Kind.RANK),
        ("twice as many", "twice", 2, Kind.MULTIPLE),
        ("three times the size", "three times", 3, Kind.MULTIPLE),
        ("a tenfold rise", "tenfold", 10, Kind.MULTIPLE),
    ],
)
def test_numbers_that_count_nothing(text: str, words: str, value: float, kind: Kind) -> None:
    assert read(text) == [(words, value, None, "", EXACT, kind)]


def test_hundreds_of_thousands_are_at_least_two() -> None:
    text = "hundreds of thousands of people"
    assert read(text) == [(text, 2e5, None, "person", Bound.AT_LEAST, CARDINAL)]


@pytest.mark.parametrize(
    "text",
    [
        "in 2019 he left",
        "on Jan. 21 he left",
        "two days ago",
        "at 5:30 p.m.",
        "call 555-0134",
        "a Boeing 747 took off",
        "the Group of Seven",
        "COVID-19 spread",
        "one of the men",
        "No. 10 denied it",
        "24/7 support",
        "third-party votes",
        "think twice about it",
    ],
)
def test_what_is_no_quantity(text: str) -> None:
    assert read(text) == []


PIECES = st.sampled_from(
    ["5", " ", "$", "-", "%", "million ", "half a ", "one ", "to ", "of ", "people ", "ſ", "İ",
     "1/", "and ", "éé", "👩‍👧", "\0", "\r\n", "“", "ten", ",", ".", "٣", "a third ", "between "]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_any_text_gives_ordered_spans_inside_it(text: str) -> None:
    spans = [one.span for one in quantities(text)]
    ends = [0, *(span.end for span in spans)]
    assert all(end <= span.start < span.end for end, span in zip(ends, spans, strict=False))
    assert ends[-1] <= len(text)


@pytest.mark.parametrize("unit", ["1", "5 ", "one ", "5-", "half a ", "hundreds of ", "$", "5%-"])
def test_no_text_makes_it_slow(unit: str) -> None:
    start = time.process_time()
    quantities(unit * (20_000 // len(unit)))
    # Anything worse than linear takes far longer.
    assert time.process_time() - start < 3
