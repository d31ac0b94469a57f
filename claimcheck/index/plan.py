"""Which claims go into which files: a log-structured merge over ranges of claim ids.

New claims get a file of their own, and take the files before them in once these are no longer much
larger (O'Neil et al., "The log-structured merge-tree", 1996). Adding a few claims to ten million
then writes as little as adding them to a thousand, and the files stay few.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

from claimcheck.database import Shard
from claimcheck.settings import ABSORBED_RATIO, MAX_GONE_SHARE, MAX_UNBUILT_CLAIMS
from claimcheck.stores import Ids


@dataclass(frozen=True, slots=True)
class Range:
    """Claim ids from `first` to `last`, inclusive."""

    first: int
    last: int

    def __len__(self) -> int:
        return max(0, self.last - self.first + 1)


def plan(
    shards: Sequence[Shard], last_claim: int, gone: Ids, broken: Collection[Shard] = ()
) -> list[Range]:
    """Return the ranges that need new files.

    `shards` are in the order of their claims and `gone` ascends; `broken` are those of `shards`
    whose files are no good.
    """
    kept = list(shards)
    unbuilt = unbuilt_range(shards, last_claim)
    size = len(unbuilt) - _within(gone, unbuilt)
    ranges = []
    if size > MAX_UNBUILT_CLAIMS or (size and not shards):
        first = unbuilt.first
        while kept and _live(kept[-1], gone) <= ABSORBED_RATIO * size:
            absorbed = kept.pop()
            size += _live(absorbed, gone)
            first = absorbed.first
        ranges.append(Range(first, last_claim))
    ranges += [_range(shard) for shard in kept if shard in broken or _is_hollow(shard, gone)]
    return sorted(ranges, key=lambda one: one.first)


def unbuilt_range(shards: Sequence[Shard], last_claim: int) -> Range:
    """Return the claims that came after all files; its end lies before its start for none."""
    return Range(shards[-1].last + 1 if shards else 1, last_claim)


def _is_hollow(shard: Shard, gone: Ids) -> bool:
    return _within(gone, _range(shard)) > MAX_GONE_SHARE * shard.claims


def _live(shard: Shard, gone: Ids) -> int:
    return shard.claims - _within(gone, _range(shard))


def _range(shard: Shard) -> Range:
    return Range(shard.first, shard.last)


def _within(gone: Ids, claims: Range) -> int:
    start, end = np.searchsorted(gone, [claims.first, claims.last + 1])
    return max(0, int(end - start))
