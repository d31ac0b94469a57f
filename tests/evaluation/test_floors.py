"""The scores in the README do not slip unnoticed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from claimcheck.embed import Encoder
from claimcheck.evaluation.gold import read_lookups, read_pairs
from claimcheck.evaluation.lookups import evaluate_lookups
from claimcheck.evaluation.offsets import evaluate_offsets
from claimcheck.evaluation.pairs import evaluate_pairs
from claimcheck.index import IndexReader
from claimcheck.loaders import load
from claimcheck.pipeline import Checker
from claimcheck.segment import SentenceSegmenter

SAMPLE = Path(__file__).parents[2] / "corpora" / "sample"


def evaluated(path: Path, encoder: Encoder) -> dict[str, Any]:
    return evaluate_pairs(read_pairs(path), encoder)


def test_pairs_of_the_sample(encoder: Encoder) -> None:
    found = evaluated(SAMPLE / "gold" / "pairs.jsonl", encoder)
    assert found["relations"]["macro_f1"] >= 0.28
    assert found["relations"]["macro_f1"] > found["floor_cosine"]["macro_f1"]
    assert found["kinds"]["micro"]["f1"] >= 0.30


def test_pairs_of_real_news(encoder: Encoder, real_news: Path) -> None:
    found = evaluated(real_news / "claim-pairs" / "dev.jsonl", encoder)
    assert found["relations"]["macro_f1"] >= 0.55
    assert found["relations"]["contradicts"]["f1"] >= 0.48
    assert found["kinds"]["micro"]["f1"] >= 0.45


def test_lookups_of_the_sample(built_index: Path, encoder: Encoder) -> None:
    checker = Checker(IndexReader.open(built_index), encoder, SentenceSegmenter(), 10)
    found = evaluate_lookups(read_lookups(SAMPLE / "gold" / "lookups.jsonl"), checker)
    assert found["mrr"] >= 0.73
    assert found["recall_at_10"] >= 0.76
    assert found["contradicting_recall_at_10"] >= 0.80


@pytest.mark.parametrize("corpus", ["basil", "ecbplus.jsonl.gz", "seed-article.txt"])
def test_claims_of_real_news_stand_where_they_say(real_news: Path, corpus: str) -> None:
    found = evaluate_offsets(load([str(real_news / "news" / corpus)]), SentenceSegmenter())
    assert (found["misplaced_claims"], found["skipped"]) == (0, {})
    assert found["claims"] > 10 * (corpus == "seed-article.txt") + found["articles"]
