"""A telling figure that two claims share."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from claimcheck.compare import is_same_fact, profile
from claimcheck.compare.anchors import share_a_figure


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("a 110-page filing", "the brief, 110 pages long"),
        ("it passed with 168 votes", "carried with 168 votes in favour"),
        ("which left 22 people dead", "claimed the lives of 22 passengers"),
        ("they met for 45 minutes", "a meeting of 45 minutes"),
        ("a $6.6bn wall", "$6.6 billion for the wall"),
    ],
)
def test_a_figure_in_common(ours: str, theirs: str) -> None:
    assert share_a_figure(ours, theirs)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        # Others may well have the same: few, long times, round numbers, ordinals and ages.
        ("two men were hurt", "two men left"),
        ("five years in jail", "the law is five years old"),
        ("millions of people", "millions of people"),
        ("a second payment", "his second term"),
        # Another thing, another number, another bound.
        ("110 pages", "110 ships"),
        ("110 pages", "111 pages"),
        ("110 pages", "at least 110 pages"),
    ],
)
def test_no_telling_figure_in_common(ours: str, theirs: str) -> None:
    assert not share_a_figure(ours, theirs)


BRIEF = "The defence filed a 110-page brief and called the charges against the governor flimsy."


@pytest.mark.parametrize(
    ("theirs", "days", "found"),
    [
        ("Her lawyers said in 110 pages that the charges were flimsy.", 1, True),
        ("Her lawyers said in 112 pages that the charges were flimsy.", 1, False),
        ("Her lawyers said in 110 pages that the charges were flimsy.", 30, False),
        (
            "Three engineers drew plans for the harbour of Hulm, on 110 pages with large tables.",
            1,
            False,
        ),
    ],
)
def test_a_shared_figure_ties_claims_of_the_same_days(theirs: str, days: int, found: bool) -> None:
    day = date(2025, 3, 3)
    ours, rival = profile(BRIEF, day), profile(theirs, day + timedelta(days=days))
    assert is_same_fact(ours, rival, 0.55) is found
