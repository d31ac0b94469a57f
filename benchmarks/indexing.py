"""Indexing against a plain loop of SentenceTransformer.encode over the same sentences, in one run.

    python benchmarks/indexing.py corpora/sample/articles.jsonl
    python benchmarks/indexing.py dump.jsonl.gz --articles 500 --rounds 3

Prints JSON: claims per second of both, and their ratio, round by round. The plain loop is given its
sentences for nothing, all in one call (so that it can sort them by length), with the model loaded;
indexing reads, segments, embeds, commits to SQLite and writes the FAISS file.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from itertools import islice
from pathlib import Path
from statistics import median

from claimcheck.datatypes import Article
from claimcheck.embed import DEFAULT_MODEL, Engine, find_model, load_bulk_encoder
from claimcheck.index import Toolchain, open_writer
from claimcheck.loaders import load
from claimcheck.segment import SentenceSegmenter


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--articles", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--engine", type=Engine, help="default: the one measured to be quickest")
    options = parser.parse_args()
    articles = list(
        islice((a for a in load(options.paths) if isinstance(a, Article)), options.articles)
    )
    files = find_model(DEFAULT_MODEL)
    encoder = load_bulk_encoder(DEFAULT_MODEL, options.engine)
    tools = Toolchain(SentenceSegmenter(), files.identity, DEFAULT_MODEL, lambda: encoder)
    texts = [claim.text for article in articles for claim in tools.segmenter.segment(article)]

    from sentence_transformers import SentenceTransformer

    plain = SentenceTransformer(str(files.folder), device="cpu")
    plain.encode(texts[:200])
    encoder.encode(texts[:200])
    rounds = [_round(articles, texts, tools, plain) for _ in range(options.rounds)]
    ratios = [one["ratio"] for one in rounds]
    summary = {"engine": encoder.engine, "articles": len(articles), "claims": len(texts)}
    print(json.dumps({**summary, "rounds": rounds, "median_ratio": median(ratios)}, indent=2))


def _round(articles: list[Article], texts: list[str], tools: Toolchain, plain) -> dict[str, float]:  # type: ignore[no-untyped-def]
    started = time.perf_counter()
    plain.encode(texts)
    plain_s = time.perf_counter() - started
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        with open_writer(Path(folder), wait_s=0) as writer:
            *_, tally = writer.add(articles, tools)
            writer.finish()
        index_s = time.perf_counter() - started
    return {
        "plain_per_s": round(len(texts) / plain_s, 1),
        "index_per_s": round(tally.claims / index_s, 1),
        "ratio": round((tally.claims / index_s) / (len(texts) / plain_s), 3),
    }


if __name__ == "__main__":
    main()
