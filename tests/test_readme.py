"""The README shows what the tool really prints."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from claimcheck.cli import main
from claimcheck.embed import Encoder
from claimcheck.nli import Nli

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
CARD = (ROOT / "claimcheck" / "nli" / "news-minilm" / "README.md").read_text("utf-8")


def test_the_report_is_the_one_printed(
    built_index: Path, encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What stands between the cuts ("[...]") is printed just so, in this order.

    But for the engine in the signature, which is measured on each machine, and the last digits of
    what the NLI model says, which hang on how a processor rounds.
    """
    monkeypatch.setattr("claimcheck.cli.tools.load_named_encoder", lambda model: encoder)
    monkeypatch.chdir(Path(__file__).parent.parent)
    arguments, shown = re.findall(r"```console\n\$ claimcheck (.*?)\n(.*?)```", README, re.S)[0]
    printed = CliRunner().invoke(main, [*arguments.split(), "--index", str(built_index)]).stdout
    for varying in (r"/[a-z0-9-]+(?=\|store)", r"(?<=[a-z] )0\.\d\d(?=,|\n)"):
        shown, printed = (re.sub(varying, "", text) for text in (shown, printed))
    assert_shown(shown, printed)


def test_the_claims_are_those_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    arguments, shown = re.findall(r"```console\n\$ claimcheck (.*?)\n(.*?)```", README, re.S)[1]
    assert_shown(shown, CliRunner().invoke(main, arguments.split()).stdout)


def assert_shown(shown: str, printed: str) -> None:
    """Assert that all between the cuts is printed, in this order."""
    place = 0
    for part in re.split(r"(?:^|\n)\[\.\.\.\](?:\n|$)", shown.rstrip("\n")):
        assert part.strip("\n") in printed[place:]
        place = printed.index(part.strip("\n"))


def test_every_command_is_listed() -> None:
    listed = set(re.findall(r"^\| `claimcheck (\w+)", README, re.M))
    assert listed == set(main.commands)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (README, ["growth", "lookups", "retrieval"]),
        (CARD, ["nli", "twins", "data", "ablation"]),
    ],
    ids=["readme", "card"],
)
def test_the_figures_are_those_that_the_benchmarks_kept(
    text: str, names: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(ROOT / "benchmarks")
    import figures

    assert [name for name in names if figures.TABLES[name]() not in text] == []


def test_the_figures_of_the_card_are_those_of_the_shipped_model(nli: Nli) -> None:
    kept = json.loads((ROOT / "benchmarks" / "results" / "nli.json").read_text("utf-8"))
    assert kept["nli"] == str(nli.identity)
