"""Labels before turns and signatures under posts."""

from __future__ import annotations

import pytest

from claimcheck.annotate.turns import turns, turns_at, without_labels
from claimcheck.datatypes import Span


def read(text: str) -> list[tuple[str | None, list[str]]]:
    return [(turn.speaker, [piece.of(text) for piece in turn.content]) for turn in turns(text)]


def test_labels_in_capitals_are_speakers_by_their_full_names() -> None:
    text = "ANN LINDE, MAYOR: It fell.\n\nBERGER: So it did.\n\nSEN. LINDE: At noon."
    assert read(text) == [
        ("Ann Linde", ["It fell."]),
        ("Berger", ["So it did."]),
        ("Ann Linde", ["At noon."]),
    ]


def test_question_and_answer_name_nobody() -> None:
    text = "Q: Did it fall?\n\nA: At noon it fell."
    assert read(text) == [(None, ["Did it fall?"]), (None, ["At noon it fell."])]


def test_names_not_in_capitals_count_where_two_come_again() -> None:
    text = "Ann Linde: It fell.\nJoe Roe: No.\nLinde: At noon.\nRoe: So."
    assert [speaker for speaker, _ in read(text)] == ["Ann Linde", "Joe Roe"] * 2


def test_a_headline_in_capitals_is_no_turn() -> None:
    text = "LINDE: It fell.\nDAM BROKEN: POLICE CLOSE ROAD\nBERGER: No.\nLINDE: Yes, it fell."
    assert [speaker for speaker, _ in read(text)] == ["Linde", "Berger", "Linde"]


@pytest.mark.parametrize(
    "text",
    [
        "UPDATE: The dam fell.\n\nWATCH: The dam.\n\nUPDATE: It is over.",
        "Hulm: The dam fell.\n\nThe mayor left.",
        "The plan: it stands.",
        "Lee: Lee wants a dam.\n\nRoe: Roe wants none.\n\nLee: A dam is what Lee has.\n\nRoe: No.",
        "CLAIM: The dam fell.\n\nFACT: It held.\n\nCLAIM: It broke.\n\nFACT: It did not.",
        "",
    ],
)
def test_other_labels_are_no_speakers(text: str) -> None:
    assert read(text) == []


def test_a_paragraph_without_label_goes_on_with_the_turn_before_it() -> None:
    text = "LINDE: It fell.\n\nAt noon.\n\nBERGER: No.\n\nLINDE: Yes.\n\nThe mayor left."
    assert read(text) == [
        ("Linde", ["It fell.", "At noon."]),
        ("Berger", ["No."]),
        ("Linde", ["Yes."]),
    ]


def test_of_a_quotation_behind_a_label_the_rest_is_not_said() -> None:
    text = 'LINDE: "It fell." - speech.\nBERGER: "No."\nLINDE: "Yes."'
    assert read(text)[0] == ("Linde", ['"It fell."'])


@pytest.mark.parametrize(
    "text",
    [
        "It fell at noon. — Ann Linde (@annlee) March 3, 2019",
        "It fell at noon.\n\n— Ann Linde (@annlee) March 3, 2019\n\nThe mayor left.",
    ],
)
def test_a_signature_is_the_speaker_of_what_stands_before(text: str) -> None:
    assert read(text) == [("Ann Linde", ["It fell at noon."])]


@pytest.mark.parametrize(
    ("signature", "speaker"),
    [
        (" — Ann Linde, Hulm Post", "Ann Linde"),
        ("\n\nAnn Linde, Hulm Post", "Ann Linde"),
        (" — Port Secretary Ann Linde", "Ann Linde"),
    ],
)
def test_who_is_named_below_a_quotation_says_it(signature: str, speaker: str) -> None:
    assert read(f"Note: “It fell at noon.”{signature}") == [(speaker, ["“It fell at noon.”"])]


@pytest.mark.parametrize("place", [" — To the Hulm Post, 2003", "\n\nAnn Linde left.", " — Show"])
def test_what_else_stands_below_a_quotation_names_nobody(place: str) -> None:
    assert read(f"“It fell at noon.”{place}") == []


def test_a_post_in_marks_is_signed_once() -> None:
    text = "“It fell at noon.” — Ann Linde (@annlee) March 3, 2019"
    assert read(text) == [("Ann Linde", ["“It fell at noon.”"])]


def test_labels_and_signatures_are_cut_off() -> None:
    text = "It fell — Ann Linde (@annlee) March 3, 2019"
    asides = [turn.aside for turn in turns(text)]
    assert without_labels(Span(0, len(text)), asides, text) == Span(0, 7)


def test_places_have_their_turns() -> None:
    text = "LINDE: It fell.\nBERGER: No.\nLINDE: Yes."
    first, second, _ = turns(text)
    assert turns_at(text, [Span(7, 15), Span(24, 27), Span(0, 3)]) == [first, second, None]
