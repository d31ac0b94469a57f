"""Exact search by numbers computed by hand, and merging."""

import numpy as np

from claimcheck.stores import ExactStore, Hits, Ids, Vectors
from claimcheck.stores.exact import exact_store, merged


def _vectors(*rows: tuple[float, float]) -> Vectors:
    return np.array(rows, np.float32).reshape(-1, 2)


def _ids(*ids: int) -> Ids:
    return np.array(ids, np.int64)


def _lists(hits: Hits) -> tuple[list[list[int]], list[list[float]]]:
    return hits.ids.tolist(), [[round(score, 6) for score in row] for row in hits.scores.tolist()]


STORE = ExactStore(_ids(2, 4, 7), _vectors((1, 0), (0, 1), (0.6, 0.8)))


def test_the_nearest_come_first() -> None:
    found = STORE.search(_vectors((1, 0), (0, 1)), 2)
    assert _lists(found) == ([[2, 7], [4, 7]], [[1, 0.6], [1, 0.8]])


def test_a_mask_keeps_by_id_and_what_is_beyond_its_end_is_not_kept() -> None:
    keep = np.array([True, True, False, True, True])
    assert _lists(STORE.search(_vectors((1, 0)), 2, keep)) == ([[4, -1]], [[0, 0]])


def test_a_store_of_parts_holds_them_all() -> None:
    parts = [(_ids(1), _vectors((1, 0))), (_ids(5, 6), _vectors((0, 1), (1, 0)))]
    found = exact_store(parts, 2).search(_vectors((1, 0)), 3)
    assert _lists(found) == ([[1, 6, 5]], [[1, 1, 0]])
    assert len(exact_store([], 2)) == 0


def test_merging_ranks_by_score_then_id_and_pads() -> None:
    one = Hits(np.array([[9, 3, -1]]), np.array([[0.9, 0.2, 0]], np.float32))
    two = Hits(np.array([[4, 5, -1]]), np.array([[0.9, -0.5, 0]], np.float32))
    assert _lists(merged([one, two], 3)) == ([[4, 9, 3]], [[0.9, 0.9, 0.2]])
    assert _lists(merged([one, two], 7)) == (
        [[4, 9, 3, 5, -1, -1, -1]],
        [[0.9, 0.9, 0.2, -0.5, 0, 0, 0]],
    )
