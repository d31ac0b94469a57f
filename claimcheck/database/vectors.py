"""Table `vector`: one vector per claim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import numpy as np
import numpy.typing as npt

from claimcheck.database.session import Row, Session, in_batches, marks

Ids = npt.NDArray[np.int64]
Vectors = npt.NDArray[np.float32]

_VECTORS_PER_READ = 20_000


class VectorTable:
    """One vector of half-precision numbers per claim."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def between(self, first: int, last: int, dimension: int) -> Iterator[tuple[Ids, Vectors]]:
        """Yield ids (n,) and vectors (n, dimension) of the claims from `first` to `last`.

        A damaged vector, one of another size, is left out; `not_of_size` finds it.
        """
        sql = (
            "SELECT claim, embedding FROM vector WHERE claim BETWEEN ? AND ? "
            "AND length(embedding) = ? ORDER BY claim LIMIT ?"
        )
        size = _bytes_of(dimension)
        while rows := self._session.rows(sql, [first, last, size, _VECTORS_PER_READ]):
            ids, vectors = _arrays(rows, dimension)
            yield ids, vectors
            first = int(ids[-1]) + 1

    def of(self, claim_ids: Iterable[int], dimension: int) -> tuple[Ids, Vectors]:
        """Return ids (n,), ascending, and vectors of the claims that have one of the right size."""
        size, found = _bytes_of(dimension), []
        for wanted in in_batches(claim_ids):
            sql = (
                f"SELECT claim, embedding FROM vector WHERE claim IN ({marks(wanted)}) "  # noqa: S608
                "AND length(embedding) = ?"
            )
            found += self._session.rows(sql, [*wanted, size])
        ids, vectors = _arrays(found, dimension)
        order = np.argsort(ids)
        return ids[order], vectors[order]

    def count(self, first: int, last: int) -> int:
        """Return how many claims from `first` to `last` have a vector."""
        sql = "SELECT count(*) AS n FROM vector WHERE claim BETWEEN ? AND ?"
        return int(self._session.rows(sql, [first, last])[0]["n"])

    def replace(self, vectors: Mapping[int, Vectors]) -> None:
        """Replace the vectors of some claims; call inside a transaction."""
        self._session.run_many(
            "INSERT OR REPLACE INTO vector VALUES (?, ?)",
            [(claim, blob(vector)) for claim, vector in vectors.items()],
        )

    def not_of_size(self, dimension: int) -> list[int]:
        """Return the claims whose vector is missing or of another size."""
        size = _bytes_of(dimension)
        sql = (
            "SELECT claim.id FROM claim LEFT JOIN vector ON claim = claim.id "
            "WHERE embedding IS NULL OR length(embedding) <> ? ORDER BY claim.id"
        )
        return [row["id"] for row in self._session.rows(sql, [size])]


def _arrays(rows: list[Row], dimension: int) -> tuple[Ids, Vectors]:
    ids = np.fromiter((row[0] for row in rows), np.int64, len(rows))
    halves = np.frombuffer(b"".join(row[1] for row in rows), np.float16)
    return ids, halves.reshape(len(rows), dimension).astype(np.float32)


def _bytes_of(dimension: int) -> int:
    return dimension * np.dtype(np.float16).itemsize


def blob(vector: Vectors) -> bytes:
    """Return a vector as it is stored: half precision changes a cosine by about 1e-4 at most."""
    return vector.astype(np.float16).tobytes()
