"""`claimcheck stats`, `verify`, `repair`, `remove`, and every command without an index."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from ferry import AGROUND, ARTICLES, Run

COUNTS = {"articles": 3, "superseded": 0, "outlets": 3, "undated": 0, "claims": 9, "vectors": 9}


@pytest.mark.parametrize(
    "command",
    [
        ("lookup", "text"),
        ("lookup", "--batch", "-"),
        ("report", "-"),
        ("stats",),
        ("verify",),
        ("repair",),
        ("remove", "--outlet", "Harbour Wire"),
    ],
)
def test_without_an_index_the_next_command_is_named(
    command: tuple[str, ...], run: Run, tmp_path: Path
) -> None:
    folder = tmp_path / "none"
    result = run(*command, "--index", folder, stdin=json.dumps(ARTICLES[0]))
    assert (result.exit_code, result.stdout, result.stderr) == (
        1,
        "",
        f"Error: There is no index in {folder}.\n"
        f"  Next: Build one: claimcheck index PATH... --index {folder}\n",
    )
    assert not folder.exists()


def test_an_index_folder_that_is_a_file(run: Run, articles: Path) -> None:
    result = run("stats", "--index", articles)
    assert (result.exit_code, f"'{articles}' is a file." in result.stderr) == (2, True)


def test_the_index_may_come_from_the_environment(
    run: Run, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAIMCHECK_INDEX", str(index))
    assert run("verify").stdout == "3 articles, 9 claims: sound.\n"


def test_stats_as_json(run: Run, index: Path) -> None:
    found = json.loads(run("stats", "--index", index, "--json").stdout)
    assert {name: found[name] for name in ("schema", "first_day", "last_day", *COUNTS)} == {
        "schema": 1,
        "first_day": "2025-03-04",
        "last_day": "2025-03-06",
        **COUNTS,
    }


def test_stats_for_a_person(run: Run, index: Path) -> None:
    lines = run("stats", "--index", index).stdout.splitlines()
    assert lines[-4:] == [
        "articles_by_outlet:",
        "         1  Daily Lantern",
        "         1  Harbour Wire",
        "         1  The Meridian",
    ]


def test_verify_finds_what_repair_mends(run: Run, own_index: Path) -> None:
    [vectors] = own_index.glob("claims-*.faiss")
    vectors.write_bytes(b"damaged")
    damaged = run("verify", "--index", own_index, "--json")
    assert (damaged.exit_code, len(json.loads(damaged.stdout)["problems"])) == (1, 1)
    assert run("repair", "--index", own_index).exit_code == 0
    sound = run("verify", "--index", own_index, "--json")
    assert json.loads(sound.stdout) == {"schema": 1, "problems": [], "checked": COUNTS}


@pytest.mark.parametrize(
    "selection",
    [
        ("--outlet", "harbour wire"),
        ("--url", "https://harbourwire.example/ferry"),
        ("--id", "101599212f00393f"),
    ],
)
def test_what_is_removed_is_not_found(
    selection: tuple[str, str], run: Run, own_index: Path
) -> None:
    removed = run("remove", *selection, "--index", own_index)
    assert (removed.stdout, removed.stderr) == ("101599212f00393f\n", "1 article removed.\n")
    found = json.loads(run("lookup", AGROUND, "-k", 9, "--index", own_index, "--json").stdout)
    outlets = {one["outlet"] for one in found["results"]}
    assert outlets == {"Daily Lantern", "The Meridian"}


def test_removing_nothing_is_said(run: Run, own_index: Path) -> None:
    result = run("remove", "--id", "0", "--index", own_index)
    assert (result.exit_code, result.stdout, result.stderr) == (
        1,
        "",
        "Error: No article of the index matches, so none was removed.\n"
        f"  Next: claimcheck stats --index {own_index} names its outlets.\n",
    )
    assert run("remove", "--index", own_index).exit_code == 2
