"""A filtered search gives what filtering an exhaustive search afterwards gives."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from encoders import PROBES
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.database import Filter
from claimcheck.datatypes import Article, Candidate, Citation, Scores
from claimcheck.embed import Vectors
from claimcheck.index import IndexReader, Toolchain, open_writer
from claimcheck.index.fusion import fuse
from claimcheck.settings import RETRIEVER_DEPTH

ALL = 1000
K = 15
UNDATED = Article("Night Desk", "Ferry operators said nobody had sunk a ferry in Arlen.")


@pytest.fixture(scope="module")
def reader(
    built_index: Path, tools: Toolchain, tmp_path_factory: pytest.TempPathFactory
) -> IndexReader:
    """The sample corpus and an article without a date or address."""
    folder = shutil.copytree(built_index, tmp_path_factory.mktemp("filters") / "index")
    with open_writer(folder, 0) as writer:
        list(writer.add([UNDATED], tools))
    return IndexReader.open(folder)


@pytest.fixture(scope="module")
def exhaustive(reader: IndexReader, probes: Vectors) -> list[list[Candidate]]:
    """Every claim there is, ranked for every probe."""
    return reader.search(PROBES, probes, ALL, Filter())


def _passes(where: Filter, article: Citation) -> bool:
    outlet, day = article.outlet.casefold(), article.day
    return (
        (not where.outlets or outlet in [name.casefold() for name in where.outlets])
        and outlet not in [name.casefold() for name in where.exclude_outlets]
        and (where.since is None or (day is not None and day >= where.since))
        and (where.until is None or (day is not None and day <= where.until))
        and article.article_id not in where.exclude_articles
        and article.url not in where.exclude_urls
    )


def _filtered(candidates: list[Candidate], where: Filter) -> list[tuple[int, Scores]]:
    """Rank anew what passes, as far down as a retriever goes, and fuse."""
    kept = [c for c in candidates if _passes(where, c.evidence.citation)]
    near = sorted(kept, key=lambda c: c.scores.vector_rank or ALL)[:RETRIEVER_DEPTH]
    words = [c for c in kept if c.scores.lexical_rank]
    words = sorted(words, key=lambda c: c.scores.lexical_rank or ALL)[:RETRIEVER_DEPTH]
    fused = fuse(
        {c.evidence.id or 0: c.scores.similarity for c in near}, [c.evidence.id or 0 for c in words]
    )
    return list(fused.items())[:K]


def _filters(articles: list[Citation]) -> st.SearchStrategy[Filter]:
    outlets = sorted({article.outlet for article in articles})
    names = st.lists(st.sampled_from([*outlets, outlets[0].upper(), "Nobody"]), max_size=3)
    ids = st.lists(st.sampled_from([article.article_id for article in articles]), max_size=8)
    urls = st.lists(st.sampled_from([article.url or "" for article in articles]), max_size=8)
    days = st.none() | st.sampled_from(sorted({article.day for article in articles if article.day}))
    return st.builds(
        Filter,
        outlets=names.map(tuple),
        exclude_outlets=names.map(tuple),
        since=days,
        until=days,
        exclude_articles=ids.map(tuple),
        exclude_urls=urls.map(tuple),
    )


@given(data=st.data())
@settings(max_examples=80, deadline=None, derandomize=True, database=None)
def test_filtering_inside_equals_filtering_afterwards(
    reader: IndexReader, exhaustive: list[list[Candidate]], probes: Vectors, data: st.DataObject
) -> None:
    citations = {c.evidence.citation.article_id: c.evidence.citation for c in exhaustive[0]}
    where = data.draw(_filters(list(citations.values())))
    results = reader.search(PROBES, probes, K, where)
    for found, everything in zip(results, exhaustive, strict=True):
        expected = _filtered(everything, where)
        assert [
            (c.evidence.id, c.scores.vector_rank, c.scores.lexical_rank, c.scores.fused)
            for c in found
        ] == [(i, s.vector_rank, s.lexical_rank, s.fused) for i, s in expected]


def test_the_exhaustive_search_has_every_claim(
    reader: IndexReader, exhaustive: list[list[Candidate]]
) -> None:
    assert [len(found) for found in exhaustive] == [reader.counts()["claims"]] * 3


@pytest.mark.parametrize(
    "where", [Filter(since="0001-01-01"), Filter(until="9999-12-31")], ids=["since", "until"]
)
def test_an_undated_article_passes_no_date_filter(
    reader: IndexReader, texts_found: Callable[..., list[str]], where: Filter
) -> None:
    assert texts_found(reader, UNDATED.text)[0] == UNDATED.text
    assert UNDATED.text not in texts_found(reader, UNDATED.text, where)


def test_days_are_inclusive(reader: IndexReader, probes: Vectors) -> None:
    where = Filter(since="2025-02-04", until="2025-02-05")
    found = reader.search(PROBES, probes, ALL, where)[0]
    assert {c.evidence.citation.day for c in found} == {"2025-02-04", "2025-02-05"}


def test_a_similarity_is_given_also_where_only_the_words_matched(
    reader: IndexReader, exhaustive: list[list[Candidate]], probes: Vectors
) -> None:
    cosines = {c.evidence.id: c.scores.similarity for c in exhaustive[1]}
    found = reader.search(PROBES, probes, 100, Filter())[1]
    by_words = [c for c in found if c.scores.vector_rank is None]
    assert by_words and {c.evidence.id: c.scores.similarity for c in by_words} == pytest.approx(
        {c.evidence.id: cosines[c.evidence.id] for c in by_words}, abs=1e-5
    )
