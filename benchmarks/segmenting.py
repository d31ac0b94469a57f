"""What cutting sentences into claims costs: the same articles indexed with each segmenter.

    python benchmarks/segmenting.py corpora/sample/articles.jsonl
    python benchmarks/segmenting.py dump.jsonl.gz --articles 500 --rounds 3

Prints JSON: sentences per second of indexing with each segmenter, how many times as dear that is as
whole sentences in the same round, the claims that come of it, and the share of the time that
segmentation alone takes.
"""

from __future__ import annotations

import argparse
import tempfile
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

from indexing import read
from measuring import report, timed

from claimcheck.datatypes import Article
from claimcheck.embed import DEFAULT_MODEL, find_model, load_bulk_encoder
from claimcheck.index import Toolchain, open_writer
from claimcheck.segment import find_segmenter

SEGMENTERS = ("sentences", "clauses", "propositions")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--articles", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--segmenters", nargs="+", default=SEGMENTERS)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    articles = read(options.paths, options.articles)
    files, encoder = find_model(DEFAULT_MODEL), load_bulk_encoder(DEFAULT_MODEL)
    tools = {
        name: Toolchain(find_segmenter(name), files.identity, DEFAULT_MODEL, lambda: encoder)
        for name in options.segmenters
    }
    for one in tools.values():
        one.segmenter.segment(articles[0])
    rounds = [one_round(articles, tools) for _ in range(options.rounds)]
    sentences = rounds[0]["sentences"]["claims"]
    result = {
        "engine": encoder.engine,
        "articles": len(articles),
        "sentences": sentences,
        "rounds": rounds,
        "sentences_per_s": {
            name: round(sentences / median(one[name]["index_s"] for one in rounds))
            for name in tools
        },
        "times_as_dear": {
            name: round(
                median(one[name]["index_s"] / one["sentences"]["index_s"] for one in rounds), 2
            )
            for name in tools
        },
    }
    report(result, options.out)


def one_round(articles: list[Article], tools: dict[str, Toolchain]) -> dict[str, dict[str, Any]]:
    """Return, for each segmenter, the seconds of indexing and of segmentation alone."""
    figures = {}
    for name, one in tools.items():
        times: list[float] = []
        found = timed(times, lambda one=one: [one.segmenter.segment(each) for each in articles])
        timed(times, partial(index, articles, one))
        figures[name] = {
            "claims": sum(map(len, found)),
            "segment_s": round(times[0], 2),
            "index_s": round(times[1], 2),
        }
    return figures


def index(articles: list[Article], tools: Toolchain) -> None:
    with tempfile.TemporaryDirectory() as folder, open_writer(Path(folder), 0.0) as writer:
        for _ in writer.add(articles, tools):
            pass
        writer.finish()


if __name__ == "__main__":
    main()
