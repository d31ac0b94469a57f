"""The command line in this process, with the encoder loaded once, over three little articles."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from ferry import ARTICLES, Ask, Run, rounded

from claimcheck.cli import main
from claimcheck.embed import Encoder


@pytest.fixture(scope="session", autouse=True)
def _one_encoder(encoder: Encoder) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("claimcheck.cli.tools.load_named_encoder", lambda model: encoder)
        patch.setattr("claimcheck.cli.tools._load_bulk", lambda *_: encoder)
        yield


@pytest.fixture(scope="session")
def run() -> Run:
    """Run claimcheck with arguments and standard input."""

    def invoke(*args: object, stdin: str | bytes | None = None) -> Result:
        return CliRunner().invoke(main, [str(arg) for arg in args], input=stdin)

    return invoke


@pytest.fixture(scope="session")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of three articles on one accident."""
    path = tmp_path_factory.mktemp("given") / "articles.jsonl"
    path.write_text("".join(json.dumps(one) + "\n" for one in ARTICLES), "utf-8")
    return path


@pytest.fixture(scope="session")
def index(tmp_path_factory: pytest.TempPathFactory, run: Run, articles: Path) -> Path:
    """An index over them; not to be changed, copy it with `own_index`."""
    folder = tmp_path_factory.mktemp("index")
    assert run("index", articles, "--index", folder).exit_code == 0
    return folder


@pytest.fixture
def own_index(index: Path, tmp_path: Path) -> Path:
    """A copy of the index, free to be changed."""
    return Path(shutil.copytree(index, tmp_path / "own"))


@pytest.fixture(scope="session")
def ask(run: Run) -> Ask:
    """Put JSON lines to a command and return its answers."""

    def answers(*args: object, lines: str | bytes) -> list[Any]:
        result = run(*args, "-", stdin=lines)
        assert (result.exit_code, result.stderr) == (0, "")
        return [rounded(json.loads(line)) for line in result.stdout.splitlines()]

    return answers
