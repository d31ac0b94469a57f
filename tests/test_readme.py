"""The README shows what the tool really prints."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from claimcheck.cli import main
from claimcheck.embed import Encoder

README = (Path(__file__).parent.parent / "README.md").read_text("utf-8")


def test_the_report_is_the_one_printed(
    built_index: Path, encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What stands between the cuts ("[...]") is printed just so, in this order.

    But for the engine in the signature, which is measured on each machine.
    """
    monkeypatch.setattr("claimcheck.cli.tools.load_named_encoder", lambda model: encoder)
    monkeypatch.chdir(Path(__file__).parent.parent)
    arguments, shown = re.findall(r"```console\n\$ claimcheck (.*?)\n(.*?)```", README, re.S)[0]
    printed = CliRunner().invoke(main, [*arguments.split(), "--index", str(built_index)]).stdout
    shown, printed = (re.sub(r"/[a-z0-9-]+\|store", "|store", text) for text in (shown, printed))
    place = 0
    for part in shown.rstrip("\n").split("\n[...]\n"):
        assert part.strip("\n") in printed[place:]
        place = printed.index(part.strip("\n"))


def test_every_command_is_listed() -> None:
    listed = set(re.findall(r"^\| `claimcheck (\w+)", README, re.M))
    assert listed == set(main.commands)


@pytest.mark.parametrize("name", ["growth", "lookups", "retrieval"])
def test_the_figures_are_those_that_the_benchmarks_kept(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(Path(__file__).parent.parent / "benchmarks")
    import figures

    assert figures.TABLES[name]() in README
