"""Tables `shard` and `tombstone`: the files made from the claims, and which claims are gone."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from claimcheck.database.session import Row, Session
from claimcheck.database.vectors import Ids


@dataclass(frozen=True, slots=True)
class DerivedFile:
    """A file in the index folder, and how to tell that it is intact.

    `stamp` (size, time, inode) spares hashing a file that nobody has touched.
    """

    name: str
    sha256: str
    stamp: str


@dataclass(frozen=True, slots=True)
class Shard:
    """The claims with ids from `first` to `last` (inclusive), as two files.

    `claims` is how many of these ids existed when the files were made, `kind` the store of the
    vectors, `recall` (0 to 1) the share of the nearest that it was measured to find. `created` is a
    UTC date-time.
    """

    first: int
    last: int
    claims: int
    kind: str
    recall: float
    vectors: DerivedFile
    words: DerivedFile
    created: str


class ShardTable:
    """Which files stand for the claims, and which of their claims are gone."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> tuple[Shard, ...]:
        """Return the shards in force, in the order of their claims; no two overlap."""
        return tuple(map(_shard, self._session.rows("SELECT * FROM shard ORDER BY first")))

    def gone(self) -> Ids:
        """Return the ids of claims that were removed and may still be in a file, ascending."""
        rows = self._session.rows("SELECT claim FROM tombstone ORDER BY claim")
        return np.array([row[0] for row in rows], np.int64)

    def replace(self, first: int, last: int, shard: Shard | None) -> None:
        """Put `shard`, whose files lie complete on disk, in place of those from `first` to `last`.

        Call inside a transaction. A file made now holds no removed claim, so no tombstone is left
        in its range. None where no claim of the range is left.
        """
        self._session.run("DELETE FROM shard WHERE first BETWEEN ? AND ?", [first, last])
        self._session.run("DELETE FROM tombstone WHERE claim BETWEEN ? AND ?", [first, last])
        if shard is not None:
            self._session.tables.table("shard").insert(_row(shard))


def _row(shard: Shard) -> dict[str, str | int | float]:
    return {
        "first": shard.first,
        "last": shard.last,
        "claims": shard.claims,
        "kind": shard.kind,
        "recall": shard.recall,
        "vectors": shard.vectors.name,
        "vectors_sha256": shard.vectors.sha256,
        "vectors_stamp": shard.vectors.stamp,
        "words": shard.words.name,
        "words_sha256": shard.words.sha256,
        "words_stamp": shard.words.stamp,
        "created": shard.created,
    }


def _shard(row: Row) -> Shard:
    vectors, words = (
        DerivedFile(row[name], row[f"{name}_sha256"], row[f"{name}_stamp"])
        for name in ("vectors", "words")
    )
    return Shard(
        row["first"],
        row["last"],
        row["claims"],
        row["kind"],
        row["recall"],
        vectors,
        words,
        row["created"],
    )
