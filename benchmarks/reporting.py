"""Time of a whole comparison report, warm and by stage.

    python benchmarks/reporting.py index corpora/sample/articles.jsonl
    python benchmarks/reporting.py INDEX PATH... --claims 40

Joins the articles of PATH until they hold so many claims, and prints JSON: the seconds of a report
on them, and of its stages run one after another.
"""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

from measuring import memory_mib, report, timed

from claimcheck.cli.tools import open_checker
from claimcheck.database import Filter
from claimcheck.datatypes import Article
from claimcheck.index import IndexReader
from claimcheck.loaders import load
from claimcheck.nli import DEFAULT_NLI
from claimcheck.pipeline import Checker, matches
from claimcheck.render import FORMATS
from claimcheck.segment import Segmenter
from claimcheck.settings import DEFAULT_K, RETRIEVER_DEPTH

ROUNDS = 5


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("index", type=Path)
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--claims", type=int, default=40)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    with open_checker(options.index, None, DEFAULT_K, DEFAULT_NLI) as checker:
        article = long_article(options.paths, checker.segmenter, options.claims)
        result = measured(checker, article)
        result |= {
            "indexed_claims": checker.index.counts()["claims"],
            "peak_mib": memory_mib("VmHWM"),
        }
    report(result, options.out)


def long_article(paths: list[str], segmenter: Segmenter, claims: int) -> Article:
    """Return the first articles as one, as far as it has `claims` claims."""
    text = ""
    for article in load(paths):
        if isinstance(article, Article):
            text += article.text + "\n\n"
            found = segmenter.segment(Article("Benchmark", text, published="2016-11-10"))
            if len(found) >= claims:
                end = found[claims - 1].span.end
                return Article("Benchmark", text[:end], published="2016-11-10")
    return Article("Benchmark", text, published="2016-11-10")


def measured(checker: Checker, article: Article) -> dict[str, Any]:
    """Return the median seconds of a report and of its stages."""
    reader, where = checker.index, Filter(exclude_outlets=(article.outlet,))
    names = (
        "segment",
        "embed",
        "vectors",
        "words",
        "search",
        "compare",
        "compare and judge",
        "render",
        "report",
    )
    stages: dict[str, list[float]] = {name: [] for name in names}
    for _ in range(ROUNDS):
        claims = timed(stages["segment"], partial(checker.segmenter.segment, article))
        texts = [claim.text for claim in claims]
        vectors = timed(stages["embed"], partial(checker.encoder.encode, texts))
        timed(stages["vectors"], partial(reader.nearest, vectors, RETRIEVER_DEPTH, where))
        timed(stages["words"], partial(_words, reader, texts, where))
        found = timed(stages["search"], partial(reader.search, texts, vectors, checker.k, where))
        pairs = list(zip(claims, found, strict=True))
        timed(stages["compare"], partial(matches, pairs))
        timed(stages["compare and judge"], partial(matches, pairs, checker.nli))
        whole = timed(stages["report"], partial(checker.check, article, Filter()))
        timed(stages["render"], partial(FORMATS["markdown"], whole))
    seconds = {name: round(median(times), 4) for name, times in stages.items()}
    return {"claims": len(claims), "pairs": whole.compared, "seconds": seconds}


def _words(reader: IndexReader, texts: list[str], where: Filter) -> None:
    for text in texts:
        reader.with_most_words(text, RETRIEVER_DEPTH, where)


if __name__ == "__main__":
    main()
