"""The FAISS file: derived from the database, replaced whole, trusted only with its checksum."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from claimcheck.checksums import sha256, stamp
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
    store = FaissFlatStore.build(dimension, _counted(database, dimension, notify))
    unfinished = layout.folder / f"claims-{os.getpid()}.faiss.part"
    try:
        store.save(unfinished)
        digest = sha256(unfinished)
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
        stamp=stamp(final),
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
    gone = sum(claim <= built.last_claim for claim in database.generations.tombstones())
    unbuilt = claims - (built.claims - gone)
    return max(unbuilt, gone) > min(MAX_UNBUILT_CLAIMS, MAX_UNBUILT_SHARE * max(claims, 1))


def intact_file(
    layout: Layout, database: Database, *, trust_stamp: bool = True
) -> tuple[Generation, Path]:
    """Return the FAISS file in force, byte for byte as it was written.

    Raises IndexDamaged, saying why, when there is none.
    """
    generation = database.generations.newest()
    if generation is None:
        raise IndexDamaged(f"{layout.folder} has no vector file yet.")
    path = layout.folder / generation.file
    try:
        if trust_stamp and stamp(path) == generation.stamp:
            return generation, path
        digest = sha256(path)
    except FileNotFoundError as error:
        raise IndexDamaged(f"{path} is missing.") from error
    except OSError as error:
        raise IndexDamaged(f"{path} cannot be read ({error.strerror}).") from error
    if digest != generation.sha256:
        raise IndexDamaged(f"{path} is damaged: its checksum differs.")
    return generation, path


def _counted(
    database: Database, dimension: int, notify: Callable[[int], None]
) -> Iterator[tuple[Ids, Vectors]]:
    for ids, vectors in database.vectors.after(0, dimension):
        yield ids, vectors
        notify(len(ids))


def _sweep(layout: Layout, keep: Path) -> None:
    for path in layout.vector_files():
        if path != keep:
            # What can't be deleted is never read again, and tried again next time.
            with suppress(OSError):
                path.unlink()


def _flush(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
