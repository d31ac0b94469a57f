"""Which claims get new files: a few, however many there are."""

import numpy as np
import pytest

from claimcheck.database import DerivedFile, Shard
from claimcheck.index.plan import Range, plan
from claimcheck.settings import MAX_UNBUILT_CLAIMS as FEW

FILE = DerivedFile("", "", "")
NONE = np.empty(0, np.int64)


def _shard(first: int, last: int) -> Shard:
    return Shard(first, last, last - first + 1, "faiss-flat", 1.0, FILE, FILE, "")


def test_the_first_claims_get_files_however_few_they_are() -> None:
    assert plan([], 1, NONE) == [Range(1, 1)]


def test_without_claims_there_is_nothing_to_write() -> None:
    assert plan([], 0, NONE) == []


def test_a_few_new_claims_are_left_for_later() -> None:
    assert plan([_shard(1, 100)], 100 + FEW, NONE) == []


def test_many_new_claims_get_files_of_their_own_beside_far_more() -> None:
    assert plan([_shard(1, 100 * FEW)], 101 * FEW + 1, NONE) == [
        Range(100 * FEW + 1, 101 * FEW + 1)
    ]


def test_new_claims_take_in_what_is_not_much_larger() -> None:
    shards = [_shard(1, 10 * FEW), _shard(10 * FEW + 1, 12 * FEW), _shard(12 * FEW + 1, 13 * FEW)]
    assert plan(shards, 14 * FEW + 1, NONE) == [Range(10 * FEW + 1, 14 * FEW + 1)]


def test_removed_claims_count_neither_as_new_nor_as_there() -> None:
    shards, gone = [_shard(1, 10 * FEW)], np.arange(10 * FEW + 1, 11 * FEW)
    assert plan(shards, 11 * FEW + 1, gone) == []


def test_a_shard_that_lost_many_is_written_again_alone() -> None:
    shards = [_shard(1, 100), _shard(101, 200)]
    assert plan(shards, 200, np.arange(101, 112)) == [Range(101, 200)]
    assert plan(shards, 200, np.arange(101, 111)) == []


def test_broken_files_are_written_again() -> None:
    shards = [_shard(1, 100), _shard(101, 200)]
    assert plan(shards, 200, NONE, broken=shards[:1]) == [Range(1, 100)]


@pytest.mark.parametrize("total", [10_000, 300_000])
def test_claims_are_written_again_as_often_as_the_logarithm_of_their_number(total: int) -> None:
    shards: list[Shard] = []
    written = 0
    for last in range(1_000, total + 1, 1_000):
        for one in plan(shards, last, NONE):
            shards = [shard for shard in shards if shard.first < one.first]
            shards.append(_shard(one.first, one.last))
            written += one.last - one.first + 1
    assert written <= total * np.log2(total / FEW)
    assert len(shards) <= np.log2(total / FEW) + 1
