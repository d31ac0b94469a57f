"""Stances of articles towards headlines, scored on the Fake News Challenge."""

from claimcheck.evaluation.stance.data import (
    HELD_OUT,
    TUNE,
    Row,
    StanceSet,
    halves,
    read_stances,
    sampled,
)
from claimcheck.evaluation.stance.evaluation import evaluate_stance
from claimcheck.evaluation.stance.figures import figures

__all__ = [
    "HELD_OUT",
    "TUNE",
    "Row",
    "StanceSet",
    "evaluate_stance",
    "figures",
    "halves",
    "read_stances",
    "sampled",
]
