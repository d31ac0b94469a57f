"""The NLI model's scores do not slip unnoticed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from claimcheck.embed import Encoder
from claimcheck.evaluation.examples import read_examples
from claimcheck.evaluation.nli import evaluate_nli
from claimcheck.evaluation.stability import evaluate_copies, some_claims
from claimcheck.loaders import load
from claimcheck.nli import Nli
from claimcheck.segment import SentenceSegmenter

CONTRASTS = Path(__file__).parents[2] / "corpora" / "contrasts"


@pytest.fixture(scope="module")
def generated(nli: Nli, encoder: Encoder) -> dict[str, Any]:
    return evaluate_nli(read_examples(CONTRASTS / "generated.jsonl"), nli, encoder)


def test_both_twins_are_judged_right(generated: dict[str, Any]) -> None:
    right = {kind: found["right"]["value"] for kind, found in generated["twins"].items()}
    assert {kind for kind, share in right.items() if share < 0.85} <= {"roles"}


def test_the_premise_decides(generated: dict[str, Any]) -> None:
    assert generated["accuracy"]["value"] >= 0.95
    assert generated["beside"]["hypothesis_only"] <= 0.55
    assert generated["beside"]["cosine"] < generated["accuracy"]["value"] - 0.2


def test_clothes_hardly_matter(generated: dict[str, Any]) -> None:
    assert generated["changed_by"].pop("outlet") <= 0.05
    assert max(generated["changed_by"].values()) <= 0.01


@pytest.mark.parametrize(("name", "least"), [("numbers", 0.5), ("negation", 0.65), ("names", 0.53)])
def test_contrasts_by_hand(nli: Nli, encoder: Encoder, name: str, least: float) -> None:
    found = evaluate_nli(read_examples(CONTRASTS / f"{name}.jsonl"), nli, encoder)
    assert found["accuracy"]["value"] >= least


def test_public_pairs(nli: Nli, encoder: Encoder, real_news: Path) -> None:
    examples = read_examples(real_news / "nli" / "mnli-subset.jsonl.gz", "dev_mismatched")
    found = evaluate_nli(examples[::10], nli, encoder)
    assert found["accuracy"]["value"] >= 0.72
    assert found["contradiction"]["f1"]["value"] >= 0.74
    assert found["beside"]["hypothesis_only"] <= 0.5


def test_no_real_sentence_contradicts_itself(nli: Nli, real_news: Path) -> None:
    articles = load([str(real_news / "news" / "basil")])
    found = evaluate_copies(some_claims(articles, SentenceSegmenter(), 300), nli)
    assert found["contradiction"] == dict.fromkeys(found["contradiction"], 0)
