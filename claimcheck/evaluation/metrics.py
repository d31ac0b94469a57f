"""Precision, recall, F1 and ranking measures. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt


@dataclass(frozen=True, slots=True)
class Interval:
    """A share (0 to 1) with its 95 % confidence interval."""

    value: float
    low: float
    high: float

    def figures(self) -> dict[str, float]:
        """Return the three, rounded for print."""
        return {name: round(getattr(self, name), 3) for name in ("value", "low", "high")}


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of one class; the three measures (0 to 1) are 0 where they are not defined."""

    right: int
    given: int
    gold: int

    @property
    def precision(self) -> float:
        """Share of what was given that is right."""
        return self.right / self.given if self.given else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def scores_by_label(gold: Sequence[str], given: Sequence[str]) -> dict[str, Score]:
    """Return a score for every label that occurs in `gold` or `given`."""
    right = Counter(g for g, p in zip(gold, given, strict=True) if g == p)
    golds, givens = Counter(gold), Counter(given)
    return {label: Score(right[label], givens[label], golds[label]) for label in golds | givens}


def macro_f1(scores: dict[str, Score], labels: Collection[str]) -> float:
    """Return the mean F1 over `labels`; a label that never occurs counts as 0."""
    return sum(scores[label].f1 for label in labels if label in scores) / len(labels)


def confusion(gold: Sequence[str], given: Sequence[str]) -> dict[tuple[str, str], int]:
    """Return how often each gold label was given as each label."""
    return dict(Counter(zip(gold, given, strict=True)))


def reciprocal_rank(found: Sequence[str], relevant: Collection[str]) -> float:
    """Return 1 / rank of the first relevant item, 0 when there is none."""
    ranks = (rank for rank, item in enumerate(found, 1) if item in relevant)
    return 1 / next(ranks, float("inf"))


def average_precision(found: Sequence[str], relevant: Collection[str], depth: int) -> float:
    """Return average precision at `depth`, over min(depth, number of relevant items)."""
    hits, total = 0, 0.0
    for rank, item in enumerate(found[:depth], 1):
        if item in relevant:
            hits += 1
            total += hits / rank
    possible = min(depth, len(relevant))
    return total / possible if possible else 0.0


def recall_at(found: Sequence[str], relevant: Collection[str], depth: int) -> float:
    """Return the share of the relevant items among the first `depth` found."""
    return len(set(found[:depth]) & set(relevant)) / len(relevant) if relevant else 0.0


def share_interval(right: int, given: int) -> Interval:
    """Return right / given with Wilson's interval; all of 0 to 1 where nothing was given."""
    from scipy.stats import binomtest

    if not given:
        return Interval(0.0, 0.0, 1.0)
    bounds = binomtest(right, given).proportion_ci(method="wilson")
    return Interval(right / given, float(bounds.low), float(bounds.high))


def f1_interval(right: int, extra: int, missed: int, count: int) -> Interval:
    """Return F1 of one class among `count` examples, with its bootstrap interval.

    F1 depends on the examples only by how many are right, extra, missed or neither, so drawing
    examples again is drawing these four numbers; 2,000 times, from a fixed seed.
    """
    rest = count - right - extra - missed
    chance = np.random.default_rng(0)
    drawn = chance.multinomial(count, np.array([right, extra, missed, rest]) / count, size=2_000)
    wanted = np.maximum(2 * drawn[:, 0] + drawn[:, 1] + drawn[:, 2], 1)
    low, high = np.percentile(2 * drawn[:, 0] / wanted, [2.5, 97.5])
    value = 2 * right / max(2 * right + extra + missed, 1)
    return Interval(value, float(low), float(high))


def calibration_error(
    probabilities: npt.NDArray[np.floating], happened: npt.NDArray[np.bool_], bins: int = 15
) -> float:
    """Return the expected calibration error over bins of equal width (Guo et al. 2017)."""
    places = np.minimum((probabilities * bins).astype(int), bins - 1)
    gaps = (
        abs(float(probabilities[places == place].sum() - happened[places == place].sum()))
        for place in range(bins)
    )
    return sum(gaps) / len(probabilities)


def precision_over_ranks(
    relevant: npt.NDArray[np.bool_], scores: npt.NDArray[np.floating]
) -> float:
    """Return the average precision (0 to 1) of a ranking by `scores`; 0 if nothing is relevant."""
    ranked = relevant[np.argsort(-scores, kind="stable")]
    if not ranked.any():
        return 0.0
    precision = np.cumsum(ranked) / np.arange(1, len(ranked) + 1)
    return float(precision[ranked].mean())


def best_cuts(scores: npt.NDArray[np.floating], gold: npt.NDArray[np.integer]) -> float:
    """Return the best accuracy that cuts on `scores` can have, for up to three labels.

    The first label (0) lies above the cuts, the last one below; a hundred cuts are tried.
    """
    cuts = np.unique(np.quantile(scores, np.linspace(0, 1, 101)))
    totals = np.bincount(gold, minlength=3)
    # below[i, label]: how many examples of the label lie below cut i.
    below = np.array([np.bincount(gold[scores < cut], minlength=3) for cut in cuts])
    # The middle label lies between two cuts, the last one below the lower of them.
    lower = np.maximum.accumulate(np.maximum(below[:, 2] - below[:, 1], 0))
    return float((totals[0] - below[:, 0] + below[:, 1] + lower).max() / len(gold))
