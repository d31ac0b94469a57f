"""The compressed store: nearly the exact results, with exact scores."""

from pathlib import Path

import numpy as np
import pytest

from claimcheck.errors import IndexDamaged
from claimcheck.settings import RECALL_AIM, RECALL_K
from claimcheck.stores import ExactStore, Ids, Keep, Vectors, faiss_ivf
from claimcheck.stores.faiss_ivf import FaissIvfStore, lists_for, training_size

DIMENSION = 32
COUNT = 20_000


def _clustered(count: int, seed: int) -> Vectors:
    """Unit vectors around 300 centres, as claims lie around events."""
    centres = np.random.default_rng(0).normal(size=(300, DIMENSION))
    chance = np.random.default_rng(seed)
    around = centres[chance.integers(0, 300, count)]
    vectors = around + 0.7 * chance.normal(size=(count, DIMENSION))
    return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), np.float32)


VECTORS = _clustered(COUNT, 1)
# With gaps, as where articles were removed.
IDS = (np.arange(COUNT) * 2 + 1).astype(np.int64)
QUERIES = _clustered(100, 2)
EXACT = ExactStore(IDS, VECTORS)


def _stored(ids: Ids) -> Vectors:
    return VECTORS[(ids - 1) // 2]


@pytest.fixture(scope="module")
def built() -> tuple[FaissIvfStore, float]:
    parts = [
        (IDS[start : start + 3000], VECTORS[start : start + 3000])
        for start in range(0, COUNT, 3000)
    ]
    return FaissIvfStore.build(VECTORS[:: COUNT // training_size(COUNT)], COUNT, parts, _stored)


def _recall(store: FaissIvfStore, keep: Keep = None) -> float:
    found, exact = (s.search(QUERIES, RECALL_K, keep).ids for s in (store, EXACT))
    return float(np.mean([np.isin(a, b).mean() for a, b in zip(exact, found, strict=True)]))


def test_it_finds_as_many_of_the_nearest_as_it_was_tuned_for(
    built: tuple[FaissIvfStore, float],
) -> None:
    store, recall = built
    assert (recall >= RECALL_AIM, _recall(store) >= RECALL_AIM - 0.015) == (True, True)
    assert 1 < store.probes < lists_for(COUNT)


@pytest.mark.parametrize("share", [0.9, 0.3, 0.1, 0.01, 0.001])
def test_a_filter_costs_no_recall(
    built: tuple[FaissIvfStore, float], share: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(faiss_ivf, "MAX_EXACT_CLAIMS", 1000)
    keep = np.random.default_rng(3).random(2 * COUNT + 1) < share
    assert _recall(built[0], keep) >= RECALL_AIM - 0.015


def test_scores_are_exact(built: tuple[FaissIvfStore, float]) -> None:
    found = built[0].search(QUERIES, 5)
    assert np.allclose(
        found.scores, np.einsum("qd,qkd->qk", QUERIES, _stored(found.ids)), atol=1e-6
    )
    assert (np.diff(found.scores) <= 0).all()


def test_where_the_filter_keeps_fewer_the_rest_is_padded(
    built: tuple[FaissIvfStore, float],
) -> None:
    keep = np.zeros(2 * COUNT + 1, np.bool_)
    keep[[11, 13]] = True
    found = built[0].search(QUERIES[:2], 4, keep)
    assert [sorted(row) for row in found.ids.tolist()] == [[-1, -1, 11, 13]] * 2
    assert (found.ids[:, 2:].tolist(), found.scores[:, 2:].tolist()) == (
        [[-1] * 2] * 2,
        [[0] * 2] * 2,
    )


def test_a_filter_that_keeps_nothing(built: tuple[FaissIvfStore, float]) -> None:
    found = built[0].search(QUERIES[:1], 3, np.zeros(2 * COUNT + 1, np.bool_))
    assert (found.ids.tolist(), found.scores.tolist()) == ([[-1] * 3], [[0] * 3])


def test_a_saved_store_finds_the_same(built: tuple[FaissIvfStore, float], tmp_path: Path) -> None:
    built[0].save(tmp_path / "vectors")
    loaded = FaissIvfStore.load(tmp_path / "vectors", _stored)
    assert (len(loaded), loaded.probes) == (COUNT, built[0].probes)
    assert np.array_equal(loaded.search(QUERIES, 9).ids, built[0].search(QUERIES, 9).ids)


def test_a_file_that_is_no_store_is_damaged(tmp_path: Path) -> None:
    (tmp_path / "vectors").write_bytes(b"no such thing")
    with pytest.raises(IndexDamaged):
        FaissIvfStore.load(tmp_path / "vectors", _stored)
