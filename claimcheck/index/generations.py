"""The FAISS file: derived from the database, replaced whole, trusted only with its checksum."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from claimcheck.database import Database, Generation
from claimcheck.errors import ClaimcheckError, IndexDamaged
from claimcheck.index.layout import Layout
from claimcheck.settings import MAX_UNBUILT_CLAIMS, MAX_UNBUILT_SHARE
from claimcheck.stores import Ids, Vectors
from claimcheck.stores.faiss_flat import FaissFlatStore


def build_generation(layout: Layout, database: Database, notify: Callable[[int], None]) -> None:
    """Write a FAISS file over all vectors and record it; call with the writer lock held.

    Written beside, flushed to disk, renamed, and only then recorded: whatever moment the power
    goes, the database names a complete file or none. `notify` hears how many vectors were read.
    """
    dimension = int(database.manifest()["dimension"])
    store = FaissFlatStore.build(dimension, _counted(database, notify))
    unfinished = layout.folder / f"claims-{os.getpid()}.faiss.part"
    try:
        store.save(unfinished)
        digest = _sha256(unfinished)
        final = layout.folder / f"claims-{digest[:12]}.faiss"
        _flush(unfinished)
        unfinished.replace(final)
        _flush(layout.folder)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise ClaimcheckError(
            f"The vector file in {layout.folder} could not be written ({error}).",
            "Every article is kept. Free some space, then: claimcheck repair",
        ) from error
    generation = Generation(
        number=0,
        file=final.name,
        sha256=digest,
        stamp=_stamp(final),
        kind=store.kind,
        claims=len(store),
        last_claim=database.claims.last_id(),
        created=datetime.now(UTC).isoformat(timespec="seconds"),
    )
    with database.transaction():
        database.generations.replace(generation)
    _sweep(layout, final)


def is_stale(database: Database) -> bool:
    """Tell whether so many claims came or went since the last file that a new one pays."""
    built = database.generations.newest()
    if built is None:
        return database.claims.last_id() > 0
    claims = database.checks.counts()["claims"]
    gone = len(database.generations.tombstones())
    unbuilt = claims - (built.claims - gone)
    return max(unbuilt, gone) > min(MAX_UNBUILT_CLAIMS, MAX_UNBUILT_SHARE * max(claims, 1))


def open_generation(layout: Layout, database: Database) -> tuple[Generation, FaissFlatStore]:
    """Load the newest intact FAISS file.

    Raises IndexDamaged, saying why, when there is none.
    """
    generation = database.generations.newest()
    if generation is None:
        raise IndexDamaged(f"{layout.folder} has no vector file yet.")
    path = layout.folder / generation.file
    check_file(path, generation, trust_stamp=True)
    store = FaissFlatStore.load(path)
    if len(store) != generation.claims:
        raise IndexDamaged(f"{path} holds {len(store)} vectors, not {generation.claims}.")
    return generation, store


def check_file(path: Path, generation: Generation, *, trust_stamp: bool) -> None:
    """Raise IndexDamaged unless the file is byte for byte the one that was written."""
    if not path.is_file():
        raise IndexDamaged(f"{path} is missing.")
    if trust_stamp and _stamp(path) == generation.stamp:
        return
    try:
        digest = _sha256(path)
    except OSError as error:
        raise IndexDamaged(f"{path} cannot be read ({error.strerror}).") from error
    if digest != generation.sha256:
        raise IndexDamaged(f"{path} is damaged: its checksum differs.")


def _counted(database: Database, notify: Callable[[int], None]) -> Iterator[tuple[Ids, Vectors]]:
    for ids, vectors in database.vectors.after():
        yield ids, vectors
        notify(len(ids))


def _sweep(layout: Layout, keep: Path) -> None:
    for path in layout.vector_files():
        if path != keep:
            path.unlink(missing_ok=True)


def _stamp(path: Path) -> str:
    status = path.stat()
    return f"{status.st_size}-{status.st_mtime_ns}-{status.st_ino}"


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _flush(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
