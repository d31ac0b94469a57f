"""Figures and times of two things are no conflict: other places, weeks, people, stock lines."""

from __future__ import annotations

from datetime import date

import pytest

from claimcheck.compare import compare, profile
from claimcheck.datatypes import Bearing, Relation

DAY = date(2020, 4, 23)


def relation(ours: str, theirs: str) -> Relation:
    return compare(profile(ours, DAY), profile(theirs, DAY), 0.8).relation


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (
            "Obama leads Romney by 4 points in Florida, the state that voted last.",
            "A new survey of likely voters has Obama 5 points before Romney in Ohio.",
        ),
        ("Polls open at 7 a.m. and close at 7 p.m.", "Polls close at 8 p.m."),
        ("The 44-year-old officer knelt on a man.", "The officer held a 46-year-old man."),
        ("Two girls, 14 and 15 years old, died.", "A 16-year-old girl died with two others."),
        (
            "(5) In all six states the governor lost.",
            "In all six states the governor lost 4 votes.",
        ),
    ],
)
def test_of_two_things(ours: str, theirs: str) -> None:
    assert relation(ours, theirs) is not Relation.CONTRADICTS


def test_of_one_place_they_conflict() -> None:
    theirs = "Obama leads Romney by 5 points in Ohio."
    assert relation("Obama leads Romney by 4 points in Ohio.", theirs) is Relation.CONTRADICTS


def test_of_two_weeks_a_figure_has_moved_on() -> None:
    ours = "For the week ended April 11, 5.2 million people claimed jobless benefits."
    theirs = "For the week ended April 18, 4.4 million people claimed jobless benefits."
    found = compare(profile(ours, DAY), profile(theirs, DAY), 0.9)
    bearings = {one.bearing for one in found.differences if one.claim_value == "5,200,000 person"}
    assert bearings == {Bearing.UPDATE}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The house passed $7.9 billion in aid.", "The house passed $7.85 billion in aid."),
        ("It removed 9 videos within 24 hours.", "It removed 9 videos within the first 24 hours."),
    ],
)
def test_the_same_figure_is_no_conflict(ours: str, theirs: str) -> None:
    assert relation(ours, theirs) is not Relation.CONTRADICTS


def test_both_deny_in_other_places_of_the_sentence() -> None:
    ours = "A spokesman for Mansour denied that the appointment was ever certain."
    theirs = (
        "A spokesman for Mansour told reporters that talks went on, denying that the appointment"
        " was ever certain."
    )
    assert relation(ours, theirs) is not Relation.CONTRADICTS


def test_that_somebody_did_not_answer_is_no_conflict() -> None:
    ours = "The Clinton campaign did not respond Saturday to a request for comment."
    assert relation(ours, ours.replace("Clinton", "Trump")) is not Relation.CONTRADICTS
