"""Measures against numbers worked out by hand."""

import numpy as np
import pytest

from claimcheck.evaluation.metrics import (
    Score,
    average_precision,
    best_cuts,
    calibration_error,
    confusion,
    f1_interval,
    macro_f1,
    precision_over_ranks,
    recall_at,
    reciprocal_rank,
    scores_by_label,
    share_interval,
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


def test_a_share_has_wilsons_interval() -> None:
    assert share_interval(8, 10).figures() == {"value": 0.8, "low": 0.49, "high": 0.943}
    assert share_interval(0, 0).figures() == {"value": 0.0, "low": 0.0, "high": 1.0}


def test_the_interval_of_f1_holds_it_and_narrows_with_more_examples() -> None:
    few, many = f1_interval(8, 2, 2, 100), f1_interval(800, 200, 200, 10_000)
    assert few.value == many.value == 0.8
    assert few.low < many.low < 0.8 < many.high < few.high


def test_calibration_error_is_the_gap_between_said_and_seen() -> None:
    said = np.array([0.9, 0.9, 0.9, 0.9, 0.1])
    seen = np.array([True, True, False, False, False])
    assert calibration_error(said, seen) == pytest.approx((1.6 + 0.1) / 5)


@pytest.mark.parametrize(
    ("gold", "best"),
    [
        ([0, 0, 1, 1, 2, 2], 1.0),
        ([0, 1, 0, 1, 2, 2], 5 / 6),
        ([0, 0, 0, 1, 1, 1], 1.0),
        ([2, 2, 1, 1, 0, 0], 2 / 6),
    ],
)
def test_the_best_cuts_on_a_score(gold: list[int], best: float) -> None:
    assert best_cuts(np.array([6.0, 5, 4, 3, 2, 1]), np.array(gold)) == pytest.approx(best)


def test_precision_over_the_ranks_of_what_is_relevant() -> None:
    relevant = np.array([False, True, True])
    assert precision_over_ranks(relevant, np.array([0.5, 0.9, 0.1])) == (1 + 2 / 3) / 2
