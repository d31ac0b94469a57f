"""`claimcheck index`: given = indexed + unchanged + skipped, and every skip has its reason."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from ferry import ARTICLES, Run

from claimcheck.datatypes import Article

BROKEN = '{"id": 1}\nnot json\n{"text": "Is it? No."}\n'


def sums(**numbers: Any) -> dict[str, Any]:
    names = ("given", "indexed", "unchanged", "updated", "skipped", "claims", "encoded")
    return {"schema": 1, **dict.fromkeys(names, 0), "skipped": {}, **numbers}


def test_new_articles_are_counted(run: Run, articles: Path, tmp_path: Path) -> None:
    result = run("index", articles, "--index", tmp_path, "--json")
    assert json.loads(result.stdout) == sums(given=3, indexed=3, claims=9, encoded=9)
    assert result.stderr == "3 given = 3 indexed + 0 unchanged + 0 skipped; 9 claims added.\n"


def test_a_second_run_changes_nothing(run: Run, articles: Path, own_index: Path) -> None:
    result = run("index", articles, "--index", own_index, "--json")
    assert (result.exit_code, json.loads(result.stdout)) == (0, sums(given=3, unchanged=3))


def test_standard_input_is_an_input(run: Run, tmp_path: Path) -> None:
    result = run("index", "-", "--index", tmp_path, "--json", stdin=json.dumps(ARTICLES[0]))
    assert json.loads(result.stdout) == sums(given=1, indexed=1, claims=3, encoded=3)


def test_a_new_text_at_an_old_address_is_an_update(run: Run, own_index: Path) -> None:
    article = {**ARTICLES[0], "text": "The ferry Astrid has been pulled free at Hulm."}
    result = run("index", "-", "--index", own_index, "--json", stdin=json.dumps(article))
    assert json.loads(result.stdout) == sums(given=1, indexed=1, updated=1, claims=2, encoded=2)


def test_what_is_skipped_has_a_reason(run: Run, own_index: Path, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(BROKEN + json.dumps(ARTICLES[0]), "utf-8")
    paths = (tmp_path / "a.jsonl", tmp_path / "b.txt", tmp_path / "c.pdf")
    paths[2].write_bytes(b"%PDF")
    result = run("index", *paths, "--index", own_index, "--json")
    assert json.loads(result.stdout)["skipped"] == {
        "broken record": 1,
        "file not found": 1,
        "no claims": 1,
        "no text": 1,
        "unknown file format": 1,
    }
    assert result.exit_code == 0
    assert result.stderr.splitlines()[-1].startswith("6 given = 0 indexed + 1 unchanged + 5 ")


def test_errors_are_kept_as_json_lines(run: Run, own_index: Path, tmp_path: Path) -> None:
    errors = tmp_path / "errors.jsonl"
    result = run("index", "-", "--index", own_index, "--errors", errors, stdin=BROKEN)
    lines = [json.loads(line) for line in errors.read_text("utf-8").splitlines()]
    shared = {"event": "skipped", "path": "-"}
    assert result.exit_code == 1
    assert [{**line, "detail": ""} for line in lines] == [
        {**shared, "line": 1, "reason": "no text", "detail": ""},
        {**shared, "line": 2, "reason": "broken record", "detail": ""},
        {**shared, "line": 3, "reason": "no claims", "detail": ""},
    ]


def test_many_skips_do_not_bury_the_summary(run: Run, own_index: Path, tmp_path: Path) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text("no json\n" * 50, "utf-8")
    result = run("index", path, "--index", own_index)
    told = [line.split(":")[0] for line in result.stderr.splitlines()]
    assert told[19:] == [
        f"skipped {path}",
        "... more such lines are not shown; --errors FILE keeps them all.",
        "50 given = 0 indexed + 0 unchanged + 50 skipped; 0 claims added. Skipped",
        "Error",
        "  Next",
    ]


def test_what_a_person_says_fills_in(run: Run, tmp_path: Path) -> None:
    said = ("--outlet", "Harbour Wire", "--date", "2025-03-04")
    run("index", "-", "--index", tmp_path, *said, stdin="The dam has held since Monday night.")
    stats = json.loads(run("stats", "--index", tmp_path, "--json").stdout)
    assert (stats["articles_by_outlet"], stats["first_day"]) == ({"Harbour Wire": 1}, "2025-03-04")


def test_ctrl_c_keeps_what_was_done(
    run: Run, articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object, **__: object) -> Iterator[Article]:
        raise KeyboardInterrupt
        yield

    with monkeypatch.context() as patch:
        patch.setattr("claimcheck.loaders.load", interrupted)
        result = run("index", articles, "--index", tmp_path)
    assert (result.exit_code, result.stderr.splitlines()[-1]) == (
        130,
        "Interrupted; the index is sound. Run the same command again to go on.",
    )
    assert run("index", articles, "--index", tmp_path).exit_code == 0
    assert run("verify", "--index", tmp_path).stdout == "3 articles, 9 claims: sound.\n"


@pytest.mark.parametrize(
    ("wrong", "message", "hint"),
    [
        (("--model", "/no/model"), "There is no model '/no/model'", "leave --model out"),
        (("--segmenter", "words"), "There is no segmenter 'words'.", "sentences"),
        (("--segmenter", "sentences-0"), "not sentences-0.", "Build the index anew"),
    ],
)
def test_wrong_tools_are_refused_before_anything_is_written(
    wrong: tuple[str, str], message: str, hint: str, run: Run, articles: Path, tmp_path: Path
) -> None:
    result = run("index", articles, "--index", tmp_path / "index", *wrong)
    assert result.exit_code == 1
    assert message in result.stderr
    assert hint in result.stderr.partition("\n  Next: ")[2]
    assert not (tmp_path / "index").exists()


def test_an_engine_may_be_named(run: Run, articles: Path, tmp_path: Path) -> None:
    run("index", articles, "--index", tmp_path, "--engine", "onnx-f32")
    assert json.loads(run("stats", "--index", tmp_path, "--json").stdout)["engine"] == "onnx-f32"
    result = run("index", articles, "--index", tmp_path, "--engine", "torch-f32")
    assert (result.exit_code, result.stderr) == (
        1,
        "Error: This index was built with the engine onnx-f32, not with torch-f32.\n"
        "  Next: Leave --engine out, or build another index with --index DIR.\n",
    )


def test_an_unknown_engine_is_refused(run: Run, articles: Path, tmp_path: Path) -> None:
    result = run("index", articles, "--index", tmp_path, "--engine", "steam")
    assert (result.exit_code, result.stderr) == (
        1,
        "Error: There is no engine 'steam'.\n"
        "  Next: Choose from: torch-f32, torch-bf16, onnx-f32, openvino-bf16.\n",
    )


def test_an_index_below_a_file_cannot_be(run: Run, articles: Path) -> None:
    result = run("index", articles, "--index", articles / "index")
    assert (result.exit_code, result.stderr) == (
        1,
        f"Error: The index folder {articles / 'index'} cannot be written to (Not a directory).\n"
        "  Next: Check its permissions, or choose another with --index DIR.\n",
    )


def test_a_day_to_come_is_refused(run: Run, articles: Path, tmp_path: Path) -> None:
    result = run("index", articles, "--index", tmp_path / "index", "--date", "2199-01-01")
    assert (result.exit_code, result.stderr.splitlines()[-1]) == (
        2,
        "Error: --date 2199-01-01 is no day on which an article can appear.",
    )
    assert not (tmp_path / "index").exists()


def test_nothing_given_is_wrong_usage(run: Run) -> None:
    assert run("index").exit_code == 2
