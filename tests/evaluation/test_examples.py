"""Reading premises, hypotheses and labels."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from claimcheck.errors import InputError
from claimcheck.evaluation.examples import Example, read_examples

ROW = {"premise": "It rained.", "hypothesis": "It was wet.", "label": "entailment"}


def written(path: Path, *rows: dict[str, Any]) -> Path:
    data = "".join(json.dumps(row) + "\n" for row in rows).encode()
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)
    return path


@pytest.mark.parametrize("name", ["set.jsonl", "set.jsonl.gz"])
def test_rows_of_a_split(tmp_path: Path, name: str) -> None:
    path = written(tmp_path / name, {**ROW, "split": "dev"}, {**ROW, "split": "test"})
    assert read_examples(path, "dev") == [Example("It rained.", "It was wet.", "entailment")]


def test_of_two_claims_the_other_outlets_is_the_premise(tmp_path: Path) -> None:
    pair = {"a": {"text": "ours"}, "b": {"text": "theirs"}}
    path = written(
        tmp_path / "pairs.jsonl", {**pair, "relation": "contradicts"}, {**pair, "relation": "same"}
    )
    assert read_examples(path) == [
        Example("theirs", "ours", "contradiction"),
        Example("theirs", "ours", "other"),
    ]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({**ROW, "label": "maybe"}, r"set.jsonl:1 has the label 'maybe'"),
        ({"premise": "It rained."}, r"set.jsonl:1 has no premise, hypothesis and label"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, row: dict[str, Any], message: str) -> None:
    with pytest.raises(InputError, match=message):
        read_examples(written(tmp_path / "set.jsonl", row))


@pytest.mark.parametrize("data", [b"", b"\x1f\x8bnot gzip", b"\xff\xfe"])
def test_a_file_without_examples(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "set.jsonl.gz"
    path.write_bytes(data)
    with pytest.raises(InputError):
        read_examples(path)
