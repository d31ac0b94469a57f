"""What a picture shows is no statement of the article."""

from __future__ import annotations

import pytest

from claimcheck.datatypes import Article
from claimcheck.segment import find_segmenter
from claimcheck.segment.furniture import is_credit, is_furniture


@pytest.mark.parametrize(
    "text",
    [
        "FILE -- In this March 3, 2019, photo the mayor of Hulm waves to the crowd.",
        "In this Jan. 5, 2018, photo, the mayor of Hulm waves to the crowd.",
        "Ann Lee/AP The mayor of Hulm, Joe Roe, waves to the crowd at the dam.",
        "The mayor of Hulm, Joe Roe, waves to the crowd at the dam. Ann Lee/Reuters",
        "( PHOTOS: The mayor and the dam over the years)",
        "Photographer: Ann Lee of the Hulm Post and partners",
        "The mayor at the dam. (Ann Lee/Hulm Post via AP, File)",
        "Facebook Twitter Pinterest The mayor waves to the crowd at the dam.",
    ],
)
def test_captions_are_furniture(text: str) -> None:
    assert is_furniture(text)


@pytest.mark.parametrize(
    "text",
    [
        "A Bloomberg/AP poll found that the mayor leads by 5 points.",
        "In this town the photo of the dam hangs in every kitchen and hall.",
        "The mayor filed the plans of the dam with the council on Friday.",
    ],
)
def test_sentences_about_pictures_and_polls_are_none(text: str) -> None:
    assert not is_furniture(text)


@pytest.mark.parametrize(
    "credit",
    ["(Photo: Ann Lee)", "Ann Lee/Reuters", "| Ann Lee/AP Photo", "Photograph: Ann Lee/AP"],
)
def test_a_credit_makes_a_caption_of_the_sentence_before(credit: str) -> None:
    caption, statement = "The mayor speaks at the dam on Friday.", "The dam held until noon."
    article = Article("Herald", f"{caption} {credit}\n\n{statement}")
    claims = find_segmenter("sentences").segment(article)
    assert [claim.text for claim in claims] == [statement]


def test_a_sentence_with_brackets_is_no_credit() -> None:
    assert not is_credit("(The mayor was at the dam.)")
