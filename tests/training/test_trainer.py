"""The recipe: it runs on a processor, and an interrupted run ends in the same weights."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from safetensors.numpy import load_file

from claimcheck.nli import load_nli
from claimcheck.training.calibrate import factor_of, fitted
from claimcheck.training.export import export, quantise
from claimcheck.training.sources import SOURCES, read
from claimcheck.training.trainer import Plan, Sources, train

ROWS = [
    {
        "premise": f"The ship sank in {year}.",
        "hypothesis": f"It sank in {other}.",
        "label": label,
        "source": label,
    }
    for year in range(1980, 1990)
    for other, label in ((year, "entailment"), (year + 1, "contradiction"))
]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("data") / "train.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in ROWS)
    return path


@pytest.fixture(scope="module")
def trained(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("whole")
    train(data, out, Plan(steps=4, batch=8))
    return out / "model"


def weights(model: Path) -> dict[str, Any]:
    return load_file(model / "model.safetensors")


def test_a_run_taken_up_again_ends_in_the_same_weights(
    data: Path, trained: Path, tmp_path: Path
) -> None:
    plan = Plan(steps=4, batch=8)
    train(data, tmp_path, plan, last=2)
    train(data, tmp_path, plan)
    found, whole = weights(tmp_path / "model"), weights(trained)
    assert max(float(np.abs(found[name] - whole[name]).max()) for name in whole) < 1e-6


def test_what_is_left_out_changes_the_weights(data: Path, trained: Path, tmp_path: Path) -> None:
    train(data, tmp_path, Plan(steps=4, batch=8), sources=Sources(without=("contradiction",)))
    found, whole = weights(tmp_path / "model"), weights(trained)
    assert not np.array_equal(found["classifier.weight"], whole["classifier.weight"])


def test_what_the_hypothesis_gives_away_changes_the_weights(trained: Path, tmp_path: Path) -> None:
    path = tmp_path / "train.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as file:
        given = [{**row, "hypothesis_only": [0.9, 0.05, 0.05]} for row in ROWS]
        file.writelines(json.dumps(row) + "\n" for row in given)
    (tmp_path / "out").mkdir()
    train(path, tmp_path / "out", Plan(steps=4, batch=8))
    found, whole = weights(tmp_path / "out" / "model"), weights(trained)
    assert not np.array_equal(found["classifier.weight"], whole["classifier.weight"])


def test_what_is_exported_can_be_loaded(trained: Path, tmp_path: Path) -> None:
    import shutil

    export(trained, tmp_path / "model.onnx")
    quantise(tmp_path / "model.onnx", tmp_path / "model.int8.onnx")
    shutil.copyfile(trained / "tokenizer.json", tmp_path / "tokenizer.json")
    (tmp_path / "calibration.json").write_text('{"temperature": 1.0}', "utf-8")
    (scores,) = load_nli(str(tmp_path)).predict([("It sank.", "It did not sink.")])
    assert 0 < scores.contradiction < 1


def test_the_temperature_undoes_confidence_that_is_not_earned() -> None:
    logits = np.array([[0.0, 0.0, 4.0]] * 4)
    assert fitted(logits, np.array([2, 2, 2, 2])) < 1 < fitted(logits, np.array([2, 2, 0, 1]))


def test_the_factor_is_how_much_rarer_contradictions_are() -> None:
    given = np.full(100, 0.5)
    assert factor_of(given, np.arange(100) < 9) == pytest.approx(9 / 91, rel=0.05)


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.name)
def test_every_source_may_train_weights_that_ship(source: Any, real_news: Path) -> None:
    card = (real_news / "nli" / f"{source.name}.CARD.md").read_text("utf-8")
    assert "Weights trained on it may be shipped" in card
    assert next(read(real_news / "nli", source.name)).label in (
        "entailment",
        "contradiction",
        "neutral",
    )
