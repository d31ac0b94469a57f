"""Whatever the text: the pieces of every claim are the article's words, and come in time."""

from __future__ import annotations

import time
from itertools import islice, pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from test_any_text import TEXTS, articles_of

from claimcheck.datatypes import Article, Claim
from claimcheck.segment import find_segmenter

CLAUSAL = [find_segmenter(name) for name in ("clauses", "propositions")]


def misplaced(article: Article, claims: list[Claim]) -> list[Claim]:
    """Return the claims whose pieces do not give their text, or overlap or go back."""
    text = article.text
    return [
        claim
        for claim in claims
        if " ".join(span.of(text) for span in claim.spans) != claim.text
        or any(one.end > other.start for one, other in pairwise(claim.spans))
        or any(not claim.span.start <= open_.start < claim.span.end for open_ in claim.unresolved)
    ]


@pytest.mark.parametrize("segmenter", CLAUSAL, ids=lambda one: one.name)
def test_any_text(segmenter: object) -> None:
    @settings(deadline=None, max_examples=60)
    @given(TEXTS)
    def holds(text: str) -> None:
        article = Article("Hulm Post", text, published="2025-01-21")
        assert misplaced(article, segmenter.segment(article)) == []  # type: ignore[attr-defined]

    holds()


@pytest.mark.parametrize(
    "unit", ["A ", "said ", "“", '"', "and ", "he ", "5 ", "(a", "\n ", "which, "]
)
def test_a_long_text_comes_in_time(unit: str) -> None:
    article = Article("Hulm Post", f"The mayor {unit * (60_000 // len(unit))}resigned.")
    start = time.process_time()
    claims = CLAUSAL[0].segment(article)
    assert (misplaced(article, claims), time.process_time() - start < 20) == ([], True)


@pytest.mark.parametrize("corpus", ["basil", "ecbplus.jsonl.gz", "allsides"])
def test_real_articles(corpus: str, real_news: Path) -> None:
    path = real_news / "news" / corpus
    if not path.exists():
        pytest.skip(f"{path} is not here")
    articles = list(islice(articles_of(path), 25))
    wrong = [bad for one in articles for bad in misplaced(one, CLAUSAL[1].segment(one))]
    assert (wrong, bool(articles)) == ([], True)
