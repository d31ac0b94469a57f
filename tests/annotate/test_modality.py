"""Hedges, negations, conditions and plans are found, and what they make of a sentence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from claimcheck.annotate.modality import Certainty, Modality, Polarity, modality
from claimcheck.annotate.modality.negation import Negation
from claimcheck.annotate.parsing import parse
from claimcheck.datatypes import Span

GOLD = Path(__file__).parents[2] / "corpora" / "checkworthiness" / "modality.jsonl"
PLAIN = Modality((), (), (), (), Polarity.POSITIVE, Certainty.CERTAIN)


def both(text: str) -> list[Modality]:
    """Return what is found without and with the parse."""
    return [modality(text), modality(text, parse([text])[0])]


def test_a_plain_statement_is_positive_and_certain() -> None:
    assert both("The mayor resigned on Friday.") == [PLAIN, PLAIN]


def test_every_field_of_one_sentence() -> None:
    text = "If it rains, the match will probably not begin."
    negation = Negation(Span(37, 40), Span(41, 46))
    expected = Modality(
        (Span(28, 36),),
        (negation,),
        (Span(0, 11),),
        (Span(23, 27),),
        Polarity.NEGATIVE,
        Certainty.HYPOTHETICAL,
    )
    assert both(text) == [expected, expected]


@pytest.mark.parametrize(
    "text",
    [
        "The judge not only fined the firm but also closed it.",
        "No fewer than 40 people were arrested.",
        "There is no doubt that it was arson.",
        "The minister did not deny the report.",
        "Not until Tuesday did the army move in.",
        "Voters asked whether or not the plan was dead.",
    ],
)
def test_a_negating_word_may_affirm(text: str) -> None:
    assert [one.polarity for one in both(text)] == [Polarity.POSITIVE] * 2


def test_a_negation_in_another_clause_leaves_the_main_one_alone() -> None:
    text = "Although the vote was not close, the party celebrated."
    assert [one.polarity for one in both(text)] == [Polarity.POSITIVE] * 2
    assert [one.negations[0].scope.of(text) for one in both(text)] == ["close"] * 2


def test_the_parse_sees_through_a_relative_clause() -> None:
    text = "The man who had no license was not fined."
    found = modality(text, parse([text])[0])
    assert [one.scope.of(text) for one in found.negations] == ["license", "fined"]
    assert found.polarity is Polarity.NEGATIVE


@pytest.mark.parametrize(
    "text", ["He resigned in May 2019.", "Theresa May resigned.", "His will is law."]
)
def test_names_and_nouns_are_no_modals(text: str) -> None:
    assert both(text) == [PLAIN, PLAIN]


def test_an_indirect_question_is_no_condition() -> None:
    assert [one.conditionals for one in both("Reporters asked if he had known.")] == [(), ()]


def test_what_was_announced_with_would_is_probable() -> None:
    text = "The minister said he would resign."
    assert [one.certainty for one in both(text)] == [Certainty.PROBABLE] * 2


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\0",
        "\ud800",
        "not",
        "if",
        "😀 not 😀",
        "“" * 999,
        "مرحبا not",
        "a\r\nnot b",
        "no " * 9_999,
    ],
)
def test_spans_lie_inside_any_text(text: str) -> None:
    found = modality(text)
    spans = [*found.hedges, *found.conditionals, *found.plans]
    spans += [span for one in found.negations for span in (one.cue, one.scope)]
    assert all(0 <= span.start <= span.end <= len(text) for span in spans)


@pytest.mark.parametrize(("parsed", "least"), [(False, 0.95), (True, 0.97)])
def test_sentences_of_our_own(parsed: bool, least: float) -> None:
    rows = [json.loads(line) for line in GOLD.read_text("utf-8").splitlines()]
    docs = parse(row["text"] for row in rows) if parsed else [None] * len(rows)
    found = [modality(row["text"], doc) for row, doc in zip(rows, docs, strict=True)]
    for field in ("polarity", "certainty"):
        right = [getattr(one, field) == row[field] for one, row in zip(found, rows, strict=True)]
        assert sum(right) / len(rows) >= least


def test_not_before_a_verb_in_un_denies_and_before_an_adjective_affirms() -> None:
    texts = "They did not underscore the tensions.", "It was not unusual."
    assert [len(modality(text).negations) for text in texts] == [1, 0]
