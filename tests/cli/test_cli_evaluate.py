"""`claimcheck evaluate nli` and `copies`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from ferry import ARTICLES, Run

ROWS = [
    {"premise": "The ship sank.", "hypothesis": "The ship sank.", "label": "entailment"},
    {"premise": "The ship sank.", "hypothesis": "The ship did not sink.", "label": "contradiction"},
]


@pytest.fixture
def examples(tmp_path: Path) -> Path:
    """A file of twins."""
    path = tmp_path / "twins.jsonl"
    rows = ({**row, "kind": "negation", "group": "1", "split": "dev"} for row in ROWS)
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


def test_figures_of_a_set(run: Run, examples: Path) -> None:
    found = json.loads(run("evaluate", "nli", examples).stdout)
    figures = found["sets"]["twins.jsonl"]
    assert found["nli"].startswith("news-minilm@")
    assert (figures["pairs"], figures["accuracy"]["value"]) == (2, 1.0)
    assert figures["twins"]["negation"]["groups"] == 1
    assert figures["beside"]["largest_class"] == 0.5
    assert set(figures["changed_by"]) == {
        "full stop",
        "capitals",
        "small letters",
        "quotation marks",
        "outlet",
    }


def test_a_split_without_examples(run: Run, examples: Path) -> None:
    result = run("evaluate", "nli", examples, "--split", "test")
    assert result.exit_code == 1
    assert "has no example of the split 'test'" in result.stderr


def test_no_model_to_evaluate(run: Run, examples: Path) -> None:
    result = run("evaluate", "nli", examples, "--nli-model", "none")
    assert (result.exit_code, "nothing to evaluate" in result.stderr) == (2, True)


def test_copies(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "articles.json"
    path.write_text(json.dumps(ARTICLES[0]), "utf-8")
    found = json.loads(run("evaluate", "copies", path).stdout)
    assert found["texts"] == 3
    assert found["contradiction"] == dict.fromkeys(found["contradiction"], 0)
    assert found["entailment"]["identical"] == 3
