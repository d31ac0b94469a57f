"""`claimcheck report`."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from ferry import ARTICLES, Run

STORY = json.dumps(ARTICLES[0])
UNMATCHED = "The museum of clocks will open a second hall in October."


def test_report_as_json(run: Run, index: Path) -> None:
    result = run("report", "-", "--index", index, "--format", "json", stdin=STORY)
    report = json.loads(result.stdout)
    told = [
        (one["claim"]["spans"], match["outlet"], match["relation"])
        for one in report["findings"]
        for origin in one["origins"]
        for match in origin
    ]
    assert (report["schema"], report["summary"]["outlets"]) == (1, 2)
    assert told == [
        ([[30, 105]], "Daily Lantern", "contradicts"),
        ([[30, 105]], "The Meridian", "same"),
        ([[107, 145]], "Daily Lantern", "contradicts"),
        ([[0, 28]], "The Meridian", "differs"),
        ([[0, 28]], "Daily Lantern", "differs"),
    ]


def test_report_as_csv(run: Run, index: Path) -> None:
    result = run("report", "-", "--index", index, "--format", "csv", stdin=STORY)
    rows = list(csv.DictReader(io.StringIO(result.stdout, newline="")))
    assert [(row["start"], row["outlet"], row["relation"]) for row in rows[:2]] == [
        ("30", "Daily Lantern", "contradicts"),
        ("30", "The Meridian", "same"),
    ]


def test_drafts_of_claim_reviews(run: Run, index: Path) -> None:
    result = run("report", "-", "--index", index, "--format", "claimreview", stdin=STORY)
    assert result.stderr == (
        "These are drafts: author, url, datePublished and reviewRating are yours to add.\n"
    )
    assert [one["claimReviewed"] for one in json.loads(result.stdout)] == [
        "The ferry Astrid ran aground near Hulm on Tuesday with 212 people on board.",
        "Nobody was hurt, the coast guard said.",
        "Ferry runs aground near Hulm",
    ]


@pytest.mark.parametrize(
    ("name", "options", "style"),
    [
        ("r.md", (), "markdown"),
        ("r.html", (), "html"),
        ("r.JSON", (), "json"),
        ("r.csv", (), "csv"),
        ("r.jsonld", (), "claimreview"),
        ("r.txt", (), "terminal"),
        ("r", (), "terminal"),
        ("r.csv", ("--format", "json"), "json"),
    ],
)
def test_the_name_of_a_file_says_the_format(
    name: str, options: tuple[str, ...], style: str, run: Run, index: Path, tmp_path: Path
) -> None:
    args = ("report", "-", "--index", index)
    run(*args, *options, "-o", tmp_path / name, stdin=STORY)
    shown = run(*args, "--format", style, stdin=STORY).stdout_bytes
    assert (tmp_path / name).read_bytes() == shown


@pytest.mark.parametrize("style", ["terminal", "markdown", "json", "csv"])
def test_a_file_holds_what_the_screen_shows(
    style: str, run: Run, index: Path, tmp_path: Path
) -> None:
    args = ("report", "-", "--index", index, "--format", style)
    shown = run(*args, stdin=STORY)
    written = run(*args, "-o", tmp_path / "report", stdin=STORY)
    assert (written.stdout, written.stderr) == ("", f"Written to {tmp_path / 'report'}.\n")
    assert (tmp_path / "report").read_bytes() == shown.stdout_bytes
    assert run(*args, "-o", "-", stdin=STORY).stdout == shown.stdout


def test_a_file_that_cannot_be_written(run: Run, index: Path, articles: Path) -> None:
    result = run("report", "-", "--index", index, "-o", articles / "report.md", stdin=STORY)
    assert (result.exit_code, result.stderr) == (
        1,
        f"Error: The report could not be written to {articles / 'report.md'} (Not a directory).\n"
        "  Next: Choose another file with -o FILE.\n",
    )


@pytest.mark.parametrize(
    ("article", "options", "code"),
    [
        (STORY, (), 0),
        (STORY, ("--fail-on", "contradicts"), 1),
        (STORY, ("--fail-on", "same"), 1),
        (STORY, ("--fail-on", "contradicts", "--until", "2025-03-04"), 0),
        (STORY, ("--fail-on", "contradicts", "--since", "2025-03-06"), 0),
        (UNMATCHED, ("--fail-on", "contradicts", "--fail-on", "differs"), 0),
        (STORY, ("--fail-on", "related"), 2),
        (STORY, ("--format", "yaml"), 2),
        (STORY, ("--since", "2025-03-06", "--until", "2025-03-05"), 2),
        (STORY, ("--since", "yesterday"), 2),
    ],
)
def test_exit_codes(
    article: str, options: tuple[str, ...], code: int, run: Run, index: Path
) -> None:
    assert run("report", "-", "--index", index, *options, stdin=article).exit_code == code


def test_the_outlet_named_by_a_person_is_left_out(run: Run, index: Path) -> None:
    args = ("report", "-", "--index", index, "--format", "csv", "--outlet", "Daily Lantern")
    text = run(*args, stdin=ARTICLES[0]["text"]).stdout
    assert {row["outlet"] for row in csv.DictReader(io.StringIO(text))} == {
        "Harbour Wire",
        "The Meridian",
    }


def test_no_article_or_several(run: Run, index: Path, articles: Path, tmp_path: Path) -> None:
    messages = [
        run("report", path, "--index", index).stderr.splitlines()[0]
        for path in (tmp_path / "none.txt", tmp_path, articles)
    ]
    assert messages == [
        f"Error: Cannot use {tmp_path / 'none.txt'}: file not found.",
        f"Error: {tmp_path} is a folder, not an article.",
        f"Error: {articles} holds more than one article.",
    ]
