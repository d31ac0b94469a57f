"""Articles on their way into the index, by the chunk; embedding runs ahead in a thread."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from types import TracebackType
from typing import TypeAlias

import numpy as np

from claimcheck.datatypes import Article, Claim
from claimcheck.embed import Encoder, Vectors
from claimcheck.settings import CLAIMS_PER_CHUNK


@dataclass(slots=True)
class Chunk:
    """Articles that are embedded and committed together, by id, with their claims."""

    articles: dict[str, tuple[Article, list[Claim]]] = field(default_factory=dict)
    claims: int = 0

    def add(self, article_id: str, article: Article, claims: list[Claim]) -> None:
        """Put an article in."""
        self.articles[article_id] = (article, claims)
        self.claims += len(claims)

    @property
    def is_full(self) -> bool:
        """Tell whether it is time to embed it."""
        return self.claims >= CLAIMS_PER_CHUNK

    def texts(self) -> list[str]:
        """Return what is embedded, in order."""
        return [reading_of(claim) for _, claims in self.articles.values() for claim in claims]


@dataclass(frozen=True, slots=True)
class Embedded:
    """The vectors of a chunk's claims, in order, and how many different texts there were."""

    encoder: Encoder
    vectors: Vectors
    distinct: int


_Done: TypeAlias = tuple[Chunk, Embedded]


class Embedder:
    """Embeds one chunk while the next is read and the one before it is committed.

    Torch and ONNX Runtime let other Python threads run while they compute.
    """

    def __init__(self, load: Callable[[], Encoder]) -> None:
        self._load = load
        self._encoder: Encoder | None = None
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="embed")
        self._waiting: tuple[Chunk, Future[Embedded]] | None = None

    def __enter__(self) -> Embedder:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._pool.shutdown(cancel_futures=True)

    def holds(self, article_id: str) -> bool:
        """Tell whether an article is being embedded."""
        return self._waiting is not None and article_id in self._waiting[0].articles

    def exchange(self, chunk: Chunk) -> _Done | None:
        """Hand a chunk over and get the one before it back, embedded; None when there is none.

        Raises what the encoder raised over the one before.
        """
        before, self._waiting = self._waiting, None
        if chunk.articles:
            self._waiting = (chunk, self._pool.submit(self._embed, chunk))
        return before and (before[0], before[1].result())

    def _embed(self, chunk: Chunk) -> Embedded:
        encoder = self._encoder = self._encoder or self._load()
        vectors, distinct = encode_distinct(encoder, chunk.texts())
        return Embedded(encoder, vectors, distinct)


def reading_of(claim: Claim) -> str:
    """Return the words of a claim that are embedded: its self-contained reading."""
    return claim.reading or claim.text


def encode_distinct(encoder: Encoder, texts: list[str]) -> tuple[Vectors, int]:
    """Embed each distinct text once; return a row for every text, and how many were distinct."""
    places: dict[str, int] = {}
    rows = [places.setdefault(text, len(places)) for text in texts]
    vectors = encoder.encode(list(places))
    return vectors[np.array(rows, np.intp)], len(places)
