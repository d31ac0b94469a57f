"""What the NLI model doesn't get to see: marks, and the names of outlets."""

from __future__ import annotations

import pytest

from claimcheck.nli.clothes import plain


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It sank", "It sank."),
        ("It sank.", "It sank."),
        (" “It sank.” ", '"It sank."'),
        ("Who’s there?", "Who's there?"),
        ("Who’s there?.", "Who's there?"),
        ("(It sank.).", "(It sank.)"),
        ("It sank...", "It sank."),
        ("", "."),
    ],
)
def test_marks(text: str, found: str) -> None:
    assert plain(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Fox News: It sank.",
        "the guardian: It sank.",
        "(AP) - It sank.",
        "KYIV, Feb 24 (Reuters) — It sank.",
        "LONDON (BBC News): It sank.",
    ],
)
def test_who_printed_it_is_left_out(text: str) -> None:
    assert plain(text) == "It sank."


def test_one_outlet_is_like_another() -> None:
    assert plain("He told the New York Times.") == plain("He told CNN.") == "He told Reuters."


@pytest.mark.parametrize(
    "text", ["Time passed.", "Michael Bloomberg ran.", "Her guardian left.", "It sank: a pity."]
)
def test_other_words_stay(text: str) -> None:
    assert plain(text) == text
