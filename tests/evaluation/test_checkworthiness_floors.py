"""Check-worthiness is measured rightly, and does not slip unnoticed."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.annotate.checkworthiness import checkworthiness
from claimcheck.evaluation.checkworthiness import (
    Labelled,
    evaluate_checkworthiness,
    read_labelled,
)
from claimcheck.settings import CHECKWORTHY

CORPUS = Path(__file__).parents[2] / "corpora" / "checkworthiness"


def test_figures_of_a_small_set() -> None:
    """By hand: two of three found with one false alarm; one pair of six in the wrong order."""
    labels = (True, False, True, True, False)
    examples = [Labelled("two words", label, "set") for label in labels]
    found = evaluate_checkworthiness(examples, [0.9, 0.8, 0.7, 0.4, 0.1], 0.5)
    assert (found["precision"], found["recall"], found["f1"]["value"]) == (0.667, 0.667, 0.667)
    assert found["mean_average_precision"] == round((1 + 2 / 3 + 3 / 4) / 3, 3)
    assert (found["best_f1"], found["auc"]) == (round(6 / 7, 3), round(4 / 6, 3))
    assert found["beside"]["all"] == {"f1": 0.75}
    assert found["beside"]["length"]["auc"] == 0.5


def test_tables_of_both_years_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text("1\tSYSTEM\t(APPLAUSE)\t0\n2\tROE\tIt fell by half.\t1\n")
    (tmp_path / "b.tsv").write_text('Sentence_id\tText\tclass_label\n7\t"Say ""no""."\tNo\n')
    assert read_labelled(tmp_path) == [
        Labelled("It fell by half.", True, "a"),
        Labelled('Say "no".', False, "b"),
    ]


def test_news_of_our_own() -> None:
    examples = read_labelled(CORPUS / "news.jsonl")
    scores = checkworthiness([one.text for one in examples])
    found = evaluate_checkworthiness(examples, scores, CHECKWORTHY)
    assert found["f1"]["value"] >= 0.88
    assert found["auc"] >= 0.96
    assert found["beside"]["length"]["auc"] < found["auc"] - 0.1


def test_public_debates(real_news: Path) -> None:
    examples = read_labelled(real_news / "checkworthiness" / "checkthat2024" / "dev.tsv")
    scores = checkworthiness([one.text for one in examples])
    found = evaluate_checkworthiness(examples, scores, CHECKWORTHY)
    assert found["f1"]["value"] >= 0.86
    assert found["calibration_error"] <= 0.05


@pytest.mark.parametrize("least", [0.2])
def test_public_debates_by_rank(real_news: Path, least: float) -> None:
    examples = read_labelled(real_news / "checkworthiness" / "checkthat2019" / "training")
    scores = checkworthiness([one.text for one in examples])
    found = evaluate_checkworthiness(examples, scores, CHECKWORTHY)
    assert found["mean_average_precision"] >= least
