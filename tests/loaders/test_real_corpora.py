"""The corpora next to the project: nothing is lost, and every title has its place."""

from itertools import islice
from pathlib import Path

import pytest

from claimcheck.datatypes import Article
from claimcheck.loaders import load, load_one

NEWS = Path(__file__).parents[3] / "shared" / "data" / "news"

pytestmark = pytest.mark.skipif(not NEWS.is_dir(), reason="../shared/data/news is not here")


def test_the_seed_article_is_read_as_it_stands() -> None:
    path = NEWS / "seed-article.txt"
    article = load_one(str(path))
    assert article.headline
    assert article.text == path.read_text(encoding="utf-8")
    assert (
        article.outlet,
        article.title,
        article.published,
        article.headline.of(article.text),
    ) == (
        "UrduPoint / Pakistan Point News",
        "Putin And Xi Praise Ties, Hours After Trump Sworn In",
        "2025-01-21",
        article.title,
    )


def test_basil_is_three_outlets_of_a_hundred_articles() -> None:
    articles = [outcome for outcome in load([str(NEWS / "basil")]) if isinstance(outcome, Article)]
    outlets = [article.outlet for article in articles]
    counts = {name: outlets.count(name) for name in sorted(set(outlets))}
    assert counts == {"FOX": 100, "HPO": 100, "NYT": 100}


def test_every_title_of_allsides_stands_in_its_text() -> None:
    articles = [
        outcome
        for outcome in islice(load([str(NEWS / "allsides")]), 2_000)
        if isinstance(outcome, Article)
    ]
    placed = [article.headline.of(article.text) for article in articles if article.headline]
    assert [" ".join(title.split()) for title in placed] == [article.title for article in articles]
