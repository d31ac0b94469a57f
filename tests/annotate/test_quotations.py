"""Which passages stand between quotation marks, whatever marks are used or left out."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.annotate.attribution.quotations import Quotation, is_quoted, quotations
from claimcheck.datatypes import Span


def quoted(text: str) -> list[str]:
    return [quotation.span.of(text) for quotation in quotations(text)]


@pytest.mark.parametrize(
    ("text", "passages"),
    [
        ('He said: "I go. You go." And "they" went.', ['"I go. You go."', '"they"']),
        ("“It is bad,” she said. “Very bad.”", ["“It is bad,”", "“Very bad.”"]),
        ("''I will,'' she said. ''So there.''", ["''I will,''", "''So there.''"]),
        ("«Oui», dit-il. „Ja“, sagte er. »Nein«.", ["«Oui»", "„Ja“", "»Nein«"]),
        ('“The opening is curly," he said.', ['“The opening is curly,"']),
        ("‘I hate the workers’ rights,’ he said.", ["‘I hate the workers’ rights,’"]),
        ("The ‘cookies’ were set at noon.", ["‘cookies’"]),
        ("‘He said “no” to me,’ she said. ‘So what?’", ["‘He said “no” to me,’", "‘So what?’"]),
        ("“She calls it a ‘big’ wall,” he said.", ["“She calls it a ‘big’ wall,”"]),
    ],
)
def test_pairs(text: str, passages: list[str]) -> None:
    assert quoted(text) == passages


@pytest.mark.parametrize(
    "text",
    [
        "It’s James’ book, and the boys’ room of the '90s.",
        'She is 5\'2" and the board 6" wide.',
        "Rock 'n' roll isn't dead; 'tis asleep.",
        "Nothing is quoted here.",
        "",
    ],
)
def test_no_quotation(text: str) -> None:
    assert quoted(text) == []


@pytest.mark.parametrize("gap", ["\n\n", "\n", "\r\n\r\n", "\n \n"])
def test_each_paragraph_of_a_long_quotation_opens_anew(gap: str) -> None:
    first, second = "“We began early.", "“We ended late.”"
    found = quotations(f"{first}{gap}{second} He left.")
    place = len(first) + len(gap)
    assert found == [
        Quotation(Span(0, len(first)), is_closed=False, goes_on=True),
        Quotation(Span(place, place + len(second))),
    ]


def test_a_quotation_may_be_wrapped_over_lines() -> None:
    assert quoted("He said: “We began\nearly.” Then he left.") == ["“We began\nearly.”"]


def test_a_missing_closing_mark_costs_one_line() -> None:
    text = "He said: “We began early.\n\nThe “plan” was late."
    assert quotations(text) == [
        Quotation(Span(9, 25), is_closed=False),
        Quotation(Span(31, 37)),
    ]


def test_a_stray_mark_quotes_nothing() -> None:
    assert quoted("The so-called “plan was late.\n\nIt failed.") == []


def test_quoted_means_every_word_and_from_the_mark_on() -> None:
    text = "“He said it was bad,” she told us."
    marks = [one.span for one in quotations(text)]
    assert is_quoted(text, [Span(0, 21)], marks)
    assert not is_quoted(text, [Span(9, 20)], marks)
    assert not is_quoted(text, [Span(0, 25)], marks)
    assert not is_quoted(text, [], marks)


@given(st.text(alphabet="a s,.\n\r'\"“”‘’«»`„\u0301\U0001f600\x00\u05d0"))
def test_any_text_gives_disjoint_spans_in_order(text: str) -> None:
    spans = [quotation.span for quotation in quotations(text)]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))


@pytest.mark.parametrize("piece", ['"', "“a", "'a ", "‘s’ a", "“\n", "“a\n\n", "\n"])
def test_time_grows_with_the_length_only(piece: str) -> None:
    start = time.process_time()
    quotations(piece * 50_000)
    assert time.process_time() - start < 5
