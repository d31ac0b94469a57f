"""Sentences are told apart by what kind of statement they make."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from claimcheck.annotate.factuality import Factuality, factuality
from claimcheck.annotate.parsing import parse

GOLD = Path(__file__).parents[2] / "corpora" / "checkworthiness" / "kinds.jsonl"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The lake froze over in January.", Factuality.FACTUAL),
        ("The new rule is ridiculous.", Factuality.OPINION),
        ("The museum will reopen in autumn.", Factuality.PREDICTION),
        ("If the dam breaks, the town will be flooded.", Factuality.HYPOTHETICAL),
        ("Who ordered the shredding?", Factuality.QUESTION),
        ("Subscribe to our newsletter.", Factuality.PROMO),
    ],
)
def test_each_kind(text: str, kind: Factuality) -> None:
    assert [factuality(text), factuality(text, parse([text])[0])] == [kind, kind]


def test_a_quoted_judgement_is_an_opinion_and_a_reported_one_a_fact() -> None:
    assert factuality('"The verdict is a disgrace," the lawyer said.') is Factuality.OPINION
    assert factuality("The lawyer said the verdict was a disgrace.") is Factuality.FACTUAL


def test_duty_beside_the_point_is_no_opinion() -> None:
    text = "Officials published the form that drivers need to sign."
    assert factuality(text, parse([text])[0]) is Factuality.FACTUAL


def test_what_a_question_was_asked_about_is_a_fact() -> None:
    assert factuality("Reporters asked whether the minister had known.") is Factuality.FACTUAL


def test_a_present_without_anything_to_check_is_an_opinion() -> None:
    assert factuality("And that is life.") is Factuality.OPINION


@pytest.mark.parametrize(
    "text", ["", "\0", "\ud800", "?", "😀", "“" * 999, "مرحبا", "a\r\nb", "is very " * 999]
)
def test_any_text_has_a_kind(text: str) -> None:
    assert factuality(text) in Factuality


@pytest.mark.parametrize("parsed", [False, True])
def test_sentences_of_our_own(parsed: bool) -> None:
    rows = [json.loads(line) for line in GOLD.read_text("utf-8").splitlines()]
    docs = parse(row["text"] for row in rows) if parsed else [None] * len(rows)
    given = [factuality(row["text"], doc) for row, doc in zip(rows, docs, strict=True)]
    right = [kind == row["kind"] for kind, row in zip(given, rows, strict=True)]
    assert sum(right) / len(rows) >= 0.97
