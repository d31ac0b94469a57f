"""Time of a whole comparison report, warm and by stage.

    python benchmarks/reporting.py index corpora/sample/articles.jsonl
    python benchmarks/reporting.py INDEX PATH... --claims 40 --published 2016-11-10

Joins the articles of PATH until they hold so many claims, and prints JSON: the seconds of a report
on them, and of its stages run one after another.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
from measuring import memory_mib, report, timed

from claimcheck.cli.tools import open_checker
from claimcheck.compare import findings_from, telling
from claimcheck.compare.omissions import Told, left_out, sister_candidates
from claimcheck.compare.origins import Signature, sign
from claimcheck.database import Filter
from claimcheck.datatypes import Article, Match
from claimcheck.index import IndexReader
from claimcheck.loaders import load
from claimcheck.matching import matches
from claimcheck.nli import DEFAULT_NLI
from claimcheck.pipeline import Checker
from claimcheck.render import FORMATS
from claimcheck.segment import Segmenter
from claimcheck.settings import DEFAULT_K, RETRIEVER_DEPTH

ROUNDS = 5


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("index", type=Path)
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--claims", type=int, default=40)
    parser.add_argument("--published", type=date.fromisoformat, default=date(2016, 11, 10))
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    with open_checker(options.index, None, DEFAULT_K, DEFAULT_NLI) as checker:
        day = str(options.published)
        article = long_article(options.paths, checker.segmenter, options.claims, day)
        result = measured(checker, article)
        result |= {
            "indexed_claims": checker.index.counts()["claims"],
            "peak_mib": memory_mib("VmHWM"),
        }
    report(result, options.out)


def long_article(paths: list[str], segmenter: Segmenter, claims: int, day: str) -> Article:
    """Return the first articles as one of that day, as far as it has `claims` claims."""
    text = ""
    for article in load(paths):
        if isinstance(article, Article):
            text += article.text + "\n\n"
            found = segmenter.segment(Article("Benchmark", text, published=day))
            if len(found) >= claims:
                end = found[claims - 1].span.end
                return Article("Benchmark", text[:end], published=day)
    return Article("Benchmark", text, published=day)


def measured(checker: Checker, article: Article) -> dict[str, Any]:
    """Return the median seconds of a report and of its stages."""
    reader, where = checker.index, Filter(exclude_outlets=(article.outlet,))
    stages: dict[str, list[float]] = {}

    def stage(name: str, work: Any, *values: Any) -> Any:
        return timed(stages.setdefault(name, []), partial(work, *values))

    for _ in range(ROUNDS):
        claims = stage("segment", checker.segmenter.segment, article)
        texts = [claim.text for claim in claims]
        vectors = stage("embed", checker.encoder.encode, texts)
        stage("vectors", reader.nearest, vectors, RETRIEVER_DEPTH, where)
        stage("words", _words, reader, texts, where)
        found = stage("search", reader.search, texts, vectors, checker.k, where)
        pairs = list(zip(claims, found, strict=True))
        stage("compare", matches, pairs)
        matched = stage(
            "compare and judge", partial(matches, judge_distant=False), pairs, checker.nli
        )
        signatures = stage("sign", _signatures, reader, matched)
        stage("origins", findings_from, matched, signatures)
        near, others = stage("load sisters", _sisters, reader, article, matched)
        signed = stage("sign sisters", _signed, reader, near)
        ours = Told(claims, vectors)
        omitted = stage("omissions", left_out, article, ours, others, signed)
        stage("background", _background, reader, article, [one.vector for one in omitted])
        whole = stage("report", checker.check, article, Filter())
        stage("render", FORMATS["markdown"], whole)
    seconds = {name: round(median(times), 4) for name, times in stages.items()}
    return {
        "claims": len(claims),
        "pairs": whole.compared,
        "sister_claims": len(others.claims),
        "omissions": len(whole.omissions),
        "seconds": seconds,
    }


def _words(reader: IndexReader, texts: list[str], where: Filter) -> None:
    for text in texts:
        reader.with_most_words(text, RETRIEVER_DEPTH, where)


def _signatures(reader: IndexReader, matched: list[list[Match]]) -> dict[str, Signature]:
    shown = {match.evidence.citation.article_id for some in matched for match in telling(some)}
    return _signed(reader, sorted(shown))


def _signed(reader: IndexReader, article_ids: Sequence[str]) -> dict[str, Signature]:
    return {name: sign(text) for name, text in reader.texts(article_ids).items()}


def _sisters(
    reader: IndexReader, article: Article, matched: list[list[Match]]
) -> tuple[list[str], Told]:
    day = article.citation.date
    assert day
    near = sister_candidates(day, [match for some in matched for match in some])
    return near, Told(*reader.told_in(near))


def _background(reader: IndexReader, article: Article, vectors: list[Any]) -> None:
    day = article.citation.date
    assert day
    if vectors:
        reader.nearest(np.stack(vectors), 1, Filter(until=str(day - timedelta(days=2))))


if __name__ == "__main__":
    main()
