"""Indexing against a plain loop of SentenceTransformer.encode over the same sentences, in one run.

    python benchmarks/indexing.py corpora/sample/articles.jsonl
    python benchmarks/indexing.py dump.jsonl.gz --articles 500 --rounds 3

Prints JSON: claims per second of both and their ratio, round by round; the cosine of both's
vectors; and the seconds of each stage of indexing, run one after another. The plain loop is given
its sentences for nothing, all in one call (so that it can sort them by length), with the model
loaded; indexing reads, segments, embeds, commits to SQLite and writes the derived files.
"""

from __future__ import annotations

import argparse
import tempfile
from functools import partial
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
from measuring import report, timed

from claimcheck.datatypes import Article
from claimcheck.embed import DEFAULT_MODEL, Encoder, Engine, Vectors, find_model, load_bulk_encoder
from claimcheck.index import Toolchain, open_writer
from claimcheck.loaders import load
from claimcheck.segment import SentenceSegmenter

COMPARED = 2_000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--articles", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--engine", type=Engine, help="default: the one measured to be quickest")
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    reading: list[float] = []
    articles = timed(reading, partial(read, options.paths, options.articles))
    files = find_model(DEFAULT_MODEL)
    encoder = load_bulk_encoder(DEFAULT_MODEL, options.engine)
    tools = Toolchain(SentenceSegmenter(), files.identity, DEFAULT_MODEL, lambda: encoder)
    texts = [claim.text for article in articles for claim in tools.segmenter.segment(article)]

    from sentence_transformers import SentenceTransformer

    plain = SentenceTransformer(str(files.folder), device="cpu")
    cosines = (plain.encode(texts[:COMPARED]) * encoder.encode(texts[:COMPARED])).sum(axis=1)
    rounds = [one_round(articles, texts, tools, plain) for _ in range(options.rounds)]
    result = {
        "engine": encoder.engine,
        "articles": len(articles),
        "claims": len(texts),
        "rounds": rounds,
        "median_ratio": median(one["ratio"] for one in rounds),
        "mean_cosine": round(float(cosines.mean()), 6),
        "least_cosine": round(float(cosines.min()), 6),
        "stages_s": {"read": round(reading[0], 2), **stages(articles, tools, encoder)},
    }
    report(result, options.out)


def read(paths: list[str], count: int) -> list[Article]:
    return list(islice((one for one in load(paths) if isinstance(one, Article)), count))


def one_round(
    articles: list[Article], texts: list[str], tools: Toolchain, plain: Any
) -> dict[str, float]:
    """Return the claims per second of both, and how many times quicker indexing is."""
    times: list[float] = []
    timed(times, lambda: plain.encode(texts))
    timed(times, partial(index, articles, tools))
    plain_rate, index_rate = (len(texts) / seconds for seconds in times)
    return {
        "plain_per_s": round(plain_rate, 1),
        "index_per_s": round(index_rate, 1),
        "ratio": round(index_rate / plain_rate, 3),
    }


def index(articles: list[Article], tools: Toolchain) -> None:
    with tempfile.TemporaryDirectory() as folder, open_writer(Path(folder), wait_s=0) as writer:
        list(writer.add(articles, tools))
        writer.finish()


def stages(articles: list[Article], tools: Toolchain, encoder: Encoder) -> dict[str, float]:
    """Return the seconds of each stage, which otherwise run beside one another."""
    times: list[float] = []
    claims = timed(times, lambda: [tools.segmenter.segment(article) for article in articles])
    texts = list(dict.fromkeys(claim.text for one in claims for claim in one))
    vectors = timed(times, lambda: encoder.encode(texts))
    known = _Known(encoder, dict(zip(texts, vectors, strict=True)))
    tools = Toolchain(
        _Given(tools.segmenter.name, claims), tools.identity, tools.model, lambda: known
    )
    with tempfile.TemporaryDirectory() as folder, open_writer(Path(folder), wait_s=0) as writer:
        timed(times, lambda: list(writer.add(articles, tools)))
        timed(times, writer.finish)
    names = ("segment", "embed", "commit", "derived files")
    return {name: round(seconds, 2) for name, seconds in zip(names, times, strict=True)}


class _Given:
    """Gives claims that were cut out before, in the order of their articles."""

    def __init__(self, name: str, claims: list[Any]) -> None:
        self.name = name
        self._claims = iter(claims)

    def segment(self, _: Article) -> Any:
        return next(self._claims)


class _Known:
    """Gives vectors that were computed before."""

    def __init__(self, encoder: Encoder, vectors: dict[str, Vectors]) -> None:
        self.identity, self.engine, self.dimension = (
            encoder.identity,
            encoder.engine,
            encoder.dimension,
        )
        self._vectors = vectors

    def encode(self, texts: list[str]) -> Vectors:
        return np.stack([self._vectors[text] for text in texts])


if __name__ == "__main__":
    main()
