"""Reciprocal rank fusion, by numbers computed by hand."""

from claimcheck.datatypes import Scores
from claimcheck.index.fusion import fuse


def test_ranks_of_both_retrievers_are_fused() -> None:
    """1/6 = .166667, 1/7 = .142857, 1/8 = .125."""
    fused = fuse({7: 0.9, 5: 0.8, 3: 0.7}, [5, 9])
    assert list(fused.items()) == [
        (5, Scores(0.8, 2, 1, 1 / 7 + 1 / 6)),
        (7, Scores(0.9, 1, None, 1 / 6)),
        (9, Scores(0.0, None, 2, 1 / 7)),
        (3, Scores(0.7, 3, None, 1 / 8)),
    ]


def test_ties_come_in_the_order_of_ids() -> None:
    assert list(fuse({8: 0.9, 2: 0.5}, [2, 8])) == [2, 8]


def test_one_retriever_may_find_nothing() -> None:
    assert fuse({}, [4]) == {4: Scores(0.0, None, 1, 1 / 6)}
    assert fuse({4: 1.0}, []) == {4: Scores(1.0, 1, None, 1 / 6)}
    assert fuse({}, []) == {}
