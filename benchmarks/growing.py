"""Claims for an index of any size: real ones as long as they last, then generated ones.

A generated vector lies between a real one and another of its neighbourhood, and a generated text
takes its first half from one real claim and its second from another: lengths, word frequencies and
the density of neighbourhoods are those of the corpus. Generated claims say nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import ClassVar

import numpy as np
import numpy.typing as npt

from claimcheck.database import Database
from claimcheck.datatypes import Article, Claim, Span
from claimcheck.embed import EncoderIdentity, Engine, Vectors
from claimcheck.index import Toolchain
from claimcheck.index.manifest import Manifest, require_manifest

CLAIMS_PER_ARTICLE = 40
HELD_OUT_EVERY = 5_000
_NEIGHBOURHOODS = 2_048
_BATCH = 100_000


class Source:
    """The claims of a real index, every 5,000th of them kept back as a query."""

    def __init__(self, folder: Path) -> None:
        with Database.open_reader(folder / "claims.db") as database:
            self.manifest: Manifest = require_manifest(database)
            last = database.claims.last_id()
            self.texts = [text for _, text in database.claims.texts(1, last)]
            parts = database.vectors.between(1, last, self.manifest.dimension)
            self.vectors = np.concatenate([vectors.astype(np.float16) for _, vectors in parts])
        places = np.arange(len(self.texts))
        self.queries = places[::HELD_OUT_EVERY]
        self.claims = np.setdiff1d(places, self.queries)

    def query_texts(self) -> list[str]:
        return [self.texts[place] for place in self.queries]

    def query_vectors(self) -> Vectors:
        return self.vectors[self.queries].astype(np.float32)


class Growing:
    """Gives articles of 40 claims, and their vectors to the index as an encoder would."""

    name: ClassVar[str] = ""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._waiting: dict[str, npt.NDArray[np.float16]] = {}
        self._stream = self._claims()
        self._number = 0
        self.real = len(source.claims)
        self.identity: EncoderIdentity = source.manifest.encoder
        self.engine: Engine = source.manifest.engine
        self.dimension = source.manifest.dimension
        Growing.name = source.manifest.segmenter

    def toolchain(self) -> Toolchain:
        return Toolchain(self, self.identity, self._source.manifest.model, lambda: self)

    def articles(self, claims: int) -> Iterator[Article]:
        for _ in range(claims // CLAIMS_PER_ARTICLE):
            pairs = [next(self._stream) for _ in range(CLAIMS_PER_ARTICLE)]
            self._waiting.update(pairs)
            self._number += 1
            day = f"20{self._number % 20:02}-{self._number % 12 + 1:02}-{self._number % 28 + 1:02}"
            outlet = f"Outlet {self._number % 500}"
            yield Article(outlet, "\n".join(text for text, _ in pairs), published=day)

    def segment(self, article: Article) -> list[Claim]:
        claims, start = [], 0
        for text in article.text.split("\n"):
            claims.append(Claim(article.citation, (Span(start, start + len(text)),), text))
            start += len(text) + 1
        return claims

    def encode(self, texts: Sequence[str]) -> Vectors:
        return np.array([self._waiting.pop(text) for text in texts], np.float16).astype(np.float32)

    def _claims(self) -> Iterator[tuple[str, npt.NDArray[np.float16]]]:
        source = self._source
        for place in source.claims:
            yield source.texts[place].replace("\n", " "), source.vectors[place]
        chance = np.random.default_rng(0)
        mates = _Neighbourhoods(source.vectors[source.claims])
        while True:
            ones = chance.integers(0, len(source.claims), _BATCH)
            others = mates.of(ones, chance)
            share = chance.uniform(0.5, 0.8, (_BATCH, 1)).astype(np.float32)
            vectors = share * source.vectors[source.claims[ones]].astype(np.float32)
            vectors += (1 - share) * source.vectors[source.claims[others]].astype(np.float32)
            vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
            for one, other, vector in zip(ones, others, vectors.astype(np.float16), strict=True):
                first = source.texts[source.claims[one]].split()
                second = source.texts[source.claims[other]].split()
                half = len(first) // 2 + 1
                yield " ".join(first[:half] + second[half:]), vector


class _Neighbourhoods:
    """Vectors grouped by the nearest of 2,048 of them."""

    def __init__(self, vectors: npt.NDArray[np.float16]) -> None:
        centres = vectors[:: max(1, len(vectors) // _NEIGHBOURHOODS)].astype(np.float32)
        cells = np.concatenate(
            [
                (vectors[start : start + _BATCH].astype(np.float32) @ centres.T).argmax(axis=1)
                for start in range(0, len(vectors), _BATCH)
            ]
        )
        self._order = np.argsort(cells, kind="stable")
        self._cells = cells
        self._starts = np.searchsorted(cells[self._order], np.arange(len(centres) + 1))

    def of(
        self, places: npt.NDArray[np.int64], chance: np.random.Generator
    ) -> npt.NDArray[np.int64]:
        """Return one other place of each place's neighbourhood."""
        starts, ends = self._starts[self._cells[places]], self._starts[self._cells[places] + 1]
        return np.asarray(self._order[chance.integers(starts, ends)])
