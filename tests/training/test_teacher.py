"""Pairs that nobody labelled, and what a teacher says of them."""

from __future__ import annotations

import gzip
import json
import random
from pathlib import Path

import numpy as np
import pytest

from claimcheck.training.sources import Row
from claimcheck.training.teacher import (
    judge,
    key_of,
    near,
    read_judgements,
    unlabelled,
    write_judgements,
)
from claimcheck.training.trainer import Plan, target_of, train

ROWS = [
    Row("The ship sank off Crete.", "A ship sank.", "entailment", "mnli-subset"),
    Row("The ship sank off Crete.", "The ship is in port.", "contradiction", "mnli-subset"),
    Row("The mayor resigned on Monday.", "The mayor stays.", "contradiction", "mnli-subset"),
]


def test_pairs_are_turned_round_and_hypotheses_of_one_premise_put_together() -> None:
    found = {(row.premise, row.hypothesis) for row in unlabelled(ROWS, random.Random(1))}
    assert {(row.hypothesis, row.premise) for row in ROWS} <= found
    siblings = ("A ship sank.", "The ship is in port.")
    assert {siblings, siblings[::-1]} <= found


def test_a_sentence_is_put_beside_one_that_lies_near() -> None:
    ships = [f"The ship {verb} off Crete." for verb in ("sank", "burned", "turned", "stopped")]
    courts = [f"The court {verb} the appeal." for verb in ("heard", "denied", "granted", "saw")]
    found = near([*ships, *courts, "It is Monday."], "some", random.Random(1))
    pairs = [(row.premise, row.hypothesis) for row in found if row.premise in ships]
    assert len(pairs) == 4 and sum(other in ships for _, other in pairs) >= 3


@pytest.mark.parametrize(
    ("source", "expected"),
    [("mnli-subset", [0.4, 0.5, 0.1]), ("unlabelled: mnli-subset, near", [0.8, 0.0, 0.2])],
)
def test_the_teacher_speaks_beside_a_label_and_alone_without(
    source: str, expected: list[float]
) -> None:
    row = {"label": "neutral", "source": source, "teacher": [0.8, 0.0, 0.2]}
    assert target_of(row) == pytest.approx(np.array(expected))


def test_a_trained_model_judges(tmp_path: Path) -> None:
    path = tmp_path / "train.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as file:
        row = {"premise": "It sank.", "hypothesis": "It swims.", "label": "contradiction"}
        file.write(json.dumps({**row, "source": "some"}) + "\n")
    train(path, tmp_path, Plan(steps=8, batch=1, rate=1e-3, warm_up=1, dropout=0.0))
    pairs = [("It sank.", "It swims."), ("A man is heard.", "No man was ever heard by anyone.")]
    found = judge(tmp_path / "model", pairs)
    assert set(found) == set(pairs)
    assert int(np.argmax(found[pairs[0]])) == 2


def test_judgements_are_kept_by_pair(tmp_path: Path) -> None:
    one, other = key_of("It sank.", "It swims."), key_of("It swims.", "It sank.")
    write_judgements(tmp_path / "kept.npz", {one: [0.2, 0.2, 0.6], other: [0.0, 1.0, 0.0]})
    kept = read_judgements(tmp_path / "kept.npz")
    assert kept[one] == pytest.approx([0.2, 0.2, 0.6], abs=0.004)
    assert kept[other] == [0.0, 1.0, 0.0] and len(kept) == 2
