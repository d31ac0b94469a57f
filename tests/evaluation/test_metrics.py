"""Measures against numbers worked out by hand."""

from claimcheck.evaluation.metrics import (
    Score,
    average_precision,
    confusion,
    macro_f1,
    recall_at,
    reciprocal_rank,
    scores_by_label,
)

GOLD = ["same", "same", "differs", "related"]
GIVEN = ["same", "differs", "differs", "same"]


def test_scores_by_label() -> None:
    assert scores_by_label(GOLD, GIVEN) == {
        "same": Score(1, 2, 2),
        "differs": Score(1, 2, 1),
        "related": Score(0, 0, 1),
    }


def test_precision_recall_and_f1() -> None:
    score = Score(right=1, given=2, gold=4)
    assert (score.precision, score.recall, score.f1) == (0.5, 0.25, 1 / 3)


def test_measures_of_nothing_are_zero() -> None:
    empty = Score(0, 0, 0)
    assert (empty.precision, empty.recall, empty.f1) == (0, 0, 0)


def test_macro_f1_counts_labels_that_never_occur() -> None:
    assert macro_f1(scores_by_label(GOLD, GOLD), ["same", "differs", "related", "never"]) == 0.75


def test_confusion_counts_pairs_of_labels() -> None:
    assert confusion(GOLD, GIVEN) == {
        ("same", "same"): 1,
        ("same", "differs"): 1,
        ("differs", "differs"): 1,
        ("related", "same"): 1,
    }


def test_ranking_measures() -> None:
    found, relevant = ["a", "x", "b", "c"], {"x", "c", "z"}
    assert reciprocal_rank(found, relevant) == 1 / 2
    assert average_precision(found, relevant, 4) == (1 / 2 + 2 / 4) / 3
    assert recall_at(found, relevant, 4) == 2 / 3
    assert reciprocal_rank(found, {"none"}) == 0
