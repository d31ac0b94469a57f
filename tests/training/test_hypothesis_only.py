"""What a claim gives away by itself: fitted on other claims, for fact-checking sets only."""

from __future__ import annotations

import numpy as np

from claimcheck.training.hypothesis_only import hypothesis_only
from claimcheck.training.sources import Row

SUBJECTS = ("The ship", "A bridge", "The mayor", "Her novel", "The league", "Our river") * 10


def rows(source: str) -> list[Row]:
    """Claims of which "incapable of" tells the label, whatever the premise."""
    return [
        Row("A premise.", f"{subject} number {place} is {words} more.", label, source)
        for place, subject in enumerate(SUBJECTS)
        for words, label in (("doing much", "entailment"), ("incapable of", "contradiction"))
    ]


def test_a_word_that_tells_the_label_is_found() -> None:
    made = rows("fever-nli")
    chances = hypothesis_only(made)
    false = np.array([row.label == "contradiction" for row in made])
    assert chances[false, 2].min() > 0.8 and chances[~false, 0].min() > 0.8


def test_other_sources_give_nothing_away() -> None:
    chances = hypothesis_only(rows("mnli-subset"))
    assert np.array_equal(chances, np.full((120, 3), 1 / 3, np.float32))


def test_a_claim_is_never_judged_by_what_was_fitted_on_it() -> None:
    # One claim alone, with its label as often as it likes: nothing can be known of it.
    made = [Row("A premise.", "Zebras hum.", "contradiction", "fever-nli")] * 60
    others = rows("fever-nli")
    chances = hypothesis_only(others + made)[len(others) :]
    assert chances[:, 2].max() < 0.7
