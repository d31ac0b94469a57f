"""FAISS against plain numpy: the same ids, scores and order."""

from pathlib import Path

import numpy as np
import pytest

from claimcheck.errors import IndexDamaged
from claimcheck.settings import BLAS_MIN_QUERIES
from claimcheck.stores import ExactStore, Hits, Ids, Vectors
from claimcheck.stores.base import Mask
from claimcheck.stores.faiss_flat import FaissFlatStore

DIMENSION = 64
COUNT = 3000
BATCHES = (1, BLAS_MIN_QUERIES - 1, BLAS_MIN_QUERIES, 3 * BLAS_MIN_QUERIES)


def _random_vectors(count: int, seed: int) -> Vectors:
    vectors = np.random.default_rng(seed).normal(size=(count, DIMENSION)).astype(np.float32)
    return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), np.float32)


def _random_ids() -> Ids:
    """Ascending, with gaps, as in an index from which articles were removed."""
    chosen = np.random.default_rng(1).choice(2 * COUNT, COUNT, replace=False)
    return np.sort(chosen).astype(np.int64)


IDS, VECTORS = _random_ids(), _random_vectors(COUNT, 2)
EXACT, FAISS = ExactStore(IDS, VECTORS), FaissFlatStore.build(DIMENSION, [(IDS, VECTORS)])


def _share(kept: float, length: int = 2 * COUNT) -> Mask:
    return np.asarray(np.random.default_rng(3).random(length) < kept)


def _assert_equal(found: Hits, expected: Hits) -> None:
    assert np.array_equal(found.ids, expected.ids)
    assert np.allclose(found.scores, expected.scores, rtol=0, atol=1e-5)


@pytest.mark.parametrize("queries", BATCHES)
@pytest.mark.parametrize(
    "keep",
    [
        None,
        _share(0.99),
        _share(0.75),
        _share(0.3),
        _share(0.002),
        _share(0),
        _share(0.9, length=COUNT // 2),
        np.empty(0, np.bool_),
    ],
    ids=["all", "99 %", "75 %", "30 %", "0.2 %", "none", "a short mask", "an empty mask"],
)
@pytest.mark.parametrize("k", [1, 10, 120])
def test_faiss_equals_exact_search(queries: int, keep: Mask | None, k: int) -> None:
    asked = _random_vectors(queries, 4)
    _assert_equal(FAISS.search(asked, k, keep), EXACT.search(asked, k, keep))


@pytest.mark.parametrize("queries", BATCHES)
@pytest.mark.parametrize("keep", [None, _share(0.9), _share(0.2)], ids=["all", "most", "few"])
def test_of_equal_vectors_the_lower_ids_are_returned(queries: int, keep: Mask | None) -> None:
    """As with reprints, of which there may be more than are asked for."""
    vectors = VECTORS[np.random.default_rng(5).integers(0, 60, COUNT)]
    exact, faiss = ExactStore(IDS, vectors), FaissFlatStore.build(DIMENSION, [(IDS, vectors)])
    asked = _random_vectors(queries, 6)
    _assert_equal(faiss.search(asked, 10, keep), exact.search(asked, 10, keep))


@pytest.mark.parametrize("queries", BATCHES)
def test_a_filter_may_take_just_the_nearest_away(queries: int) -> None:
    """It keeps four in five, yet none of those that a search without it would see first."""
    asked = np.repeat(_random_vectors(1, 11), queries, axis=0)
    nearest = EXACT.search(asked[:1], COUNT // 5).ids[0]
    keep = np.ones(2 * COUNT, np.bool_)
    keep[nearest] = False
    _assert_equal(FAISS.search(asked, 10, keep), EXACT.search(asked, 10, keep))


@pytest.mark.parametrize("queries", BATCHES)
def test_where_there_are_fewer_the_rest_is_padded(queries: int) -> None:
    asked, few = _random_vectors(queries, 7), (IDS[:3], VECTORS[:3])
    found = FaissFlatStore.build(DIMENSION, [few]).search(asked, 5)
    _assert_equal(found, ExactStore(*few).search(asked, 5))
    assert np.array_equal(found.ids[:, 3:], np.full((queries, 2), -1))
    assert np.array_equal(found.scores[:, 3:], np.zeros((queries, 2)))


def test_an_empty_store_finds_nothing() -> None:
    nothing = Hits(np.full((2, 3), -1), np.zeros((2, 3), np.float32))
    asked = _random_vectors(2, 8)
    _assert_equal(FaissFlatStore.build(DIMENSION, []).search(asked, 3), nothing)
    _assert_equal(ExactStore(IDS[:0], VECTORS[:0]).search(asked, 3), nothing)


def test_no_query_gives_no_row() -> None:
    assert FAISS.search(_random_vectors(0, 9), 4).ids.shape == (0, 4)
    assert EXACT.search(_random_vectors(0, 9), 4).ids.shape == (0, 4)


def test_a_saved_store_finds_the_same(tmp_path: Path) -> None:
    FAISS.save(tmp_path / "vectors")
    loaded, asked = FaissFlatStore.load(tmp_path / "vectors"), _random_vectors(5, 10)
    _assert_equal(loaded.search(asked, 10), FAISS.search(asked, 10))
    assert (len(loaded), loaded.dimension) == (COUNT, DIMENSION)


def test_a_file_that_is_no_store_is_damaged(tmp_path: Path) -> None:
    (tmp_path / "vectors").write_bytes(b"no such thing")
    with pytest.raises(IndexDamaged):
        FaissFlatStore.load(tmp_path / "vectors")


def test_a_store_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="could not write"):
        FAISS.save(tmp_path / "missing" / "vectors")
