"""Articles that are copies of one text, among many."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

import numpy as np

from claimcheck.compare.origins.components import connected
from claimcheck.compare.origins.signature import Hashes, Signature, are_copies, sign
from claimcheck.datatypes import Article
from claimcheck.settings import COMMON_RUN, COPY_DAYS, MIN_COPY_RUNS


def group_copies(articles: Iterable[Article]) -> list[list[int]]:
    """Return the places of the articles in groups, each of copies of one text, in order.

    An article without a copy is a group of its own. Copies of a copy are in its group. Articles
    of different weeks are no copies: what those share are captions and an author's earlier words.
    """
    signed, days = [], []
    for article in articles:
        signed.append(sign(article.text))
        days.append(article.citation.date)
    signatures = strip_common(signed)
    copies = (
        (a, b)
        for a, b in candidate_pairs(signatures)
        if are_near(days[a], days[b]) and are_copies(signatures[a], signatures[b])
    )
    return connected(len(signatures), copies)


def strip_common(signatures: Sequence[Signature]) -> list[Signature]:
    """Return the signatures without the runs that more than COMMON_RUN of them have.

    Menus, notes on authors and legal lines stand in many articles that share nothing else.
    """
    runs, counts = np.unique(_joined(signatures), return_counts=True)
    common = runs[counts > COMMON_RUN]
    return [
        Signature(one.told[~_among(one.told, common)], one.quoted, one.agency) for one in signatures
    ]


def candidate_pairs(signatures: Sequence[Signature]) -> Iterator[tuple[int, int]]:
    """Yield the pairs that share enough runs to be copies; lower place first."""
    runs = _joined(signatures)
    owners = np.repeat(np.arange(len(signatures)), [len(one.told) for one in signatures])
    order = np.argsort(runs, kind="stable")
    starts = np.flatnonzero(np.diff(runs[order])) + 1
    shared = (some for some in np.split(owners[order], starts) if len(some) > 1)
    pairs = Counter(pair for some in shared for pair in combinations(some.tolist(), 2))
    return (pair for pair, count in pairs.items() if count >= MIN_COPY_RUNS)


def are_near(one: datetime.date | None, other: datetime.date | None) -> bool:
    """Tell whether two publications lie near enough for copies; one undated may."""
    return not one or not other or abs(one - other) <= datetime.timedelta(days=COPY_DAYS)


def _joined(signatures: Sequence[Signature]) -> Hashes:
    every = [one.told for one in signatures]
    return np.concatenate(every) if every else np.empty(0, np.uint64)


def _among(some: Hashes, sorted_runs: Hashes) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    if not len(sorted_runs):
        return np.zeros(len(some), np.bool_)
    places = np.minimum(np.searchsorted(sorted_runs, some), len(sorted_runs) - 1)
    return np.asarray(sorted_runs[places] == some)
