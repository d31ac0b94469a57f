"""Figures put into an entailed pair: what follows from them and what doesn't."""

from __future__ import annotations

import random

import pytest

from claimcheck.training.figures import refigured, shared_number

PREMISE = "The storm drove 40 families from their homes."
HYPOTHESIS = "After the storm 40 families had no home."


def test_a_figure_that_both_sides_share_is_exchanged() -> None:
    pairs = [
        pair for seed in range(40) for pair in refigured(PREMISE, HYPOTHESIS, random.Random(seed))
    ]
    assert {pair.label for pair in pairs} == {"entailment", "contradiction", "neutral"}
    assert all(pair.premise.startswith("The storm drove ") for pair in pairs)
    assert all(pair.hypothesis.endswith(" families had no home.") for pair in pairs)


def test_a_year_becomes_another_year() -> None:
    made = list(refigured("It sank in 1998.", "In 1998 it sank.", random.Random(1)))
    assert [(pair.label, pair.premise[-5:-1] == pair.hypothesis[3:7]) for pair in made] == [
        ("entailment", True),
        ("contradiction", False),
    ]


@pytest.mark.parametrize(
    ("premise", "hypothesis"),
    [
        ("Toy Story 3 made money.", "Toy Story 3 was a success."),
        ("About 40 people came.", "Some 40 people came."),
        ("He was born on 4 May.", "He is from 4 May."),
        ("They sold 40 boats and 40 cars.", "They sold 40 boats."),
        ("Nobody came.", "40 came."),
    ],
)
def test_what_is_no_plain_figure_of_both_stays(premise: str, hypothesis: str) -> None:
    assert shared_number(premise, hypothesis) is None
