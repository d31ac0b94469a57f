"""How well sentences are ranked and filtered by how much they are worth checking."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from claimcheck.errors import InputError
from claimcheck.evaluation.examples import rows_of
from claimcheck.evaluation.metrics import (
    Score,
    calibration_error,
    f1_interval,
    precision_over_ranks,
)

_Floats = npt.NDArray[np.float64]
_Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence, whether annotators found it worth checking, and the debate or set it is from."""

    text: str
    checkworthy: bool
    group: str


def read_labelled(path: Path) -> list[Labelled]:
    """Read one file, or every .tsv file of a folder. Raises InputError.

    A .jsonl line has `text` and `checkworthy`; a .tsv file is one of CheckThat! 2019 (no heading,
    the sentence in the third column) or 2024 (a heading, and the sentence in the second).
    """
    found = _labelled(path)
    if not found:
        raise InputError(
            f"{path} has no labelled sentence.",
            'Give JSON lines like {"text": "...", "checkworthy": true}, or tables of CheckThat!.',
        )
    return found


def _labelled(path: Path) -> list[Labelled]:
    if path.is_dir():
        return [one for file in sorted(path.glob("*.tsv")) for one in _labelled(file)]
    if not path.is_file():
        raise InputError(f"{path} is no file.", "Give a file or folder of labelled sentences.")
    if path.suffix == ".jsonl":
        return [_from_row(row, where, path.stem) for where, row in rows_of(path)]
    with path.open(encoding="utf-8", errors="replace", newline="") as file:
        return _from_table([line.rstrip("\r\n") for line in file], path.stem)


def _from_row(row: dict[str, Any], where: str, group: str) -> Labelled:
    text, checkworthy = row.get("text"), row.get("checkworthy")
    if not isinstance(text, str) or not isinstance(checkworthy, bool):
        raise InputError(
            f"{where} has no text and whether it is checkworthy.",
            'A line looks like {"text": "...", "checkworthy": true}.',
        )
    return Labelled(text, checkworthy, group)


def _from_table(lines: Sequence[str], group: str) -> list[Labelled]:
    if lines and lines[0].startswith("Sentence_id"):
        table = csv.DictReader(lines, delimiter="\t")
        return [Labelled(row["Text"], row["class_label"] == "Yes", group) for row in table]
    rows = [line.split("\t") for line in lines]
    # SYSTEM is the transcript's own "(APPLAUSE)".
    spoken = [row for row in rows if len(row) == 4 and row[1] != "SYSTEM"]
    return [Labelled(row[2], row[3] == "1", group) for row in spoken]


def evaluate_checkworthiness(
    examples: Sequence[Labelled], scores: Sequence[float], cut: float
) -> dict[str, Any]:
    """Return figures of scores (0 to 1) beside simpler means; all of them run from 0 to 1.

    `f1` is of the check-worthy at `cut`, with its 95 % interval. The simpler means get the cut that
    is best on the very set.
    """
    gold = np.array([one.checkworthy for one in examples])
    given = np.array(scores)
    chosen = given >= cut
    right, extra = int((gold & chosen).sum()), int((~gold & chosen).sum())
    score = Score(right, right + extra, int(gold.sum()))
    return {
        "sentences": len(examples),
        "checkworthy": int(gold.sum()),
        "precision": round(score.precision, 3),
        "recall": round(score.recall, 3),
        "f1": f1_interval(right, extra, score.gold - right, len(gold)).figures(),
        **ranking(examples, given),
        "calibration_error": round(calibration_error(given, gold), 3),
        "beside": {
            "all": {"f1": round(Score(score.gold, len(gold), score.gold).f1, 3)},
            "random": ranking(examples, np.random.default_rng(0).random(len(gold))),
            "length": ranking(examples, np.array([len(one.text.split()) for one in examples])),
        },
    }


def ranking(examples: Sequence[Labelled], scores: npt.NDArray[Any]) -> dict[str, float]:
    """Return the best F1 of any cut, the mean average precision over groups, and the AUC."""
    gold = np.array([one.checkworthy for one in examples])
    groups = np.array([one.group for one in examples])
    precisions = [
        precision_over_ranks(gold[groups == group], scores[groups == group])
        for group in dict.fromkeys(one.group for one in examples if one.checkworthy)
    ]
    return {
        "best_f1": round(_best_f1(gold, scores), 3),
        "mean_average_precision": round(float(np.mean(precisions)), 3),
        "auc": round(_auc(gold, scores), 3),
    }


def _best_f1(gold: _Bools, scores: npt.NDArray[Any]) -> float:
    order = np.argsort(-scores, kind="stable")
    right = np.cumsum(gold[order])
    # A cut can't part equal scores.
    ends = np.append(np.diff(scores[order]) != 0, True)
    return float((2 * right / (np.arange(1, len(gold) + 1) + gold.sum()))[ends].max())


def _auc(gold: _Bools, scores: npt.NDArray[Any]) -> float:
    """Return how often a check-worthy sentence outranks another one; a tie counts half."""
    from scipy.stats import rankdata

    right, wrong = int(gold.sum()), int((~gold).sum())
    if not right or not wrong:
        return 0.0
    return float((rankdata(scores)[gold].sum() - right * (right + 1) / 2) / (right * wrong))
