"""Tables `vector`, `tombstone` and `generation`: the vectors, and the files made from them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass

import numpy as np
import numpy.typing as npt

from claimcheck.database.session import Session, in_batches, marks

Ids = npt.NDArray[np.int64]
Vectors = npt.NDArray[np.float32]

_VECTORS_PER_READ = 20_000


@dataclass(frozen=True, slots=True)
class Generation:
    """One FAISS file: which claims it holds, and how to tell that it is intact.

    `last_claim` is the highest claim id in it; `stamp` (size, time, inode) spares hashing a file
    that nobody has touched. `created` is a UTC date-time.
    """

    number: int
    file: str
    sha256: str
    stamp: str
    kind: str
    claims: int
    last_claim: int
    created: str


class VectorTable:
    """One vector of half-precision numbers per claim."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def after(self, claim_id: int, dimension: int) -> Iterator[tuple[Ids, Vectors]]:
        """Yield ids (n,) and vectors (n, dimension) of claims with an id above `claim_id`.

        A damaged vector, one of another size, is left out; `not_of_size` finds it.
        """
        sql = (
            "SELECT claim, embedding FROM vector WHERE claim > ? AND length(embedding) = ? "
            "ORDER BY claim LIMIT ?"
        )
        size = _bytes_of(dimension)
        while rows := self._session.rows(sql, [claim_id, size, _VECTORS_PER_READ]):
            ids = np.fromiter((row["claim"] for row in rows), np.int64, len(rows))
            halves = np.frombuffer(b"".join(row["embedding"] for row in rows), np.float16)
            yield ids, halves.reshape(len(rows), dimension).astype(np.float32)
            claim_id = int(ids[-1])

    def get(self, claim_ids: Iterable[int], dimension: int) -> dict[int, Vectors]:
        """Return the vector of each claim that has one of the right size, by id."""
        found: dict[int, Vectors] = {}
        size = _bytes_of(dimension)
        for ids in in_batches(claim_ids):
            sql = (
                f"SELECT claim, embedding FROM vector WHERE claim IN ({marks(ids)}) "  # noqa: S608
                "AND length(embedding) = ?"
            )
            for row in self._session.rows(sql, [*ids, size]):
                found[row["claim"]] = np.frombuffer(row["embedding"], np.float16).astype(np.float32)
        return found

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


class GenerationTable:
    """Which FAISS file stands for the vectors, and which of its claims are gone."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def newest(self) -> Generation | None:
        """Return the FAISS file in force."""
        rows = self._session.rows("SELECT * FROM generation ORDER BY number DESC LIMIT 1")
        return Generation(**dict(rows[0])) if rows else None

    def tombstones(self) -> list[int]:
        """Return ids of claims that were removed and may still be in the file."""
        rows = self._session.rows("SELECT claim FROM tombstone ORDER BY claim")
        return [row["claim"] for row in rows]

    def replace(self, generation: Generation) -> None:
        """Record a file that lies complete on disk; its number is given by the table.

        Call inside a transaction. A file made now holds no removed claim, so no tombstone is left.
        """
        values = asdict(generation)
        del values["number"]
        self._session.run("DELETE FROM generation")
        self._session.tables.table("generation").insert(values)
        self._session.run("DELETE FROM tombstone")


def _bytes_of(dimension: int) -> int:
    return dimension * np.dtype(np.float16).itemsize


def blob(vector: Vectors) -> bytes:
    """Return a vector as it is stored: half precision changes a cosine by about 1e-4 at most."""
    return vector.astype(np.float16).tobytes()
