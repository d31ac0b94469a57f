"""Opening the FAISS file for searching, and building it anew when it is no good."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from claimcheck.database import Database, Generation
from claimcheck.errors import ClaimcheckError, IndexDamaged
from claimcheck.index.generations import build_generation, intact_file, is_stale
from claimcheck.index.layout import Layout
from claimcheck.index.lock import writer_lock
from claimcheck.stores import VectorStore
from claimcheck.stores.exact import exact_store
from claimcheck.stores.faiss_flat import FaissFlatStore


@dataclass(frozen=True, slots=True)
class VectorFile:
    """The vectors of all claims up to `last_claim`; none at all where the file is of no use."""

    number: int | None
    store: VectorStore
    last_claim: int

    def belongs_to(self, generation: Generation | None) -> bool:
        """Tell whether this is what there was to open for `generation`."""
        return self.number == (generation.number if generation else None)


def open_vector_file(layout: Layout, database: Database, warn: Callable[[str], None]) -> VectorFile:
    """Load the FAISS file, rebuilt if it was no good.

    Where it can't be rebuilt, what it lacks is searched exactly. `warn` is told of either, once.
    """
    file, trouble = _look(layout, database)
    if trouble is None:
        return file
    try:
        _rebuild(layout)
        file, again = _look(layout, database)
        if again is not None:
            raise IndexDamaged(again)
    except ClaimcheckError as error:
        warn(f"{trouble} {error.message} Searching exactly meanwhile, which is slower.")
    else:
        warn(f"{trouble} It has been built again from the database.")
    return file


def _look(layout: Layout, database: Database) -> tuple[VectorFile, str | None]:
    """Return what can be used of the FAISS file, and what is wrong with it."""
    generation = database.generations.newest()
    try:
        file = _load(layout, database)
    except IndexDamaged as error:
        if generation != database.generations.newest():
            # A writer replaced the file between our look at the database and at the folder.
            return _look(layout, database)
        number = generation.number if generation else None
        dimension = int(database.manifest()["dimension"])
        return VectorFile(number, exact_store([], dimension), 0), error.message
    if is_stale(database):
        return file, f"The vector file in {layout.folder} is behind its database."
    return file, None


def _load(layout: Layout, database: Database) -> VectorFile:
    generation, path = intact_file(layout, database)
    return VectorFile(generation.number, FaissFlatStore.load(path), generation.last_claim)


def _rebuild(layout: Layout) -> None:
    with writer_lock(layout, wait_s=0), Database.open_writer(layout.database) as writer:
        # Another process may have rebuilt it between our look and our lock.
        with suppress(IndexDamaged):
            _load(layout, writer)
            if not is_stale(writer):
                return
        build_generation(layout, writer, lambda _: None)
