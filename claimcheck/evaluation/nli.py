"""How well premise and hypothesis are judged: accuracy, contradiction, calibration, stability."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from claimcheck.compare.profile import profile
from claimcheck.compare.tokens import containment
from claimcheck.embed import Encoder
from claimcheck.evaluation.examples import OTHER, Example
from claimcheck.evaluation.metrics import (
    best_cuts,
    calibration_error,
    f1_interval,
    precision_over_ranks,
    share_interval,
)
from claimcheck.evaluation.stability import stability
from claimcheck.nli import LABELS, Nli, Pair, table_of

_Floats = npt.NDArray[np.float64]
_Places = npt.NDArray[np.int64]

# Pairs that are judged again in other clothes.
_STABILITY_SAMPLE: Final = 1_000
# A premise of more words is a passage: its sentences are judged one by one.
_PASSAGE_WORDS: Final = 80
_SENTENCE_END: Final = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"“(])")


def evaluate_nli(examples: Sequence[Example], nli: Nli, encoder: Encoder) -> dict[str, Any]:
    """Return figures of a model on one set, beside simpler means; shares run from 0 to 1.

    A set is judged by the labels that occur in it: where none is neutral, the larger of the other
    two counts. The cosine and the overlap of words get the cuts that are best on the very set.
    """
    pairs = [(one.premise, one.hypothesis) for one in examples]
    labels, gold, given, judged = judge(examples, nli)
    *_, blank, _ = judge([replace(one, premise="") for one in examples], nli)
    right = given == gold
    against = labels.index("contradiction") if "contradiction" in labels else -1
    return {
        "pairs": len(examples),
        "labels": {label: int((gold == place).sum()) for place, label in enumerate(labels)},
        "accuracy": share_interval(int(right.sum()), len(right)).figures(),
        "contradiction": _contradiction(gold == against, given == against),
        "average_precision": round(precision_over_ranks(gold == against, judged[:, 2]), 3),
        "calibration_error": round(calibration_error(judged[:, 2], gold == against), 3),
        "twins": _twins(examples, right),
        "beside": {
            "largest_class": round(float(np.bincount(gold).max() / len(gold)), 3),
            "hypothesis_only": round(float((blank == gold).mean()), 3),
            "cosine": round(best_cuts(_cosines(encoder, pairs), gold), 3),
            "overlap": round(best_cuts(_overlaps(pairs), gold), 3),
        },
        "changed_by": stability(nli, pairs[:_STABILITY_SAMPLE]),
    }


def judge(examples: Sequence[Example], nli: Nli) -> tuple[list[str], _Places, _Places, _Floats]:
    """Return the labels that occur, the places of the right and the given ones, and all scores."""
    labels = _labels(examples)
    gold = np.array([labels.index(one.label) for one in examples])
    scores = _judged(nli, [(one.premise, one.hypothesis) for one in examples])
    return labels, gold, _given(scores, labels), scores


def _judged(nli: Nli, pairs: Sequence[Pair]) -> _Floats:
    """Judge pairs, shape (pairs, 3); of a passage, the sentence that supports most decides."""
    parts = [_sentences(premise) for premise, _ in pairs]
    flat = [(part, pair[1]) for some, pair in zip(parts, pairs, strict=True) for part in some]
    table = table_of(nli.predict(flat))
    ends = np.cumsum([len(some) for some in parts])
    rows = [
        start + int(table[start:end, 0].argmax())
        for start, end in zip([0, *ends[:-1]], ends, strict=True)
    ]
    return table[rows]


def _sentences(premise: str) -> list[str]:
    if len(premise.split()) <= _PASSAGE_WORDS:
        return [premise]
    return _SENTENCE_END.split(premise)


def _labels(examples: Sequence[Example]) -> list[str]:
    occurring = {one.label for one in examples}
    return [label for label in (*LABELS, OTHER) if label in occurring]


def _given(judged: _Floats, labels: Sequence[str]) -> _Places:
    if OTHER in labels:
        is_against = judged.argmax(axis=1) == LABELS.index("contradiction")
        places = labels.index("contradiction"), labels.index(OTHER)
        given: _Places = np.where(is_against, *places)
    else:
        given = judged[:, [LABELS.index(label) for label in labels]].argmax(axis=1)
    return given


def _contradiction(gold: npt.NDArray[np.bool_], given: npt.NDArray[np.bool_]) -> dict[str, Any]:
    right, said, wanted = int((gold & given).sum()), int(given.sum()), int(gold.sum())
    return {
        "precision": share_interval(right, said).figures(),
        "recall": share_interval(right, wanted).figures(),
        "f1": f1_interval(right, said - right, wanted - right, len(gold)).figures(),
    }


def _twins(examples: Sequence[Example], right: npt.NDArray[np.bool_]) -> dict[str, Any]:
    """Return how many groups are right in all their examples, by kind."""
    groups: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for one, is_right in zip(examples, right.tolist(), strict=True):
        if one.group:
            groups[one.kind, one.group].append(is_right)
    kinds: dict[str, list[bool]] = defaultdict(list)
    for (kind, _), some in groups.items():
        kinds[kind].append(all(some))
    return {
        kind: {"groups": len(some), "right": share_interval(sum(some), len(some)).figures()}
        for kind, some in sorted(kinds.items())
    }


def _cosines(encoder: Encoder, pairs: Sequence[Pair]) -> _Floats:
    texts = list(dict.fromkeys(text for pair in pairs for text in pair))
    places = {text: place for place, text in enumerate(texts)}
    vectors = encoder.encode(texts)
    ours, theirs = ([places[pair[side]] for pair in pairs] for side in (0, 1))
    cosines: _Floats = (vectors[ours] * vectors[theirs]).sum(axis=1).astype(np.float64)
    return cosines


def _overlaps(pairs: Sequence[Pair]) -> _Floats:
    stems = {text: profile(text, None).stems for pair in pairs for text in pair}
    return np.array([containment(stems[one], stems[other]) for one, other in pairs])
