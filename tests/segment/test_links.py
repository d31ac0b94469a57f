"""Headlines that a page runs in with its sentences are no words of theirs."""

from __future__ import annotations

import pytest

from claimcheck.datatypes import Article, Span
from claimcheck.segment import find_segmenter
from claimcheck.segment.links import apart, blanked, links_in

LINKED = (
    "Sen. Ann Lee Ann Marie LeeHulm council votes on the port The Memo: Lee faces a test MORE "
    "(D-Hulm) opened the bridge on Monday. Lee said it holds."
)


def test_links_are_found_after_the_name_that_they_repeat() -> None:
    assert [link.of(LINKED) for link in links_in(LINKED)] == [
        " Ann Marie LeeHulm council votes on the port The Memo: Lee faces a test MORE"
    ]


@pytest.mark.parametrize(
    "text", ["Ann Lee wants MORE of it.", "Lee, Ann Lee: The bridge opens again and MORE", ""]
)
def test_other_capitals_are_no_links(text: str) -> None:
    assert links_in(text) == []


def test_what_is_blanked_keeps_every_other_word_in_its_place() -> None:
    links = links_in(LINKED)
    plain = blanked(LINKED, links)
    assert (len(plain), plain.split()) == (
        len(LINKED),
        "Sen. Ann Lee (D-Hulm) opened the bridge on Monday. Lee said it holds.".split(),
    )


def test_pieces_go_around_links() -> None:
    text = "Ann Lee      said so"
    assert apart((Span(0, 20),), [Span(7, 12)], text) == (Span(0, 7), Span(13, 20))


@pytest.mark.parametrize("segmenter", ["sentences", "clauses", "propositions"])
def test_a_claim_leaves_links_out(segmenter: str) -> None:
    claims = find_segmenter(segmenter).segment(Article("Herald", LINKED))
    words = [" ".join(span.of(LINKED) for span in claim.spans) for claim in claims]
    assert ("MORE" in "".join(words), [claim.text for claim in claims]) == (False, words)
