"""Scoring groups of copies against a gold."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from claimcheck.datatypes import Article
from claimcheck.errors import InputError
from claimcheck.evaluation.origins import GoldGroup, evaluate_origins, read_groups
from claimcheck.loaders import load

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "corpora" / "origins" / "gold.jsonl"


def text(word: str) -> str:
    return " ".join(f"{word} boat {word}{at} came {word} home." for at in range(30))


def articles(*texts: str) -> list[Article]:
    return [Article(f"Outlet {at}", one, source_id=str(at)) for at, one in enumerate(texts)]


def test_a_missed_copy_and_a_false_one() -> None:
    gold = [GoldGroup("g", "tune", "wire", {"0": 0, "1": 1, "2": 0})]
    found = evaluate_origins(gold, articles(text("red"), text("red"), text("blue")))
    ours = found["parts"]["tune"]["ours"]
    assert (ours["precision"], ours["recall"]) == (0.0, 0.0)
    assert found["parts"]["tune"]["ours_recall_by_kind"] == {"wire": "0 of 1"}


def test_a_missing_article_is_told() -> None:
    gold = [GoldGroup("g", "tune", "wire", {"0": 0, "lost": 0})]
    with pytest.raises(InputError, match="1 articles of the gold are not among those given, lost"):
        evaluate_origins(gold, articles(text("red")))


def test_a_line_without_articles_is_told(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({"group": "g", "part": "tune"}), "utf-8")
    with pytest.raises(InputError, match="no group, part and articles"):
        read_groups(path)


def test_reprints_of_the_sample_are_all_found() -> None:
    gold = [one for one in read_groups(GOLD) if one.part == "sample"]
    found = evaluate_origins(gold, load([str(ROOT / "corpora" / "sample" / "articles.jsonl")]))
    ours = found["parts"]["sample"]["ours"]
    assert (ours["precision"], ours["recall"]) == (1.0, 1.0)
