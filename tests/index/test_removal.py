"""What is removed leaves every search at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import victim

from claimcheck.database import Filter, Selection
from claimcheck.datatypes import Article
from claimcheck.index import IndexReader, Tally, open_writer, stats, verify

SEAL = "A grey seal was born in the harbour of Port Ellis."
HORSE = "A grey horse was born in the harbour of Port Ellis."
Seen = Callable[..., list[str]]


@pytest.fixture
def animals(sample_index: Path, add: Callable[..., Tally], article: Callable[..., Article]) -> Path:
    """The sample index with two articles more, in a vector file made after them."""
    add(sample_index, article(SEAL, "Herald", "https://a.example/1"), article(HORSE, "Straße"))
    next(sample_index.glob("*.faiss")).unlink()
    IndexReader.open(sample_index)
    return sample_index


def _remove(folder: Path, selection: Selection, *, finish: bool = False) -> list[str]:
    with open_writer(folder, 0) as writer:
        removed = writer.remove(selection)
        if finish:
            writer.finish()
    return removed


@pytest.mark.parametrize(
    "selection",
    [
        Selection(ids=(Article("Herald", SEAL, url="https://a.example/1").id,)),
        Selection(urls=("https://a.example/1",)),
        Selection(outlets=("HERALD ",)),
    ],
    ids=["by id", "by address", "by outlet"],
)
def test_removed_claims_are_in_no_search(
    animals: Path, texts_found: Seen, selection: Selection
) -> None:
    assert texts_found(IndexReader.open(animals), SEAL)[:2] == [SEAL, HORSE]
    assert _remove(animals, selection) == [Article("Herald", SEAL, url="https://a.example/1").id]
    found = texts_found(IndexReader.open(animals), SEAL)
    assert (found[0], SEAL in found) == (HORSE, False)


def test_outlets_are_compared_without_case(animals: Path) -> None:
    assert _remove(animals, Selection(outlets=("STRASSE",))) == [Article("Straße", HORSE).id]


@pytest.mark.parametrize("finish", [False, True], ids=["same vector file", "new vector file"])
def test_a_reader_opened_earlier_no_longer_finds_them(
    animals: Path, texts_found: Seen, finish: bool
) -> None:
    """Also when the file they were in is replaced, and with it the list of what is gone."""
    reader = IndexReader.open(animals)
    before = len(texts_found(reader, SEAL))
    _remove(animals, Selection(outlets=("Herald", "Harbour Wire")), finish=finish)
    found = texts_found(reader, SEAL)
    assert (len(found), found[0], SEAL in found) == (before, HORSE, False)


def test_a_filtered_search_does_not_find_them_either(animals: Path, texts_found: Seen) -> None:
    reader = IndexReader.open(animals)
    _remove(animals, Selection(outlets=("Herald",)))
    assert texts_found(reader, SEAL, Filter(outlets=("herald",))) == []


def test_removing_the_newest_articles_leaves_a_vector_file_that_is_up_to_date(
    tmp_path: Path, add: Callable[..., Tally], article: Callable[..., Article]
) -> None:
    add(tmp_path, article(SEAL, "Old"), article(HORSE, "New"))
    _remove(tmp_path, Selection(outlets=("New",)), finish=True)
    warnings: list[str] = []
    IndexReader.open(tmp_path, warnings.append)
    with open_writer(tmp_path, 0) as writer:
        assert (writer.finish(), warnings) == (False, [])


def test_an_index_whose_articles_are_all_removed_is_sound(
    tmp_path: Path,
    add: Callable[..., Tally],
    article: Callable[..., Article],
    texts_found: Seen,
) -> None:
    add(tmp_path, article(SEAL))
    _remove(tmp_path, Selection(outlets=("Herald",)), finish=True)
    assert texts_found(IndexReader.open(tmp_path), SEAL) == []
    assert verify(tmp_path, 0).problems == ()


def test_a_removed_article_can_come_back(
    animals: Path,
    add: Callable[..., Tally],
    article: Callable[..., Article],
    texts_found: Seen,
) -> None:
    _remove(animals, Selection(outlets=("Herald",)))
    add(animals, article(SEAL, "Herald", "https://a.example/1"))
    assert texts_found(IndexReader.open(animals), SEAL)[:2] == [SEAL, HORSE]


def test_removing_an_article_forgets_its_earlier_texts(
    tmp_path: Path, dump: Callable[[Path], dict[str, list[Any]]]
) -> None:
    """A page that is updated all day has more of them than Python lets a function call itself."""
    url = "https://a.example"
    pages = [Article("Herald", f"By then {n} votes were in.", url=url) for n in range(1200)]
    victim.index(tmp_path, pages)
    assert stats(tmp_path)["superseded"] == 1199
    assert _remove(tmp_path, Selection(urls=(url,))) == [pages[-1].id]
    assert dump(tmp_path)["article"] == []


def test_what_does_not_exist_removes_nothing(sample_index: Path) -> None:
    before = stats(sample_index)["content"]
    selection = Selection(("0" * 16,), ("https://nowhere.example",), ("Nobody",))
    assert _remove(sample_index, selection) == []
    assert stats(sample_index)["content"] == before


def test_an_empty_selection_removes_nothing(sample_index: Path) -> None:
    assert _remove(sample_index, Selection()) == []
