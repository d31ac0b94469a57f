"""`claimcheck schema`, and what the commands really print beside it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from ferry import AGROUND, ARTICLES, Run
from jsonschema import Draft202012Validator

from claimcheck.cli.schema import schema_command
from claimcheck.render.schema import schema

STORY = json.dumps(ARTICLES[0])
ASKED = {
    "claims": {"id": 1, "text": ARTICLES[0]["text"], "date": "2025-03-04"},
    "lookup": {"id": [2], "text": AGROUND, "outlet": "Harbour Wire"},
    "compare": {"id": "3", "a": AGROUND, "b": AGROUND.replace("212", "240")},
}


def _printed(*args: str) -> Result:
    return CliRunner().invoke(schema_command, list(args))


def _faults(value: Any, name: str) -> list[str]:
    return [fault.message for fault in Draft202012Validator(schema(name)).iter_errors(value)]


@pytest.mark.parametrize(
    ("args", "name"),
    [((), "report"), (("claims",), "claims"), (("compare", "--batch"), "compare_line")],
)
def test_the_schema_is_printed(args: tuple[str, ...], name: str) -> None:
    assert json.loads(_printed(*args).stdout) == schema(name)


@pytest.mark.parametrize("args", [("report", "--batch"), ("index",)])
def test_no_such_schema(args: tuple[str, ...]) -> None:
    assert _printed(*args).exit_code == 2


@pytest.mark.parametrize(
    ("name", "args"),
    [
        ("report", ("report", "-", "--format", "json")),
        ("claims", ("claims", "-", "--json")),
        ("claims", ("claims", "-", "--segmenter", "propositions", "--json")),
        ("lookup", ("lookup", AGROUND, "--json")),
        ("compare", ("compare", AGROUND, AGROUND.replace("212", "240"), "--json")),
    ],
    ids=["report", "claims", "propositions", "lookup", "compare"],
)
def test_what_a_command_prints_keeps_to_its_schema(
    name: str, args: tuple[str, ...], run: Run, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAIMCHECK_INDEX", str(index))
    printed = json.loads(run(*args, stdin=STORY).stdout)
    assert _faults(printed, name) == []


def test_two_articles_compared_are_a_report(run: Run, tmp_path: Path) -> None:
    paths = tmp_path / "a.json", tmp_path / "b.json"
    for path, article in zip(paths, ARTICLES, strict=False):
        path.write_text(json.dumps(article), "utf-8")
    assert _faults(json.loads(run("compare", *paths, "--json").stdout), "report") == []


@pytest.mark.parametrize(
    ("name", "option"), [(n, "--batch") for n in ("claims", "lookup")] + [("compare", "--pairs")]
)
def test_lines_of_a_batch_keep_to_their_schema(
    name: str, option: str, run: Run, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAIMCHECK_INDEX", str(index))
    asked = "\n".join((json.dumps(ASKED[name]), '{"id": 4}', "no JSON"))
    lines = [json.loads(line) for line in run(name, option, "-", stdin=asked).stdout.splitlines()]
    assert [_faults(line, f"{name}_line") for line in lines] == [[], [], []]
    assert ["error" in line for line in lines] == [False, True, True]
