"""Figures of stances: the official score of FNC-1, accuracy and F1, with intervals over stories."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, TypeAlias

import numpy as np
import numpy.typing as npt

from claimcheck.compare.stance import ArticleStance

_Floats: TypeAlias = npt.NDArray[np.float64]
# The related ones first.
STANCES: Final = tuple(ArticleStance)


def figures(
    gold: Sequence[ArticleStance],
    given: Sequence[ArticleStance],
    home: Sequence[int],
    weights: Sequence[float],
) -> dict[str, Any]:
    """Return scores with 95 % intervals over 2,000 draws of stories, from a fixed seed.

    `home` is the story of each row: the rows of one story are much alike. `weights` says for how
    many rows each stands.
    """
    counts = _confusions(gold, given, home, weights)
    chance = np.random.default_rng(0)
    drawn = chance.multinomial(len(counts), [1 / len(counts)] * len(counts), size=2_000)
    whole, again = _measures(counts.sum(axis=0)), _measures(np.tensordot(drawn, counts, axes=1))
    intervals = {name: np.percentile(values, [2.5, 97.5]) for name, values in again.items()}
    return {
        name: {
            "value": round(float(value), 3),
            "low": round(float(intervals[name][0]), 3),
            "high": round(float(intervals[name][1]), 3),
        }
        for name, value in whole.items()
    }


def _confusions(
    gold: Sequence[ArticleStance],
    given: Sequence[ArticleStance],
    home: Sequence[int],
    weights: Sequence[float],
) -> _Floats:
    """Return for each story how often each stance was given as each, shape (stories, 4, 4)."""
    places = {one: place for place, one in enumerate(dict.fromkeys(home))}
    counts = np.zeros((len(places), len(STANCES), len(STANCES)))
    for one, right, said, weight in zip(home, gold, given, weights, strict=True):
        counts[places[one], STANCES.index(right), STANCES.index(said)] += weight
    return counts


def _measures(counts: _Floats) -> dict[str, Any]:
    """Return the measures of confusions, shape (..., 4, 4); each has the shape of what is left out.

    `score` is the official one of FNC-1, as a share of the best that can be had: a quarter for
    telling related from unrelated, the rest of a related row for its stance.
    """
    right = np.diagonal(counts, axis1=-2, axis2=-1)
    golds, givens = counts.sum(axis=-1), counts.sum(axis=-2)
    precision, recall = right / np.maximum(givens, 1e-9), right / np.maximum(golds, 1e-9)
    f1 = 2 * right / np.maximum(golds + givens, 1e-9)
    related = counts[..., :3, :3].sum(axis=(-1, -2))
    best = golds[..., :3].sum(axis=-1) + 0.25 * golds[..., 3]
    points = 0.25 * (related + right[..., 3]) + 0.75 * right[..., :3].sum(axis=-1)
    by_stance = {
        f"{stance}_{name}": values[..., place]
        for place, stance in enumerate(STANCES)
        for name, values in (("precision", precision), ("recall", recall), ("f1", f1))
    }
    return {
        "score": points / best,
        "accuracy": right.sum(axis=-1) / golds.sum(axis=-1),
        "macro_f1": f1.mean(axis=-1),
        **by_stance,
    }
