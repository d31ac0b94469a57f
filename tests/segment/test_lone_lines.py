"""An article that is no more than a clipped line still claims something."""

from claimcheck.datatypes import Article
from claimcheck.segment import SentenceSegmenter


def read(text: str) -> list[str]:
    return [claim.text for claim in SentenceSegmenter().segment(Article("Wire", text))]


def test_a_clipped_line_alone_is_a_claim() -> None:
    assert read("Shark attacks drone") == ["Shark attacks drone"]


def test_beside_a_sentence_it_is_a_heading() -> None:
    assert read("Shark attacks drone\n\nA drone was bitten off Hulm on Monday.") == [
        "A drone was bitten off Hulm on Monday."
    ]


def test_a_question_or_a_promo_alone_is_none() -> None:
    assert (read("Did a shark attack a drone?"), read("Advertisement")) == ([], [])
