"""Opening the derived files for searching, and building them anew when they are no good."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from claimcheck.database import Database, Shard
from claimcheck.errors import ClaimcheckError, IndexDamaged
from claimcheck.index.layout import Layout
from claimcheck.index.lock import writer_lock
from claimcheck.index.parts import Part
from claimcheck.index.plan import Range, plan, unbuilt_range
from claimcheck.index.shards import (
    build_shards,
    due,
    load_vectors,
    load_words,
    require_intact,
)
from claimcheck.settings import MAX_READ_CLAIMS
from claimcheck.stores.exact import ExactStore
from claimcheck.stores.faiss_flat import FaissFlatStore
from claimcheck.stores.faiss_ivf import FaissIvfStore


@dataclass(frozen=True, slots=True)
class OpenShards:
    """All claims that have usable files; `lacking` are the ranges that should have and don't."""

    shards: tuple[Shard, ...]
    parts: tuple[Part, ...]
    lacking: tuple[Range, ...]

    @property
    def kind(self) -> str:
        """Name what searches the vectors; if not exactly, with a checksum over the files."""
        kinds = {part.vectors.kind for part in self.parts}
        if FaissIvfStore.kind in kinds:
            files = "".join(shard.vectors.sha256 for shard in self.shards)
            return f"{FaissIvfStore.kind}@{hashlib.sha256(files.encode()).hexdigest()[:8]}"
        return FaissFlatStore.kind if kinds else ExactStore.kind


def open_shards(layout: Layout, database: Database, warn: Callable[[str], None]) -> OpenShards:
    """Open the files of all shards, rebuilt if they were no good.

    Where they can't be rebuilt, what they lack is searched exactly. `warn` is told of either, once.
    Raises IndexDamaged when so much is lacking that either would take minutes.
    """
    opened, trouble = _look(layout, database)
    if trouble is None:
        return opened
    _refuse_too_many(layout, database, opened, trouble)
    try:
        _rebuild(layout)
        opened, again = _look(layout, database)
        if again is not None:
            raise IndexDamaged(again)
    except ClaimcheckError as error:
        warn(f"{trouble} {error.message} Searching exactly meanwhile, which is slower.")
    else:
        warn(f"{trouble} It has been built again from the database.")
    return opened


def _look(layout: Layout, database: Database) -> tuple[OpenShards, str | None]:
    """Return what can be used of the files, and what is wrong with them."""
    shards = database.shards.all()
    parts, lacking, trouble = [], [], None
    for shard in shards:
        claims = Range(shard.first, shard.last)
        try:
            require_intact(layout, shard)
            vectors = load_vectors(layout, shard, database)
            parts.append(Part(claims, vectors, load_words(layout, shard)))
        except IndexDamaged as error:
            lacking.append(claims)
            trouble = error.message
    if trouble and shards != database.shards.all():
        # A writer replaced a file between our look at the database and at the folder.
        return _look(layout, database)
    opened = OpenShards(shards, tuple(parts), tuple(lacking))
    if trouble is None and plan(shards, database.claims.last_id(), database.shards.gone()):
        trouble = f"The vector file in {layout.folder} is behind its database."
    return opened, trouble


def _refuse_too_many(layout: Layout, database: Database, opened: OpenShards, trouble: str) -> None:
    """Raise IndexDamaged when so many claims lack files that nobody would wait for a search."""
    lacking = sum(map(len, unbuilt(opened, database.claims.last_id())))
    if lacking > MAX_READ_CLAIMS:
        raise IndexDamaged(
            f"{trouble} {lacking:,} claims cannot be searched without.",
            f"claimcheck repair --index {layout.folder}",
        )


def _rebuild(layout: Layout) -> None:
    with writer_lock(layout, wait_s=0), Database.open_writer(layout.database) as writer:
        # Another process may have rebuilt it between our look and our lock.
        if ranges := due(layout, writer):
            build_shards(layout, writer, ranges, lambda _: None)


def unbuilt(opened: OpenShards, last_claim: int) -> list[Range]:
    """Return the ranges that have to be read from the database."""
    tail = unbuilt_range(opened.shards, last_claim)
    return [*opened.lacking, *([tail] if len(tail) else [])]
