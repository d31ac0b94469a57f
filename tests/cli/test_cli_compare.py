"""`claimcheck compare`: two claims, two articles, or a batch of pairs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from ferry import AGROUND, ARTICLES, Ask, Run, rounded

OTHER = AGROUND.replace("212", "240")
CONTRADICTION = {
    "relation": "contradicts",
    "confidence": 0.97,
    "differences": [
        {
            "kind": "number",
            "a": "212 people",
            "b": "240 people",
            "a_span": [55, 65],
            "b_span": [55, 65],
            "a_value": "212 person",
            "b_value": "240 person",
            "bearing": "conflict",
        }
    ],
    "nli": None,
    "why": "Both cannot hold if they speak of one fact: the figures differ, “212 people” here and"
    " “240 people” there.",
}


@pytest.fixture
def stories(tmp_path: Path) -> tuple[Path, Path]:
    """Two articles in files."""
    paths = tmp_path / "ours.json", tmp_path / "theirs.json"
    for path, article in zip(paths, ARTICLES, strict=False):
        path.write_text(json.dumps(article), "utf-8")
    return paths


def test_two_claims_as_json(run: Run) -> None:
    result = run("compare", AGROUND, OTHER, "--nli-model", "none", "--json")
    assert rounded(json.loads(result.stdout)) == {"schema": 1, **CONTRADICTION}


def test_nli_reads_both_ways(run: Run) -> None:
    nli = json.loads(run("compare", AGROUND, OTHER, "--json").stdout)["nli"]
    assert list(nli) == ["forward", "backward"]
    assert [sum(scores.values()) for scores in nli.values()] == pytest.approx([1, 1], abs=1e-5)
    assert all(max(scores, key=scores.get) == "contradiction" for scores in nli.values())


def test_two_claims_for_a_person(run: Run) -> None:
    result = run("compare", AGROUND, OTHER)
    assert (result.exit_code, "CONTRADICTS" in result.stdout) == (0, True)
    assert not result.stdout.endswith("\n\n")


def test_two_articles(run: Run, stories: tuple[Path, Path]) -> None:
    report = json.loads(run("compare", *stories, "--json").stdout)
    assert report["summary"] == {
        "claims": 3,
        "compared": 9,
        "outlets": 1,
        "contradicts": 2,
        "differs": 1,
        "same": 0,
        "related": 0,
        "silent": 0,
        "origins": 1,
    }


def test_two_articles_by_clauses(run: Run, stories: tuple[Path, Path]) -> None:
    report = json.loads(run("compare", *stories, "--segmenter", "clauses", "--json").stdout)
    assert report["signature"].startswith("seg:clauses-6|")


def test_one_article_may_come_from_standard_input(run: Run, stories: tuple[Path, Path]) -> None:
    named = run("compare", *stories)
    piped = run("compare", "-", stories[1], stdin=stories[0].read_bytes())
    assert (piped.exit_code, piped.stdout) == (0, named.stdout)


@pytest.mark.parametrize(
    ("args", "code", "message"),
    [
        ((), 2, "Give A and B, or --pairs FILE."),
        (("one",), 2, "Give A and B, or --pairs FILE."),
        (("one", "two", "--pairs", "-"), 2, "Give A and B, or --pairs FILE."),
        (("one", " "), 2, "B is empty."),
        (("", "two"), 2, "A is empty."),
        (("-", "-"), 2, "Only one of A and B can be standard input."),
        (("no-such.txt", "nor-this.html"), 1, "Cannot use no-such.txt: file not found."),
        (("a claim", "no-such.txt"), 1, "a claim is no file, while the other side is one."),
        (("tests", "corpora"), 1, "tests is a folder, not an article."),
    ],
)
def test_wrong_usage_names_the_value(
    args: tuple[str, ...], code: int, message: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(Path(__file__).parents[2])
    result = run("compare", *args)
    assert (result.exit_code, result.stdout, message in result.stderr) == (code, "", True)


def test_pairs_are_texts_or_objects(ask: Ask) -> None:
    context = {
        "outlet": "Hulm Post",
        "date": "2025-03-04",
        "context": "It was foggy.",
        "title": "x",
    }
    lines = [
        {"id": 1, "a": AGROUND, "b": OTHER},
        {"id": [2], "a": {"text": AGROUND, **context}, "b": OTHER},
        {"a": {"text": AGROUND}, "b": {"text": OTHER}},
    ]
    text = "\n".join(map(json.dumps, lines))
    found = ask("compare", "--nli-model", "none", "--pairs", lines=text)
    assert found == [{"id": one, **CONTRADICTION} for one in (1, [2], None)]


def test_bad_pairs_cost_themselves_alone(ask: Ask) -> None:
    lines: list[Any] = [
        {"id": 1, "a": "one"},
        {"id": 2, "a": "one", "b": 2},
        {"id": 3, "a": "one", "b": {"date": "2025-03-04"}},
        {"id": 4, "a": "one", "b": {"text": "two", "date": "2025-13-01"}},
        {"id": 5, "a": "", "b": "two"},
        {"id": 6, "a": "half \ud800", "b": "half \ud800"},
    ]
    text = "\n".join(map(json.dumps, lines))
    found = ask("compare", "--nli-model", "none", "--pairs", lines=text)
    no_text = 'the field "text" is missing, empty or no string'
    assert [(one["id"], one.get("error") or one["relation"]) for one in found] == [
        (1, 'the field "b" is missing, or neither text nor object'),
        (2, 'the field "b" is missing, or neither text nor object'),
        (3, no_text),
        (4, 'the field "date" is no possible date: 2025-13-01'),
        (5, no_text),
        (6, "same"),
    ]


def test_an_empty_batch_is_no_error(ask: Ask) -> None:
    assert ask("compare", "--pairs", lines="\n") == []
