"""Claims in conversations and posts: whose they are, and without the labels."""

from __future__ import annotations

import pytest

from claimcheck.datatypes import Article
from claimcheck.segment import find_segmenter


def voices(text: str, segmenter: str = "clauses") -> list[tuple[str | None, str]]:
    claims = find_segmenter(segmenter).segment(Article("Herald", text))
    return [(claim.speaker, claim.text) for claim in claims]


def test_a_turn_is_its_speakers_without_the_label() -> None:
    text = (
        "ANN LINDE: The dam broke at noon.\n\nBERGER: It held a day.\n\nLINDE: It fell on Friday."
    )
    assert voices(text) == [
        ("Ann Linde", "The dam broke at noon."),
        ("Berger", "It held a day."),
        ("Ann Linde", "It fell on Friday."),
    ]


def test_an_answer_has_no_label_and_no_speaker() -> None:
    text = "Q: When did the dam break?\n\nA: The dam broke at noon."
    assert voices(text) == [(None, "The dam broke at noon.")]


def test_a_post_is_whose_name_signs_it() -> None:
    text = "The dam broke at noon. — Ann Linde (@annlee) March 3, 2019\n\nPolice closed the road."
    assert voices(text) == [
        ("Ann Linde", "The dam broke at noon."),
        (None, "Police closed the road."),
    ]


def test_sentences_have_no_labels_either() -> None:
    text = "LINDE: The dam broke at noon.\nBERGER: It held a day.\nLINDE: Nobody saw it hold."
    assert voices(text, "sentences")[0] == (None, "The dam broke at noon.")


@pytest.mark.parametrize(
    ("label", "reading"),
    [("CARL ORTEGA", "Bob Linde said the dam would hold."), ("BOB LINDE", None)],
)
def test_he_may_be_named_in_the_turn_before_but_is_not_who_speaks(
    label: str, reading: str | None
) -> None:
    text = (
        "ANN BERGER: The mayor is Bob Linde. Bob Linde spoke on Friday.\n\n"
        f"{label}: He said the dam would hold.\n\nANN BERGER: The mayor is late today."
    )
    claims = find_segmenter("clauses").segment(Article("Herald", text))
    assert [claim.reading for claim in claims if claim.text.startswith("He")] == [reading]
