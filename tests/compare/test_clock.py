"""Hours written in two ways, of two zones, with and without a half of the day."""

from __future__ import annotations

from datetime import date

import pytest

from claimcheck.compare import compare, profile
from claimcheck.compare.clock import is_same_clock
from claimcheck.datatypes import Relation

SUMMER = date(2019, 7, 2)


@pytest.mark.parametrize(
    ("words", "others", "expected"),
    [
        ("7:30 p.m.", "7.30pm", True),
        ("7:30 p.m.", "7.30am", False),
        ("7 o’clock", "7 p.m.", True),
        ("7 o’clock", "7:30 p.m.", False),
        ("noon", "12 p.m.", True),
        ("midnight", "12 p.m.", False),
        ("8 p.m. et", "5 p.m. pacific time", True),
        ("8 p.m. et", "5 p.m. ct", False),
        ("8 p.m. edt", "1 a.m. bst", True),
        ("8 p.m. eastern", "8 p.m. local time", True),
        ("some o’clock", "some o’clock", True),
        ("some o’clock", "8 p.m.", False),
    ],
)
def test_hours_are_one_however_written(words: str, others: str, expected: bool) -> None:
    assert is_same_clock(words, others, SUMMER) is expected


def test_an_hour_in_other_writing_is_no_difference() -> None:
    ours = profile("The vote in Hulm ended just before 7:30 p.m. on a cold night.")
    theirs = profile("The vote in Hulm ended just before 7.30pm on a cold night.")
    found = compare(ours, theirs, 0.95)
    assert (found.relation, found.differences) == (Relation.SAME, ())
