"""Adding and removing articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from claimcheck.database import Database, Selection
from claimcheck.datatypes import Article, Reason, Remark, Skip
from claimcheck.embed import Encoder, EncoderIdentity
from claimcheck.index.chunks import Chunk, Embedded, Embedder
from claimcheck.index.layout import Layout
from claimcheck.index.lock import writer_lock
from claimcheck.index.manifest import NO_CONTENT, Manifest, read_manifest, toggled
from claimcheck.index.shards import build_shards, due, unbuilt_claims
from claimcheck.segment import Segmenter
from claimcheck.settings import MAX_UNBUILT_IN_RUN


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
        self._last_in_files = unbuilt_claims(database).first - 1

    def add(
        self, items: Iterable[Article | Skip | Remark], tools: Toolchain
    ) -> Iterator[Skip | Remark | Tally]:
        """Store what is new; yield every skip and remark, and the tally after each chunk.

        A chunk is committed whole. The chunks depend only on the new articles and their order,
        so a run that was cut short and taken up again ends in the same database.
        Raises EncoderMismatch before anything is written.
        """
        self._refuse_mixing(tools)
        tally, chunk = Tally(), Chunk()
        with Embedder(tools.load) as embedder:
            for item in items:
                unchanged = tally.unchanged
                outcome = self._sort(item, chunk, embedder, tally, tools.segmenter)
                if isinstance(outcome, Skip | Remark):
                    yield outcome
                elif chunk.is_full:
                    self._commit(embedder.exchange(chunk), tally, tools)
                    chunk = Chunk()
                    self._build_meanwhile()
                    yield tally
                elif tally.unchanged > unchanged:
                    yield tally
            for last in (chunk, Chunk()):
                self._commit(embedder.exchange(last), tally, tools)
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
        """Write new files of vectors and words where the present ones are missing or behind.

        Return whether any were written.
        """
        if read_manifest(self._database) is None:
            return False
        ranges = due(self._layout, self._database, self._last_in_files)
        if ranges:
            build_shards(self._layout, self._database, ranges, notify)
            self._last_in_files = unbuilt_claims(self._database).first - 1
        return bool(ranges)

    def _build_meanwhile(self) -> None:
        """Write files of what a long run has added, for those who search before its end."""
        claims = unbuilt_claims(self._database)
        if len(claims) > MAX_UNBUILT_IN_RUN:
            build_shards(self._layout, self._database, [claims], lambda _: None)

    def _refuse_mixing(self, tools: Toolchain) -> None:
        manifest = read_manifest(self._database)
        if manifest is not None:
            manifest.refuse_other_encoder(tools.identity)
            manifest.refuse_other_segmenter(tools.segmenter.name)

    def _sort(
        self,
        item: Article | Skip | Remark,
        chunk: Chunk,
        embedder: Embedder,
        tally: Tally,
        segmenter: Segmenter,
    ) -> Skip | Remark | None:
        """Put an article into the chunk, or return why not."""
        if isinstance(item, Remark):
            return item
        if isinstance(item, Skip):
            tally.skipped[item.reason] += 1
            return item
        if not _is_storable(item):
            tally.skipped[Reason.BROKEN_RECORD] += 1
            return Skip(item.provenance, Reason.BROKEN_RECORD, "half a surrogate pair")
        article_id = item.id
        on_its_way = article_id in chunk.articles or embedder.holds(article_id)
        if on_its_way or self._database.articles.knows(article_id):
            tally.unchanged += 1
            return None
        claims = segmenter.segment(item)
        if not claims:
            tally.skipped[Reason.NO_CLAIMS] += 1
            return Skip(item.provenance, Reason.NO_CLAIMS, item.title or "")
        chunk.add(article_id, item, claims)
        return None

    def _commit(self, done: tuple[Chunk, Embedded] | None, tally: Tally, tools: Toolchain) -> None:
        if done is None:
            return
        chunk, embedded = done
        updated, start = 0, 0
        with self._database.transaction():
            manifest = read_manifest(self._database) or _new_manifest(tools, embedded.encoder)
            content = manifest.content
            for article_id, (article, claims) in chunk.articles.items():
                for earlier in self._earlier_texts(article):
                    self._database.articles.supersede(earlier, article_id)
                    content = toggled(content, earlier)
                    updated += 1
                vectors = embedded.vectors[start : start + len(claims)]
                self._database.articles.add(article, claims, vectors)
                content = toggled(content, article_id)
                start += len(claims)
            self._database.set_manifest(replace(manifest, content=content).entries())
        tally.indexed += len(chunk.articles)
        tally.updated += updated
        tally.claims += chunk.claims
        tally.encoded += embedded.distinct

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


def _new_manifest(tools: Toolchain, encoder: Encoder) -> Manifest:
    return Manifest(
        tools.identity, tools.model, encoder.dimension, tools.segmenter.name, encoder.engine
    )


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
