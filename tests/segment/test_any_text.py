"""Whatever the text: spans give the texts, stand in order, do not overlap, and come quickly."""

from __future__ import annotations

import gzip
import json
import time
from collections.abc import Iterator
from itertools import islice, pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.datatypes import Article, Claim, Span
from claimcheck.loaders import load
from claimcheck.segment import SentenceSegmenter
from claimcheck.segment.abbreviations import is_one_sentence
from claimcheck.segment.furniture import is_furniture, is_headline_claim, without_dateline
from claimcheck.segment.quotes import has_reporting_cue, quoted_spans

SEGMENTER = SentenceSegmenter()
PIECES = st.sampled_from(
    [
        "The mayor resigned on Monday. ",
        "“We won. They lost,” he said.",
        "👩‍👩‍👧 waved to all of them. ",
        "قال الوزير إن السد صمد منذ الاثنين. ",
        "中国从未谴责俄罗斯的行动。",
        "MOSCOW (AP) — ",
        "(Photo: AP)",
        "Is it? ",
        "e\u0301te\u0301 ",
        *("Dr. ", "Ms.", "D-N.Y.", " 5 p.m.", "“", "”", '"', "...", " ", "\t"),
        *("\r\n", "\n\n", "\r", "\u2028", "\x85", "\x00", "\ud800", "\u202e", "\ufeff"),
    ]
)
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=20).map("".join))


def misplaced(article: Article, claims: list[Claim]) -> list[Claim]:
    """Return the claims whose spans do not give their text, or that overlap or go back."""
    whole = [(" ".join(span.of(article.text) for span in one.spans), one) for one in claims]
    wrong = [one for text, one in whole if text != one.text or not text.strip()]
    body = [one for one in claims if one.kind != "headline"]
    wrong += [later for one, later in pairwise(body) if later.span.start < one.span.end]
    head = article.headline
    return wrong + [one for one in body if head and one.span.overlaps(head)]


def articles_of(path: Path) -> Iterator[Article]:
    """Yield the articles of a corpus, those that no loader knows made up of their sentences."""
    if path.suffix != ".gz":
        yield from (item for item in load([str(path)]) if isinstance(item, Article))
        return
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            texts: list[Any] = record.get("articles") or [{"text": "\n".join(record["sentences"])}]
            yield from (Article("A", one["text"]) for one in texts)


@settings(deadline=None)
@given(TEXTS, st.sampled_from(["en", "ar", "zh", "xx", None]))
def test_any_text(text: str, language: str | None) -> None:
    article = Article("Hulm Post", text, language=language)
    assert misplaced(article, SEGMENTER.segment(article)) == []


@settings(deadline=None)
@given(TEXTS)
def test_the_same_text_gives_the_same_claims(text: str) -> None:
    article = Article("Hulm Post", text)
    assert SEGMENTER.segment(article) == SentenceSegmenter().segment(article)


@pytest.mark.parametrize(
    ("corpus", "limit"),
    [
        ("basil", 300),
        ("ecbplus.jsonl.gz", 1_000),
        ("neus-triples.jsonl.gz", 3_000),
        ("allsides", 500),
    ],
)
def test_every_real_article(corpus: str, limit: int, real_news: Path) -> None:
    path = real_news / "news" / corpus
    if not path.exists():
        pytest.skip(f"{path} is not here")
    articles = list(islice(articles_of(path), limit))
    wrong = [bad for one in articles for bad in misplaced(one, SEGMENTER.segment(one))]
    assert (wrong, bool(articles)) == ([], True)


HOSTILE = (
    *(
        "a",
        " ",
        "A ",
        ".",
        "A.",
        "?",
        "?”",
        '"',
        "“",
        "(",
        "(a",
        "/ ap",
        "-",
        "—",
        "A-",
        "1",
        "\n ",
    ),
    *("\r", "by A ", "our daily ", "follow ", "the author is a ", "Published 1 ", "@", "(@", "A, "),
    *("Ms.", "Ms. ", "5 p.m. ", "D-N.Y.", "\ud800", "x.\n", "said ", "MOSCOW ", "(AP) ", "(photo"),
)


@pytest.mark.parametrize("unit", HOSTILE)
def test_no_text_makes_a_rule_slow(unit: str) -> None:
    text = f"A{unit * (100_000 // len(unit))}x"
    start = time.process_time()
    is_furniture(text)
    is_headline_claim(text)
    has_reporting_cue(text)
    quoted_spans(text, Span(0, len(text)))
    without_dateline(text, Span(0, len(text)))
    is_one_sentence(text, text)
    # Anything worse than linear takes many seconds.
    assert time.process_time() - start < 1


@pytest.mark.parametrize("unit", HOSTILE)
def test_no_text_makes_segmenting_slow(unit: str) -> None:
    article = Article("Hulm Post", unit * (100_000 // len(unit)))
    start = time.process_time()
    claims = SEGMENTER.segment(article)
    # Linear takes up to two seconds on a slow processor, anything worse takes a minute.
    assert (time.process_time() - start < 6, misplaced(article, claims)) == (True, [])
