"""Phrases with gold: what counts as exact, and that ours are."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from claimcheck.errors import InputError
from claimcheck.evaluation.phrases import evaluate_phrases

PHRASES = Path(__file__).parents[2] / "corpora" / "phrases"
MILES = {"text": "20 miles", "value": 20, "unit": "mile", "bound": "exact", "kind": "cardinal"}
SUNDAY = {
    "text": "Sunday",
    "start": "2019-05-05",
    "end": "2019-05-05",
    "granularity": "day",
    "relative": True,
}


def evaluated(path: Path, *rows: dict[str, Any]) -> dict[str, Any]:
    file = path / "rows.jsonl"
    file.write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
    return evaluate_phrases(file)


@pytest.mark.parametrize("name", ["quantities", "dates"])
def test_nearly_all_phrases_are_read_exactly(name: str) -> None:
    found = evaluate_phrases(PHRASES / f"{name}.jsonl")
    assert min(one["value"] for one in found["exact"].values()) >= 0.97


def test_a_miss_is_shown_beside_its_gold(tmp_path: Path) -> None:
    right = {"phrase": "20 miles", "gold": [MILES]}
    wrong = {"phrase": "30 miles", "gold": [MILES], "part": "held"}
    found = evaluated(tmp_path, right, wrong)
    assert {part: one["value"] for part, one in found["exact"].items()} == {
        "all": 0.5,
        "open": 1.0,
        "held": 0.0,
    }
    given = {**MILES, "text": "30 miles", "value": 30.0, "upper": None}
    assert found["misses"] == [{"phrase": "30 miles", "gold": [MILES], "found": [given]}]


def test_times_are_resolved_against_the_publication(tmp_path: Path) -> None:
    row = {"phrase": "said Sunday", "published": "2019-05-06", "gold": [SUNDAY]}
    assert evaluated(tmp_path, row)["misses"] == []


def test_something_found_where_nothing_is_counts_as_a_miss(tmp_path: Path) -> None:
    found = evaluated(tmp_path, {"phrase": "20 miles", "gold": []})
    assert found["exact"]["all"]["value"] == 0.0


@pytest.mark.parametrize("row", [{"gold": []}, {"phrase": "20 miles"}])
def test_a_bad_line_is_named(tmp_path: Path, row: dict[str, Any]) -> None:
    with pytest.raises(InputError, match=r"rows.jsonl:1 has no phrase and gold"):
        evaluated(tmp_path, row)
