"""What every NLI model offers.

The premise is always the other outlet's claim, the hypothesis ours: does what they write make ours
true, impossible, or neither?
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol, TypeAlias

import numpy as np
import numpy.typing as npt

from claimcheck.datatypes import NliScores

DEFAULT_NLI: Final = "news-minilm"
# The order of every table of scores here.
LABELS: Final = ("entailment", "neutral", "contradiction")

Pair: TypeAlias = tuple[str, str]
"""A premise and a hypothesis."""


@dataclass(frozen=True, slots=True)
class NliIdentity:
    """Which model gave a score. `fingerprint`: twelve hexadecimal digits over all its files."""

    name: str
    fingerprint: str

    def __str__(self) -> str:
        return f"{self.name}@{self.fingerprint}"


class Nli(Protocol):
    """Judges pairs of premise and hypothesis."""

    @property
    def identity(self) -> NliIdentity:
        """Name and fingerprint."""
        ...

    def predict(self, pairs: Sequence[Pair]) -> list[NliScores]:
        """Return the probabilities of each pair, in the order given."""
        ...


def as_scores(logits: npt.NDArray[np.floating]) -> list[NliScores]:
    """Return the softmax of rows in the order of LABELS, shape (pairs, 3)."""
    shifted = np.exp(logits - logits.max(axis=1, keepdims=True, initial=-np.inf))
    rows = (shifted / shifted.sum(axis=1, keepdims=True)).tolist()
    return [NliScores(*row) for row in rows]


def both_ways(nli: Nli, pairs: Sequence[Pair]) -> list[tuple[NliScores, NliScores]]:
    """Return the scores of each pair as given and with its sides exchanged, in one call."""
    scores = nli.predict([*pairs, *((hypothesis, premise) for premise, hypothesis in pairs)])
    return list(zip(scores[: len(pairs)], scores[len(pairs) :], strict=True))


def table_of(scores: Sequence[NliScores]) -> npt.NDArray[np.float64]:
    """Return scores as rows in the order of LABELS, shape (pairs, 3)."""
    rows = [(one.entailment, one.neutral, one.contradiction) for one in scores]
    return np.array(rows, np.float64).reshape(-1, len(LABELS))


def likeliest(scores: Sequence[NliScores]) -> list[str]:
    """Return the likeliest label of each pair."""
    return [LABELS[place] for place in table_of(scores).argmax(axis=1).tolist()]
