"""A source is a difference where the other side states the same without it."""

from __future__ import annotations

import pytest

from claimcheck.compare import analyse, profile
from claimcheck.compare.sourcing import sources


def told(ours: str, theirs: str) -> list[tuple[str, str]]:
    sides = analyse([profile(ours), profile(theirs)])
    spans = [(one.difference.in_claim, one.difference.in_evidence) for one in sources(*sides)]
    return [
        (mine.of(ours) if mine else "", rival.of(theirs) if rival else "") for mine, rival in spans
    ]


@pytest.mark.parametrize(
    ("ours", "theirs", "words"),
    [
        ("The bill is dead, Ewa Lind said.", "The bill is dead.", ("Ewa Lind said", "")),
        (
            "The bill is dead, Ewa Lind said.",
            "The bill is dead, Peter Brandt said.",
            ("Ewa Lind said", "Peter Brandt said"),
        ),
        (
            "The port will reopen soon, Ewa Lind said.",
            "A reporter called Ewa Lind before the port reopened.",
            ("Ewa Lind said", ""),
        ),
    ],
)
def test_a_source_on_one_side_or_another_one(
    ours: str, theirs: str, words: tuple[str, str]
) -> None:
    assert told(ours, theirs) == [words]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        # Of the one who says it, the other side tells it.
        ("Ewa Lind said that the charges were absurd.", "Lind rejected the charges as absurd."),
        ("The council said it would fight the ban.", "The council fights the ban."),
        # Nobody, and anybody.
        ("Nobody said that the ban ends in May.", "The ban ends in May."),
        ("The bill is dead, she said.", "The bill is dead."),
    ],
)
def test_no_source_is_missing(ours: str, theirs: str) -> None:
    assert told(ours, theirs) == []
