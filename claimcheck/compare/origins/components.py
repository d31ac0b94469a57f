"""Groups from pairs."""

from __future__ import annotations

from collections.abc import Iterable


def connected(count: int, pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Return the numbers below `count` in groups that pairs connect, each by its first number."""
    parent = list(range(count))

    def first_of(one: int) -> int:
        while parent[one] != one:
            parent[one] = one = parent[parent[one]]
        return one

    for pair in pairs:
        low, high = sorted(map(first_of, pair))
        parent[high] = low
    groups: dict[int, list[int]] = {}
    for one in range(count):
        groups.setdefault(first_of(one), []).append(one)
    return list(groups.values())
