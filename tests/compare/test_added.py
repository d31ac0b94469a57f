"""What only one claim tells is named in whole phrases."""

from __future__ import annotations

import pytest

from claimcheck.compare import analyse, profile
from claimcheck.compare.added import added


def told(ours: str, theirs: str) -> list[tuple[str, str]]:
    sides = analyse([profile(ours), profile(theirs)])
    spans = [(one.difference.in_claim, one.difference.in_evidence) for one in added(*sides, [])]
    return [
        (mine.of(ours) if mine else "", rival.of(theirs) if rival else "") for mine, rival in spans
    ]


SHORT = "The harbour of Hulm was closed"


@pytest.mark.parametrize(
    ("theirs", "phrase"),
    [
        (f"{SHORT} while divers searched the sea bed.", "while divers searched the sea bed"),
        (f"{SHORT} after two freighters collided.", "after two freighters collided"),
        (f"{SHORT}, and trains carried the cargo.", "trains carried the cargo"),
        (f"{SHORT}, which angered coastal fishermen.", "which angered coastal fishermen"),
        (f"{SHORT} and called “a dangerous place”.", "called “a dangerous place”"),
        (f"{SHORT} by heavily armed soldiers.", "by heavily armed soldiers"),
        (f"{SHORT} “until further notice”.", "until further notice"),
    ],
)
def test_a_phrase_is_told_whole(theirs: str, phrase: str) -> None:
    assert told(f"{SHORT}.", theirs) == [("", phrase)]


def test_of_a_shared_subject_only_what_is_said_of_it_is_new() -> None:
    theirs = "The harbour reopened under guard, and the harbour of Hulm was closed."
    assert told(f"{SHORT}.", theirs) == [("", "reopened under guard")]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        # A name told more fully, one word alone, the same figure and who says it.
        ("They asked Lind to leave.", "They asked former Drummel mayor Ewa Lind to leave."),
        ("The harbour was closed.", "The harbour was closed overnight."),
        ("It took 24 ships.", "It took two dozen ships."),
        (
            "The harbour was closed.",
            "The harbour was closed, navy captain Ewa Lind told reporters.",
        ),
    ],
)
def test_what_is_no_detail_of_its_own(ours: str, theirs: str) -> None:
    assert told(ours, theirs) == []


def test_no_more_than_two_for_each_side_the_longest_first() -> None:
    theirs = (
        f"{SHORT} by heavily armed soldiers while divers searched the sea bed for old mines, "
        "and trains carried the cargo."
    )
    assert told(f"{SHORT}.", theirs) == [
        ("", "while divers searched the sea bed for old mines"),
        ("", "by heavily armed soldiers"),
    ]


def test_a_phrase_of_two_words_keeps_no_claims_from_being_the_same() -> None:
    found = added(*analyse([profile(f"{SHORT}."), profile(f"{SHORT} after heavy storms.")]), [])
    assert [one.telling for one in found] == [False]
