"""What makes probabilities of a model's logits.

    python -m claimcheck.training.calibrate claimcheck/nli/news-minilm LABELLED PAIRS

LABELLED are premises and hypotheses with one of the three labels, PAIRS annotated pairs of claims
out of the news; no weight was trained on either. On LABELLED the temperature is found that makes
the right labels most likely (Guo et al. 2017); writes calibration.json into the model's folder.

Contradictions are far rarer among PAIRS, so there the probability of one is too high whatever the
temperature. Also written is the factor that corrects its odds (Saerens et al. 2002), and what is
left of the error on pairs that the factor was not fitted on.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from claimcheck.checksums import sha256
from claimcheck.datatypes import NliScores
from claimcheck.evaluation.examples import Example, read_examples
from claimcheck.evaluation.metrics import calibration_error
from claimcheck.nli.base import LABELS, Pair, as_scores, table_of
from claimcheck.nli.clothes import plain
from claimcheck.nli.onnx import OnnxNli

_TEMPERATURES = np.geomspace(0.25, 4, 81)
_FACTORS = np.geomspace(0.001, 4, 241)
_FOLDS = 5
_Floats = npt.NDArray[np.floating[Any]]
_Bools = npt.NDArray[np.bool_]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("model", type=Path)
    parser.add_argument("labelled", type=Path)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--split", help="only the rows of LABELLED whose `split` is this")
    options = parser.parse_args()
    target = options.model / "calibration.json"
    target.write_text(json.dumps({"temperature": 1.0}), "utf-8")
    nli = OnnxNli(options.model)
    labelled = read_examples(options.labelled, options.split)
    gold = np.array([LABELS.index(one.label) for one in labelled])
    temperature = fitted(nli.logits(_plain(labelled)), gold)
    pairs = read_examples(options.pairs)
    against = np.array([one.label == "contradiction" for one in pairs])
    scores = as_scores(nli.logits(_plain(pairs)) / temperature)
    given = against_of(scores)
    figures = {
        "temperature": temperature,
        "labelled": len(labelled),
        "news": {
            "pairs": len(pairs),
            "contradictions": int(against.sum()),
            "factor": factor_of(given, against),
            "calibration_error": round(calibration_error(given, against), 3),
            "corrected_held_out": round(held_out_error(given, against), 3),
        },
    }
    target.write_text(json.dumps(figures, indent=2) + "\n", "utf-8")
    print(json.dumps(figures, indent=2), f"\nsha256 {sha256(target)}")


def _plain(examples: Sequence[Example]) -> list[Pair]:
    return [(plain(one.premise), plain(one.hypothesis)) for one in examples]


def fitted(logits: _Floats, gold: npt.NDArray[np.integer[Any]]) -> float:
    """Return the temperature under which the right labels are the likeliest."""
    rows = np.arange(len(gold))
    likely = [
        np.log(np.maximum(table_of(as_scores(logits / temperature))[rows, gold], 1e-9)).mean()
        for temperature in _TEMPERATURES
    ]
    return round(float(_TEMPERATURES[int(np.argmax(likely))]), 3)


def against_of(scores: Sequence[NliScores]) -> _Floats:
    """Return the probability of a contradiction of each pair."""
    return table_of(scores)[:, LABELS.index("contradiction")]


def corrected(given: _Floats, factor: float) -> _Floats:
    """Return probabilities whose odds are multiplied by a factor."""
    return given * factor / (given * factor + 1 - given)


def factor_of(given: _Floats, against: _Bools) -> float:
    """Return the factor on the odds under which the contradictions are the likeliest."""
    likely = []
    for factor in _FACTORS:
        chance = np.clip(corrected(given, factor), 1e-6, 1 - 1e-6)
        likely.append(np.where(against, np.log(chance), np.log(1 - chance)).mean())
    return round(float(_FACTORS[int(np.argmax(likely))]), 4)


def held_out_error(given: _Floats, against: _Bools) -> float:
    """Return the calibration error with each fold corrected as the others ask."""
    changed = np.empty(len(against))
    # Whole stretches, since neighbours in the file often speak of one event.
    folds = np.arange(len(against)) * _FOLDS // len(against)
    for fold in range(_FOLDS):
        inside = folds == fold
        factor = factor_of(given[~inside], against[~inside])
        changed[inside] = corrected(given[inside], factor)
    return calibration_error(changed, against)


if __name__ == "__main__":
    main()
