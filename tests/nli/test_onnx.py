"""The model that comes along."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import astuple
from pathlib import Path

import pytest

from claimcheck.errors import ModelError
from claimcheck.nli import Nli, Pair, both_ways, likeliest, load_nli
from claimcheck.nli.onnx import SHIPPED, OnnxNli

CONDEMNED = "Beijing has condemned the attack on the port."
NEVER = "China never condemned the attack on the port."


@pytest.mark.parametrize(
    ("premise", "hypothesis", "label"),
    [
        (CONDEMNED, "China has not condemned the attack on the port.", "contradiction"),
        ("The ship sank near Hulm on Sunday.", "A ship went down on Sunday.", "entailment"),
        ("The ship sank near Hulm.", "The captain was drunk.", "neutral"),
        ("Twelve people died in the fire.", "The fire killed 30 people.", "contradiction"),
        ("Twelve people died in the fire in Hulm.", "People died in Hulm.", "entailment"),
        ("The mayor denied that he took the money.", "The mayor took the money.", "contradiction"),
    ],
)
def test_labels(nli: Nli, premise: str, hypothesis: str, label: str) -> None:
    assert likeliest(nli.predict([(premise, hypothesis)])) == [label]


@pytest.mark.parametrize("text", [NEVER, CONDEMNED, "No one was hurt, and nothing was stolen."])
def test_a_sentence_never_contradicts_itself(nli: Nli, text: str) -> None:
    copies = [text, text.rstrip("."), text.upper(), f"“{text}”"]
    assert likeliest(nli.predict([(text, copy) for copy in copies])) == ["entailment"] * 4


def test_scores_are_probabilities(nli: Nli) -> None:
    (scores,) = nli.predict([(CONDEMNED, NEVER)])
    assert sum(astuple(scores)) == pytest.approx(1)
    assert all(0 <= value <= 1 for value in astuple(scores))


def test_scores_do_not_depend_on_the_company(nli: Nli) -> None:
    others: list[Pair] = [(CONDEMNED * times, NEVER) for times in range(2, 7)]
    assert nli.predict([*others, (CONDEMNED, NEVER)])[-1] == nli.predict([(CONDEMNED, NEVER)])[0]


def test_both_ways_begins_with_the_pair_as_given(nli: Nli) -> None:
    pair = ("Twelve people died in Hulm.", "People died.")
    ((forward, backward),) = both_ways(nli, [pair])
    assert [forward, backward] == nli.predict([pair, pair[::-1]])
    assert forward.entailment > 0.5 > backward.entailment


@pytest.mark.parametrize(
    "pair", [("", ""), ("", NEVER), ("x " * 9_000, NEVER), ("\x00\ud800", "🙂")]
)
def test_any_text_gets_scores(nli: Nli, pair: Pair) -> None:
    pair = (pair[0].encode("utf-8", "replace").decode(), pair[1])
    assert len(nli.predict([pair])) == 1


def test_nothing_is_judged_as_nothing(nli: Nli) -> None:
    assert nli.predict([]) == []


def test_the_shipped_files_are_small(nli: Nli) -> None:
    assert sum(path.stat().st_size for path in SHIPPED.iterdir()) < 30_000_000


def test_another_graph_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = Path(shutil.copytree(SHIPPED, tmp_path / "copy"))
    (copy / "tokenizer.json").write_text("{}", "utf-8")
    monkeypatch.setattr("claimcheck.nli.onnx.SHIPPED", copy)
    with pytest.raises(ModelError, match=r"tokenizer\.json is not the one published"):
        OnnxNli(copy)


def test_a_model_of_ones_own_is_loaded_from_its_folder(nli: Nli, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(SHIPPED, tmp_path / "mine"))
    (copy / "calibration.json").write_text(json.dumps({"temperature": 9.0}), "utf-8")
    mine = load_nli(str(copy))
    assert mine.identity.name == "mine"
    assert mine.identity.fingerprint != nli.identity.fingerprint
    assert mine.predict([(CONDEMNED, NEVER)])[0].contradiction < 0.6


def test_a_damaged_model_is_named(tmp_path: Path) -> None:
    copy = Path(shutil.copytree(SHIPPED, tmp_path / "mine"))
    (copy / "model.int8.onnx").write_bytes(b"not a graph")
    with pytest.raises(ModelError, match="cannot be loaded"):
        load_nli(str(copy))


def test_neither_torch_nor_transformers_is_imported() -> None:
    code = (
        "import sys; from claimcheck.nli import load_nli; load_nli().predict([('a', 'b')]); "
        "print(sorted({'torch', 'transformers', 'sentence_transformers'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
