"""Is the index sound, and what of it can be made sound again?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from claimcheck.database import Database, Shard
from claimcheck.embed import Encoder
from claimcheck.errors import IndexDamaged
from claimcheck.index.chunks import reading_of
from claimcheck.index.layout import Layout
from claimcheck.index.lock import writer_lock
from claimcheck.index.manifest import NO_CONTENT, Manifest, read_manifest, toggled
from claimcheck.index.plan import Range
from claimcheck.index.shards import build_shards, load_vectors, load_words, require_intact
from claimcheck.settings import MAX_NORM_ERROR
from claimcheck.stores import VectorStore
from claimcheck.stores.bm25 import Bm25Store, telling_terms

_PROBES = 50


@dataclass(frozen=True, slots=True)
class Health:
    """What a check found. `problems` is empty for a sound index; `checked` says what was read."""

    problems: tuple[str, ...]
    checked: dict[str, int]


def verify(folder: Path, wait_s: float, notify: Callable[[str], None] = lambda _: None) -> Health:
    """Check every page, span, vector and checksum of the index in `folder`.

    Holds the writer lock, so that nothing moves meanwhile. Raises IndexMissing, IndexDamaged when
    the database itself is damaged, as nothing read from it then says anything, IndexLocked.
    """
    layout = Layout(folder)
    layout.require()
    with writer_lock(layout, wait_s, notify), Database.open_writer(layout.database) as database:
        problems = tuple(_problems(layout, database))
        return Health(problems, database.checks.counts())


def repair(
    folder: Path,
    wait_s: float,
    load: Callable[[Manifest], Encoder],
    notify: Callable[[str], None] = lambda _: None,
) -> list[str]:
    """Make anew what derives from the articles: bad vectors, and the files of vectors and words.

    Return what was done. `load` gives the encoder, and is called only when a vector is bad. Raises
    IndexDamaged, before anything is written, when the database itself is damaged.
    """
    layout = Layout(folder)
    layout.require()
    with writer_lock(layout, wait_s, notify), Database.open_writer(layout.database) as database:
        database.checks.pages()
        manifest = read_manifest(database)
        if manifest is None:
            return []
        done = []
        if bad := _bad_vectors(database, manifest.dimension):
            _embed_again(database, bad, load(manifest))
            done.append(f"{len(bad)} vectors computed again")
        with database.transaction():
            database.set_manifest({"content": _content(database)})
        build_shards(layout, database, [Range(1, database.claims.last_id())], lambda _: None)
        vectors = database.checks.counts()["vectors"]
        done.append(f"files of vectors and words built again over {vectors:,} claims")
        return done


def _problems(layout: Layout, database: Database) -> Iterator[str]:
    database.checks.pages()
    yield from database.checks.dangling_rows()
    for article_id in database.articles.altered():
        yield (
            f"article {article_id}: its text is no longer the one that was loaded "
            f"(claimcheck remove --id {article_id}, then index it again)"
        )
    yield from database.checks.misplaced_claims()
    manifest = read_manifest(database)
    if manifest is None:
        return
    for claim_id in _bad_vectors(database, manifest.dimension):
        yield f"claim {claim_id}: its vector is no unit vector (claimcheck repair)"
    if _content(database) != manifest.content:
        yield "the articles are not those that the manifest sums up (claimcheck repair)"
    yield from _file_problems(layout, database, manifest.dimension)


def _bad_vectors(database: Database, dimension: int) -> list[int]:
    return database.vectors.not_of_size(dimension) + [
        int(claim_id)
        for ids, vectors in database.vectors.between(1, database.claims.last_id(), dimension)
        for claim_id in ids[~(np.abs(np.linalg.norm(vectors, axis=1) - 1) < MAX_NORM_ERROR)]
    ]


def _content(database: Database) -> str:
    content = NO_CONTENT
    for article_id in database.articles.ids():
        content = toggled(content, article_id)
    return content


def _file_problems(layout: Layout, database: Database, dimension: int) -> Iterator[str]:
    shards = database.shards.all()
    if not shards and database.claims.last_id():
        yield f"{layout.folder} has no vector file yet. (claimcheck repair)"
    for shard in shards:
        try:
            require_intact(layout, shard, trust_stamp=False)
            vectors, words = load_vectors(layout, shard, database), load_words(layout, shard)
        except IndexDamaged as error:
            yield f"{error.message} (claimcheck repair)"
            continue
        yield from _probe_vectors(database, shard, vectors, dimension)
        yield from _probe_words(database, shard, words)


def _probe_vectors(
    database: Database, shard: Shard, store: VectorStore, dimension: int
) -> Iterator[str]:
    """Look some stored vectors up in the file: each must find a vector equal to itself."""
    for claim_id, vector in zip(*database.vectors.of(_chosen(shard), dimension), strict=True):
        best = float(store.search(vector[None, :], 1).scores[0, 0])
        if best < float(vector @ vector) - MAX_NORM_ERROR:
            yield f"claim {claim_id} is not found in {shard.vectors.name} (claimcheck repair)"


def _probe_words(database: Database, shard: Shard, store: Bm25Store) -> Iterator[str]:
    """Look some claims up in the file: each must be known to hold its own words."""
    for claim_id, claim in database.claims.get(_chosen(shard)).items():
        if not all(store.holds(claim_id - shard.first, term) for term in telling_terms(claim.text)):
            yield f"claim {claim_id} is not found in {shard.words.name} (claimcheck repair)"


def _chosen(shard: Shard) -> list[int]:
    return sorted(set(np.linspace(shard.first, shard.last, _PROBES).astype(int).tolist()))


def _embed_again(database: Database, claim_ids: list[int], encoder: Encoder) -> None:
    claims = database.claims.get(claim_ids)
    vectors = encoder.encode([reading_of(claim) for claim in claims.values()])
    with database.transaction():
        database.vectors.replace(dict(zip(claims, vectors, strict=True)))
