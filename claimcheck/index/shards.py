"""The files of vectors and words: derived from the database, trusted only with their checksums."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

import numpy as np

from claimcheck.checksums import sha256, stamp
from claimcheck.database import Database, DerivedFile, Shard
from claimcheck.errors import ClaimcheckError, IndexDamaged
from claimcheck.index.layout import Layout
from claimcheck.index.plan import Range, plan, unbuilt_range
from claimcheck.settings import MAX_EXACT_CLAIMS
from claimcheck.stores import Ids, Vectors, VectorStore
from claimcheck.stores.bm25 import Bm25Store
from claimcheck.stores.faiss_flat import FaissFlatStore
from claimcheck.stores.faiss_ivf import FaissIvfStore, Stored, training_size

Notify = Callable[[int], None]

_NAMES = {"faiss": "vector", "words": "word"}


class _Saved(Protocol):
    def save(self, path: Path) -> None: ...


def build_shards(
    layout: Layout, database: Database, ranges: Iterable[Range], notify: Notify
) -> None:
    """Write the files of each range and record them; call with the writer lock held.

    Written beside, flushed to disk, renamed, and only then recorded: whatever moment the power
    goes, the database names complete files or none. `notify` hears how many vectors were read.
    """
    for claims in ranges:
        shard = _build(layout, database, claims, notify)
        with database.transaction():
            database.shards.replace(claims.first, claims.last, shard)
    _sweep(layout, database)


def due(layout: Layout, database: Database, since: int | None = None) -> list[Range]:
    """Return which files are to be written, as they are missing, damaged or behind.

    Files made from the claims after `since` count as provisional: they are put together.
    """
    shards = [shard for shard in database.shards.all() if since is None or shard.first <= since]
    broken = [shard for shard in shards if not _is_intact(layout, shard)]
    return plan(shards, database.claims.last_id(), database.shards.gone(), broken)


def unbuilt_claims(database: Database) -> Range:
    """Return the claims that came after all files."""
    return unbuilt_range(database.shards.all(), database.claims.last_id())


def require_intact(layout: Layout, shard: Shard, *, trust_stamp: bool = True) -> None:
    """Raise IndexDamaged, saying why, unless both files are byte for byte as they were written."""
    for file in (shard.vectors, shard.words):
        path = layout.folder / file.name
        try:
            if trust_stamp and stamp(path) == file.stamp:
                continue
            digest = sha256(path)
        except FileNotFoundError as error:
            raise IndexDamaged(f"{path} is missing.") from error
        except OSError as error:
            raise IndexDamaged(f"{path} cannot be read ({error.strerror}).") from error
        if digest != file.sha256:
            raise IndexDamaged(f"{path} is damaged: its checksum differs.")


def load_vectors(layout: Layout, shard: Shard, database: Database) -> VectorStore:
    """Open a shard's vectors, with ids counted from its first claim. Raises IndexDamaged."""
    path = layout.folder / shard.vectors.name
    if shard.kind == FaissFlatStore.kind:
        return FaissFlatStore.load(path)
    if shard.kind == FaissIvfStore.kind:
        return FaissIvfStore.load(path, _stored(database, shard.first))
    raise IndexDamaged(f"{path} is of the unknown kind {shard.kind}.")


def load_words(layout: Layout, shard: Shard) -> Bm25Store:
    """Open a shard's words, with ids counted from its first claim. Raises IndexDamaged."""
    return Bm25Store.load(layout.folder / shard.words.name)


def words_of_claims(database: Database, claims: Range) -> Bm25Store:
    """Return the words of a range, with ids counted from its first claim."""
    texts = database.claims.texts(claims.first, claims.last)
    return Bm25Store.build((claim_id - claims.first, text) for claim_id, text in texts)


def vectors_of_claims(
    database: Database, claims: Range, notify: Notify = lambda _: None
) -> Iterator[tuple[Ids, Vectors]]:
    """Yield the vectors of a range, with ids counted from its first claim."""
    dimension = _dimension(database)
    for ids, vectors in database.vectors.between(claims.first, claims.last, dimension):
        yield ids - claims.first, vectors
        notify(len(ids))


def _build(layout: Layout, database: Database, claims: Range, notify: Notify) -> Shard | None:
    count = database.vectors.count(claims.first, claims.last)
    if not count:
        return None
    store, recall = _vector_store(database, claims, count, notify)
    vectors = _write(layout, store, "faiss")
    kind = store.kind
    del store
    words = _write(layout, words_of_claims(database, claims), "words")
    created = datetime.now(UTC).isoformat(timespec="seconds")
    return Shard(claims.first, claims.last, count, kind, recall, vectors, words, created)


def _vector_store(
    database: Database, claims: Range, count: int, notify: Notify
) -> tuple[FaissFlatStore | FaissIvfStore, float]:
    parts = vectors_of_claims(database, claims, notify)
    if count <= MAX_EXACT_CLAIMS:
        return FaissFlatStore.build(_dimension(database), parts), 1.0
    chosen = np.linspace(claims.first, claims.last, training_size(count)).astype(np.int64)
    _, sample = database.vectors.of(np.unique(chosen).tolist(), _dimension(database))
    return FaissIvfStore.build(sample, count, parts, _stored(database, claims.first))


def _stored(database: Database, first: int) -> Stored:
    dimension = _dimension(database)

    def fetch(ids: Ids) -> Vectors:
        known, vectors = database.vectors.of((ids + first).tolist(), dimension)
        if len(known) == len(ids):
            return vectors
        # A claim that another process removed meanwhile, or whose vector is damaged.
        complete = np.zeros((len(ids), dimension), np.float32)
        complete[np.isin(ids + first, known)] = vectors
        return complete

    return fetch


def _dimension(database: Database) -> int:
    return int(database.manifest()["dimension"])


def _write(layout: Layout, store: _Saved, suffix: str) -> DerivedFile:
    unfinished = layout.folder / f"claims-{os.getpid()}.{suffix}.part"
    try:
        store.save(unfinished)
        digest = sha256(unfinished)
        final = layout.folder / f"claims-{digest[:12]}.{suffix}"
        _flush(unfinished)
        unfinished.replace(final)
        _flush(layout.folder)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise ClaimcheckError(
            f"The {_NAMES[suffix]} file in {layout.folder} could not be written ({error}).",
            "Every article is kept. Free some space, then: claimcheck repair",
        ) from error
    return DerivedFile(final.name, digest, stamp(final))


def _is_intact(layout: Layout, shard: Shard) -> bool:
    try:
        require_intact(layout, shard)
    except IndexDamaged:
        return False
    return True


def _sweep(layout: Layout, database: Database) -> None:
    shards = database.shards.all()
    used = {file.name for shard in shards for file in (shard.vectors, shard.words)}
    for path in layout.derived_files():
        if path.name not in used:
            # What can't be deleted is never read again, and tried again next time.
            with suppress(OSError):
                path.unlink()


def _flush(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
