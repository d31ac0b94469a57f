"""`claimcheck evaluate planted`."""

from __future__ import annotations

import json
from pathlib import Path

from ferry import ARTICLES, Run

SAMPLE = Path(__file__).parents[2] / "corpora" / "sample" / "articles.jsonl"


def test_figures_of_each_family(run: Run) -> None:
    """One object with every family, the seed and the signature."""
    found = json.loads(run("evaluate", "planted", SAMPLE, "--articles", 3, "--seed", 5).stdout)
    assert (found["schema"], found["seed"], found["articles"]) == (1, 5, 3)
    assert list(found["edits"]) == [
        "all",
        "number",
        "unit",
        "date",
        "name",
        "negation",
        "hedge",
        "attribution",
        "quotation",
    ]
    assert found["signature"].startswith("seg:sentences")


def test_edits_to_read(run: Run) -> None:
    """Each edit is a line of JSON before the figures."""
    printed = run("evaluate", "planted", SAMPLE, "--articles", 2, "--show", "edits").stdout
    lines, figures = printed.split("\n{\n", 1)
    edits = [json.loads(line) for line in lines.splitlines()]
    assert len(edits) == json.loads("{" + figures)["edits"]["all"]["planted"]
    assert all(one["before"] != one["after"] for one in edits)


def test_articles_too_short(run: Run, tmp_path: Path) -> None:
    """A person is told what articles are needed."""
    path = tmp_path / "articles.json"
    path.write_text(json.dumps(ARTICLES[0]), "utf-8")
    result = run("evaluate", "planted", path)
    assert (result.exit_code, "No article has a sentence to edit" in result.stderr) == (1, True)
