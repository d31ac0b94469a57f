"""Cross-encoders of sentence-transformers, with the labels in any order."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from transformers import AutoTokenizer, BertConfig, BertForSequenceClassification

from claimcheck.embed import DEFAULT_MODEL, find_model
from claimcheck.errors import ModelError
from claimcheck.nli import load_nli

PAIR = ("The ship sank.", "The ship is afloat.")


def saved(folder: Path, labels: dict[int, str]) -> Path:
    """Write a small cross-encoder with weights of chance."""
    import torch

    torch.manual_seed(7)
    config = BertConfig(
        hidden_size=32, num_hidden_layers=1, num_attention_heads=2, intermediate_size=32,
        id2label=labels, label2id={name: place for place, name in labels.items()},
        num_labels=len(labels),
    )  # fmt: skip
    BertForSequenceClassification(config).save_pretrained(folder)
    AutoTokenizer.from_pretrained(find_model(DEFAULT_MODEL).folder).save_pretrained(folder)
    return folder


def test_the_order_of_labels_is_read_from_the_config(tmp_path: Path) -> None:
    labels = {0: "CONTRADICTION", 1: "entailment", 2: "neutral"}
    folder = saved(tmp_path / "model", labels)
    (found,) = load_nli(str(folder)).predict([PAIR])
    config = json.loads((folder / "config.json").read_text("utf-8"))
    turned = {"0": "entailment", "1": "neutral", "2": "contradiction"}
    (folder / "config.json").write_text(json.dumps({**config, "id2label": turned}), "utf-8")
    (other,) = load_nli(str(folder)).predict([PAIR])
    assert (other.entailment, other.neutral) == (found.contradiction, found.entailment)


@pytest.mark.parametrize(
    "labels",
    [
        {0: "LABEL_0", 1: "LABEL_1", 2: "LABEL_2"},
        {0: "entailment", 1: "not_entailment"},
        {0: "entailment", 1: "neutral", 2: "contradiction", 3: "other"},
    ],
)
def test_other_labels_are_refused(tmp_path: Path, labels: dict[int, str]) -> None:
    with pytest.raises(ModelError, match="does not name the labels"):
        load_nli(str(saved(tmp_path / "model", labels)))


def test_no_such_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    with pytest.raises(ModelError, match="There is no model 'no/such'"):
        load_nli("no/such")


def test_the_identity_is_that_of_the_files(tmp_path: Path) -> None:
    labels = {0: "entailment", 1: "neutral", 2: "contradiction"}
    nli: Any = load_nli(str(saved(tmp_path / "mine", labels)))
    assert nli.identity.name == "mine"
    assert len(nli.identity.fingerprint) == 12
    assert nli.predict([]) == []
