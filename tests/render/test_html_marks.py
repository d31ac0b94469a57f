"""The words that differ, cut out for the page."""

from __future__ import annotations

import pytest

from claimcheck.datatypes import Bearing, Citation, Claim, Difference, DifferenceKind, Span
from claimcheck.render.html.marks import Piece, here, there

NUMBER, ADDED = DifferenceKind.NUMBER, DifferenceKind.ADDED


def _claim(text):
    return Claim(Citation("a", "Coast Daily"), (Span(0, len(text)),), text)


def _marked(text, start, end):
    differences = [Difference(NUMBER, Span(start, end), None)]
    return [piece.text for piece in here(_claim(text), differences) if piece.kinds]


def test_words_that_differ_carry_their_kind():
    """A number that differs is loud, what is only added is not."""
    differences = [
        Difference(NUMBER, Span(0, 2), None),
        Difference(ADDED, Span(10, 18), None),
        Difference(NUMBER, None, Span(0, 2)),
    ]
    assert here(_claim("12 people (on Monday)"), differences) == [
        Piece("12", "number", is_loud=True),
        Piece(" people "),
        Piece("(on Mond", "added"),
        Piece("ay)"),
    ]


def test_where_something_conflicts_only_that_is_loud():
    """Beside a conflict another number is quiet."""
    differences = [
        Difference(NUMBER, None, Span(0, 2)),
        Difference(NUMBER, None, Span(3, 5), Bearing.CONFLICT),
    ]
    assert [piece.is_loud for piece in there(_claim("12 14"), differences)] == [False, False, True]


def test_marks_that_touch_become_one():
    """Overlapping marks are one, named after both kinds and loud if one of them is."""
    differences = [Difference(ADDED, Span(0, 9), None), Difference(NUMBER, Span(3, 5), None)]
    assert here(_claim("of 12 men."), differences) == [
        Piece("of 12 men", "added, number", is_loud=True),
        Piece("."),
    ]


@pytest.mark.parametrize(
    ("text", "start", "end", "marked"),
    [
        ("Cafe\u0301 12", 0, 4, "Cafe\u0301"),
        ("👨\u200d👩\u200d👧 12", 1, 2, "👨\u200d👩\u200d👧"),
        ("👩🏽 12", 0, 1, "👩🏽"),
        ("🇩🇪🇫🇷", 2, 3, "🇫🇷"),
        ("🏴\U000e0067\U000e007f!", 0, 1, "🏴\U000e0067\U000e007f"),
        ("a  12 b", 1, 6, "12"),
    ],
)
def test_no_mark_cuts_a_character(text, start, end, marked):
    """Accents, joined emoji, skin tones and flags stay whole; blanks at the edges stay out."""
    assert _marked(text, start, end) == [marked]


def test_a_mark_of_blanks_is_none():
    """A span over nothing but blanks marks nothing."""
    assert _marked("a   b", 1, 4) == []


def test_pieces_are_cleaned():
    """An override inside a mark is dropped, and offsets still fit."""
    differences = [Difference(NUMBER, Span(3, 6), None)]
    text = [piece.text for piece in here(_claim("of \u202e12 men"), differences)]
    assert text == ["of ", "12", " men"]
