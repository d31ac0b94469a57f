"""Precision, recall, F1 and ranking measures. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass


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
