"""Clauses with "who" and "which" are cut off only where it is sure of whom they speak."""

from __future__ import annotations

import pytest

from claimcheck.datatypes import Article
from claimcheck.segment import find_segmenter


def texts(text: str) -> list[str]:
    return [claim.text for claim in find_segmenter("clauses").segment(Article("Herald", text))]


@pytest.mark.parametrize(
    "sentence",
    [
        "The mayor met the wife of Karl Roe, who was arrested in March.",
        "The council sent a letter to the engineers of the dam, which were angry about the road.",
        "The aides of the senators, who had met in March, closed the office.",
        "The council closed the road to the dam, which surprised the people of the town.",
        "Lee's lawyers and Karl Roe, who was arrested in March, met on Friday.",
        "Police closed the road to the dam in March, which is held by the rebels.",
    ],
)
def test_an_unsure_clause_stays_where_it_is(sentence: str) -> None:
    assert not [text for text in texts(sentence) if text.endswith(sentence.split(", wh")[1][3:-1])]


@pytest.mark.parametrize(
    ("sentence", "clause"),
    [
        ("Ann Lee met Karl Roe, who was arrested in March.", "Karl Roe was arrested in March"),
        (
            "The owners of the mill, which was built in 1910, closed the road to the dam.",
            "the mill was built in 1910",
        ),
    ],
)
def test_a_sure_clause_is_a_claim(sentence: str, clause: str) -> None:
    assert clause in texts(sentence)
