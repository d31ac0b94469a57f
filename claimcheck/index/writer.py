"""Adding and removing articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

from claimcheck.database import Database, Selection
from claimcheck.datatypes import Article, Claim, Reason, Remark, Skip
from claimcheck.embed import Encoder, EncoderIdentity, Vectors
from claimcheck.errors import IndexDamaged
from claimcheck.index.generations import build_generation, intact_file, is_stale
from claimcheck.index.layout import Layout
from claimcheck.index.lock import writer_lock
from claimcheck.index.manifest import NO_CONTENT, Manifest, read_manifest, toggled
from claimcheck.segment import Segmenter
from claimcheck.settings import CLAIMS_PER_CHUNK


@dataclass(slots=True)
class Tally:
    """What became of everything given: given = indexed + unchanged + skipped.

    `updated` counts those of the indexed that took the place of an earlier text at the same URL;
    `claims` the claims stored, `encoded` the distinct texts embedded.
    """

    indexed: int = 0
    unchanged: int = 0
    updated: int = 0
    claims: int = 0
    encoded: int = 0
    skipped: Counter[Reason] = field(default_factory=Counter)

    @property
    def given(self) -> int:
        """How many articles or records were given."""
        return self.indexed + self.unchanged + self.skipped.total()


@dataclass(frozen=True, slots=True)
class Toolchain:
    """What makes claims and vectors. `load` is called at the first article that needs it."""

    segmenter: Segmenter
    identity: EncoderIdentity
    model: str
    load: Callable[[], Encoder]


class IndexWriter:
    """The one writer of an index; open it with `open_writer`."""

    def __init__(self, layout: Layout, database: Database) -> None:
        self._layout = layout
        self._database = database
        self._encoder: Encoder | None = None

    def add(
        self, items: Iterable[Article | Skip | Remark], tools: Toolchain
    ) -> Iterator[Skip | Remark | Tally]:
        """Store what is new; yield every skip and remark, and the tally after each chunk.

        A chunk is committed whole. The chunks depend only on the new articles and their order,
        so a run that was cut short and taken up again ends in the same database.
        Raises EncoderMismatch before anything is written.
        """
        self._refuse_mixing(tools)
        tally = Tally()
        chunk: dict[str, tuple[Article, list[Claim]]] = {}
        pending = 0
        for item in items:
            outcome = self._sort(item, chunk, tally, tools)
            if isinstance(outcome, Skip | Remark):
                yield outcome
                continue
            pending += outcome
            if pending >= CLAIMS_PER_CHUNK:
                self._commit(chunk, tally, tools)
                chunk, pending = {}, 0
            if outcome == 0 or not chunk:
                yield tally
        self._commit(chunk, tally, tools)
        yield tally

    def remove(self, selection: Selection) -> list[str]:
        """Remove the selected articles with their claims; return their ids."""
        ids = self._database.articles.ids(selection)
        with self._database.transaction():
            content = self._database.manifest().get("content", NO_CONTENT)
            for article_id in ids:
                self._database.articles.remove(article_id)
                content = toggled(content, article_id)
            if ids:
                self._database.set_manifest({"content": content})
        return ids

    def finish(self, notify: Callable[[int], None] = lambda _: None) -> bool:
        """Write a new vector file if the present one is missing, damaged or stale.

        Return whether one was written.
        """
        if read_manifest(self._database) is None or not self._needs_build():
            return False
        build_generation(self._layout, self._database, notify)
        return True

    def _needs_build(self) -> bool:
        if is_stale(self._database):
            return True
        try:
            intact_file(self._layout, self._database)
        except IndexDamaged:
            return self._database.claims.last_id() > 0
        return False

    def _refuse_mixing(self, tools: Toolchain) -> None:
        manifest = read_manifest(self._database)
        if manifest is not None:
            manifest.refuse_other_encoder(tools.identity)
            manifest.refuse_other_segmenter(tools.segmenter.name)

    def _sort(
        self,
        item: Article | Skip | Remark,
        chunk: dict[str, tuple[Article, list[Claim]]],
        tally: Tally,
        tools: Toolchain,
    ) -> Skip | Remark | int:
        """Put an article into the chunk; return a skip, a remark, or how many claims came in."""
        if isinstance(item, Remark):
            return item
        if isinstance(item, Skip):
            tally.skipped[item.reason] += 1
            return item
        if not _is_storable(item):
            tally.skipped[Reason.BROKEN_RECORD] += 1
            return Skip(item.provenance, Reason.BROKEN_RECORD, "half a surrogate pair")
        article_id = item.id
        if article_id in chunk or self._database.articles.knows(article_id):
            tally.unchanged += 1
            return 0
        claims = tools.segmenter.segment(item)
        if not claims:
            tally.skipped[Reason.NO_CLAIMS] += 1
            return Skip(item.provenance, Reason.NO_CLAIMS, item.title or "")
        chunk[article_id] = (item, claims)
        return len(claims)

    def _commit(
        self, chunk: dict[str, tuple[Article, list[Claim]]], tally: Tally, tools: Toolchain
    ) -> None:
        if not chunk:
            return
        encoder = self._encoder = self._encoder or tools.load()
        texts = [reading_of(claim) for _, claims in chunk.values() for claim in claims]
        vectors, distinct = encode_distinct(encoder, texts)
        updated = 0
        with self._database.transaction():
            manifest = read_manifest(self._database) or Manifest(
                tools.identity, tools.model, encoder.dimension, tools.segmenter.name
            )
            content, start = manifest.content, 0
            for article_id, (article, claims) in chunk.items():
                for earlier in self._earlier_texts(article):
                    self._database.articles.supersede(earlier, article_id)
                    content = toggled(content, earlier)
                    updated += 1
                self._database.articles.add(article, claims, vectors[start : start + len(claims)])
                content = toggled(content, article_id)
                start += len(claims)
            self._database.set_manifest(replace(manifest, content=content).entries())
        tally.indexed += len(chunk)
        tally.updated += updated
        tally.claims += len(texts)
        tally.encoded += distinct

    def _earlier_texts(self, article: Article) -> list[str]:
        return self._database.articles.ids(Selection(urls=(article.url,))) if article.url else []


@contextmanager
def open_writer(
    folder: Path, wait_s: float, notify: Callable[[str], None] = lambda _: None
) -> Iterator[IndexWriter]:
    """Hold the writer lock of the index in `folder`, creating the index if need be."""
    layout = Layout(folder)
    with writer_lock(layout, wait_s, notify), Database.open_writer(layout.database) as database:
        yield IndexWriter(layout, database)


def _is_storable(article: Article) -> bool:
    """Tell whether every field can be written as UTF-8, which lone surrogates can't."""
    fields = (
        article.outlet,
        article.text,
        article.title,
        article.url,
        article.published,
        article.modified,
        article.language,
        article.source_id,
    )
    try:
        "".join(field for field in fields if field).encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def reading_of(claim: Claim) -> str:
    """Return the words of a claim that are embedded: its self-contained reading."""
    return claim.reading or claim.text


def encode_distinct(encoder: Encoder, texts: list[str]) -> tuple[Vectors, int]:
    """Embed each distinct text once; return a row for every text, and how many were distinct."""
    places: dict[str, int] = {}
    rows = [places.setdefault(text, len(places)) for text in texts]
    vectors = encoder.encode(list(places))
    return vectors[np.array(rows, np.intp)], len(places)
