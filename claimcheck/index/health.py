"""Is the index sound, and what of it can be made sound again?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from claimcheck.database import Database
from claimcheck.embed import Encoder, Vectors
from claimcheck.errors import IndexDamaged
from claimcheck.index.chunks import reading_of
from claimcheck.index.generations import build_generation, intact_file
from claimcheck.index.layout import Layout
from claimcheck.index.lock import writer_lock
from claimcheck.index.manifest import NO_CONTENT, Manifest, read_manifest, toggled
from claimcheck.settings import MAX_NORM_ERROR
from claimcheck.stores.faiss_flat import FaissFlatStore

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
    """Make anew what derives from the articles: full text, bad vectors, the vector file.

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
            database.checks.rebuild_text_index()
        done.append("full-text index built again")
        build_generation(layout, database, lambda _: None)
        done.append(f"vector file built again over {database.checks.counts()['vectors']:,} claims")
        return done


def _problems(layout: Layout, database: Database) -> Iterator[str]:
    database.checks.pages()
    yield from database.checks.dangling_rows()
    try:
        database.checks.text_index()
    except IndexDamaged:
        yield "the full-text index disagrees with the claims (claimcheck repair)"
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
    yield from _vector_file_problems(layout, database, manifest.dimension)


def _bad_vectors(database: Database, dimension: int) -> list[int]:
    return database.vectors.not_of_size(dimension) + [
        int(claim_id)
        for ids, vectors in database.vectors.after(0, dimension)
        for claim_id in ids[~(np.abs(np.linalg.norm(vectors, axis=1) - 1) < MAX_NORM_ERROR)]
    ]


def _content(database: Database) -> str:
    content = NO_CONTENT
    for article_id in database.articles.ids():
        content = toggled(content, article_id)
    return content


def _vector_file_problems(layout: Layout, database: Database, dimension: int) -> Iterator[str]:
    if database.generations.newest() is None and not database.claims.last_id():
        return
    try:
        generation, path = intact_file(layout, database, trust_stamp=False)
        store = FaissFlatStore.load(path)
    except IndexDamaged as error:
        yield f"{error.message} (claimcheck repair)"
        return
    chosen = np.linspace(1, max(generation.last_claim, 1), _PROBES).astype(int).tolist()
    yield from _probe(database.vectors.get(chosen, dimension), store)


def _probe(stored: dict[int, Vectors], store: FaissFlatStore) -> Iterator[str]:
    """Look some stored vectors up in the file: each must find a vector equal to itself."""
    for claim_id, vector in stored.items():
        best = float(store.search(vector[None, :], 1).scores[0, 0])
        if best < float(vector @ vector) - MAX_NORM_ERROR:
            yield f"claim {claim_id} is not found in the vector file (claimcheck repair)"


def _embed_again(database: Database, claim_ids: list[int], encoder: Encoder) -> None:
    claims = database.claims.get(claim_ids)
    vectors = encoder.encode([reading_of(claim) for claim in claims.values()])
    with database.transaction():
        database.vectors.replace(dict(zip(claims, vectors, strict=True)))
