"""Indexing again: only what is new costs anything, and nothing else changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from encoders import Counting

from claimcheck.datatypes import Article
from claimcheck.index import IndexReader, Tally, Toolchain, open_writer

Dump = Callable[[Path], dict[str, list[tuple[Any, ...]]]]

FIRST = "The mayor of Arlen promised a new bridge. Work on it begins in April."
SECOND = "The mayor of Arlen promised a new bridge. Work on it begins in June."


@pytest.fixture
def page(article: Callable[..., Article]) -> Callable[[str], Article]:
    """An article with that text at one address."""
    return lambda text: article(text, url="https://herald.example/bridge")


def test_unchanged_articles_cost_no_encoder_call(
    sample_index: Path, sample_articles: list[Article], tools: Toolchain, counting: Counting
) -> None:
    with open_writer(sample_index, 0) as writer:
        tally = list(writer.add(sample_articles, replace(tools, load=lambda: counting)))[-1]
    assert (tally, counting.texts) == (Tally(unchanged=38), [])


def test_a_sentence_in_several_articles_is_embedded_once(
    tmp_path: Path, tools: Toolchain, counting: Counting, article: Callable[..., Article]
) -> None:
    reprints = [article(FIRST, outlet) for outlet in ("Herald", "Tribune", "Post")]
    with open_writer(tmp_path, 0) as writer:
        tally = list(writer.add(reprints, replace(tools, load=lambda: counting)))[-1]
    assert tally == Tally(indexed=3, claims=6, encoded=2)
    assert sorted(counting.texts) == sorted(FIRST.replace(". ", ".\n").splitlines())


def test_reprints_have_equal_vectors(
    tmp_path: Path, add: Callable[..., Tally], article: Callable[..., Article], dump: Dump
) -> None:
    add(tmp_path, article(FIRST, "Herald"), article(FIRST, "Tribune"))
    one, two, three, four = (vector for _, vector in dump(tmp_path)["vector"])
    assert (one, two) == (three, four)


def test_a_second_run_changes_no_byte(
    sample_index: Path, sample_articles: list[Article], add: Callable[..., Tally]
) -> None:
    files = [sample_index / "claims.db", *sample_index.glob("*.faiss")]
    before = [file.read_bytes() for file in files]
    add(sample_index, *sample_articles)
    assert [file.read_bytes() for file in files] == before


def test_a_new_text_at_the_same_address_replaces_the_old_claims(
    tmp_path: Path,
    add: Callable[..., Tally],
    page: Callable[[str], Article],
    texts_found: Callable[..., list[str]],
) -> None:
    add(tmp_path, page(FIRST))
    assert add(tmp_path, page(SECOND)) == Tally(indexed=1, updated=1, claims=2, encoded=2)
    assert texts_found(IndexReader.open(tmp_path), "Work on it begins in April.") == [
        "Work on it begins in June.",
        "The mayor of Arlen promised a new bridge.",
    ]


def test_two_texts_of_one_address_in_one_run_leave_the_later(
    tmp_path: Path, add: Callable[..., Tally], page: Callable[[str], Article], dump: Dump
) -> None:
    tally = add(tmp_path, page(FIRST), page(SECOND))
    assert tally == Tally(indexed=2, updated=1, claims=4, encoded=3)
    assert [row[5] for row in dump(tmp_path)["claim"]] == [
        "The mayor of Arlen promised a new bridge.",
        "Work on it begins in June.",
    ]


def test_both_texts_again_in_the_same_order_change_nothing(
    tmp_path: Path, add: Callable[..., Tally], page: Callable[[str], Article], dump: Dump
) -> None:
    add(tmp_path, page(FIRST), page(SECOND))
    before = dump(tmp_path)
    assert add(tmp_path, page(FIRST), page(SECOND)) == Tally(unchanged=2)
    assert dump(tmp_path) == before


def test_in_two_runs_or_one_the_tables_are_the_same(
    tmp_path: Path, add: Callable[..., Tally], page: Callable[[str], Article], dump: Dump
) -> None:
    add(tmp_path / "one", page(FIRST), page(SECOND))
    add(tmp_path / "two", page(FIRST))
    add(tmp_path / "two", page(SECOND))
    assert dump(tmp_path / "one") == dump(tmp_path / "two")


def test_an_opened_reader_sees_what_is_added_later(
    sample_index: Path,
    add: Callable[..., Tally],
    article: Callable[..., Article],
    texts_found: Callable[..., list[str]],
) -> None:
    reader = IndexReader.open(sample_index)
    before = reader.manifest.content
    add(sample_index, article("A grey seal was born in the harbour of Port Ellis."))
    assert texts_found(reader, "In Port Ellis a grey seal was born.")[0] == (
        "A grey seal was born in the harbour of Port Ellis."
    )
    assert reader.manifest.content != before
