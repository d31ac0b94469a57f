"""What one side tells more exactly is named with the words of both, and is no conflict."""

from __future__ import annotations

from datetime import date

import pytest

from claimcheck.compare import analyse, profile
from claimcheck.compare.exactness import exactness

FRIDAY = date(2020, 4, 24)


def found(ours: str, theirs: str) -> list[tuple[str, str]]:
    sides = analyse([profile(ours, FRIDAY), profile(theirs, FRIDAY)])
    pairs = [(one.difference.in_claim, one.difference.in_evidence) for one in exactness(*sides)]
    return [(mine.of(ours), rival.of(theirs)) for mine, rival in pairs if mine and rival]


@pytest.mark.parametrize(
    ("ours", "theirs", "words"),
    [
        ("Fourteen states sued.", "Several states sued.", ("Fourteen states", "Several states")),
        ("A number of ports shut.", "Nine ports shut.", ("number of ports", "Nine ports")),
        ("The port lost 90 ferries.", "Ferries were lost.", ("90 ferries", "Ferries")),
        ("Some people fell ill.", "61 people fell ill.", ("Some people", "61 people")),
        ("It shut on Tuesday.", "It shut this week.", ("Tuesday", "this week")),
        ("It opened in the 1980s.", "It opened in 1984.", ("the 1980s", "1984")),
    ],
)
def test_what_is_told_more_exactly(ours: str, theirs: str, words: tuple[str, str]) -> None:
    assert found(ours, theirs) == [words]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        # Counted on both sides, other people, another thing, the same or another time.
        ("Fourteen states sued.", "Twenty states sued, and more states may."),
        ("The blast killed 12 people.", "The blast frightened people in the port."),
        ("Fourteen states sued.", "Several ports shut."),
        ("It shut on Tuesday.", "It shut on Tuesday, after a bad week."),
        ("It shut on Tuesday.", "It shut on Monday."),
    ],
)
def test_what_is_told_no_more_exactly(ours: str, theirs: str) -> None:
    assert found(ours, theirs) == []
